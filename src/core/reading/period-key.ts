import { monthAt } from '../time/month.ts'
import { parsePeriod } from '../time/period.ts'
import { numeralAt } from './numeral.ts'

/**
 * The period that time words mean (上半年, 1-6月, 2022年, 前三季度), as a key, given the document's own year; null when they
 * leave it open. Months up to one (截至6月底, 前5个月) are counted from January.
 */
export const periodKeyOf = (words: string, year: number | null): string | null => {
  const text = plain(words)
  const whole = /^(?:(20\d{2}|19\d{2})年|(今年|本年|当年)|(去年|上年))?(.*)$/.exec(text)
  if (whole === null) return null
  const [, written, own, last, rest = ''] = whole
  const base = written !== undefined ? Number(written) : year === null ? null : last !== undefined ? year - 1 : year
  if (base === null) return null
  if (rest === '') return own === undefined && (written !== undefined || last !== undefined) ? String(base) : null
  return partOf(rest, base)
}

const partOf = (text: string, year: number): string | null => {
  if (/^(?:全年|年)$/.test(text)) return String(year)
  if (text === '上半年') return `${year}H1`
  if (text === '下半年') return `${year}H2`
  const quarter = /^第?([一二三四1-4])季$/.exec(text)
  if (quarter !== null) return `${year}Q${numberOf(quarter[1])}`
  const quarters = /^前([一二两三1-3])个?季$/.exec(text)
  if (quarters !== null) return monthsKey(year, 1, 3 * numberOf(quarters[1]))
  const range = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月?-(\d{1,2}|[一二三四五六七八九十]{1,2})月$/.exec(text)
  if (range !== null) return monthsKey(year, numberOf(range[1]), numberOf(range[2]))
  const first = /^前(\d{1,2}|[一二两三四五六七八九十]{1,2})个月$/.exec(text)
  if (first !== null) return monthsKey(year, 1, numberOf(first[1]))
  const month = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月([底末])?$/.exec(text)
  if (month === null) return null
  return monthsKey(year, month[2] === undefined ? numberOf(month[1]) : 1, numberOf(month[1]))
}

/** Full width and spaces away; the words around a period that do not change it too. */
const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[~–—−至到]/g, '-')
    .replace(/^(?:截-|截止-?|自|在|从)/, '')
    .replace(/(?:以来|期间|来)$/, '')
    .replace(/份$/, '')
    .replace(/度$/, '')
    .replace(/年内$/, '年')

const numberOf = (text: string | undefined): number => {
  if (text === undefined) return 0
  if (/^\d+$/.test(text)) return Number(text)
  return text === '两' ? 2 : Number(numeralAt(text, 0)?.value ?? 0)
}

/** The key of whole months of a year: that of the window they are, where they are one. */
const monthsKey = (year: number, from: number, to: number): string | null => {
  if (!(from >= 1 && from <= to && to <= 12)) return null
  const key = windows[`${from}-${to}`]
  if (key !== undefined) return `${year}${key}`
  return parsePeriod(`${monthAt(year, from)}..${monthAt(year, to)}`)?.key ?? null
}

const windows: Readonly<Record<string, string>> = { '1-12': '', '1-6': 'H1', '7-12': 'H2', '1-3': 'Q1', '4-6': 'Q2', '7-9': 'Q3', '10-12': 'Q4' }
