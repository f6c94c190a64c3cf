import { expect, test } from 'vitest'
import { day } from '../time/day.ts'
import { workCalendar } from '../time/work-calendar.ts'
import { words } from '../words.ts'
import type { ClockEvent } from './clock.ts'
import { dayBefore, dueOf, earliestOf, standingOf, tick } from './clock.ts'
import type { Clock } from './clock.ts'
import { clockProblem } from './clock-problem.ts'
import { explainClock } from './explain-clock.ts'
import type { Limit } from './limit.ts'
import { limitOn, limitsProblem } from './limit-rows.ts'

/** The notice of 2023 around the Dragon Boat holiday: Thursday and Friday off, Sunday 25 June worked; and the days around May Day. */
const calendar = workCalendar('test', [{ year: 2023, off: ['2023-05-01', '2023-05-02', '2023-05-03', '2023-06-22', '2023-06-23'].map(day), work: ['2023-04-23', '2023-05-06', '2023-06-25'].map(day) }])

const limit = (more: Partial<Limit>): Limit => ({ key: 'XF.HANDLE', title: words('办理', 'Handling'), law: words('信访工作条例', 'Petition rules'), clause: '第三十四条', bound: 'most', value: 60, unit: 'calendar', validFrom: '2022-05-01', sure: 'law', ...more })
const run = (of: Partial<Limit>, start: string, ...events: readonly ClockEvent[]): Clock => {
  const clock = events.reduce<Clock | undefined>(tick, tick(undefined, { kind: 'start', on: day(start), limit: limit(of) }))
  if (clock === undefined) throw new Error('no clock')
  return clock
}
const due = (clock: Clock, today = '2023-12-01') => {
  const { end, legal, safe } = dueOf(clock, calendar, day(today))
  return [end, legal, safe].map((each) => each.slice(5)).join(' ')
}

test.each([
  ['60 calendar days leave the first out', { value: 60 }, '2023-04-03', '06-02 06-02 06-02'],
  ['a last day of rest moves on to the first working day, here a Sunday that is worked', { value: 60 }, '2023-04-25', '06-24 06-25 06-21'],
  ['20 working days pass over the holiday and count the made-up days', { value: 20, unit: 'working' }, '2023-04-21', '05-22 05-22 05-22'],
  ['on the same working day, from a Saturday of rest, is until Monday', { value: 0, unit: 'working' }, '2023-05-13', '05-13 05-15 05-12'],
  ['a month ends on the same-numbered day', { value: 3, unit: 'month' }, '2023-03-15', '06-15 06-15 06-15'],
  ['or on the last of a shorter month', { value: 1, unit: 'month' }, '2023-01-31', '02-28 02-28 02-28'],
  ['counted back, a day of rest is not waited for', { value: 7, unit: 'calendar', bound: 'before' }, '2023-06-30', '06-23 06-23 06-21'],
  ['counted back in working days', { value: 2, unit: 'working', bound: 'before' }, '2023-06-26', '06-21 06-21 06-21'],
] as const)('%s', (_, of, start, told) => expect(due(run(of, start))).toBe(told))

test('time that stood still is added: the day of the event counts, the day it went on does not', () => {
  const stood = [{ kind: 'suspend', on: day('2023-05-10'), reason: 'third' }, { kind: 'resume', on: day('2023-05-20') }] as const
  expect(due(run({ value: 60 }, '2023-04-03', ...stood))).toBe('06-12 06-12 06-12')
  expect(due(run({ value: 5, unit: 'working' }, '2023-05-09', { kind: 'suspend', on: day('2023-05-10'), reason: 'third' }, { kind: 'resume', on: day('2023-05-12') }))).toBe('05-18 05-18 05-18')
})

test('while it stands still it is reckoned as though it went on today', () => {
  expect(due(run({ value: 10 }, '2023-05-08', { kind: 'suspend', on: day('2023-05-10'), reason: 'third' }), '2023-05-15')).toBe('05-23 05-23 05-23')
})

test('an extension runs from the last day before it is moved', () => {
  const extended = run({ value: 60, extension: { value: 30, approver: 'head', notice: true } }, '2023-04-25', { kind: 'extend', on: day('2023-06-20'), value: 30, approver: 7, notice: day('2023-06-20'), reason: '情况复杂' })
  expect(due(extended)).toBe('07-24 07-24 07-24')
})

test('a date in a year without a notice is provisional', () => {
  expect(dueOf(run({ value: 20, unit: 'working' }, '2023-12-20'), calendar, day('2023-12-20'))).toEqual({ end: '2024-01-17', legal: '2024-01-17', safe: '2024-01-17', provisional: true })
  expect(dueOf(run({ value: 5 }, '2023-12-20'), calendar, day('2023-12-20')).provisional).toBe(false)
})

test('a minimum lets the next step come the day after its last day', () => {
  expect(earliestOf(run({ value: 30, bound: 'least' }, '2023-04-03'), calendar, day('2023-04-03'))).toBe('2023-05-04')
})

test('a clock stands by its legal day, whatever ran at night', () => {
  const clock = run({ value: 60 }, '2023-04-25')
  expect([standingOf(clock, calendar, day('2023-06-25')), standingOf(clock, calendar, day('2023-06-26'))]).toEqual(['running', 'overdue'])
  expect([standingOf(run({ value: 60 }, '2023-04-25', { kind: 'stop', on: day('2023-06-25') }), calendar, day('2024-01-01')), standingOf(run({ value: 60 }, '2023-04-25', { kind: 'stop', on: day('2023-06-26') }), calendar, day('2024-01-01'))]).toEqual(['in-time', 'late'])
  expect(standingOf(run({ value: 10 }, '2023-05-08', { kind: 'suspend', on: day('2023-05-10'), reason: 'third' }), calendar, day('2023-08-01'))).toBe('paused')
})

const asks = (of: Partial<Limit>, event: ClockEvent, ...before: readonly ClockEvent[]): string | undefined => clockProblem(run(of, '2023-04-25', ...before), event, calendar)?.code
const more = { extension: { value: 30, approver: 'head', notice: true }, pauses: [{ key: 'third', title: words('征求第三方意见', 'third party') }] } as const
const extend = (on: string, value = 30, notice: string | null = on, reason = '复杂'): ClockEvent => ({ kind: 'extend', on: day(on), value, approver: 7, notice: notice === null ? null : day(notice), reason })

test('more time is granted only in time, within its bound, with a reason and a notice', () => {
  expect(asks(more, extend('2023-06-25'))).toBeUndefined()
  expect(asks(more, extend('2023-06-26'))).toBe('clock-overdue')
  expect(asks(more, extend('2023-06-20', 31))).toBe('clock-extended-too-far')
  expect(asks(more, extend('2023-06-20', 20), extend('2023-06-01', 20))).toBe('clock-extended-too-far')
  expect(asks(more, extend('2023-06-20', 30, null))).toBe('clock-notice-missing')
  expect(asks(more, extend('2023-06-20', 30, '2023-06-20', ' '))).toBe('reason-required')
  expect(asks({}, extend('2023-06-20'))).toBe('clock-no-extension')
})

test('a clock stands still for a reason of its clause only, once at a time, and never after its end', () => {
  const suspend = (on: string, reason = 'third'): ClockEvent => ({ kind: 'suspend', on: day(on), reason })
  expect(asks(more, suspend('2023-05-10'))).toBeUndefined()
  expect(asks(more, suspend('2023-05-10', 'busy'))).toBe('clock-no-such-pause')
  expect(asks(more, suspend('2023-05-12'), suspend('2023-05-10'))).toBe('clock-paused')
  expect(asks(more, suspend('2023-07-10'))).toBe('clock-overdue')
  expect(asks(more, { kind: 'resume', on: day('2023-05-10') })).toBe('clock-not-paused')
  expect(asks(more, { kind: 'resume', on: day('2023-05-09') }, suspend('2023-05-10'))).toBe('clock-day-before')
  expect(asks(more, suspend('2023-05-10'), { kind: 'stop', on: day('2023-05-09') })).toBe('clock-not-running')
})

test('every line of an explanation is there, in the order of counting', () => {
  const clock = run({ ...more, value: 60 }, '2023-04-13', { kind: 'suspend', on: day('2023-05-10'), reason: 'third' }, { kind: 'resume', on: day('2023-05-20') }, extend('2023-06-20', 1), { kind: 'stop', on: day('2023-06-26') })
  expect(explainClock(clock, calendar, day('2023-07-01')).map((line) => line.kind)).toEqual(['start', 'count', 'extend', 'pause', 'end', 'roll', 'safe', 'stopped'])
  expect(explainClock(clock, calendar, day('2023-07-01')).find((line) => line.kind === 'roll')).toEqual({ kind: 'roll', over: ['2023-06-23', '2023-06-24'], on: '2023-06-25', clause: '民法典第二百零三条' })
})

test('the rows of a limit follow each other without meeting', () => {
  const old = limit({ validFrom: '2005-05-01', validTo: '2022-05-01', value: 90 })
  expect(limitOn([old, limit({})], '2022-04-30')?.value).toBe(90)
  expect(limitOn([old, limit({})], '2022-05-01')?.value).toBe(60)
  expect(limitOn([old], '2022-05-01')).toBeUndefined()
  expect(limitsProblem([old, limit({})])).toBeUndefined()
  expect(limitsProblem([limit({ validFrom: '2022-01-01' }), limit({})])).toContain('two rows')
})

const asking = { bound: 'least', value: 30, clause: '第十五条', shortening: { least: 7, approver: 'leader', clause: '第十五条' } } as const
const shorten = (on: string, value: number, reason = '情况紧急') => ({ kind: 'shorten', on: day(on), value, approver: 7, reason }) as const

test('a minimum runs and is over, and is never late', () => {
  const clock = run({ bound: 'least', value: 10 }, '2023-05-08')
  const stopped = run({ bound: 'least', value: 10 }, '2023-05-08', { kind: 'stop', on: day('2023-09-01') })
  expect([standingOf(clock, calendar, day('2023-05-09')), standingOf(clock, calendar, day('2023-08-01')), standingOf(stopped, calendar, day('2023-09-02'))]).toEqual(['running', 'in-time', 'in-time'])
})

test('a minimum is shortened with a reason, down to what its clause leaves, and says so', () => {
  const clock = run(asking, '2023-04-03')
  expect(earliestOf(clock, calendar, day('2023-04-10'))).toBe('2023-05-04')
  const shorter = tick(clock, shorten('2023-04-05', 10)) ?? clock
  expect(earliestOf(shorter, calendar, day('2023-04-10'))).toBe('2023-04-14')
  expect(explainClock(shorter, calendar, day('2023-04-10')).filter(({ kind }) => kind === 'count' || kind === 'shorten')).toMatchObject([{ value: 30 }, { shortening: { value: 10, reason: '情况紧急' }, clause: '第十五条' }])
  const why = (of: Clock, event: ClockEvent) => clockProblem(of, event, calendar)?.code
  expect([why(clock, shorten('2023-04-05', 10)), why(clock, shorten('2023-04-05', 6)), why(clock, shorten('2023-04-05', 30)), why(clock, shorten('2023-04-05', 10, ' ')), why(shorter, shorten('2023-04-04', 8))]).toEqual([undefined, 'clock-shortened-too-far', 'clock-shortened-too-far', 'reason-required', 'clock-day-before'])
  expect(why(run({ bound: 'least', value: 30 }, '2023-04-03'), shorten('2023-04-05', 10))).toBe('clock-no-shortening')
  expect(why(run({}, '2023-04-03'), shorten('2023-04-05', 10))).toBe('clock-no-shortening')
})

test('a window before an event opens on the day that is counted back', () => {
  expect(earliestOf(run({ value: 7, unit: 'calendar', bound: 'before' }, '2023-06-30'), calendar, day('2023-06-01'))).toBe('2023-06-23')
  expect(dayBefore(day('2023-06-26'), 2, 'working', calendar)).toBe('2023-06-21')
})
