import type { OrgTree } from '../core/access/org-tree.ts'
import { everything } from '../core/access/predicate.ts'
import type { Slot, Sum } from '../core/measure/figure.ts'
import type { Measure } from '../core/measure/measure.ts'
import type { Window } from '../core/measure/window.ts'
import { ONE } from '../core/quantity/decimal.ts'
import { byPlace, placeOf } from '../core/report/brief.ts'
import { cohortsOf, wholeMonths } from './balance-sums.ts'
import { behindSql } from './behind-sql.ts'
import { shortest } from './entries.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'
import type { SumScope } from './sum-scope.ts'
import { orgsOf, scoped, slotKey } from './sum-scope.ts'

/** Sums by slot and by the org of their rows, orgs without rows left out. */
export type OrgSums = (slot: Slot) => ReadonlyMap<string, Sum>

/**
 * Reads what each org adds to posting measures over windows: whole months from the balances as they stand, and what no balance
 * answers (a broken month, distinct keys, the book as it was) from the rows.
 */
export const readOrgSums = async (handle: Handle, scope: SumScope, slots: readonly Slot[]): Promise<OrgSums> => {
  const found = new Map<string, ReadonlyMap<string, Sum>>()
  const wanted = [...new Map(slots.map((slot) => [slotKey(slot), slot])).values()]
  const whole = wanted.filter((slot) => inBalances(scope, slot))
  const sums = await fromBalances(handle, scope, whole)
  whole.forEach((slot, at) => found.set(slotKey(slot), sums.get(at) ?? new Map()))
  for (const slot of wanted) if (!found.has(slotKey(slot))) found.set(slotKey(slot), await fromRows(handle, scope, slot))
  return (slot) => found.get(slotKey(slot)) ?? new Map()
}

/** How many distinct keys each village or office has, a grid's with its village. A key counts once in every one of them, so that together they may come to more than the figure. */
export const readKeysByPlace = async (handle: Handle, scope: SumScope, { measure, window }: Slot): Promise<ReadonlyMap<string, Sum>> => {
  const version = scope.moment.versions.get(measure)
  return version === undefined ? new Map() : byPlace(await rowsByOrg(handle, scope, version.measure, window, placesOf(scope.tree)), scope.tree)
}

const placesOf = (tree: OrgTree): ReadonlyMap<string, string> => new Map([...tree.orgs.keys()].map((org) => [org, placeOf(org, tree)]))

const inBalances = (scope: SumScope, { measure, window }: Slot): boolean => {
  const version = scope.moment.versions.get(measure)
  return scope.moment.head && version !== undefined && version.series !== null && version.measure.definition.kind !== 'distinct' && wholeMonths(window).broken === undefined
}

const fromBalances = async (handle: Handle, scope: SumScope, slots: readonly Slot[]): Promise<ReadonlyMap<number, ReadonlyMap<string, Sum>>> => {
  const asked = slots.flatMap(({ measure, window }, slot) => cohortsOf(window).map((cohort) => ({ slot, series: scope.moment.versions.get(measure)?.series ?? 0, cohort, ...wholeMonths(window) })))
  if (asked.length === 0) return new Map()
  const column = (read: (each: (typeof asked)[number]) => number): readonly number[] => asked.map(read)
  const rows = await rowsOf<{ slot: number; org: string; amount: string; rows: string | number }>(
    handle,
    sql`select asked.slot, b.org, sum(b.amount) as amount, sum(b.rows) as rows
      from unnest(${column((each) => each.slot)}::int[], ${column((each) => each.series)}::int[], ${column((each) => each.first)}::int[], ${column((each) => each.last)}::int[], ${column((each) => each.cohort)}::int[]) as asked (slot, series, first, last, cohort)
      join ${table(scope.schema, 'balances')} as b on b.series = asked.series and b.cohort = asked.cohort and b.month between asked.first and asked.last${scoped(scope, 'b')}
      group by asked.slot, b.org having sum(b.rows) <> 0 or sum(b.amount) <> 0`,
  )
  const sums = new Map<number, Map<string, Sum>>()
  for (const row of rows) sums.set(row.slot, (sums.get(row.slot) ?? new Map<string, Sum>()).set(row.org, { amount: shortest(row.amount), rows: Number(row.rows) }))
  return sums
}

const fromRows = async (handle: Handle, scope: SumScope, { measure, window }: Slot): Promise<ReadonlyMap<string, Sum>> => {
  const version = scope.moment.versions.get(measure)
  return version === undefined || version.measure.definition.kind === 'formula' ? new Map() : rowsByOrg(handle, scope, version.measure, window)
}

const rowsByOrg = async (handle: Handle, scope: SumScope, measure: Measure, window: Window, places?: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, Sum>> => {
  const behind = behindSql({ schema: scope.schema, ledgers: scope.book.declared.ledgers, measure, window, orgs: orgsOf(scope), asOf: scope.moment.head ? undefined : scope.moment.number, factor: ONE, right: () => everything, ...(places !== undefined && { places }) })
  const rows = await rowsOf<{ org: string; amount: string; rows: number }>(handle, sql`select org, sum(amount)::numeric as amount, count(*)::int as rows from ${behind} as behind group by org`)
  return new Map(rows.map((row) => [row.org, { amount: shortest(row.amount), rows: row.rows }]))
}
