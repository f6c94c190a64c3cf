import { columnName } from '../../core/importing/cell.ts'
import { escaped } from './xml-escape.ts'

/** A comment at a cell, by its row from 1 and column from 0. */
export type Comment = { readonly row: number; readonly column: number; readonly text: string }

/** Who the comments are of, as Excel shows it. */
const author = '镇务'

/** The comments of a sheet with more of them; a cell that has one is told the new words below its own. */
export const withComments = (xml: string | undefined, comments: readonly Comment[]): string => {
  const whole = xml ?? `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors><commentList></commentList></comments>`
  const prefix = /<(\w+:)?comments\b/.exec(whole)?.[1] ?? ''
  const authors = [...whole.matchAll(new RegExp(`<${prefix}author(?:\\s[^>]*)?(?:/>|>)`, 'g'))].length
  const named = whole.replace(new RegExp(`<${prefix}authors\\s*/>`), `<${prefix}authors></${prefix}authors>`).replace(`</${prefix}authors>`, `<${prefix}author>${author}</${prefix}author></${prefix}authors>`)
  let list = named.replace(new RegExp(`<${prefix}commentList\\s*/>`), `<${prefix}commentList></${prefix}commentList>`)
  const has = new Set(xml === undefined ? [] : [...list.matchAll(/\sref="([A-Z]+\d+)"/g)].map(([, ref]) => ref))
  const added = comments.flatMap(({ row, column, text }) => {
    const ref = `${columnName(column)}${row}`
    const run = (words: string): string => `<${prefix}r><${prefix}rPr><${prefix}sz val="9"/><${prefix}rFont val="宋体"/></${prefix}rPr><${prefix}t xml:space="preserve">${escaped(words)}</${prefix}t></${prefix}r>`
    if (!has.has(ref)) return [`<${prefix}comment ref="${ref}" authorId="${authors}"><${prefix}text>${run(text)}</${prefix}text></${prefix}comment>`]
    list = list.replace(new RegExp(`(<${prefix}comment\\b[^>]*\\sref="${ref}"[^>]*>\\s*<${prefix}text>)([^]*?)(</${prefix}text>)`), (_, open: string, old: string, close: string) => `${open}${/<(?:\w+:)?t[\s>]/.test(old) && !/<(?:\w+:)?r[\s>]/.test(old) ? `<${prefix}r>${old}</${prefix}r>` : old}${run(`\n${text}`)}${close}`)
    return []
  })
  return list.replace(`</${prefix}commentList>`, () => `${added.join('')}</${prefix}commentList>`)
}

/** The cells of a sheet that have comments. */
export const commentedCells = (xml: string | undefined): ReadonlySet<string> => new Set(xml === undefined ? [] : [...xml.matchAll(/<(?:\w+:)?comment\b[^>]*\sref="([A-Z]+\d+)"/g)].map(([, ref = '']) => ref))

/** The drawing that shows comments, with boxes for more of them: Excel shows no comment without one. */
export const withBoxes = (vml: string | undefined, comments: readonly Comment[]): string => {
  const whole = vml ?? '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
  const first = Math.max(1024, ...[...whole.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Number(id))) + 1
  const boxes = comments.map(({ row, column, text }, at) => {
    const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / 16), 1)
    return `<v:shape id="_x0000_s${first + at}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:170pt;height:${lines * 14 + 8}pt;z-index:${at + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${Math.max(0, row - 2)}, 10, ${column + 4}, 15, ${Math.max(0, row - 2) + lines + 1}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  })
  return whole.replace(/<\/xml>\s*$/, () => `${boxes.join('')}</xml>`)
}

/** What follows the data of a sheet, with the relation to that drawing at the place the order of a sheet gives it (ECMA-376 part 1, 18.3.1.99). */
export const withDrawing = (tail: string, prefix: string, id: string, relations: string): string => {
  let depth = 0
  for (const found of tail.matchAll(/<(\/?)([\w:]+)(?:"[^"]*"|'[^']*'|[^'">])*?(\/?)>/g)) {
    const [, close = '', name = '', empty = ''] = found
    if (close === '' && depth === 0 && later.has(name.replace(/^\w+:/, ''))) return insert(found.index)
    if (close === '/' && depth === 0 && /(^|:)worksheet$/.test(name)) return insert(found.index)
    if (empty === '' && !/(^|:)sheetData$/.test(name)) depth += close === '/' ? -1 : 1
  }
  return tail

  function insert(at: number): string {
    return `${tail.slice(0, at)}<${prefix}legacyDrawing xmlns:rel="${relations}" rel:id="${id}"/>${tail.slice(at)}`
  }
}

const later: ReadonlySet<string> = new Set(['legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst'])
