import type pg from 'pg'
import type { JournalRow } from '../../core/journal/row.ts'
import { readHead } from '../book.ts'
import { rowHash } from '../group-values.ts'
import { quote } from '../sql.ts'
import { eachLine, unescape } from './copy-lines.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'

export type Walked = { readonly rows: number; readonly head: string; readonly hashAt: string | undefined; readonly differences: readonly Difference[] }

/**
 * Walks the whole journal in order: numbers without gaps, instants that never go back, every hash the SM3 of
 * the one before and the row itself, the head row last. `at` asks for the hash found at one number.
 */
export const walkChain = async (client: pg.PoolClient, schema: string, at?: number): Promise<Walked> => {
  const differences: Difference[] = []
  const differs = (where: string, expected: string, found: string): void => {
    if (differences.length < mostOfAKind) differences.push({ kind: 'journal', where, expected, found })
  }
  let number = 0
  let previous = '0'.repeat(64)
  let instant = ''
  let hashAt: string | undefined
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
    previous = hash
    instant = row.recordedAt
  }
  await eachLine(client, copyText(schema), visit)
  const head = await readHead(client, schema)
  if (head.number !== number || head.hash !== previous) differences.push({ kind: 'head', where: 'head', expected: `#${number} ${previous}`, found: `#${head.number} ${head.hash}` })
  else if (number > 0 && head.recordedAt !== instant) differences.push({ kind: 'head', where: 'head', expected: instant, found: head.recordedAt })
  return { rows: number, head: previous, hashAt, differences }
}

const copyText = (schema: string): string =>
  `copy (select number, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), person, acting_for, approved_by, verb, ledger, entry, batch, reason, encode(previous, 'hex'), encode(hash, 'hex'), payload from ${quote(schema)}.journal order by number) to stdout`

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
