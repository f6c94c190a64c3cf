/**
 * A calendar day is the text 'YYYY-MM-DD': it sorts as text, survives JSON and the database unchanged, and has
 * no hour or zone that could move it. Arithmetic counts civil days of the Gregorian calendar, 1900 to 2199.
 */
export type Day = string & { readonly __day: true }

/** Reads ISO text only; a day that the calendar does not have, or outside 1900–2199, is undefined. */
export const parseDay = (text: string): Day | undefined => {
  if (text.length !== 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const dayNumber = digits(text, 8, 10)
  return isCivil(year, month, dayNumber) ? (text as Day) : undefined
}

/** Like parseDay, for text known to be a day; throws RangeError otherwise. */
export const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new RangeError(`not a day: ${text}`)
  return parsed
}

/** The day of a year, a month 1–12 and a day of the month; throws RangeError when the calendar has none. */
export const dayOf = (year: number, month: number, dayNumber: number): Day => {
  if (!isCivil(year, month, dayNumber)) throw new RangeError(`not a day: ${year}-${month}-${dayNumber}`)
  return dayText(year, month, dayNumber)
}

/** The day n whole days later (earlier when n is negative); throws RangeError outside 1900–2199 and for a part of a day. */
export const addDays = (from: Day, n: number): Day => {
  const inMonth = digits(from, 8, 10) + n
  if (inMonth >= 1 && inMonth <= 28 && Number.isInteger(inMonth)) return (from.slice(0, 8) + two[inMonth]) as Day
  return fromSerial(serial(from) + n)
}

/** Days from a to b: 0 on the same day, negative when b is earlier. */
export const daysBetween = (a: Day, b: Day): number => serial(b) - serial(a)

/** −1, 0 or 1, for sorting. */
export const compareDays = (a: Day, b: Day): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

export const yearOf = (d: Day): number => digits(d, 0, 4)

/** Days in a month 1–12 of a year. */
export const monthLength = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : lengths[month] ?? 0)

const hyphen = 45
const firstYear = 1900
const lastYear = 2199
const lengths: readonly number[] = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const before: readonly number[] = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const two: readonly string[] = Array.from({ length: 32 }, (_, n) => String(n).padStart(2, '0'))

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const isCivil = (year: number, month: number, dayNumber: number): boolean =>
  Number.isInteger(year) && year >= firstYear && year <= lastYear
  && Number.isInteger(month) && month >= 1 && month <= 12
  && Number.isInteger(dayNumber) && dayNumber >= 1 && dayNumber <= monthLength(year, month)

const dayText = (year: number, month: number, dayNumber: number): Day => `${year}-${two[month]}-${two[dayNumber]}` as Day

/** The number written at [from, to), or NaN. */
const digits = (text: string, from: number, to: number): number => {
  let value = 0
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** Days before the first of January of a year, counted from the year 1. */
const daysBeforeYear = (year: number): number => {
  const whole = year - 1
  return whole * 365 + Math.floor(whole / 4) - Math.floor(whole / 100) + Math.floor(whole / 400)
}

const serial = (d: Day): number => {
  const year = digits(d, 0, 4)
  const month = digits(d, 5, 7)
  return daysBeforeYear(year) + (before[month] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0) + digits(d, 8, 10) - 1
}

const fromSerial = (n: number): Day => {
  if (!Number.isInteger(n)) throw new RangeError(`not a whole number of days: ${n}`)
  let year = Math.floor(n / 365.2425) + 1
  if (n < daysBeforeYear(year)) year -= 1
  else if (n >= daysBeforeYear(year + 1)) year += 1
  if (year < firstYear || year > lastYear) throw new RangeError('outside the calendar 1900–2199')
  let rest = n - daysBeforeYear(year)
  let month = 1
  while (rest >= monthLength(year, month)) {
    rest -= monthLength(year, month)
    month += 1
  }
  return dayText(year, month, rest + 1)
}
