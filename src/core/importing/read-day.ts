import type { ValueProblem } from '../ledger/kinds/kind.ts'
import { problem } from '../ledger/kinds/kind.ts'
import { numeralAt } from '../reading/numeral.ts'
import type { Day } from '../time/day.ts'
import { addDays, parseDay } from '../time/day.ts'
import type { Cell } from './cell.ts'
import { cellText, narrow } from './cell.ts'

const written: readonly RegExp[] = [
  /^(?<y>\d{4})\s*[-./年、]\s*(?<m>\d{1,2})\s*[-./月、]\s*(?<d>\d{1,2})\s*[日号.]?$/,
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  /^(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号]?$/,
]

/** What may follow a day: a time, and the day of the week. */
const behind = /(?:[ T]*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?|[ (]*(?:星期|周)[一二三四五六日天]\)?)+$/

/**
 * A day as it is written in tables: 2023-6-30, 2023.06.30, 2023/6/30, 2023年6月30日, 二〇二三年六月三十日, 20230630, 6月30日 of a year that is known, a day
 * with a time, and Excel's own count of days. A month without a day, a year of two digits and 6.30 could mean several things and are problems.
 */
export const readDay = (cell: Cell, year: number): Day | ValueProblem => {
  if (cell?.kind === 'day') return cell.day < earliest ? problem('not-day', { value: cell.day }) : cell.day
  const given = cellText(cell)
  const exact = parseDay(given)
  if (exact !== undefined) return exact
  const text = narrow(given).replace(behind, '').trim()
  const plain = /[〇零一二三四五六七八九十]/.test(text) ? inDigits(text) : text
  for (const form of written) {
    const { y, m, d } = form.exec(plain)?.groups ?? {}
    if (m === undefined || d === undefined) continue
    return parseDay(`${y ?? String(year)}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`) ?? problem('not-day', { value: text })
  }
  if (/^\d{5}(\.\d+)?$/.test(plain) && Number(plain) >= firstSerial && Number(plain) < lastSerial) return addDays('1899-12-30' as Day, Math.floor(Number(plain)))
  if (/^\d{4}\s*[-./年]\s*\d{1,2}\s*月?(份)?$/.test(plain)) return problem('day-missing', { value: text })
  if (/^('?\d{2}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?|\d{1,2}[-./]\d{1,2}(号|日)?)$/.test(plain)) return problem('day-year-missing', { value: text })
  return problem('not-day', { value: text.length > 40 ? `${text.slice(0, 40)}…` : text })
}

/** A small number shown as a day is a day of 1900; nothing a ledger keeps is as old. */
const earliest = '1910-01-01'

/** A bare number is a day from 1950 to 2099. */
const firstSerial = 18_264
const lastSerial = 73_051

/** 二〇二三年六月三十日 with its numerals as digits. */
const inDigits = (text: string): string =>
  text.replace(/[〇零一二三四五六七八九十]+/g, (word) => numeralAt(word, 0)?.value ?? word)
