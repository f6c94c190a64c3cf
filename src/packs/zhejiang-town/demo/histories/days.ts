import type { Fields } from '../../../../core/ledger/value.ts'
import type { Day } from '../../../../core/time/day.ts'
import { addDays, daysBetween } from '../../../../core/time/day.ts'
import { earlier, later } from '../calendar.ts'
import type { DemoAction } from '../history.ts'
import { keeperOf } from '../people.ts'

/** The last day anything was done in a case of the demonstration, a working day before its town date. */
export const storyEnd = '2023-11-06' as Day

/** The day from which cases of a kind that takes weeks may still be under way, and of one that takes days. */
export const openFrom = '2023-10-09' as Day
export const lately = '2023-10-26' as Day

/** One step of an invented history. */
export const act = (step: string, day: Day, person: string, org: string, given: Fields = {}): DemoAction => ({ step, day, person, org, given })

/** A step by whoever keeps the ledgers of an office. */
export const by = (office: string, step: string, day: Day, given: Fields = {}): DemoAction => act(step, day, keeperOf(office), office, given)

/** A share of the way from a day to another; no weekend where there is a Friday before it. */
export const between = (from: Day, to: Day, share: number): Day => earlier(to, later(from, weekdayOn(addDays(from, Math.round(Math.max(0, daysBetween(from, to)) * share)))))

/** So many days after another. */
export const after = (day: Day, days: number): Day => weekdayOn(addDays(day, days))

/** The steps that lie behind the town's day. */
export const untilNow = (actions: readonly DemoAction[]): readonly DemoAction[] => actions.filter(({ day }) => day <= storyEnd)

const weekdayOn = (day: Day): Day => addDays(day, -Math.max(0, (daysBetween('2018-01-01' as Day, day) % 7) - 4))

/** The first steps of a case under way: nearly all have got as far as they should, now and then one was left lying. */
export const sofar = (actions: readonly DemoAction[], index: number, most: number): readonly DemoAction[] => actions.slice(0, index % 9 === 0 ? index % (most + 1) : most)
