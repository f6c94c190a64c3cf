import type { TownBook } from './book.ts'
import type { Folded } from '../core/journal/fold.ts'
import type { JournalRow } from '../core/journal/row.ts'
import type { Cell, KeyCell } from '../core/journal/tally.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { distinctFrames } from '../core/measure/series.ts'
import type { Decimal } from '../core/quantity/decimal.ts'
import { plus } from '../core/quantity/decimal.ts'
import type { Month } from '../core/time/month.ts'
import { period, windowsOf } from '../core/time/period.ts'
import { rowHash } from './row-hash.ts'

/** A journal row with its place in the chain; hashes in hex. */
export type ChainedRow = JournalRow & { readonly previous: string; readonly hash: string }

/** Chains rows to the head, each when it is asked for. */
export const chain = function* (rows: readonly JournalRow[], head: string): Generator<ChainedRow> {
  let previous = head
  for (const row of rows) {
    const hash = rowHash(previous, row)
    yield { ...row, previous, hash }
    previous = hash
  }
}

/** A month as the store keeps it, yyyymm; 0 for none. */
export const monthNumber = (month: Month | string | null): number => (month === null ? 0 : Number(month.slice(0, 4)) * 100 + Number(month.slice(5, 7)))

/** A journal row in the order of `journalColumns`; `mark` goes before the hex of a hash. */
export const journalValues = (row: ChainedRow, mark = ''): readonly unknown[] => [row.number, row.recordedAt, row.person, row.actingFor, row.approvedBy, row.verb, row.ledger, row.entry, row.batch, row.reason, row.payload, mark + row.previous, mark + row.hash]

export const postingValues = (cell: Cell): readonly unknown[] => [cell.series, cell.org, cell.day, monthNumber(cell.cohort), cell.amount, cell.rows, cell.first, cell.last]

/** Cells summed to the grain of balances. */
export const balanceValues = (cells: readonly Cell[]): readonly (readonly unknown[])[] => {
  const sums = new Map<string, { key: readonly [number, number, string, number]; amount: Decimal; rows: number }>()
  for (const cell of cells) {
    const month = monthNumber(cell.day)
    const cohort = monthNumber(cell.cohort)
    const id = `${cell.series}|${month}|${cell.org}|${cohort}`
    const known = sums.get(id)
    if (known === undefined) sums.set(id, { key: [cell.series, month, cell.org, cohort], amount: cell.amount, rows: cell.rows })
    else {
      known.amount = plus(known.amount, cell.amount)
      known.rows += cell.rows
    }
  }
  return [...sums.values()].map(({ key, amount, rows }) => [...key, amount, rows])
}

/** Span rows of an entry in the order of `columnsOf`. */
export const spanValues = (ledger: Ledger, entry: Entry): readonly (readonly unknown[])[] =>
  entry.spans.map((span, index) => [entry.id, index, entry.version, entry.void, span.from, span.to, ...ledger.fields.map((field) => span.fields[field.key] ?? null)])

/**
 * Touched entries gathered by ledger, new ones apart from changed ones. The voided come first among the
 * changed, and the changed are written before the new, so that a key given up can be taken in the same group.
 */
export const touchedByLedger = (folded: Folded): ReadonlyMap<string, { readonly made: readonly Entry[]; readonly changed: readonly Entry[] }> => {
  const groups = new Map<string, { made: Entry[]; changed: Entry[] }>()
  for (const { before, after } of folded.touched.values()) {
    const group = groups.get(after.ledger) ?? { made: [], changed: [] }
    ;(before === undefined ? group.made : group.changed).push(after)
    groups.set(after.ledger, group)
  }
  for (const { changed } of groups.values()) changed.sort((a, b) => Number(b.void) - Number(a.void))
  return groups
}

/** Key movements at every window and every org above, each cell once: (series, frame, org, key, count). */
export const keyValues = (book: TownBook, cells: readonly KeyCell[]): readonly (readonly unknown[])[] => {
  const moved = new Map<string, { key: readonly [number, string, string, string]; count: number }>()
  const frames = new Map<string, readonly { readonly frame: string; readonly orgs: readonly string[] }[]>()
  for (const cell of cells) {
    const at = `${cell.day.slice(0, 7)}|${cell.org}`
    const places = frames.get(at) ?? windowsOf(cell.day, distinctFrames).map((frame) => ({ frame, orgs: book.treeAt(period(frame).to).ancestors(cell.org) }))
    frames.set(at, places)
    for (const { frame, orgs } of places)
      for (const org of orgs) {
        const id = `${cell.series}|${frame}|${org}|${cell.key}`
        const known = moved.get(id)
        if (known === undefined) moved.set(id, { key: [cell.series, frame, org, cell.key], count: cell.count })
        else known.count += cell.count
      }
  }
  return [...moved.values()].filter(({ count }) => count !== 0).map(({ key, count }) => [...key, count])
}
