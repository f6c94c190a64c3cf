import type { Zippable } from 'fflate'
import { strToU8, zipSync } from 'fflate'

/** What stands in a Word file made for a test: the inside of its body and, where given, of its other parts. */
export type WordFile = { readonly body: string; readonly numbering?: string; readonly styles?: string; readonly more?: Readonly<Record<string, Zippable[string]>>; readonly before?: string; readonly mainType?: string }

/** A Word file written by hand, so that a test says every element that matters. */
export const wordFile = ({ body, numbering = '', styles = '', more = {}, before = '', mainType = `${office}.document.main+xml` }: WordFile): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${override('document', mainType)}${override('numbering', `${office}.numbering+xml`)}${override('styles', `${office}.styles+xml`)}</Types>`),
    'word/document.xml': strToU8(`${before}<w:document ${spaces}><w:body>${body}</w:body></w:document>`),
    'word/numbering.xml': strToU8(`<w:numbering ${spaces}>${numbering}</w:numbering>`),
    'word/styles.xml': strToU8(`<w:styles ${spaces}>${styles}</w:styles>`),
    ...more,
  })

/** A paragraph of one run. */
export const paragraph = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** The properties that put a paragraph in a list. */
export const inList = (list: number, level = 0): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`

const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const override = (part: string, type: string): string => `<Override PartName="/word/${part}.xml" ContentType="${type}"/>`
const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
