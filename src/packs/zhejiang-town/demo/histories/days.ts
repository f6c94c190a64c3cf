import type { Fields } from '../../../../core/ledger/value.ts'
import type { Day } from '../../../../core/time/day.ts'
import { addDays, daysBetween } from '../../../../core/time/day.ts'
import { earlier, later } from '../calendar.ts'
import type { DemoAction } from '../history.ts'
import { keeperOf } from '../people.ts'

/** The last day anything of the demonstration happened, and the day from which cases may still be under way. */
export const storyEnd = '2023-10-31' as Day
export const openFrom = '2023-09-15' as Day

/** One step of an invented history. */
export const act = (step: string, day: Day, person: string, org: string, given: Fields = {}): DemoAction => ({ step, day, person, org, given })

/** A step by whoever keeps the ledgers of an office. */
export const by = (office: string, step: string, day: Day, given: Fields = {}): DemoAction => act(step, day, keeperOf(office), office, given)

/** A share of the way from a day to another; no weekend where there is a Friday before it. */
export const between = (from: Day, to: Day, share: number): Day => earlier(to, later(from, weekdayOn(addDays(from, Math.round(Math.max(0, daysBetween(from, to)) * share)))))

/** So many days after another. */
export const after = (day: Day, days: number): Day => weekdayOn(addDays(day, days))

const weekdayOn = (day: Day): Day => addDays(day, -Math.max(0, (daysBetween('2018-01-01' as Day, day) % 7) - 4))

/** A case under way still has taken the first of its steps, by its number. */
export const sofar = (actions: readonly DemoAction[], index: number, most: number): readonly DemoAction[] => actions.slice(0, index % (most + 1))
