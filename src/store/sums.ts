import { everything } from '../core/access/predicate.ts'
import { Tally } from '../core/journal/tally.ts'
import type { Slot, Sum } from '../core/measure/figure.ts'
import type { MeasureVersion } from './book.ts'
import { distinctFrames, seriesOf } from '../core/measure/series.ts'
import type { Window } from '../core/measure/window.ts'
import { inWindow } from '../core/measure/window.ts'
import { plus, ONE, ZERO } from '../core/quantity/decimal.ts'
import { period, windowsOf } from '../core/time/period.ts'
import { fromBalances } from './balance-sums.ts'
import { behindSql } from './behind-sql.ts'
import { shortest } from './entries.ts'
import { monthNumber } from './group-values.ts'
import { entriesAsOf } from './recount.ts'
import type { Handle } from './sql.ts'
import { oneOf, rowsOf, sql, table } from './sql.ts'
import type { SlotRow, SumScope, Wanted } from './sum-scope.ts'
import { orgsOf, scoped, slotKey, toSums } from './sum-scope.ts'

/** Sums by slot, and which of them were counted from the rows because no balance answers them. */
export type ReadSums = { readonly sums: (slot: Slot) => Sum | undefined; readonly live: ReadonlySet<string> }

/**
 * Reads many sums at once. Now: whole months from balances, the month of the cutoff from postings by day,
 * distinct keys from their counts; before now: from the postings up to the number. What neither can answer
 * is counted from the rows.
 */
export const readSums = async (handle: Handle, scope: SumScope, slots: readonly Slot[]): Promise<ReadSums> => {
  const found = new Map<string, Sum>()
  const live = new Set<string>()
  const additive: Wanted[] = []
  const distinct: Wanted[] = []
  for (const slot of slots) {
    const key = slotKey(slot)
    const version = scope.moment.versions.get(slot.measure)
    if (found.has(key) || version === undefined || version.series === null) continue
    found.set(key, { amount: ZERO, rows: 0 })
    ;(version.measure.definition.kind === 'distinct' ? distinct : additive).push({ slot, version, series: version.series })
  }
  const counted = await countedKeys(handle, scope, distinct)
  for (const { slot, version } of distinct) {
    const key = slotKey(slot)
    const keys = counted.get(key)
    if (keys === undefined) live.add(key)
    found.set(key, keys ?? (await liveSum(handle, scope, slot, version)))
  }
  if (additive.length > 0) for (const [key, sum] of await (scope.moment.head ? fromBalances : fromPostings)(handle, scope, additive)) found.set(key, sum)
  return { sums: (slot) => found.get(slotKey(slot)), live }
}

/** Counted keys answer the windows the book keeps, at their end, now; of other windows nothing is told. */
const countedKeys = async (handle: Handle, scope: SumScope, wanted: readonly Wanted[]): Promise<ReadonlyMap<string, Sum>> => {
  const kept = wanted.flatMap(({ slot, series }) => {
    const frame = frameOf(scope, slot.window)
    return frame === undefined ? [] : [{ slot, series, frame }]
  })
  if (kept.length === 0) return new Map()
  const rows = await rowsOf<{ slot: number; keys: number | null }>(
    handle,
    sql`select asked.slot, counts.keys from unnest(${kept.map((_, index) => index)}::int[], ${kept.map((each) => each.series)}::int[], ${kept.map((each) => each.frame)}::text[]) as asked (slot, series, frame)
      left join ${table(scope.schema, 'distinct_counts')} as counts on counts.series = asked.series and counts.frame = asked.frame and counts.org = ${scope.org}`,
  )
  return new Map(
    rows.flatMap((row) => {
      const slot = kept[row.slot]?.slot
      return slot === undefined ? [] : [[slotKey(slot), { amount: shortest(String(row.keys ?? 0)), rows: row.keys ?? 0 }] as const]
    }),
  )
}

/** The kept frame that is exactly this window under the tree of the scope. */
const frameOf = (scope: SumScope, { from, to }: Window): string | undefined => {
  const frame = from === null ? undefined : windowsOf(to, distinctFrames).find((each) => period(each).from === from && period(each).to === to)
  return frame !== undefined && scope.moment.head && sameOrgs(scope.tree.subtree(scope.org), scope.book.treeAt(to).subtree(scope.org)) ? frame : undefined
}

const sameOrgs = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && new Set([...a, ...b]).size === a.length

const liveSum = async (handle: Handle, scope: SumScope, slot: Slot, version: MeasureVersion): Promise<Sum> => {
  const behind = behindSql({
    schema: scope.schema,
    ledgers: scope.book.declared.ledgers,
    measure: version.measure,
    window: slot.window,
    orgs: orgsOf(scope),
    asOf: scope.moment.head ? undefined : scope.moment.number,
    factor: ONE,
    right: () => everything,
  })
  const row = await oneOf<{ amount: string; rows: number }>(handle, sql`select coalesce(sum(amount), 0)::numeric as amount, count(*)::int as rows from ${behind} as behind`)
  return { amount: shortest(row.amount), rows: row.rows }
}

/** Sums as the book knew them: postings recorded up to the number, and of the group it falls into only its part. */
const fromPostings = async (handle: Handle, scope: SumScope, wanted: readonly Wanted[]): Promise<ReadonlyMap<string, Sum>> => {
  const { number } = scope.moment
  const column = <Value>(read: (each: Wanted, index: number) => Value): Value[] => wanted.map(read)
  const asked = sql`unnest(${column((_, i) => i)}::int[], ${column((each) => each.series)}::int[], ${column((each) => each.slot.window.from ?? '1900-01-01')}::date[], ${column((each) => each.slot.window.to)}::date[],
    ${column((each) => monthNumber(each.slot.window.cohorts?.from ?? null))}::int[], ${column((each) => monthNumber(each.slot.window.cohorts?.to ?? null))}::int[]) as asked (slot, series, day_from, day_to, cohort_from, cohort_to)`
  const rows = await rowsOf<SlotRow>(
    handle,
    sql`select asked.slot, sum(p.amount) as amount, sum(p.rows) as rows from ${asked} join ${table(scope.schema, 'postings')} as p
      on p.series = asked.series and p.day between asked.day_from and asked.day_to and p.cohort between asked.cohort_from and asked.cohort_to and p.last <= ${number}::bigint where true${scoped(scope, 'p')} group by asked.slot`,
  )
  const sums = new Map(toSums(wanted, rows))
  for (const [key, more] of await partOfGroup(handle, scope, wanted)) {
    const known = sums.get(key) ?? { amount: ZERO, rows: 0 }
    sums.set(key, { amount: plus(known.amount, more.amount), rows: known.rows + more.rows })
  }
  return sums
}

/**
 * A posting sums a whole group; when the number falls inside one, the part up to it is found from the
 * journal: the entries moved so far, as they were before the group and as they are at the number.
 */
const partOfGroup = async (handle: Handle, scope: SumScope, wanted: readonly Wanted[]): Promise<ReadonlyMap<string, Sum>> => {
  const { number } = scope.moment
  const bySeries = new Map(wanted.map((each) => [each.series, each.version.measure]))
  const split = await rowsOf<{ series: number; org: string; day: string; cohort: number; first: number }>(
    handle,
    sql`select series, org, day, cohort, first from ${table(scope.schema, 'postings')} where last > ${number}::bigint and first <= ${number}::bigint and series = any(${[...bySeries.keys()]}::int[])`,
  )
  if (split.length === 0) return new Map()
  const from = Math.min(...split.map((cell) => cell.first))
  const cells = new Set(split.map((cell) => `${cell.series}|${cell.org}|${cell.day}|${cell.cohort}`))
  const tally = new Tally()
  const series = [...new Set(split.map((cell) => cell.series))].flatMap((each) => {
    const measure = bySeries.get(each)
    return measure === undefined ? [] : seriesOf(measure, each, scope.book.declared.ledgers)
  })
  const moved = await rowsOf<{ entry: number; ledger: string }>(
    handle,
    sql`select distinct entry, ledger from ${table(scope.schema, 'journal')} where number between ${from}::bigint and ${number}::bigint and entry is not null and ledger = any(${[...new Set(series.map((each) => each.ledger))]}::text[])`,
  )
  const ids = moved.map((row) => row.entry)
  const [before, after] = [await entriesAsOf(handle, scope.schema, ids, from - 1), await entriesAsOf(handle, scope.schema, ids, number)]
  for (const { entry, ledger } of moved) {
    const now = after.get(entry)
    if (now !== undefined) for (const each of series) if (each.ledger === ledger) tally.post(each, before.get(entry), now, number)
  }
  const orgs = orgsOf(scope)
  const inScope = orgs === undefined ? undefined : new Set(orgs)
  const sums = new Map<string, Sum>()
  for (const cell of tally.moved()) {
    if (!cells.has(`${cell.series}|${cell.org}|${cell.day}|${monthNumber(cell.cohort)}`) || inScope?.has(cell.org) === false) continue
    for (const { slot, series: asked } of wanted) {
      if (asked !== cell.series || !inWindow(slot.window, cell.day, cell.cohort)) continue
      const known = sums.get(slotKey(slot)) ?? { amount: ZERO, rows: 0 }
      sums.set(slotKey(slot), { amount: plus(known.amount, cell.amount), rows: known.rows + cell.rows })
    }
  }
  return sums
}

