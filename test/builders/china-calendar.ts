import type { YearNotice } from '../../src/core/time/work-calendar.ts'
import { chinaCalendar, readChinaNotices } from '../../src/formats/calendar/china.ts'

/** The working days of 2019 to 2026, for tests of rooms that may not read files. */
export const china = chinaCalendar()

/** What the notice of one year says. */
export const noticeOf = (wanted: number): YearNotice => {
  const found = readChinaNotices().notices.find(({ year }) => year === wanted)
  if (found === undefined) throw new Error(`no notice of ${wanted}`)
  return { year: found.year, off: found.off, work: found.work }
}
