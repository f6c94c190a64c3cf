import type pg from 'pg'
import type { Entry } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { copyRows } from './copy.ts'
import type { Column } from './group-sql.ts'
import { columnsOf, namesOf } from './group-sql.ts'
import { ledgerTable, quote } from './sql.ts'

/** An entry as it was and as it is. */
export type Move = { readonly before: Entry; readonly after: Entry }

/** Whether an entry stays as it is but for columns of no unique key: then it matters to no other in which order it is written. */
export const isMove = (ledger: Ledger, { before, after }: Move): boolean =>
  before.void === after.void &&
  before.spans.length === after.spans.length &&
  after.spans.every((span, index) => {
    const was = before.spans[index]
    return was !== undefined && was.from === span.from && was.to === span.to && (ledger.unique ?? []).every((keys) => keys.every((key) => (was.fields[key] ?? null) === (span.fields[key] ?? null)))
  })

/** Writes many moves at once, and of their columns only those in which any of them says something else. */
export const moveEntries = async (client: pg.PoolClient, schema: string, ledger: Ledger, moves: readonly Move[]): Promise<void> => {
  if (moves.length === 0) return
  const changed = new Set(ledger.fields.map(({ key }) => key).filter((key) => moves.some((move) => differs(move, key))))
  const [id, span, version, ...rest] = columnsOf(ledger) as readonly [Column, Column, Column, ...Column[]]
  const set = [version, ...rest.filter(({ name }) => changed.has(name))]
  const given = [id, span, ...set]
  const ids = moves.map(({ after }) => after.id)
  await client.query(`create temp table moved (${given.map(({ name, type }) => `${quote(name)} ${type}`).join(', ')}) on commit drop`)
  await copyRows(client, `moved (${namesOf(given)})`, rowsOf(moves, [...changed]))
  await client.query(`update ${quote(schema)}.${quote(ledgerTable(ledger.key))} as t set ${set.map(({ name }) => `${quote(name)} = moved.${quote(name)}`).join(', ')} from moved where t.id = moved.id and t.span = moved.span and t.id between $1::bigint and $2::bigint`, [ids.reduce((a, b) => Math.min(a, b)), ids.reduce((a, b) => Math.max(a, b))])
  await client.query('drop table moved')
}

const differs = ({ before, after }: Move, key: string): boolean => after.spans.some((span, index) => (span.fields[key] ?? null) !== (before.spans[index]?.fields[key] ?? null))

const rowsOf = function* (moves: readonly Move[], keys: readonly string[]): Generator<readonly unknown[]> {
  for (const { after } of moves) for (const [index, { fields }] of after.spans.entries()) yield [after.id, index, after.version, ...keys.map((key) => fields[key] ?? null)]
}
