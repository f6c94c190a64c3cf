import { readDay } from '../importing/read-day.ts'
import type { Day } from './day.ts'
import { addDays } from './day.ts'

/** A line of a notice: days with what they are, and how many it says they are; or what could not be read of it. */
export type NoticeLine =
  | { readonly kind: 'days'; readonly line: number; readonly days: readonly Day[]; readonly mark: 'off' | 'work'; readonly said: number | null }
  | { readonly kind: 'no-day' | 'no-mark'; readonly line: number; readonly text: string }

/** The lines of a notice, whichever way it is written; days without a year are of the given one. */
export const noticeLines = (text: string, year: number): readonly NoticeLine[] => {
  const trimmed = text.trim()
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) return jsonLines(trimmed, year)
  if (/日(?:[（(][^）)\n]*[）)])?(?:放假|上班)/.test(trimmed)) return textLines(text, year)
  return text.split(/\r?\n/).flatMap((each, at) => rowLine(each, at + 1, year))
}

const marks: Readonly<Record<string, 'off' | 'work'>> = { off: 'off', 休: 'off', 休息: 'off', 放假: 'off', 假: 'off', 节假日: 'off', holiday: 'off', work: 'work', 班: 'work', 上班: 'work', 补班: 'work', 调休上班: 'work', workday: 'work' }

const dayLine = (day: string, mark: string, line: number, year: number): NoticeLine => {
  const read = readDay({ kind: 'text', text: day.trim() }, year)
  if (typeof read !== 'string') return { kind: 'no-day', line, text: day.trim() }
  const known = marks[mark.trim().toLowerCase()]
  return known === undefined ? { kind: 'no-mark', line, text: mark.trim() } : { kind: 'days', line, days: [read], mark: known, said: null }
}

/** `2027-10-01,off`, with a name of the holiday behind it if need be; a first line without a digit is a heading. */
const rowLine = (text: string, line: number, year: number): readonly NoticeLine[] => {
  const [day = '', mark = ''] = text.replace(/^\uFEFF/, '').split(/[,，;；\t]|\s+/).filter((part) => part !== '')
  if (day === '' || (line === 1 && !/\d/.test(text))) return []
  return [dayLine(day, mark, line, year)]
}

/** `[{"day": …, "kind": "off"}]`, or `{"off": […], "work": […]}`; the line is the place in the list. */
const jsonLines = (text: string, year: number): readonly NoticeLine[] => {
  const parsed = parsedJson(text)
  if (parsed === undefined) return [{ kind: 'no-day', line: 1, text: text.slice(0, 40) }]
  const rows = Array.isArray(parsed) ? parsed : (['off', 'work'] as const).flatMap((kind) => listIn(parsed, kind).map((day) => ({ day, kind })))
  return rows.map((row, at) => dayLine(String(partOf(row, 'day') ?? partOf(row, 'date') ?? ''), String(partOf(row, 'kind') ?? partOf(row, 'mark') ?? ''), at + 1, year))
}

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const partOf = (row: unknown, key: string): unknown => (typeof row === 'object' && row !== null && Object.hasOwn(row, key) ? (row as Readonly<Record<string, unknown>>)[key] : undefined)
const listIn = (row: unknown, key: string): readonly unknown[] => {
  const list = partOf(row, key)
  return Array.isArray(list) ? list : []
}

const oneDay = String.raw`(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[（(][^）)]*[）)])?`
const span = String.raw`${oneDay}(?:(?:至|到|—+|-|－|～|~)(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日(?:[（(][^）)]*[）)])?)?`
const clause = new RegExp(String.raw`(${span}(?:(?:、|，|,|和|及)\s*${span})*)\s*(?:均|都|正常|照常)?(放假|上班)([^。；;\n]*)`, 'g')

/** The State Council's own sentences: days and spans of days that are 放假 or 上班; what else it says of days is advice. */
const textLines = (text: string, year: number): readonly NoticeLine[] =>
  text.split(/\r?\n/).flatMap((written, at) => {
    const sentence = written.replace(/\s+/g, '')
    const newYear = sentence.includes('元旦')
    return [...sentence.matchAll(clause)].map(([, spans = '', verb, rest = '']): NoticeLine => {
      const days = spans.replace(/[（(][^）)]*[）)]/g, '').split(/、|，|,|和|及/).map((each) => daysOf(each, year, newYear))
      const unread = days.findIndex((each) => each.length === 0)
      if (unread >= 0) return { kind: 'no-day', line: at + 1, text: spans }
      const said = verb === '放假' ? /共(\d+)天/.exec(rest)?.[1] : undefined
      return { kind: 'days', line: at + 1, days: days.flat(), mark: verb === '放假' ? 'off' : 'work', said: said === undefined ? null : Number(said) }
    })
  })

/** The days of `2月10日至17日`. One of December without a year, said of New Year, is of the year before. */
const daysOf = (text: string, year: number, newYear: boolean): readonly Day[] => {
  const [start = '', end] = text.split(/至|到|—+|-|－|～|~/)
  const early = newYear && !/\d{4}年/.test(start) && /^12月/.test(start)
  const from = readDay({ kind: 'text', text: start }, early ? year - 1 : year)
  if (typeof from !== 'string') return []
  if (end === undefined) return [from]
  const to = readDay({ kind: 'text', text: /月/.test(end) ? end : `${Number(from.slice(5, 7))}月${end}` }, /\d{4}年/.test(start) && !/月/.test(end) ? Number(start.slice(0, 4)) : year)
  if (typeof to !== 'string' || to < from) return []
  const days: Day[] = []
  for (let day = from; day <= to && days.length <= longest; day = addDays(day, 1)) days.push(day)
  return days.length > longest ? [] : days
}

/** No holiday lasts longer; a longer span has lost or gained a figure. */
const longest = 31
