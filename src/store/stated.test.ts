import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallTown, spanOf } from '../../test/builders/small-town.ts'
import { enterSource } from '../../test/builders/source-entry.ts'
import { clock } from '../../test/builders/town-history.ts'
import type { FreshDatabase } from '../../test/harness/town.ts'
import { freshDatabase } from '../../test/harness/town.ts'
import { everything, nothing } from '../core/access/predicate.ts'
import type { Fields } from '../core/ledger/value.ts'
import { changePhrase } from '../core/quantity/comparison.ts'
import type { Day } from '../core/time/day.ts'
import { period } from '../core/time/period.ts'
import { figureHistoryOf } from './figure-history.ts'
import { figureScope, readFigures } from './figures.ts'
import type { Town } from './town.ts'
import { readTrace } from './trace.ts'
import { verifyTown } from './verify/verify.ts'
import { accepted } from './writer.ts'

/** Values stated in a document: they answer their own period and org where the book has no rows, and nothing else. */
let place: FreshDatabase
let town: Town
let source = 0
beforeAll(async () => {
  place = await freshDatabase()
  town = await smallTown(place.database, 'town_stated', clock())
  source = await enterSource(town, '2022年上半年生猪出栏8头。')
})
afterAll(async () => {
  await town.close()
  await place.drop()
})

const enter = async (ledger: string, fields: Fields): Promise<number> => accepted(await town.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: `${ledger}.create`, ledger, spans: [spanOf(fields)] }] })).numbers[0] ?? 0
const sell = (day: string, head: string): Promise<number> => enter('sale', { org: 'v1', day, head, kind: 'pig' })
const state = (measure: string, key: string, value: string | null, more: Fields = {}): Promise<number> =>
  enter('reported', { measure, org: 'town', period: key, day: period(key).to, ...(value === null ? {} : { value }), status: 'stated', source: '2022年工作总结，2023-01-10', document: String(source), offset: '9', quote: '8头', ...more })
const withdraw = async (entry: number): Promise<void> => {
  const { numbers } = accepted(await town.commit({ by: { person: 1 }, approvedBy: 2, reason: '认错了指标', changes: [{ act: 'void', verb: 'reported.void', ledger: 'reported', entry, saw: entry }] }))
  expect(numbers.length).toBe(1)
}

type Asked = { readonly org?: string; readonly cutoff?: string; readonly asOf?: number; readonly sees?: boolean }
const figure = async (measure: string, key: string, { org = 'town', cutoff, asOf, sees = true }: Asked = {}) => {
  const book = await town.book()
  const scope = await figureScope(place.database.pool, town.schema, book, { period: period(key), org, cutoff: (cutoff as Day | undefined) ?? period(key).to, asOf: asOf ?? book.head, measures: [measure] })
  const [found] = await readFigures(place.database.pool, scope)
  if (found === undefined) throw new Error(measure)
  const trace = await readTrace(place.database.pool, scope, found, { offset: 0, limit: 10, right: () => (sees ? everything : nothing) })
  return { ...found, trace, scope, told: [found.value, found.source] as const }
}

test('a counted figure without rows is what a document states, and its trace is that one row', async () => {
  const entry = await state('pigs', '2022H1', '8')
  const found = await figure('pigs', '2022H1')
  expect(found).toMatchObject({ value: '8', source: 'stated', status: 'stated', statedBy: '2022年工作总结，2023-01-10', rows: 1 })
  expect(found.trace).toMatchObject({ total: '8', withheld: '0', rowCount: 1, rows: [{ ledger: 'reported', entry, amount: '8', stated: true }] })
  expect((await figure('pigs', '2022H1', { sees: false })).trace).toMatchObject({ total: '0', withheld: '8', rowCount: 0, withheldRows: 1, rows: [] })
})

test('it answers no other period, org, cutoff or moment', async () => {
  const { head } = await town.book()
  for (const key of ['2022', '2022-06', '2022Q2', '2022-01..2022-03', '2023H1']) expect((await figure('pigs', key)).told, key).toEqual(['0', 'computed'])
  expect((await figure('pigs', '2022H1', { org: 'v1' })).told).toEqual(['0', 'computed'])
  expect((await figure('pigs', '2022H1', { cutoff: '2022-06-29' })).told).toEqual(['0', 'computed'])
  expect((await figure('pigs', '2022H1', { cutoff: '2022-07-31' })).told).toEqual(['8', 'stated'])
  expect((await figure('pigs', '2022H1', { asOf: head - 1 })).told).toEqual(['0', 'computed'])
})

test('growth is told on the stated base', async () => {
  await sell('2023-02-01', '10')
  const found = await figure('pigs', '2023H1')
  expect([found.base, found.change === null ? null : changePhrase(found.change, 'zh'), found.stated]).toEqual(['8', '同比增长25%', []])
})

test('rows win where there are any, and the history tells both', async () => {
  const { head } = await town.book()
  await sell('2022-03-01', '3')
  const found = await figure('pigs', '2022H1')
  expect([found.told, found.trace.total, found.trace.rows.map((row) => row.ledger)]).toEqual([['3', 'computed'], '3', ['sale']])
  expect((await figure('pigs', '2022H1', { asOf: head })).told).toEqual(['8', 'stated'])
  expect((await figure('pigs', '2023H1')).base).toBe('3')
  const { moments } = await figureHistoryOf(place.database.pool, found.scope, found.scope.measures.get('pigs') as never)
  expect(moments.map((moment) => moment.value)).toEqual(['8', '3'])
})

test('a voided one counts no more', async () => {
  const entry = await state('sales', '2021', '40')
  expect((await figure('sales', '2021')).told).toEqual(['40', 'stated'])
  await withdraw(entry)
  expect((await figure('sales', '2021')).told).toEqual(['0', 'computed'])
})

test('a reported measure takes it for its period only, and a rate without a level as well', async () => {
  await state('output', '2022Q2', '70')
  await state('output', '2021H1', null, { growth: '4.5' })
  expect((await figure('output', '2022Q2')).told).toEqual(['70', 'stated'])
  expect((await figure('output', '2022H1')).told).toEqual([null, 'reported'])
  const rate = await figure('output', '2021H1')
  expect([rate.told, rate.rows, rate.change === null ? null : changePhrase(rate.change, 'zh')]).toEqual([[null, 'stated'], 1, '同比增长4.5%'])
  expect(rate.trace).toMatchObject({ total: null, withheld: null, rows: [{ amount: null, stated: true }] })
})

test('a formula takes it for itself, or is made of its stated operands', async () => {
  await state('close-rate', '2021H1', '98.456')
  expect((await figure('close-rate', '2021H1')).told).toEqual(['98.456', 'stated'])
  expect((await figure('close-rate', '2021H1')).trace).toMatchObject({ total: '98.456', withheld: '0', rowCount: 1 })
  await state('cases-closed', '2021H2', '3')
  await state('cases-found', '2021H2', '4')
  const made = await figure('close-rate', '2021H2')
  expect([made.told, made.trace.total, made.trace.rows.map((row) => row.stated)]).toEqual([['75', 'formula'], '75', [true]])
})

test('nothing of it is posted: the book verifies', async () => {
  expect(await verifyTown(place.database, town)).toMatchObject({ ok: true, differences: [] })
  expect((await place.database.pool.query(`select 1 from town_stated.postings as p where p.first in (select id from town_stated.ledger_reported)`)).rowCount).toBe(0)
})

test('a closed month takes no stated value for its ledger', async () => {
  await enter('close', { ledger: 'sale', month: '2021-06', org: 'town', day: '2021-07-01' })
  const outcome = await town.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'source.accept', ledger: 'reported', spans: [spanOf({ measure: 'pigs', org: 'town', period: '2021H1', day: '2021-06-30', value: '5', status: 'stated', source: '总结', document: String(source), offset: '0', quote: '5' })] }] })
  expect(outcome).toMatchObject({ refused: true, code: 'month-closed', details: { month: '2021-06' } })
})
