import type { OrgTree } from '../core/access/org-tree.ts'
import type { Slot, Sum } from '../core/measure/figure.ts'
import type { Moment } from './as-of.ts'
import type { MeasureVersion, TownBook } from './book.ts'
import { shortest } from './entries.ts'
import type { Sql } from './sql.ts'
import { sql } from './sql.ts'

/** Where sums are read: the orgs of the scope (undefined: the whole town) and the book at a moment. */
export type SumScope = { readonly schema: string; readonly book: TownBook; readonly moment: Moment; readonly org: string; readonly tree: OrgTree }

/** A slot with the version of its measure that is in force, and where that posts. */
export type Wanted = { readonly slot: Slot; readonly version: MeasureVersion; readonly series: number }

export const slotKey = (slot: Slot): string => `${slot.measure}|${slot.window.from ?? ''}|${slot.window.to}|${slot.window.cohorts?.from ?? ''}|${slot.window.cohorts?.to ?? ''}`

/** Orgs of the scope; undefined for the whole town. */
export const orgsOf = (scope: SumScope): readonly string[] | undefined => (scope.org === scope.tree.root ? undefined : scope.tree.subtree(scope.org))

/** The condition that keeps rows to the orgs of the scope. */
export const scoped = (scope: SumScope, alias: string): Sql => {
  const orgs = orgsOf(scope)
  return orgs === undefined ? sql`` : sql` and ${sql.id(alias)}.org = any(${[...orgs]}::text[])`
}

/** A sum as SQL answers it: `slot` counts what was wanted from 0. */
export type SlotRow = { slot: number; amount: string; rows: string | number }

/** Sums by slot key. */
export const toSums = (wanted: readonly Wanted[], rows: readonly SlotRow[]): ReadonlyMap<string, Sum> => {
  const sums = new Map<string, Sum>()
  for (const row of rows) {
    const slot = wanted[row.slot]?.slot
    if (slot !== undefined) sums.set(slotKey(slot), { amount: shortest(row.amount), rows: Number(row.rows) })
  }
  return sums
}

