import { expect, test } from 'vitest'
import { dueOf } from '../../core/matter/clock.ts'
import { Limit } from '../../core/matter/limit.ts'
import type { Day } from '../../core/time/day.ts'
import { addDays, day } from '../../core/time/day.ts'
import { isPublished, isWeekend, isWorkday, workdaysBetween } from '../../core/time/work-calendar.ts'
import { words } from '../../core/words.ts'
import { chinaCalendar, readChinaNotices } from './china.ts'

const calendar = chinaCalendar()

/** `MM-DD` and `MM-DD..MM-DD` of a year, as days. */
const daysOf = (year: number, text: string): readonly Day[] =>
  text.split(' ').flatMap((part) => {
    const [from = '', to = from] = part.split('..')
    const days: Day[] = []
    for (let each = day(`${year}-${from}`); each <= `${year}-${to}`; each = addDays(each, 1)) days.push(each)
    return days
  })

const daysIn = (year: number): readonly Day[] => daysOf(year, '01-01..12-31')

test.each([
  [2024, '01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07', '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12', 251, 123],
  [2025, '01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08', '01-26 02-08 04-27 09-28 10-11', 248, 120],
  [2026, '01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07', '01-04 02-14 02-28 05-09 09-20 10-10', 248, 120],
])('every day of %i is as its notice says', (year, off, work, inYear, inHalf) => {
  const [free, made] = [new Set(daysOf(year, off)), new Set(daysOf(year, work))]
  const expected = (each: Day): boolean => made.has(each) || (!free.has(each) && !isWeekend(each))
  expect(daysIn(year).filter((each) => isWorkday(calendar, each) !== expected(each))).toEqual([])
  expect([workdaysBetween(calendar, day(`${year - 1}-12-31`), day(`${year}-12-31`)), workdaysBetween(calendar, day(`${year - 1}-12-31`), day(`${year}-06-30`))]).toEqual([inYear, inHalf])
})

test('the Spring Festival of 2020 was made longer, and the Saturday to be worked fell away', () => {
  expect(daysOf(2020, '01-31..02-03').map((each) => isWorkday(calendar, each))).toEqual([false, false, false, true])
})

test('the notice of 2019 speaks of the last days of 2018, and May Day was changed later', () => {
  expect(['2018-12-29', '2018-12-31'].map((each) => isWorkday(calendar, day(each)))).toEqual([true, false])
  expect(daysOf(2019, '04-28 05-01..05-05').map((each) => isWorkday(calendar, each))).toEqual([true, false, false, false, false, true])
})

test('eight years are known, each keeps weekdays off and weekend days worked, and each names its papers', () => {
  const { package: from, notices } = readChinaNotices()
  expect([from, notices.map(({ year }) => year)]).toEqual(['chinese-days 1.5.7', [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]])
  for (const { off, work, papers } of notices) {
    expect([off.filter(isWeekend), work.filter((each) => !isWeekend(each))]).toEqual([[], []])
    expect(papers.every(({ number }) => number === null || /^国办发明电〔\d{4}〕\d+号$/.test(number))).toBe(true)
  }
  expect([isPublished(calendar, day('2026-12-31')), isPublished(calendar, day('2027-01-01'))]).toEqual([true, false])
})

const workingDays = (value: number): Limit => Limit.parse({ key: 'GK.ANSWER', title: words('答复', 'answer'), law: words('试算', 'trial'), bound: 'most', value, unit: 'working', validFrom: '2019-01-01', sure: 'law' })

test.each([
  ['20 working days over the Spring Festival, two Saturdays worked', 20, '2026-02-10', '2026-03-16'],
  ['20 over May Day, one Saturday worked', 20, '2026-04-28', '2026-05-28'],
  ['20 over National Day, one Saturday worked', 20, '2026-09-28', '2026-10-30'],
  ['7 from the Friday before the Spring Festival: Saturday 14 and Saturday 28 February both count', 7, '2026-02-13', '2026-03-02'],
])('%s', (_, value, start, legal) => {
  const due = dueOf({ limit: workingDays(value), start: day(start), pauses: [], extensions: [], stopped: null }, calendar, day(start))
  expect(due).toEqual({ end: legal, legal, safe: legal, provisional: false })
})
