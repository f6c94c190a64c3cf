import { listNumber } from './list-number.ts'
import { readXml } from './xml.ts'

/** One level of a list: where it starts, in which format, and the text its number stands in (`（%1）`). */
export type ListLevel = { start: number; format: string; text: string; style: string | undefined; restartsUnder: number | undefined; arabic: boolean; space: boolean }

/** The lists of a document as its numbering part declares them (ISO/IEC 29500-1 17.9). */
export type Numbering = {
  readonly abstracts: ReadonlyMap<string, Abstract>
  readonly lists: ReadonlyMap<string, List>
}

export type Abstract = { readonly levels: Map<number, ListLevel>; linkedStyle: string | undefined }

/** A use of an abstract list; `levels` and `starts` are what it changes. */
export type List = { abstract: string; readonly levels: Map<number, ListLevel>; readonly starts: Map<number, number> }

export const noNumbering: Numbering = { abstracts: new Map(), lists: new Map() }

/** Undefined when the part is not well-formed. */
export const readNumbering = (xml: string): Numbering | undefined => {
  const abstracts = new Map<string, Abstract>()
  const lists = new Map<string, List>()
  let abstract: Abstract | undefined
  let list: List | undefined
  let at = 0
  let level: ListLevel | undefined
  const sound = readXml(xml, {
    open: (name, attribute) => {
      const value = attribute('val') ?? ''
      switch (name) {
        case 'w:abstractNum':
          abstract = { levels: new Map(), linkedStyle: undefined }
          abstracts.set(attribute('abstractNumId') ?? '', abstract)
          break
        case 'w:num':
          list = { abstract: '', levels: new Map(), starts: new Map() }
          lists.set(attribute('numId') ?? '', list)
          break
        case 'w:abstractNumId':
          if (list !== undefined) list.abstract = value
          break
        case 'w:numStyleLink':
          if (abstract !== undefined) abstract.linkedStyle = value
          break
        case 'w:lvlOverride':
          at = levelOf(attribute('ilvl'))
          break
        case 'w:startOverride':
          list?.starts.set(at, whole(value))
          break
        case 'w:lvl':
          at = levelOf(attribute('ilvl'))
          level = { start: 0, format: 'decimal', text: '', style: undefined, restartsUnder: undefined, arabic: false, space: true }
          ;(list ?? abstract)?.levels.set(at, level)
          break
        default:
          if (level !== undefined) setLevel(level, name, value)
      }
    },
    close: (name) => {
      if (name === 'w:lvl') level = undefined
      if (name === 'w:num') list = undefined
      if (name === 'w:abstractNum') abstract = undefined
    },
    text: () => undefined,
  })
  return sound ? { abstracts, lists } : undefined
}

/** Longer texts around a number are no list's. */
const longestText = 40

const setLevel = (level: ListLevel, name: string, value: string): void => {
  switch (name) {
    case 'w:start':
      level.start = whole(value)
      break
    case 'w:numFmt':
      level.format = value
      break
    case 'w:lvlText':
      level.text = value.slice(0, longestText)
      break
    case 'w:pStyle':
      level.style = value
      break
    case 'w:lvlRestart':
      level.restartsUnder = whole(value)
      break
    case 'w:isLgl':
      level.arabic = value !== '0' && value !== 'false'
      break
    case 'w:suff':
      level.space = value !== 'nothing'
  }
}

/** A list has nine levels. */
const levelOf = (text: string | undefined): number => Math.min(whole(text), 8)

const whole = (text: string | undefined): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 0)

/** Which list and level a paragraph names, itself or by its style. */
export type ListPlace = { readonly list: string; readonly level: number }

/** Counts the paragraphs of a document's lists in their order, and answers the number each shows: `（一）`, `1. `, or nothing. */
export const listCounter = (numbering: Numbering, listOfStyle: (style: string) => string | undefined): ((place: ListPlace, style: string | undefined) => string) => {
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  const known = new Map<string, { readonly key: string; readonly levels: ReadonlyMap<number, ListLevel> }>()
  const levelsOf = (id: string, list: List): { readonly key: string; readonly levels: ReadonlyMap<number, ListLevel> } => {
    const found = known.get(id)
    if (found !== undefined) return found
    const key = abstractKey(numbering, list, listOfStyle)
    const made = { key, levels: new Map([...(numbering.abstracts.get(key)?.levels ?? []), ...list.levels]) }
    known.set(id, made)
    return made
  }
  return (place, style) => {
    const list = numbering.lists.get(place.list)
    if (list === undefined) return ''
    const { key, levels } = levelsOf(place.list, list)
    const at = style === undefined ? place.level : ([...levels].find(([, level]) => level.style === style)?.[0] ?? place.level)
    const level = levels.get(at)
    if (level === undefined) return ''
    const count = counts.get(key) ?? []
    counts.set(key, count)
    const over = begun.has(`${place.list} ${at}`) ? undefined : list.starts.get(at)
    begun.add(`${place.list} ${at}`)
    count[at] = over ?? (count[at] ?? level.start - 1) + 1
    for (const [deeper, { restartsUnder }] of levels) if (deeper > at && restartsUnder !== 0 && at < (restartsUnder ?? deeper)) count[deeper] = undefined
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const named = levels.get(Number(digit) - 1)
      return named === undefined ? '' : listNumber(level.arabic && named !== level ? 'decimal' : named.format, count[Number(digit) - 1] ?? named.start)
    })
    return level.format === 'bullet' || level.format === 'none' ? '' : level.space && /[\w.)]$/.test(text) ? `${text} ` : text
  }
}

/** An abstract list may only point to a style whose list is meant. */
const abstractKey = (numbering: Numbering, list: List, listOfStyle: (style: string) => string | undefined): string => {
  const style = numbering.abstracts.get(list.abstract)?.linkedStyle
  const meant = style === undefined ? undefined : listOfStyle(style)
  return (meant === undefined ? undefined : numbering.lists.get(meant)?.abstract) ?? list.abstract
}
