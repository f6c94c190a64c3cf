import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../time/day.ts'
import { addDays, day, daysBetween, yearOf } from '../time/day.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import { isWeekend, isWorkday, workCalendar } from '../time/work-calendar.ts'
import { words } from '../words.ts'
import type { Clock, ClockEvent } from './clock.ts'
import { dueOf, earliestOf, lengthOf, standingOf, tick } from './clock.ts'
import { clockProblem } from './clock-problem.ts'
import { explainClock } from './explain-clock.ts'
import type { Limit } from './limit.ts'

/** Laws of legal time, on random notices, limits and histories of a clock. */

const first = day('2022-01-01')
const anyDay = (from: number, to: number): fc.Arbitrary<Day> => fc.integer({ min: from, max: to }).map((n) => addDays(first, n))
const someDays = fc.uniqueArray(anyDay(0, 1460), { maxLength: 160 })

/** Notices of some of the years 2022 to 2025, with whole weeks off at times; the others are reckoned by weekdays. */
const calendars = fc.tuple(fc.subarray([2022, 2023, 2024, 2025]), someDays, someDays, fc.array(anyDay(0, 1440), { maxLength: 8 })).map(([years, off, work, weeks]): WorkCalendar => {
  const free = [...off, ...weeks.flatMap((from) => Array.from({ length: 9 }, (_, n) => addDays(from, n)))].filter((each) => !isWeekend(each))
  return workCalendar('law', years.map((year) => ({ year, off: free.filter((each) => each.startsWith(String(year))), work: work.filter((each) => isWeekend(each) && each.startsWith(String(year))) })))
})

const limits = fc
  .record({ value: fc.integer({ min: 0, max: 60 }), unit: fc.constantFrom('working', 'calendar', 'month'), bound: fc.constantFrom('most', 'least', 'before') } as const)
  .map(({ value, unit, bound }): Limit => ({
    key: 'A.B', title: words('甲', 'a'), law: words('乙', 'b'), value: unit === 'month' ? value % 13 : value, unit, bound, validFrom: '2020-01-01', sure: 'law',
    extension: { value: 40, approver: 'head', notice: false }, pauses: [{ key: 'p', title: words('丙', 'c') }],
  }))

/** What somebody tries to do with a clock, so many days after the last thing. */
const tries = fc.array(fc.record({ after: fc.integer({ min: 0, max: 20 }), what: fc.constantFrom('suspend', 'resume', 'extend'), more: fc.integer({ min: 1, max: 20 }) } as const), { maxLength: 6 })

const started = (limit: Limit, start: Day): Clock => ({ limit, start, pauses: [], extensions: [], stopped: null })
const after = (clock: Clock, event: ClockEvent): Clock => tick(clock, event) ?? clock

/** A clock with as much of a history as its rules allow, and the day after the last of it. */
const histories = fc.tuple(calendars, limits, anyDay(200, 1000), tries, fc.option(fc.integer({ min: 0, max: 60 }), { freq: 3 })).map(([calendar, limit, start, tried, named]) => {
  let clock = named === null || limit.bound !== 'most' ? started(limit, start) : { ...started(limit, start), until: addDays(start, named) }
  let on = start
  for (const { after: days, what, more } of tried) {
    on = addDays(on, days)
    const event: ClockEvent = what === 'suspend' ? { kind: what, on, reason: 'p' } : what === 'resume' ? { kind: what, on } : { kind: what, on, value: more, approver: 1, notice: null, reason: '复杂' }
    if (clockProblem(clock, event, calendar) === undefined) clock = after(clock, event)
  }
  return { calendar, clock, today: addDays(on, 1) }
})
type History = { readonly calendar: WorkCalendar; readonly clock: Clock; readonly today: Day }

const holds = (law: (history: History) => void): void => fc.assert(fc.property(histories, law), { seed: 20230630, numRuns: 1500 })
const forwards = ({ limit }: Clock): boolean => limit.bound !== 'before'
const stoodStill = (clock: Clock, each: Day, today: Day): boolean => clock.pauses.some(({ from, to }) => from < each && each <= (to ?? today))

test('what is due is due on a working day, by the notices that are known', () =>
  holds(({ calendar, clock, today }) => {
    const { legal, safe } = dueOf(clock, calendar, today)
    if (forwards(clock)) expect(isWorkday(calendar, legal)).toBe(true)
    expect(isWorkday(calendar, safe)).toBe(true)
  }))

test('the safe day is never after the last day, and the legal day never before it', () =>
  holds(({ calendar, clock, today }) => {
    const { end, legal, safe } = dueOf(clock, calendar, today)
    expect([safe <= end, end <= legal]).toEqual([true, true])
    for (let each = addDays(safe, 1); each < legal; each = addDays(each, 1)) expect(isWorkday(calendar, each)).toBe(false)
  }))

test('a date is provisional where a year it was reckoned by has no notice, and nowhere else', () =>
  holds(({ calendar, clock, today }) => {
    const { end, legal, provisional } = dueOf(clock, calendar, today)
    if (!forwards(clock)) return
    const from = clock.limit.unit === 'working' ? clock.start : end
    const years = Array.from({ length: yearOf(legal) - yearOf(from) + 1 }, (_, n) => yearOf(from) + n)
    expect(provisional).toBe(years.some((year) => !calendar.years.has(year)))
  }))

test('working days are counted one by one, and every other day of them is told as a day of rest or of standing still', () =>
  holds(({ calendar, clock, today }) => {
    if (clock.limit.unit !== 'working' || !forwards(clock) || clock.until !== undefined) return
    const { end } = dueOf(clock, calendar, today)
    const days = Array.from({ length: daysBetween(clock.start, end) }, (_, n) => addDays(clock.start, n + 1))
    const [worked, still] = [days.filter((each) => isWorkday(calendar, each)), days.filter((each) => isWorkday(calendar, each) && stoodStill(clock, each, today))]
    expect(worked.length - still.length).toBe(lengthOf(clock))
    const rest = explainClock(clock, calendar, today).find((line) => line.kind === 'rest')
    if (rest?.kind !== 'rest') throw new Error('no line of rest')
    expect(days.length).toBe(worked.length + rest.weekends + rest.holidays.length)
    expect(rest.madeUp.every((each) => isWeekend(each) && isWorkday(calendar, each))).toBe(true)
  }))

test('one more day off never brings a date of working days nearer', () =>
  fc.assert(
    fc.property(histories, anyDay(0, 1460), ({ calendar, clock, today }, off) => {
      const more: WorkCalendar = { ...calendar, exceptions: new Map([...calendar.exceptions, [off, 'off']]) }
      const [before, later] = [dueOf(clock, calendar, today), dueOf(clock, more, today)]
      expect(forwards(clock) ? later.legal >= before.legal : later.legal <= before.legal).toBe(true)
      expect(clock.limit.unit !== 'working' || !forwards(clock) || later.safe >= before.safe).toBe(true)
    }),
    { seed: 20230630, numRuns: 1500 },
  ))

test('the lines of an explanation end at the day that is due', () =>
  holds(({ calendar, clock, today }) => {
    const { end, legal, safe, provisional } = dueOf(clock, calendar, today)
    const lines = explainClock(clock, calendar, today)
    const on = (kind: string): Day | undefined => lines.flatMap((line) => (line.kind === kind && 'on' in line ? [line.on] : []))[0]
    expect(on('end')).toBe(end)
    expect(lines.some(({ kind }) => kind === 'provisional')).toBe(provisional)
    if (clock.limit.bound === 'least') expect(on('earliest')).toBe(earliestOf(clock, calendar, today))
    else expect([on('roll') ?? end, on('safe') ?? legal]).toEqual([legal, safe])
    const roll = lines.find((line) => line.kind === 'roll')
    if (roll?.kind === 'roll') expect([roll.over[0], roll.over.length, roll.over.some((each) => isWorkday(calendar, each))]).toEqual([end, daysBetween(end, legal), false])
  }))

test('a day that was named is the last day until it is extended, whatever stood still', () =>
  holds(({ calendar, clock, today }) => {
    if (clock.until === undefined || clock.extensions.length > 0) return
    expect(dueOf(clock, calendar, today).end).toBe(clock.until)
    expect(explainClock(clock, calendar, today).filter(({ kind }) => kind === 'named' || kind === 'count')).toEqual([{ kind: 'named', on: clock.until }])
  }))

test('to stand still and go on the same day changes nothing', () =>
  holds(({ calendar, clock, today }) => {
    const stood = after(after(clock, { kind: 'suspend', on: today, reason: 'p' }), { kind: 'resume', on: today })
    const was = after(clock, { kind: 'resume', on: today })
    expect(dueOf(stood, calendar, today)).toEqual(dueOf(was, calendar, today))
  }))

test('more time, and standing still for longer, never bring a date nearer', () =>
  holds(({ calendar, clock, today }) => {
    if (!forwards(clock)) return
    const { legal } = dueOf(clock, calendar, today)
    expect(dueOf(after(clock, { kind: 'extend', on: today, value: 1, approver: 1, notice: null, reason: '复杂' }), calendar, today).legal >= legal).toBe(true)
    expect(dueOf(clock, calendar, addDays(today, 7)).legal >= legal).toBe(true)
  }))

test('stopped on its legal day it is in time, stopped on the next day it is late, unless it is a minimum', () =>
  holds(({ calendar, clock, today }) => {
    if (!forwards(clock)) return
    const running = after(clock, { kind: 'resume', on: today })
    const { legal } = dueOf(running, calendar, today)
    expect([standingOf(after(running, { kind: 'stop', on: legal }), calendar, today), standingOf(after(running, { kind: 'stop', on: addDays(legal, 1) }), calendar, today)]).toEqual(['in-time', clock.limit.bound === 'least' ? 'in-time' : 'late'])
  }))
