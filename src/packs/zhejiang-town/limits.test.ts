import { expect, test } from 'vitest'
import { china } from '../../../test/builders/china-calendar.ts'
import type { Clock, ClockEvent } from '../../core/matter/clock.ts'
import { dueOf, earliestOf, tick } from '../../core/matter/clock.ts'
import { clockProblem } from '../../core/matter/clock-problem.ts'
import { Limit } from '../../core/matter/limit.ts'
import { limitOn, limitsProblem } from '../../core/matter/limit-rows.ts'
import type { Day } from '../../core/time/day.ts'
import { day } from '../../core/time/day.ts'
import { limitRows, limits } from './limits.ts'

/** A limit by its key, as it is in force on the day it starts. */
const rowOn = (key: string, start: string): Limit => {
  const limit = limitOn(limitRows(key), start)
  if (limit === undefined) throw new Error(`${key} is not in force on ${start}`)
  return limit
}

const run = (key: string, start: string, ...events: readonly ClockEvent[]): Clock => {
  const clock = events.reduce<Clock | undefined>(tick, tick(undefined, { kind: 'start', on: day(start), limit: rowOn(key, start) }))
  if (clock === undefined) throw new Error(key)
  return clock
}

/** When it ends, the last day the law leaves, and the last working day before. */
const due = (clock: Clock, today: string = clock.start): readonly [Day, Day, Day] => {
  const { end, legal, safe } = dueOf(clock, china, day(today))
  return [end, legal, safe]
}

/** Days counted in each month, the weekend days worked among them; end, legal day, safe day. */
const counted = [
  ['XF.INTAKE', 'Mar 15', '2026-03-05', '2026-03-20', '2026-03-20', '2026-03-20'],
  ['XF.TELL', 'Apr 13 + May 2', '2026-04-17', '2026-05-02', '2026-05-06', '2026-04-30'],
  ['XF.OBJECT', 'Feb 5, worked 02-14', '2026-02-12', '2026-02-26', '2026-02-26', '2026-02-26'],
  ['XF.HANDLE', 'Mar 29 + Apr 30 + May 1', '2026-03-02', '2026-05-01', '2026-05-06', '2026-04-30'],
  ['XF.ASK_REVIEW', 'Jan 13 + Feb 17', '2026-01-18', '2026-02-17', '2026-02-24', '2026-02-14'],
  ['XF.REVIEW', 'Feb 29 + Mar 1', '2024-01-31', '2024-03-01', '2024-03-01', '2024-03-01'],
  ['XF.ASK_RERE', 'Sep 28 + Oct 2', '2025-09-02', '2025-10-02', '2025-10-09', '2025-09-30'],
  ['XF.RERE', 'Jan 30', '2025-12-31', '2026-01-30', '2026-01-30', '2026-01-30'],
  ['XF.INTAKE', 'Jan 14 + Feb 1', '2022-01-17', '2022-02-01', '2022-02-07', '2022-01-30'],
  ['XF.TELL', 'Apr 15', '2022-04-15', '2022-04-30', '2022-05-05', '2022-04-29'],
  ['XF.HANDLE', 'May 31 + Jun 29', '2022-04-30', '2022-06-29', '2022-06-29', '2022-06-29'],
  ['XF.ASK_REVIEW', 'Jan 19 + Feb 11', '2021-01-12', '2021-02-11', '2021-02-18', '2021-02-10'],
  ['XF.REVIEW', 'Jan 30', '2020-01-01', '2020-01-31', '2020-02-03', '2020-01-23'],
  ['XF.ASK_RERE', 'Apr 29 + May 1', '2019-04-01', '2019-05-01', '2019-05-05', '2019-04-30'],
  ['XF.RERE', 'Sep 29 + Oct 1', '2021-09-01', '2021-10-01', '2021-10-08', '2021-09-30'],
  ['GK.FIX', 'Feb 6 + Mar 1, worked 02-14 02-28', '2026-02-13', '2026-03-02', '2026-03-02', '2026-03-02'],
  ['GK.ANSWER', 'Sep 2 + Oct 18, worked 10-10', '2026-09-28', '2026-10-30', '2026-10-30', '2026-10-30'],
  ['GK.THIRD', 'Jan 3 + Feb 12, worked 01-26 02-08', '2025-01-23', '2025-02-19', '2025-02-19', '2025-02-19'],
  ['GK.COMAKER', 'Apr 4 + May 11, worked 04-27', '2025-04-25', '2025-05-20', '2025-05-20', '2025-05-20'],
  ['GK.PUBLISH', 'Jun 9 + Jul 11, worked 06-25', '2023-06-16', '2023-07-17', '2023-07-17', '2023-07-17'],
  ['FY.APPLY', 'Aug 27 + Sep 30 + Oct 3', '2025-08-04', '2025-10-03', '2025-10-09', '2025-09-30'],
  ['FY.CHECK', 'May 5, worked 05-11', '2024-05-06', '2024-05-11', '2024-05-11', '2024-05-11'],
  ['FY.FIX', 'Sep 5, worked 09-14', '2024-09-13', '2024-09-23', '2024-09-23', '2024-09-23'],
  ['FY.CORRECT', 'Oct 10, worked 10-12', '2024-09-30', '2024-10-18', '2024-10-18', '2024-10-18'],
  ['FY.SEND', 'Feb 7, worked 02-18', '2024-02-05', '2024-02-20', '2024-02-20', '2024-02-20'],
  ['FY.SEND_SIMPLE', 'Jun 3', '2025-05-30', '2025-06-05', '2025-06-05', '2025-06-05'],
  ['FY.TOWN_ANSWER', 'Apr 10, worked 04-07', '2024-04-01', '2024-04-16', '2024-04-16', '2024-04-16'],
  ['FY.TOWN_ANSWER_SIMPLE', 'Sep 1 + Oct 4, worked 10-11', '2025-09-29', '2025-10-13', '2025-10-13', '2025-10-13'],
  ['FY.DECIDE', 'Aug 27 + Sep 30 + Oct 3', '2024-08-04', '2024-10-03', '2024-10-08', '2024-09-30'],
  ['FY.DECIDE_SIMPLE', 'Jan 14 + Feb 16', '2026-01-17', '2026-02-16', '2026-02-24', '2026-02-14'],
  ['FY.CORRECTED', 'Jan 31 + Feb 28 + Mar 1', '2024-12-31', '2025-03-01', '2025-03-03', '2025-02-28'],
  ['FY.CHECK', 'Dec 2 + Jan 3', '2022-12-28', '2023-01-05', '2023-01-05', '2023-01-05'],
  ['FY.SEND', 'Jan 5 + Feb 2, worked 01-28 01-29', '2023-01-19', '2023-02-02', '2023-02-02', '2023-02-02'],
  ['FY.TOWN_ANSWER', 'Dec 9 + Jan 1', '2023-12-22', '2024-01-01', '2024-01-02', '2023-12-29'],
  ['FY.DECIDE', 'Aug 30 + Sep 30', '2023-08-01', '2023-09-30', '2023-10-07', '2023-09-28'],
  ['LB.ACCEPT', 'Apr 4 + May 1, worked 04-27', '2025-04-25', '2025-05-06', '2025-05-06', '2025-05-06'],
  ['LB.INVEST', 'Jan 18 + Feb 19 + Mar 21 + Apr 2, worked 01-26 02-08', '2025-01-02', '2025-04-02', '2025-04-02', '2025-04-02'],
  ['LB.TELL', 'Jun 3', '2026-06-18', '2026-06-21', '2026-06-22', '2026-06-18'],
  ['CF.EVIDENCE', 'Jan 2 + Feb 5, worked 01-26 02-08', '2025-01-24', '2025-02-10', '2025-02-10', '2025-02-10'],
  ['CF.HEARASK', 'May 5, worked 05-06', '2023-04-28', '2023-05-09', '2023-05-09', '2023-05-09'],
  ['CF.HEARNOTE', 'back Feb 7', '2024-02-22', '2024-02-07', '2024-02-07', '2024-02-07'],
  ['CF.DECIDE', 'Jan 19 + Feb 29 + Mar 31 + Apr 11', '2024-01-12', '2024-04-11', '2024-04-11', '2024-04-11'],
  ['CF.DELIVER', 'Apr 1 + May 6, worked 05-07', '2022-04-28', '2022-05-11', '2022-05-11', '2022-05-11'],
  ['CF.PAY', 'Sep 15', '2026-09-12', '2026-09-27', '2026-09-28', '2026-09-24'],
  ['CF.EVIDENCE', 'Mar 9', '2020-03-02', '2020-03-09', '2020-03-09', '2020-03-09'],
  ['CF.HEARASK', 'Mar 5', '2020-03-02', '2020-03-05', '2020-03-05', '2020-03-05'],
  ['CF.HEARNOTE', 'back Mar 13', '2020-03-20', '2020-03-13', '2020-03-13', '2020-03-13'],
  ['CF.DELIVER', 'Mar 9', '2020-03-02', '2020-03-09', '2020-03-09', '2020-03-09'],
  ['CF.PAY', 'Mar 17', '2020-03-02', '2020-03-17', '2020-03-17', '2020-03-17'],
  ['CF.WITHDRAW', 'Jun 3, worked 06-25', '2023-06-21', '2023-06-27', '2023-06-27', '2023-06-27'],
  ['SJ.PUBLISH', 'Sep 12 + Oct 8, worked 09-14 09-29 10-12', '2024-09-12', '2024-10-16', '2024-10-16', '2024-10-16'],
  ['RD.REPLY', '3 months, no day 30', '2025-11-30', '2026-02-28', '2026-02-28', '2026-02-28'],
  ['RD.HARD', '6 months, no day 31', '2025-08-31', '2026-02-28', '2026-02-28', '2026-02-28'],
  ['RD.REPLY', '3 months, no day 30', '2023-11-30', '2024-02-29', '2024-02-29', '2024-02-29'],
  ['RD.HARD', '6 months, no day 30', '2024-08-30', '2025-02-28', '2025-02-28', '2025-02-28'],
  ['RD.REDO', '1 month, no day 31', '2026-01-31', '2026-02-28', '2026-02-28', '2026-02-28'],
  ['RD.RETURN', 'Apr 9 + May 1', '2026-04-21', '2026-05-01', '2026-05-06', '2026-04-30'],
  ['RD.COHANDLE', '2 months, no day 31', '2025-12-31', '2026-02-28', '2026-02-28', '2026-02-28'],
  ['RDH.NOTICE', '7 back', '2026-02-24', '2026-02-17', '2026-02-17', '2026-02-14'],
  ['RDH.PAPERS', '1 back', '2026-01-05', '2026-01-04', '2026-01-04', '2026-01-04'],
  ['YS.PUBLIC', 'Jan 5 + Feb 15', '2026-01-26', '2026-02-15', '2026-02-24', '2026-02-14'],
  ['JC.COMMENT', 'Feb 28 + Mar 2', '2026-01-31', '2026-03-02', '2026-03-02', '2026-03-02'],
  ['JC.HEARDOC', '7 back', '2025-10-10', '2025-10-03', '2025-10-03', '2025-09-30'],
  ['JC.LEGAL', 'Feb 7, worked 02-14', '2026-02-11', '2026-02-27', '2026-02-27', '2026-02-27'],
  ['GF.LEGAL_LEAST', 'Sep 3 + Oct 2, worked 09-28', '2025-09-26', '2025-10-10', '2025-10-10', '2025-10-10'],
  ['GF.LEGAL', 'Sep 3 + Oct 12, worked 09-28 10-11', '2025-09-26', '2025-10-23', '2025-10-23', '2025-10-23'],
  ['XK.FIX', 'Apr 1 + May 4, worked 05-09', '2026-04-29', '2026-05-09', '2026-05-09', '2026-05-09'],
  ['XK.DECIDE', 'Apr 2 + May 18, worked 05-09', '2026-04-28', '2026-05-28', '2026-05-28', '2026-05-28'],
  ['XK.JOINT', 'Jan 20 + Feb 16 + Mar 9, worked 02-14 02-28', '2026-01-04', '2026-03-12', '2026-03-12', '2026-03-12'],
  ['XK.ISSUE', 'May 4 + Jun 6', '2025-05-26', '2025-06-10', '2025-06-10', '2025-06-10'],
  ['FW.PROMISE', 'Oct 5, worked 10-10', '2026-10-09', '2026-10-15', '2026-10-15', '2026-10-15'],
  ['FW.BAD', 'Sep 2 + Oct 3, worked 10-07 10-08', '2023-09-26', '2023-10-09', '2023-10-09', '2023-10-09'],
  ['DB.TOWN', 'Jan 8 + Feb 7, worked 01-28 01-29', '2023-01-16', '2023-02-09', '2023-02-09', '2023-02-09'],
  ['DB.POST', 'Feb 7', '2026-02-13', '2026-02-20', '2026-02-24', '2026-02-14'],
  ['DB.COUNTY', 'Mar 1 + Apr 4', '2026-03-30', '2026-04-07', '2026-04-07', '2026-04-07'],
  ['DB.ALL', 'Apr 7 + May 21 + Jun 2, worked 04-23 05-06', '2023-04-20', '2023-06-02', '2023-06-02', '2023-06-02'],
  ['CJ.MAJOR', 'Sep 5', '2026-09-21', '2026-09-26', '2026-09-28', '2026-09-24'],
  ['CJ.COMMENT', 'Feb 14 + Mar 1', '2024-02-15', '2024-03-01', '2024-03-01', '2024-03-01'],
  ['CJ.MEETING', '10 back', '2026-05-11', '2026-05-01', '2026-05-01', '2026-04-30'],
  ['LDRK.REPORT', 'May 3', '2024-04-30', '2024-05-08', '2024-05-08', '2024-05-08'],
  ['TZ.REVIEW', '36 months', '2021-02-28', '2024-02-28', '2024-02-28', '2024-02-28'],
  ['TZ.REVIEW_LONG', '72 months, no day 29', '2020-02-29', '2026-02-28', '2026-02-28', '2026-02-28'],
  ['TZ.APPLY', '60 back', '2026-11-30', '2026-10-01', '2026-10-01', '2026-09-30'],
  ['TZ.EXPIRY', '72 months', '2019-12-31', '2025-12-31', '2025-12-31', '2025-12-31'],
  ['RX.SIGN', 'Feb 1, worked 02-14', '2026-02-13', '2026-02-14', '2026-02-14', '2026-02-14'],
  ['RX.RETURN', 'Mar 1', '2026-02-28', '2026-03-02', '2026-03-02', '2026-03-02'],
  ['RX.CONTACT', 'Mar 1', '2026-03-06', '2026-03-07', '2026-03-09', '2026-03-06'],
  ['RX.CONSULT', 'Apr 3, worked 04-07', '2024-04-03', '2024-04-09', '2024-04-09', '2024-04-09'],
  ['RX.HELP', 'Jan 4 + Feb 1, worked 01-29 01-30', '2022-01-26', '2022-02-07', '2022-02-07', '2022-02-07'],
  ['RX.COMPLAIN', 'Sep 1 + Oct 6, worked 10-07 10-08', '2023-09-27', '2023-10-12', '2023-10-12', '2023-10-12'],
  ['RX.ASK_MORE', '1 back', '2026-03-09', '2026-03-08', '2026-03-08', '2026-03-06'],
  ['RX.CALLBACK', 'Sep 3, worked 09-18', '2021-09-17', '2021-09-23', '2021-09-23', '2021-09-23'],
  ['RX.REDO', 'Jan 1 + Feb 4', '2020-01-22', '2020-02-06', '2020-02-06', '2020-02-06'],
  ['YH.ASSIGN', 'Jun 2, worked 06-25', '2023-06-21', '2023-06-26', '2023-06-26', '2023-06-26'],
  ['YH.REPORT', 'Jun 1', '2023-06-21', '2023-06-22', '2023-06-25', '2023-06-21'],
  ['YH.SIGN', 'Feb 1, worked 02-14', '2026-02-13', '2026-02-14', '2026-02-14', '2026-02-14'],
  ['YH.FIX', 'May 9 + Jun 6', '2026-05-22', '2026-06-06', '2026-06-08', '2026-06-05'],
  ['YH.FIX_MAJOR', 'Aug 28 + Sep 30 + Oct 2', '2023-08-03', '2023-10-02', '2023-10-07', '2023-09-28'],
  ['YH.CHECK', 'Apr 3, worked 04-28', '2019-04-26', '2019-04-30', '2019-04-30', '2019-04-30'],
  ['HZ.REPORT', 'Jun 2', '2025-05-30', '2025-06-04', '2025-06-04', '2025-06-04'],
  ['HZ.FIX', 'Sep 5 + Oct 5, worked 10-08 10-09', '2022-09-23', '2022-10-12', '2022-10-12', '2022-10-12'],
  ['WT.PLAN', 'Apr 6 + May 4, worked 04-25 05-08', '2021-04-23', '2021-05-10', '2021-05-10', '2021-05-10'],
  ['WT.FIX', 'Aug 27 + Sep 30 + Oct 3', '2021-08-04', '2021-10-03', '2021-10-08', '2021-09-30'],
  ['WT.CHECK', 'Jun 6 + Jul 4, worked 06-28', '2020-06-19', '2020-07-06', '2020-07-06', '2020-07-06'],
  ['LS.PLAN', 'Mar 27 + Apr 3', '2022-03-04', '2022-04-03', '2022-04-06', '2022-04-02'],
  ['LS.SETTLE', '12 months, no day 29', '2024-02-29', '2025-02-28', '2025-02-28', '2025-02-28'],
  ['QX.MEDIATE', 'Feb 7, worked 02-14', '2026-02-09', '2026-02-25', '2026-02-25', '2026-02-25'],
] as const

test.each(counted)('%s: %s from %s', (key, _, start, end, legal, safe) => expect(due(run(key, start))).toEqual([end, legal, safe]))

test('every row in force at any time is counted once by hand', () => {
  const told = counted.map(([key, , start]) => `${key} ${rowOn(key, start).validFrom}`)
  expect(limits.map(({ key, validFrom }) => `${key} ${validFrom}`).filter((each) => !told.includes(each))).toEqual([])
})

test('rows are whole, and those of one key follow each other in time', () => {
  expect(limits.map((limit) => Limit.safeParse(limit).success)).not.toContain(false)
  expect(limitsProblem(limits)).toBeUndefined()
  expect(() => limitRows('XF.NOTHING')).toThrow(RangeError)
})

test('what no law fixes is marked as a setting, and what was not read in its text as custom', () => {
  const sure = (prefix: string): readonly string[] => [...new Set(limits.filter(({ key }) => key.startsWith(prefix)).map((limit) => limit.sure))]
  expect(['XF.', 'GK.', 'FY.', 'LB.', 'CF.', 'RD.', 'RDH.', 'JC.', 'XK.', 'GF.', 'SJ.', 'RX.', 'YH.', 'HZ.', 'WT.', 'LS.', 'QX.', 'FW.'].map((prefix) => sure(prefix).join())).toEqual([
    'law', 'law', 'law', 'law', 'law,custom', 'law', 'law', 'law', 'law', 'custom', 'custom', 'setting', 'setting', 'setting', 'setting', 'setting', 'setting', 'setting',
  ])
})

test('the rule in force on the first day counts, though another follows while the clock runs', () => {
  expect([rowOn('XF.HANDLE', '2022-04-30').clause, rowOn('XF.HANDLE', '2022-05-01').clause]).toEqual(['第三十三条', '第三十四条'])
  expect([rowOn('FY.TOWN_ANSWER', '2023-12-31').unit, rowOn('FY.TOWN_ANSWER', '2024-01-01').unit]).toEqual(['calendar', 'working'])
})

const extend = (on: string, value: number): ClockEvent => ({ kind: 'extend', on: day(on), value, approver: 7, notice: day(on), reason: '情况复杂' })
const suspend = (on: string, reason: string): ClockEvent => ({ kind: 'suspend', on: day(on), reason })
const resume = (on: string): ClockEvent => ({ kind: 'resume', on: day(on) })

test('extended before due: 60 days end on 1 May 2026, 30 more on 31 May, a Sunday', () => {
  expect(clockProblem(run('XF.HANDLE', '2026-03-02'), extend('2026-05-06', 30), china)).toBeUndefined()
  expect(clockProblem(run('XF.HANDLE', '2026-03-02'), extend('2026-05-07', 30), china)?.code).toBe('clock-overdue')
  expect(clockProblem(run('XF.HANDLE', '2026-03-02'), extend('2026-04-30', 31), china)?.code).toBe('clock-extended-too-far')
  expect(due(run('XF.HANDLE', '2026-03-02', extend('2026-04-30', 30)))).toEqual(['2026-05-31', '2026-06-01', '2026-05-29'])
})

test('an answer that may be extended by working days: 20 + 20 from 28 April 2026 pass over the Dragon Boat holiday', () => {
  expect(due(run('GK.ANSWER', '2026-04-28', extend('2026-05-20', 20)))).toEqual(['2026-06-26', '2026-06-26', '2026-06-26'])
})

test('suspended across National Day 2026: 2 days used, 15 asked of a third party, 18 left', () => {
  // 29 and 30 September count; it stands still from 30 September to 22 October; 23, 26–30 October are 6, then 12 in November: 2–6, 9–13, 16, 17.
  expect(due(run('GK.ANSWER', '2026-09-28', suspend('2026-09-30', 'third-party'), resume('2026-10-22')))).toEqual(['2026-11-17', '2026-11-17', '2026-11-17'])
})

test('suspended for a hearing, calendar days: 19 days stand still and 30 become 49', () => {
  // 30 days from 10 August end on 9 September; 19 more on 28 September.
  expect(due(run('XF.RERE', '2026-08-10', suspend('2026-08-20', 'hearing'), resume('2026-09-08')))).toEqual(['2026-09-28', '2026-09-28', '2026-09-28'])
})

test('a clause gives its own reasons for standing still, and no others', () => {
  expect(clockProblem(run('XF.HANDLE', '2026-03-02'), suspend('2026-03-10', 'hearing'), china)?.code).toBe('clock-no-such-pause')
  expect(clockProblem(run('LB.INVEST', '2025-01-02'), suspend('2025-01-10', 'party-gone'), china)).toBeUndefined()
})

test('a minimum lets the next step come the day after: 30 days of asking the public, 7 working days of legality check', () => {
  expect(earliestOf(run('JC.COMMENT', '2026-01-31'), china, day('2026-01-31'))).toBe('2026-03-03')
  expect(earliestOf(run('JC.LEGAL', '2026-02-11'), china, day('2026-02-11'))).toBe('2026-02-28')
})

test('legality check has both ends: not before 11 October, not after 23 October 2025', () => {
  const [least, most] = [run('GF.LEGAL_LEAST', '2025-09-26'), run('GF.LEGAL', '2025-09-26')]
  expect([earliestOf(least, china, day('2025-09-26')), dueOf(most, china, day('2025-09-26')).legal]).toEqual(['2025-10-11', '2025-10-23'])
})

test('beyond the last notice a date is provisional: 20 working days from 10 December 2026', () => {
  // December has 15 left (11, 14–18, 21–25, 28–31), January 2027 gives 5 by weekdays: 1, 4–7.
  expect(dueOf(run('GK.ANSWER', '2026-12-10'), china, day('2026-12-10'))).toEqual({ end: '2027-01-07', legal: '2027-01-07', safe: '2027-01-07', provisional: true })
  expect(dueOf(run('XF.INTAKE', '2026-12-10'), china, day('2026-12-10')).provisional).toBe(false)
})
