/** Text for the content or an attribute of XML 1.0, without what it has no place for. */
export const escaped = (text: string): string => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>"'\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Excel's own rule for the name of a sheet: at most 31 signs, none of []:*?/\. */
export const sheetName = (name: string): string => name.replace(/[[\]:*?/\\'\p{Cc}]/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 31).trim() || 'Sheet1'

/** Text for content, quotes left as they are: what a formula needs. */
export const escapedText = (text: string): string => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
