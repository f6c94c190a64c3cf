import { expect, test } from 'vitest'
import { changedDays } from './compare-calendars.ts'
import { day } from './day.ts'
import { workCalendar } from './work-calendar.ts'

const may = { year: 2027, off: [day('2027-05-03')], work: [day('2027-05-08')] }

test('a first notice of a year changes the days it names, and those alone', () => {
  expect(changedDays(workCalendar('', []), workCalendar('#1', [may]))).toEqual([
    { day: '2027-05-03', was: 'workday', is: 'holiday' },
    { day: '2027-05-08', was: 'weekend', is: 'made-up' },
  ])
})

test('a notice in place of another takes back what only the earlier one said', () => {
  const other = { year: 2027, off: [day('2027-05-03'), day('2027-05-04')], work: [] }
  expect(changedDays(workCalendar('#1', [may]), workCalendar('#2', [other]))).toEqual([
    { day: '2027-05-04', was: 'workday', is: 'holiday' },
    { day: '2027-05-08', was: 'made-up', is: 'weekend' },
  ])
  expect(changedDays(workCalendar('#1', [may]), workCalendar('#1', [may]))).toEqual([])
})
