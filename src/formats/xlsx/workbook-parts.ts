import { escaped } from './xml-escape.ts'
import { mostDecimals } from './cell-xml.ts'

/** The small parts of a workbook that is written by hand: what it holds, its styles, its properties. */

export type WorkbookProperties = { readonly title: string; readonly creator: string; /** An instant, ISO 8601. */ readonly created: string; readonly description: string }

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const sheetPath = (at: number): string => `xl/worksheets/sheet${at + 1}.xml`

/** Every part but the sheets, of a workbook of sheets with these names; `heading` names the sheets whose first row prints on every page. */
export const workbookParts = (sheets: readonly { readonly name: string; readonly filter?: string }[], properties: WorkbookProperties): readonly (readonly [name: string, xml: string])[] => {
  const filters = sheets.flatMap(({ name, filter }, at) => (filter === undefined ? [] : [[at, `'${name.replaceAll("'", "''")}'!`, filter] as const]))
  const names = filters.flatMap(([at, place, filter]) => [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${escaped(`${place}${filter}`)}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escaped(`${place}$1:$1`)}</definedName>`,
  ])
  return [
    ['xl/workbook.xml', `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`],
    ['xl/_rels/workbook.xml.rels', related([...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const), ['styles', 'styles.xml']])],
    ['xl/styles.xml', styles],
    ['docProps/core.xml', coreProperties(properties)],
    ['_rels/.rels', `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`],
    ['[Content_Types].xml', `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>${sheets.map((_, at) => `<Override PartName="/${sheetPath(at)}" ContentType="${sheetType}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`],
  ]
}

export const worksheetHead = (inside: string): string => `${declaration}<worksheet xmlns="${main}">${inside}<sheetData>`

const related = (parts: readonly (readonly [type: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="${packages}/relationships">${parts.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`).join('')}</Relationships>`

const coreProperties = ({ title, creator, created, description }: WorkbookProperties): string =>
  `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator><dc:description>${escaped(description)}</dc:description><cp:lastModifiedBy>${escaped(creator)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${escaped(created)}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${escaped(created)}</dcterms:modified></cp:coreProperties>`

/** Number formats beyond Excel's own start at 164. */
const firstFormat = 164
const decimalsList = Array.from({ length: mostDecimals + 1 }, (_, at) => at)
const formatOf = (decimals: number): string => (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`)

const xf = (format: number, more = ''): string => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0"${format === 0 ? '' : ' applyNumberFormat="1"'}${more}`

/** In the order of `styleOf`. */
const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="${decimalsList.length + 1}"><numFmt numFmtId="${firstFormat}" formatCode="yyyy\\-mm\\-dd"/>${decimalsList.map((at) => `<numFmt numFmtId="${firstFormat + 1 + at}" formatCode="${formatOf(at)}"/>`).join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font><font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDE9E1"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF8A8378"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${6 + decimalsList.length}">${xf(0)}/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>${xf(49)}/>${xf(49, ' quotePrefix="1"')}/>${xf(firstFormat, ' applyAlignment="1"')}><alignment horizontal="center"/></xf>${xf(0, ' applyAlignment="1"')}><alignment vertical="top" wrapText="1"/></xf>${decimalsList.map((at) => `${xf(firstFormat + 1 + at)}/>`).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
