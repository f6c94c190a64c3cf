import { expect, test } from 'vitest'
import { day } from './day.ts'
import { dayKind, isPublished, isWorkday, weekday, workCalendar, workdayFrom, workdayUntil, workdaysBetween } from './work-calendar.ts'

const calendar = workCalendar('a', [
  { year: 2022, off: [day('2022-10-03')], work: [day('2022-10-08')] },
  { year: 2023, off: [day('2023-01-02'), day('2023-06-22'), day('2023-06-23')], work: [day('2022-12-31'), day('2023-06-25')] },
])

test('a weekday is worked and a weekend is not, unless a notice says so', () => {
  expect(weekday(day('2023-06-25'))).toBe(6)
  expect(['2023-06-21', '2023-06-22', '2023-06-24', '2023-06-25'].map((each) => dayKind(calendar, day(each)))).toEqual(['workday', 'holiday', 'weekend', 'made-up'])
  expect(isWorkday(calendar, day('2023-06-25'))).toBe(true)
})

test('a notice may speak of the year before', () => {
  expect(dayKind(calendar, day('2022-12-31'))).toBe('made-up')
})

test('the next and the last working day pass over holidays', () => {
  expect([workdayFrom(calendar, day('2023-06-22')), workdayUntil(calendar, day('2023-06-24')), workdayFrom(calendar, day('2023-06-21'))]).toEqual(['2023-06-25', '2023-06-21', '2023-06-21'])
})

test('days between leave the first out and take the last in', () => {
  expect(workdaysBetween(calendar, day('2023-06-21'), day('2023-06-26'))).toBe(2)
  expect(workdaysBetween(calendar, day('2023-06-26'), day('2023-06-21'))).toBe(-2)
})

test('a year without a notice is reckoned by weekdays and is not published', () => {
  expect([isPublished(calendar, day('2024-01-01')), isWorkday(calendar, day('2024-01-01'))]).toEqual([false, true])
})

test('a later notice of a year replaces the earlier one', () => {
  const again = workCalendar('b', [{ year: 2023, off: [day('2023-06-22')], work: [] }, { year: 2023, off: [], work: [] }])
  expect(isWorkday(again, day('2023-06-22'))).toBe(true)
})
