import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Predicate } from '../core/access/predicate.ts'
import { compilePredicate } from '../core/access/predicate.ts'
import type { Fields } from '../core/ledger/value.ts'
import { smallLedgers } from '../../test/builders/small-town.ts'
import type { FreshSchema } from '../../test/harness/town.ts'
import { freshSchema } from '../../test/harness/town.ts'
import { fieldsOf } from './entries.ts'
import { createLedgerTable } from './ledger-table.ts'
import { predicateSql, whereSql } from './predicate-sql.ts'
import { ledgerTable, rowsOf, sql, table } from './sql.ts'

/** A right or a search says the same of a row in core, in a SELECT list and in a WHERE clause (DESIGN §4, Laws). */

const found = smallLedgers.find((each) => each.key === 'sale')
if (found === undefined) throw new Error('the small town sells')
const ledger = found
const texts = ['', 'a', 'A', 'ä', 'Ä', 'aB', '猪', '甲批 ABC', 'İ', 'ß', '%', '_', '\\', '𠮷']
const values = { org: ['v1', 'v2', 'v3'], day: ['2023-01-31', '2023-02-01', '2022-12-31'], head: ['0', '1', '-2', '10'], money: ['0', '0.5', '-0.5', '12.34'], kind: ['pig', 'sheep'], note: texts.slice(1) } as const
const nullable = ['head', 'money', 'kind', 'note'] as const

const row = (count: number): Fields => {
  const fields: Record<string, string> = {}
  let rest = count
  for (const [key, choices] of Object.entries(values)) {
    const size = choices.length + 1
    const picked = choices[rest % size] ?? ((nullable as readonly string[]).includes(key) ? undefined : choices[0])
    if (picked !== undefined) fields[key] = picked
    rest = Math.floor(rest / size)
  }
  return fields
}
const held: { place?: FreshSchema; rows: (Record<string, unknown> & { id: number })[] } = { rows: [] }
const rows: readonly Fields[] = Array.from({ length: 600 }, (_, index) => row((index * 7919) % 5 ** 6))

beforeAll(async () => {
  const place = await freshSchema()
  held.place = place
  await place.pool.query(`create schema ${place.schema}`)
  for (const statement of createLedgerTable(place.schema, ledger)) await place.pool.query(statement)
  for (const [id, fields] of rows.entries()) {
    const keys = Object.keys(fields)
    await rowsOf(place.pool, sql`insert into ${table(place.schema, ledgerTable(ledger.key))} (id, span, version, ${sql.join(keys.map((key) => sql.id(key)))}) values (${id}, 0, ${id}, ${sql.join(keys.map((key) => sql`${fields[key]}`))})`)
  }
  held.rows = await rowsOf(place.pool, sql`select * from ${table(place.schema, ledgerTable(ledger.key))} order by id`)
})
afterAll(() => held.place?.drop())

const fields = Object.keys(values) as (keyof typeof values)[]
const leaf = fc.constantFrom(...fields).chain((field): fc.Arbitrary<Predicate> => {
  const value = fc.constantFrom<string>(...values[field])
  const forms: fc.Arbitrary<Predicate>[] = [
    value.map((each) => ({ kind: 'is', field, value: each })),
    fc.constant({ kind: 'is', field, value: null }),
    fc.array(value, { maxLength: 3 }).map((each) => ({ kind: 'in', field, values: each })),
    fc.record({ op: fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const), value }).map((each) => ({ kind: 'compare', field, ...each })),
    fc.constant({ kind: 'known', field }),
  ]
  return field === 'note' ? fc.oneof(...forms, fc.constantFrom(...texts).map((text): Predicate => ({ kind: 'contains', field, text })), fc.array(fc.constantFrom(...texts), { minLength: 2, maxLength: 4 }).map((some): Predicate => ({ kind: 'any', of: some.map((text) => ({ kind: 'contains', field, text })) })), fc.constantFrom('[pP批丕]', '[jJ甲][^0-9A-Za-z一-龥]*[pP批]', '[zZ猪诸]', '[pP批][^0-9A-Za-z一-龥]*[aA]').map((pattern): Predicate => ({ kind: 'spelt', field, pattern }))) : fc.oneof(...forms)
})
const predicate = fc.letrec<{ any: Predicate }>((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('any'), { maxLength: 3 }).map((of): Predicate => ({ kind: 'all', of })), fc.array(tie('any'), { maxLength: 3 }).map((of): Predicate => ({ kind: 'any', of })), tie('any').map((of): Predicate => ({ kind: 'not', of }))),
})).any

test('core, SELECT and WHERE agree on every row', async () => {
  const { place } = held
  if (place === undefined) throw new Error('no database')
  const at = table(place.schema, ledgerTable(ledger.key))
  await fc.assert(
    fc.asyncProperty(predicate, async (asked) => {
      const inCore = held.rows.filter((each) => compilePredicate(asked, ledger)(fieldsOf(ledger, each))).map((each) => each.id)
      const selected = await rowsOf<{ id: number; holds: boolean | null }>(place.pool, sql`select id, ${predicateSql(asked, ledger, 't')} as holds from ${at} as t order by id`)
      const filtered = await rowsOf<{ id: number }>(place.pool, sql`select id from ${at} as t where ${whereSql(asked, ledger, 't')} order by id`)
      expect(selected.filter((each) => each.holds === null)).toEqual([])
      expect(selected.filter((each) => each.holds === true).map((each) => each.id)).toEqual(inCore)
      expect(filtered.map((each) => each.id)).toEqual(inCore)
    }),
    { numRuns: 300, seed: 20230630 },
  )
})
