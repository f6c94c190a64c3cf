import type { ValueProblem } from '../ledger/kinds/kind.ts'
import { problem } from '../ledger/kinds/kind.ts'
import type { Day } from '../time/day.ts'
import { addDays, parseDay } from '../time/day.ts'
import type { Cell } from './cell.ts'
import { cellText, narrow } from './cell.ts'

const written: readonly RegExp[] = [
  /^(?<y>\d{4})\s*[-./年]\s*(?<m>\d{1,2})\s*[-./月]\s*(?<d>\d{1,2})\s*[日号]?$/,
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  /^(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号]?$/,
]

/**
 * A day as it is written in tables: 2023-6-30, 2023.06.30, 2023/6/30, 2023年6月30日, 20230630, 6月30日 of a year that is known, a day with a time, and
 * Excel's own count of days. A month without a day, a year of two digits and 6.30 could mean several things and are problems.
 */
export const readDay = (cell: Cell, year: number): Day | ValueProblem => {
  if (cell?.kind === 'day') return cell.day
  const text = narrow(cellText(cell)).replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, '')
  for (const form of written) {
    const { y, m, d } = form.exec(text)?.groups ?? {}
    if (m === undefined || d === undefined) continue
    return parseDay(`${y ?? String(year)}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`) ?? problem('not-day', { value: text })
  }
  if (/^\d{5}$/.test(text) && Number(text) >= 18_264) return addDays('1899-12-30' as Day, Number(text))
  if (/^\d{4}\s*[-./年]\s*\d{1,2}\s*月?$/.test(text)) return problem('day-missing', { value: text })
  if (/^(\d{2}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?|\d{1,2}[-./]\d{1,2})$/.test(text)) return problem('day-year-missing', { value: text })
  return problem('not-day', { value: text.length > 40 ? `${text.slice(0, 40)}…` : text })
}
