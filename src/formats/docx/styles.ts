import { DocumentDefaults, type IStylesOptions, type XmlComponent } from 'docx'
import { element, value } from './element.ts'
import { face, type Face } from './fonts.ts'
import { em, letterSpacing, line, size } from './page.ts'

/** The styles of the document by their ids; headings carry Word's own names, so its navigation lists them. */
export const style = {
  title: 'Title',
  subtitle: 'Subtitle',
  heading: { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3', 4: 'Heading4' },
  text: 'BodyText',
  lead: 'RunInHead',
  header: 'Header',
  footer: 'Footer',
  remark: 'Remark',
  cell: 'CellText',
  record: 'RecordText',
} as const

/** GB/T 9704-2012 7.3: title 2号小标宋 centred, levels 3号黑体, 楷体, 仿宋, text 3号仿宋 with two characters' indent. */
export const styles = (): IStylesOptions => ({
  importedStyles: [
    new DocumentDefaults({ run: { font: face.text, size: size.three, sizeComplexScript: size.three, language: { value: 'en-US', eastAsia: 'zh-CN' } } }),
    normal(),
    paragraph(style.title, 'Title', { keepNext: true, align: 'center', font: face.title, size: size.two }),
    paragraph(style.subtitle, 'Subtitle', { keepNext: true, align: 'center', font: face.script }),
    paragraph(style.heading[1], 'heading 1', { keepNext: true, indent: true, outline: 0, font: face.black }),
    paragraph(style.heading[2], 'heading 2', { keepNext: true, indent: true, outline: 1, font: face.script }),
    paragraph(style.heading[3], 'heading 3', { keepNext: true, indent: true, outline: 2, font: face.text }),
    paragraph(style.heading[4], 'heading 4', { keepNext: true, indent: true, outline: 3, font: face.text }),
    paragraph(style.text, 'Body Text', { indent: true }),
    paragraph(style.header, 'header', { align: 'center', font: face.script, size: size.smallFour, line: 280 }),
    paragraph(style.footer, 'footer', { font: face.song, size: size.four, line: 280 }),
    paragraph(style.remark, 'Remark', { align: 'center', font: face.script, size: size.four }),
    paragraph(style.cell, 'Cell Text', { align: 'left', size: size.smallFour, line: 360 }),
    paragraph(style.record, 'Record Text', { keepNext: true, align: 'left', size: size.four, line: 440 }),
  ],
  characterStyles: [{ id: style.lead, name: 'Run-in Head', run: { bold: true } }],
})

/** How a style differs from Normal; `indent` is the first line's two characters, `line` an exact line in twips. */
type Difference = {
  readonly keepNext?: boolean
  readonly indent?: boolean
  readonly align?: 'left' | 'center'
  readonly outline?: 0 | 1 | 2 | 3
  readonly line?: number
  readonly font?: Face
  readonly size?: number
}

/** What every paragraph has: no widow control, Chinese line breaking, hanging punctuation, the grid, digits set close, exact lines. */
const normal = (): XmlComponent =>
  element('w:style', { 'w:type': 'paragraph', 'w:default': '1', 'w:styleId': 'Normal' }, [
    value('w:name', 'Normal'),
    element('w:qFormat'),
    element('w:pPr', {}, [
      value('w:widowControl', 0),
      value('w:kinsoku', 1),
      value('w:overflowPunct', 1),
      value('w:autoSpaceDE', 0),
      value('w:autoSpaceDN', 0),
      value('w:snapToGrid', 1),
      exactly(line),
      value('w:jc', 'both'),
    ]),
    // The grid counts characters of this style's size, which LibreOffice does not look for among the defaults.
    element('w:rPr', {}, [value('w:spacing', letterSpacing), ...sized(size.three)]),
  ])

/** A style on top of Normal; one with a size of its own leaves the grid, which is made for size 3. Children stand in the schema's order. */
const paragraph = (id: string, name: string, { keepNext, indent, align, outline, line: exact, font, size: own }: Difference): XmlComponent =>
  element('w:style', { 'w:type': 'paragraph', 'w:styleId': id }, [
    value('w:name', name),
    value('w:basedOn', 'Normal'),
    element('w:qFormat'),
    element('w:pPr', {}, [
      ...(keepNext === undefined ? [] : [element('w:keepNext')]),
      ...(own === undefined ? [] : [value('w:snapToGrid', 0)]),
      ...(exact === undefined ? [] : [exactly(exact)]),
      ...(indent === undefined ? [] : [element('w:ind', { 'w:firstLineChars': 200, 'w:firstLine': 2 * em(size.three) })]),
      ...(align === undefined ? [] : [value('w:jc', align)]),
      ...(outline === undefined ? [] : [value('w:outlineLvl', outline)]),
    ]),
    element('w:rPr', {}, [
      ...(font === undefined ? [] : [element('w:rFonts', { 'w:hint': font.hint, 'w:ascii': font.ascii, 'w:hAnsi': font.hAnsi, 'w:eastAsia': font.eastAsia, 'w:cs': font.cs })]),
      ...(own === undefined ? [] : [value('w:snapToGrid', 0), value('w:spacing', 0), ...sized(own)]),
    ]),
  ])

const exactly = (twips: number): XmlComponent => element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': twips, 'w:lineRule': 'exact' })

const sized = (halfPoints: number): readonly XmlComponent[] => [value('w:sz', halfPoints), value('w:szCs', halfPoints)]
