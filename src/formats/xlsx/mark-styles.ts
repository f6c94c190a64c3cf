/** The colour of a cell with a problem: a pale red that black words stand on. */
const fill = 'FFFFD9CC'

/** Gives each style of a workbook, when it is asked for, one like it with the fill of a problem; `xml` is the styles with those that were asked for. */
export type StyleMarker = { readonly style: (now: number) => number; readonly xml: () => string }

export const styleMarker = (styles = plain): StyleMarker => {
  const prefix = /<(\w+:)?styleSheet\b/.exec(styles)?.[1] ?? ''
  const fills = counted(styles, `${prefix}fills`, `${prefix}fill`)
  const cells = counted(styles, `${prefix}cellXfs`, `${prefix}xf`)
  if (fills === undefined || cells === undefined) return { style: (now) => now, xml: () => styles }
  const all = [...styles.slice(cells.from, cells.to).matchAll(new RegExp(`<${prefix}xf\\b[^>]*?(?:/>|>[^]*?</${prefix}xf>)`, 'g'))].map(([each]) => each)
  const marked = new Map<number, number>()
  const like = (style: number): string => (all[style] ?? all[0] ?? `<${prefix}xf/>`).replace(/\s(?:fillId|applyFill)="[^"]*"/g, '').replace(/^<[\w:]+/, (tag) => `${tag} fillId="${fills.count}" applyFill="1"`)
  return {
    style: (now) => {
      const known = marked.get(now) ?? all.length + marked.size
      marked.set(now, known)
      return known
    },
    xml: () => {
      const longer = grown(styles, cells, [...marked.keys()].map(like).join(''), marked.size)
      return grown(longer, fills, `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${fill}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`, 1)
    },
  }
}

type List = { readonly open: number; readonly from: number; readonly to: number; readonly count: number; readonly tag: string }

/** A list of elements by where it stands; undefined where there is none or it is empty. */
const counted = (xml: string, list: string, item: string): List | undefined => {
  const tag = new RegExp(`<${list}\\b[^>]*>`).exec(xml)
  if (tag === null || tag[0].endsWith('/>')) return undefined
  const from = tag.index + tag[0].length
  const to = xml.indexOf(`</${list}>`, from)
  if (to < 0) return undefined
  return { open: tag.index, from, to, tag: tag[0], count: [...xml.slice(from, to).matchAll(new RegExp(`<${item}[\\s/>]`, 'g'))].length }
}

const grown = (xml: string, { open, from, to, count, tag }: List, added: string, more: number): string =>
  `${xml.slice(0, open)}${tag.replace(/\scount="[^"]*"/, '').replace(/>$/, ` count="${count + more}">`)}${xml.slice(from, to)}${added}${xml.slice(to)}`

/** The styles of a workbook that came without. */
const plain = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
