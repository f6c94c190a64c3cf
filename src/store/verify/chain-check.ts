import type { JournalRow } from '../../core/journal/row.ts'
import { rowHash } from '../row-hash.ts'
import { unescape } from './copy-lines.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'
import type { LastNumbers } from './last-numbers.ts'
import { lastNumbers, noteNumber } from './last-numbers.ts'

/** What a journal says read from its first row to its last. */
export type Checked = {
  readonly rows: number
  /** Hash and instant of the last row. */
  readonly hash: string
  readonly instant: string
  /** The hash found at the number asked for. */
  readonly hashAt: string | undefined
  readonly declarations: readonly Declared[]
  /** The last row that tells of each entry. */
  readonly last: LastNumbers
  readonly differences: readonly Difference[]
}

/** A row that declares something. */
export type Declared = { readonly number: number; readonly payload: string }

/** A reader of journal rows in order, and what it has found so far. */
export type ChainCheck = { readonly visit: (line: string) => void; readonly checked: () => Checked }

/** Checks that numbers have no gaps, that instants never go back, and that every hash is the SM3 of the one before and the row itself. */
export const chainCheck = (at: number | undefined): ChainCheck => {
  const differences: Difference[] = []
  const differs = (where: string, expected: string, found: string): void => {
    if (differences.length < mostOfAKind) differences.push({ kind: 'journal', where, expected, found })
  }
  let number = 0
  let previous = '0'.repeat(64)
  let instant = ''
  let hashAt: string | undefined
  const declarations: Declared[] = []
  const last = lastNumbers()
  const visit = (line: string): void => {
    const { row, previous: told, hash } = readLine(line)
    number += 1
    if (row.number !== number) {
      differs(`#${number}`, `#${number}`, `#${row.number}`)
      number = row.number
    }
    if (told !== previous) differs(`#${number}`, previous, told)
    if (row.recordedAt < instant) differs(`#${number}`, `>= ${instant}`, row.recordedAt)
    const expected = rowHash(told, row)
    if (expected !== hash) differs(`#${number}`, expected, hash)
    if (number === at) hashAt = hash
    if (row.entry === null) declarations.push({ number, payload: row.payload })
    else noteNumber(last, row.entry, number)
    previous = hash
    instant = row.recordedAt
  }
  return { visit, checked: () => ({ rows: number, hash: previous, instant, hashAt, declarations, last, differences }) }
}

/** The columns that `visit` reads, in its order. */
export const chainColumns = `number, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), person, acting_for, approved_by, verb, ledger, entry, batch, reason, encode(previous, 'hex'), encode(hash, 'hex'), payload`

const readLine = (line: string): { readonly row: JournalRow; readonly previous: string; readonly hash: string } => {
  const parts = line.split('\t')
  const text = (index: number): string => unescape(parts[index] ?? '')
  const maybe = (index: number): string | null => (parts[index] === '\\N' ? null : text(index))
  const count = (index: number): number | null => (parts[index] === '\\N' ? null : Number(parts[index]))
  return {
    row: {
      number: Number(parts[0]),
      recordedAt: text(1),
      person: Number(parts[2]),
      actingFor: count(3),
      approvedBy: count(4),
      verb: text(5),
      ledger: text(6),
      entry: count(7),
      batch: maybe(8),
      reason: maybe(9),
      payload: text(12),
    },
    previous: text(10),
    hash: text(11),
  }
}
