import { dayOf, monthLength, parseDay, type Day } from './day.ts'

/** A calendar month, the text 'YYYY-MM': the grain in which balances are kept. */
export type Month = string & { readonly __month: true }

/** Reads 'YYYY-MM' within 1900–2199; anything else is undefined. */
export const parseMonth = (text: string): Month | undefined =>
  text.length === 7 && parseDay(`${text}-01`) !== undefined ? (text as Month) : undefined

/** Like parseMonth, for text known to be a month; throws RangeError otherwise. */
export const month = (text: string): Month => {
  const parsed = parseMonth(text)
  if (parsed === undefined) throw new RangeError(`not a month: ${text}`)
  return parsed
}

/** The month a day lies in. */
export const monthOf = (d: Day): Month => d.slice(0, 7) as Month

export const firstDay = (m: Month): Day => `${m}-01` as Day

export const lastDay = (m: Month): Day => {
  const year = yearIn(m)
  const number = monthNumber(m)
  return dayOf(year, number, monthLength(year, number))
}

/** The month of a year and a number 1–12; throws RangeError when there is none. */
export const monthAt = (year: number, number: number): Month => monthOf(dayOf(year, number, 1))

/** The number 1–12 of a month within its year. */
export const monthNumber = (m: Month): number => Number(m.slice(5, 7))

/** The month n months later (earlier when n is negative); throws RangeError outside 1900–2199. */
export const addMonths = (m: Month, n: number): Month => {
  const at = ordinal(m) + n
  return monthAt(Math.floor(at / 12), (((at % 12) + 12) % 12) + 1)
}

/** Months from a to b: 0 for the same month, negative when b is earlier. */
export const monthsBetween = (a: Month, b: Month): number => ordinal(b) - ordinal(a)

/** Every month from the first to the last, both included; empty when the last is earlier. */
export const monthsIn = (from: Month, to: Month): Month[] =>
  Array.from({ length: Math.max(0, monthsBetween(from, to) + 1) }, (_, n) => addMonths(from, n))

const yearIn = (m: Month): number => Number(m.slice(0, 4))

const ordinal = (m: Month): number => yearIn(m) * 12 + monthNumber(m) - 1
