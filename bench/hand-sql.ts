import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { ledgerTable, quote } from '../src/store/sql.ts'
import type { Town } from '../src/store/town.ts'
import { eventKeys, registerKeys } from './synthetic/ledgers.ts'

/**
 * The report of the synthetic town written by hand over its entries (bench/sql), in the two ways people do it: a statement for each
 * figure, as a list of indicators holds them, and one pass for each ledger that fills all its figures at once.
 */

/** Two values, this half-year's and the one a year before, by measure. */
export type HandReport = ReadonlyMap<string, { readonly now: string; readonly before: string }>

/** A statement and what it is about: the ledger, or one measure. */
export type HandStatement = { readonly about: string; readonly text: string }

const days: readonly (readonly [string, string])[] = [[':before_from', '2022-01-01'], [':before_to', '2022-06-30'], [':from', '2023-01-01'], [':to', '2023-06-30']]

const textOf = (name: string): string => days.reduce((text, [mark, day]) => text.replaceAll(mark, `date '${day}'`), readFileSync(join(import.meta.dirname, 'sql', name), 'utf8'))

const overLedgers = <Item>(events: string, register: string, make: (ledger: string, text: string) => readonly Item[], schema: string): readonly Item[] =>
  [...eventKeys.map((key) => [key, events] as const), ...registerKeys.map((key) => [key, register] as const)].flatMap(([key, text]) => make(key, text.replaceAll(':table', `${quote(schema)}.${quote(ledgerTable(key))}`)))

/** One statement a ledger. */
export const byLedger = (schema: string): readonly HandStatement[] => overLedgers(textOf('events.sql'), textOf('register.sql'), (about, text) => [{ about, text }], schema)

/** One statement a figure: 150 of them. */
export const byFigure = (schema: string): readonly HandStatement[] =>
  overLedgers(textOf('events-by-figure.sql'), textOf('register-by-figure.sql'), (ledger, text) => text.split(/^-- figure /m).slice(1).map((each) => ({ about: `${ledger}-${each.slice(0, each.indexOf('\n'))}`, text: each.slice(each.indexOf('\n')) })), schema)

/** Runs one statement a ledger and names what it tells. */
export const reportByLedger = async (client: pg.PoolClient, schema: string): Promise<HandReport> => {
  const told = new Map<string, { now: string; before: string }>()
  for (const { about, text } of byLedger(schema)) {
    const row = (await client.query<Record<string, unknown>>(text)).rows[0] ?? {}
    for (const name of Object.keys(row)) if (!name.endsWith('_before')) told.set(`${about}-${name.replaceAll('_', '-')}`, { now: String(row[name]), before: String(row[`${name}_before`]) })
  }
  return told
}

/** Runs one statement a figure. */
export const reportByFigure = async (client: pg.PoolClient, schema: string): Promise<HandReport> => {
  const told = new Map<string, { now: string; before: string }>()
  for (const { about, text } of byFigure(schema)) {
    const { now, before } = (await client.query<{ now: unknown; before: unknown }>(text)).rows[0] ?? {}
    told.set(about, { now: String(now), before: String(before) })
  }
  return told
}

/** Writes the plans of one ledger of each shape, as the database ran them, to bench/sql/plans.txt. */
export const writePlans = async (town: Town): Promise<void> => {
  const shown = [...byLedger(town.schema), ...byFigure(town.schema)].filter(({ about }) => /^(work|asset)-1(-|$)/.test(about))
  const parts: string[] = []
  for (const { about, text } of shown) {
    const { rows } = await town.db.pool.query<{ 'QUERY PLAN': string }>(`explain (analyze, costs off, buffers off, timing off) ${text}`)
    parts.push(`${about}\n${rows.map((row) => `  ${row['QUERY PLAN']}`).join('\n')}\n`)
  }
  writeFileSync(join(import.meta.dirname, 'sql', 'plans.txt'), parts.join('\n'))
}
