import type { Cell } from '../../core/importing/cell.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { addDays, parseDay } from '../../core/time/day.ts'
import type { Day } from '../../core/time/day.ts'
import type { Shown } from './number-formats.ts'
import { UnreadableWorkbook } from './unreadable.ts'
import { itemWords, xmlWords } from './xml-words.ts'

/** What the cells of a sheet refer to. */
export type SheetContext = { readonly strings: readonly string[]; readonly formats: readonly Shown[]; readonly from1904: boolean }

/** A cell as it is written: the type and style of its tag, and what stands inside it. */
type WrittenCell = { readonly type: string | undefined; readonly style: string | undefined; readonly body: string; readonly prefix: string }

/** A cell by its type (ECMA-376 part 1, 18.18.11); null where it holds nothing. */
export const sheetCell = ({ type, style, body, prefix }: WrittenCell, { strings, formats, from1904 }: SheetContext): Cell => {
  if (type === 'inlineStr') return textCell(itemWords(body))
  const raw = valueIn(body, prefix)
  if (raw === undefined) return formulaIn(body, prefix)
  switch (type) {
    case 's': {
      const text = strings[Number(raw)]
      if (text === undefined && raw !== '') throw new UnreadableWorkbook(refuse('workbook-damaged'))
      return textCell(text ?? '')
    }
    case undefined:
    case 'n':
      return raw === '' ? null : numberCell(raw, style === undefined ? 'plain' : (formats[Number(style)] ?? 'plain'), from1904)
    case 'b':
      return { kind: 'flag', value: raw === '1' || raw === 'true' }
    case 'e':
      return { kind: 'error', text: raw }
    case 'd':
      return writtenDayCell(raw)
    default:
      return textCell(xmlWords(raw))
  }
}

/** A number as a workbook keeps it, seen as its format shows it. */
export const numberCell = (raw: string, shown: Shown, from1904: boolean): Cell => {
  if ((shown === 'plain' || shown === 'percent') && isShort(raw)) return { kind: 'number', text: raw, percent: shown === 'percent' }
  const value = raw.trim() === '' ? Number.NaN : Number(raw)
  if (!Number.isFinite(value)) return { kind: 'text', text: raw }
  switch (shown) {
    case 'plain':
      return { kind: 'number', text: numberText(value), percent: false }
    case 'percent':
      return { kind: 'number', text: numberText(value), percent: true }
    case 'time':
      return { kind: 'text', text: clock(value, true) }
    case 'day':
    case 'month': {
      const day = dayOf(value, from1904)
      if (day === undefined) return { kind: 'number', text: numberText(value), percent: false }
      if (shown === 'month') return { kind: 'text', text: `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月` }
      const time = clock(value, false)
      return { kind: 'day', day, time: time === '00:00:00' ? null : time }
    }
    default:
      return { kind: 'number', text: Number.isInteger(value) && value >= 0 ? numberText(value).padStart(shown, '0') : numberText(value), percent: false }
  }
}

/** A day written out, as few workbooks keep it: 2023-06-30T00:00:00. */
export const writtenDayCell = (raw: string): Cell => {
  const day = parseDay(raw.slice(0, 10))
  const time = /^.{10}T(\d\d:\d\d:\d\d)/.exec(raw)?.[1] ?? null
  return day === undefined ? { kind: 'text', text: raw } : { kind: 'day', day, time: time === '00:00:00' ? null : time }
}

/** Fifteen digits, as Excel itself shows: 0.1 + 0.2 is 0.3; never an exponent. */
export const numberText = (value: number): string => {
  const text = Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(15)))
  const [, sign = '', whole = '', fraction = '', power = ''] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? []
  if (power === '') return text === '-0' ? '0' : text
  const digits = whole + fraction
  const point = whole.length + Number(power)
  return sign + (point <= 0 ? `0.${'0'.repeat(-point)}${digits}` : point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`)
}

/** Up to fifteen signs, no exponent: the text is the number Excel shows. */
const isShort = (raw: string): boolean => {
  if (raw.length > 15 || raw.length === 0) return false
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at)
    if ((code < 48 || code > 57) && !(code === 46 && at > 0 && at < raw.length - 1) && !(code === 45 && at === 0 && raw.length > 1)) return false
  }
  return raw !== '-0' && raw.indexOf('.') === raw.lastIndexOf('.') && !raw.startsWith('-.')
}

/** Day 1 is 1 January 1900 and day 60 the 29 February that 1900 did not have. */
const dayOf = (serial: number, from1904: boolean): Day | undefined => {
  const whole = Math.floor(serial + roundUp)
  if (whole < 1 || whole > (from1904 ? 107_900 : 109_500)) return undefined
  return addDays((from1904 ? '1904-01-01' : whole < 60 ? '1899-12-31' : '1899-12-30') as Day, whole)
}

/** Half a second: Excel keeps 23:59:59.999… for what was midnight. */
const roundUp = 0.5 / 86_400

const clock = (serial: number, whole: boolean): string => {
  const seconds = Math.round((whole ? Math.abs(serial) : serial - Math.floor(serial + roundUp)) * 86_400)
  const two = (n: number): string => String(n).padStart(2, '0')
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}`
  return whole && seconds % 60 === 0 ? time : `${time}:${two(seconds % 60)}`
}

const textCell = (text: string): Cell => (text === '' ? null : { kind: 'text', text })

/** What stands between `<v>` and its end; undefined where a cell has none. */
const valueIn = (body: string, prefix: string): string | undefined => {
  const tag = body.indexOf(`<${prefix}v`)
  if (tag < 0) return undefined
  const from = body.indexOf('>', tag) + 1
  if (body.charCodeAt(from - 2) === slash) return ''
  const to = body.indexOf('</', from)
  return to < 0 ? undefined : body.slice(from, to)
}

/** A formula that was never worked out, as programs that write workbooks leave it: not empty, and no value. */
const formulaIn = (body: string, prefix: string): Cell => {
  const [, formula] = new RegExp(`<${prefix}f(?:\\s[^>]*)?>([^<]*)<`).exec(body) ?? []
  return formula === undefined ? null : { kind: 'error', text: `=${xmlWords(formula).slice(0, 60)}` }
}

const slash = 47
