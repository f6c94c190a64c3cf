import type { Fields } from '../../../core/ledger/value.ts'
import type { Day } from '../../../core/time/day.ts'
import { hazardHistory } from './histories/hazard.ts'

/** A step of an invented history: who took it, by login, from which org. */
export type DemoAction = { readonly step: string; readonly day: Day; readonly person: string; readonly org: string; readonly given: Fields }

/** An invented case: its entry without what its steps write, and the steps. */
export type DemoHistory = { readonly fields: Fields; readonly actions: readonly DemoAction[] }

/** How the cases of a ledger went, made from what a row of the demonstration says of them; `index` tells rows of a batch apart. */
export const histories: ReadonlyMap<string, (fields: Fields, index: number) => DemoHistory> = new Map([['hazard', hazardHistory]])
