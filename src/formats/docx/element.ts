import { BuilderElement, type XmlComponent } from 'docx'

/** An element of WordprocessingML that the library has no class for; children stand in the order the schema asks. */
export const element = (name: string, attributes: Readonly<Record<string, string | number>> = {}, children: readonly XmlComponent[] = []): XmlComponent =>
  new BuilderElement<Record<string, string | number>>({
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])),
    children,
  })

/** An element that only says `w:val`. */
export const value = (name: string, val: string | number): XmlComponent => element(name, { 'w:val': val })

/** Text without the characters XML 1.0 has no place for: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
export const xmlText = (text: string): string => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')

/** The same text, written so that it may stand in content or in an attribute. */
export const escaped = (text: string): string => xmlText(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
