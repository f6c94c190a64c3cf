import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../time/day.ts'
import { addDays, day } from '../time/day.ts'
import { isWorkday, workCalendar, workdaysBetween } from '../time/work-calendar.ts'
import { words } from '../words.ts'
import type { Clock, ClockEvent } from './clock.ts'
import { dueOf, tick } from './clock.ts'
import { clockProblem } from './clock-problem.ts'
import type { Limit } from './limit.ts'
import type { Reminder } from './reminder.ts'
import { mostOverdue, remindersCome, toTell } from './reminder.ts'

/** Laws of reminders, on clocks that stand still, are given more time, stop and begin anew, looked at on some days and not on others. */

const first = day('2023-01-02')
const calendar = workCalendar('law', [2022, 2023, 2024].map((year) => ({ year, off: Array.from({ length: 7 }, (_, at) => addDays(day(`${year}-10-01`), at)), work: [] })))
const procedure = { states: [{ key: 'open', title: words('办', 'open'), kind: 'open' }, { key: 'done', title: words('结', 'done'), kind: 'done' }], clocks: [{ key: 'main', title: words('限', 'limit'), limits: [] }, { key: 'wait', title: words('等', 'wait'), limits: [], party: true }] } as const

const limits = fc.record({ value: fc.integer({ min: 0, max: 30 }), unit: fc.constantFrom('working', 'calendar', 'month') } as const).map(({ value, unit }): Limit => ({
  key: 'A.B', title: words('甲', 'a'), law: words('乙', 'b'), value: unit === 'month' ? value % 4 : value, unit, bound: 'most', validFrom: '2020-01-01', sure: 'law', extension: { value: 40, approver: 'head', notice: false }, pauses: [{ key: 'p', title: words('丙', 'c') }],
}))

const happens = fc.array(fc.record({ after: fc.integer({ min: 1, max: 15 }), what: fc.constantFrom('suspend', 'resume', 'extend', 'start', 'stop', 'reopen'), more: fc.integer({ min: 1, max: 20 }) } as const), { maxLength: 7 })
const eventOf = (what: 'suspend' | 'resume' | 'extend' | 'start' | 'stop' | 'reopen', on: Day, more: number, limit: Limit): ClockEvent =>
  what === 'start' ? { kind: what, on, limit } : what === 'suspend' ? { kind: what, on, reason: 'p' } : what === 'extend' ? { kind: what, on, value: more, approver: 1, notice: null, reason: '复杂' } : { kind: what, on }

/** The clock of each day of a history. */
const histories = fc.tuple(limits, happens, fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined })).map(([limit, events, until]) => {
  let clock: Clock | undefined = tick(undefined, { kind: 'start', on: first, limit, ...(until === undefined ? {} : { until: addDays(first, until) }) })
  const days: { readonly today: Day; readonly clock: Clock }[] = []
  let on = first
  for (const { after, what, more } of [...events, { after: 40, what: 'resume', more: 1 } as const]) {
    for (let at = 0; at < after; at += 1, on = addDays(on, 1)) if (clock !== undefined) days.push({ today: on, clock })
    const event = eventOf(what, on, more, limit)
    if (clockProblem(clock, event, calendar) === undefined) clock = tick(clock, event)
  }
  return days
})

const came = (clock: Clock, today: Day): readonly Reminder[] => remindersCome(procedure, { state: 'open', clocks: new Map([['main', clock]]), whistles: [] }, calendar, today)
const nameOf = ({ clock, term, mark }: Reminder): string => `${clock} ${term} ${mark}`

/** What is told and passed over when a history is looked at on the days for which `looks` says so. */
const run = (history: readonly { readonly today: Day; readonly clock: Clock }[], looks: (at: number) => boolean) => {
  const known = new Set<string>()
  const all: { readonly name: string; readonly told: boolean; readonly today: Day }[] = []
  for (const [at, { today, clock }] of history.entries()) {
    if (!looks(at)) continue
    const { tell, passed } = toTell(came(clock, today), (each) => known.has(nameOf(each)))
    for (const [list, told] of [[tell, true], [passed, false]] as const)
      for (const each of list) {
        known.add(nameOf(each))
        all.push({ name: nameOf(each), told, today })
      }
  }
  return all
}

const holds = (law: (history: readonly { readonly today: Day; readonly clock: Clock }[], looks: readonly boolean[]) => void): void =>
  fc.assert(fc.property(histories, fc.array(fc.boolean(), { minLength: 160, maxLength: 160 }), law), { seed: 20230630, numRuns: 150 })

test('each reminder is told or passed over once, however often and however seldom one looks', () =>
  holds((history, looks) => {
    const names = run(history, (at) => looks[at] === true).map(({ name }) => name)
    expect(names.length).toBe(new Set(names).size)
  }))

test('whatever has come by a day one looks is told or passed over by then, and no more than one of a clock is told in a day', () =>
  holds((history, looks) => {
    const all = run(history, (at) => looks[at] === true)
    for (const [at, { today, clock }] of history.entries()) {
      if (looks[at] !== true) continue
      const until = new Set(all.filter((each) => each.today <= today).map(({ name }) => name))
      for (const each of came(clock, today)) expect(until.has(nameOf(each))).toBe(true)
      expect(all.filter((each) => each.told && each.today === today).length).toBeLessThanOrEqual(1)
    }
  }))

test('looked at day by day, each day that has reminders has its last one told', () =>
  holds((history) => {
    const all = run(history, () => true)
    for (const { today, clock } of history) {
      const last = came(clock, today).at(-1)
      if (last?.day === today && all.find((each) => each.name === nameOf(last))?.today === today) expect(all.find((each) => each.name === nameOf(last))?.told).toBe(true)
    }
  }))

test('a share is over when so many of the clock’s own days are, and never after it is due', () =>
  holds((history) => {
    for (const { today, clock } of history) {
      const { legal } = dueOf(clock, calendar, today)
      for (const each of came(clock, today)) {
        if (each.mark.startsWith('overdue')) {
          expect([each.day > legal, isWorkday(calendar, each.day)]).toEqual([true, true])
          continue
        }
        expect(each.day <= legal).toBe(true)
        if (each.mark === '100' || clock.limit.unit !== 'working') continue
        if (clock.until !== undefined) {
          expect(workdaysBetween(calendar, clock.start, each.day)).toBe(Math.ceil((workdaysBetween(calendar, clock.start, dueOf(clock, calendar, today).end) * Number(each.mark)) / 100))
          continue
        }
        const still = Array.from({ length: 400 }, (_, at) => addDays(clock.start, at)).filter((one) => one <= each.day && isWorkday(calendar, one) && clock.pauses.some(({ from, to }) => to !== null && from < one && one <= to)).length
        const length = clock.limit.value + clock.extensions.reduce((sum, { value }) => sum + value, 0)
        expect(workdaysBetween(calendar, clock.start, each.day) - still).toBe(Math.ceil((length * Number(each.mark)) / 100))
      }
    }
  }))

test('a clock that stands still, has stopped or is a party’s, a minimum, and a settled matter remind nobody', () =>
  holds((history) => {
    for (const { today, clock } of history) {
      if (clock.stopped !== null || clock.pauses.some(({ to }) => to === null)) expect(came(clock, today)).toEqual([])
      expect(remindersCome(procedure, { state: 'open', clocks: new Map([['wait', clock]]), whistles: [] }, calendar, today)).toEqual([])
      expect(remindersCome(procedure, { state: 'done', clocks: new Map([['main', clock]]), whistles: [] }, calendar, today)).toEqual([])
      expect(came({ ...clock, limit: { ...clock.limit, bound: 'least' } }, today)).toEqual([])
    }
  }))

test('lateness is told of at most so often', () => {
  const clock = tick(undefined, { kind: 'start', on: first, limit: { key: 'A.B', title: words('甲', 'a'), law: words('乙', 'b'), value: 1, unit: 'working', bound: 'most', validFrom: '2020-01-01', sure: 'law' } }) as Clock
  expect(came(clock, day('2024-12-01')).filter(({ mark }) => mark.startsWith('overdue')).length).toBe(mostOverdue)
})
