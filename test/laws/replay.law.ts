import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { distinct, is, oneOf, stock, sum } from '../../src/core/measure/builders.ts'
import { declareMeasure } from '../../src/store/redefine.ts'
import { replay } from '../../src/store/replay.ts'
import type { Town } from '../../src/store/town.ts'
import { declareAll } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import { randomOf, someSet } from '../builders/random-history.ts'
import { smallLedgers, smallMeasures, smallTown, spanOf, systemKeys } from '../builders/small-town.ts'
import { enterSource } from '../builders/source-entry.ts'
import { bookTables, tableRows } from '../builders/table-rows.ts'
import { clock, closeMonth, livingEntries, moveOrgs, someReported, someStated } from '../builders/town-history.ts'
import type { FreshDatabase } from '../harness/town.ts'
import { freshDatabase } from '../harness/town.ts'

/** Replaying the journal from nothing gives equal tables (BOOK §5). */
describe.each([4, 7, 11])('a random history of seed %i', (seed) => {
  let place: FreshDatabase
  let town: Town

  beforeAll(async () => {
    place = await freshDatabase()
    town = await smallTown(place.database, 'town_first', clock())
    const random = randomOf(seed)
    const source = await enterSource(town, '去年出栏生猪8头。')
    for (let step = 0; step < 40; step += 1) {
      if (step === 8) await redeclare(town)
      if (step === 12) await declareWithValue(town, source)
      if (step === 15) await closeMonth(town)
      if (step === 25) await moveOrgs(town)
      if (step === 30) await newField(town)
      const living = await livingEntries(town)
      const sets = Array.from({ length: 1 + Math.floor(random() * 4) }, () => someSet(random, living))
      await Promise.all([...sets, ...(await someStated(town, random, source)), { by: { person: 2 }, changes: [someReported(random)] }].map((set) => town.commit(set)))
    }
  })
  afterAll(async () => {
    await town.close()
    await place.drop()
  })

  test('every table is rebuilt from the journal', async () => {
    const { pool } = place.database
    const replayed = await replay(place.database, 'town_first', 'town_again')
    expect(replayed.rows).toBe((await town.book()).head)
    const tables = await bookTables(pool, 'town_first')
    expect(await bookTables(pool, 'town_again')).toEqual(tables)
    expect(tables).toEqual(expect.arrayContaining(['ledger_visit', 'files']))
    expect((await tableRows(pool, 'town_again', 'files')).length).toBe(1)
    for (const table of tables) expect(await tableRows(pool, 'town_again', table), table).toEqual(await tableRows(pool, 'town_first', table))
    expect(await columnsOf('town_again')).toEqual(await columnsOf('town_first'))
    for (const table of ['postings', 'balances', 'distinct_refs', 'ledger_device']) expect((await tableRows(pool, 'town_again', table)).length, table).toBeGreaterThan(10)
  })

  test('a changed payload stops the replay at its row', async () => {
    const client = await place.database.connect()
    await client.query(`create schema town_forged; create table town_forged.journal (like town_first.journal including all); insert into town_forged.journal select * from town_first.journal;
      create table town_forged.head as select * from town_first.head; update town_forged.journal set payload = replace(payload, '示例镇', '示例市') where number = ${systemKeys.length + 1}`)
    client.release()
    await expect(replay(place.database, 'town_forged', 'town_never')).rejects.toThrow(`journal row ${systemKeys.length + 1} does not follow`)
  })

  const columnsOf = async (schema: string): Promise<readonly unknown[]> =>
    (await place.database.pool.query(`select table_name, column_name, data_type, ordinal_position from information_schema.columns where table_schema = $1 order by 1, 4`, [schema])).rows
})

const redefined = (key: string, definition: (typeof smallMeasures)[number]['definition']): (typeof smallMeasures)[number] => {
  const measure = smallMeasures.find((each) => each.key === key)
  if (measure === undefined) throw new Error(key)
  return { ...measure, definition }
}

/** One definition counted aside, one in the writer, one that asks for an empty field, one without rows. */
const redeclare = async (town: Town): Promise<void> => {
  accepted(await declareMeasure(town, redefined('pigs', sum('sale', 'head', oneOf('kind', 'pig', 'sheep'))), { person: 1 }))
  accepted(await declareMeasure(town, redefined('households', distinct('visit', ['household', 'org'])), { person: 1 }))
  await declareAll(town, [], [redefined('devices-on', stock('device', is('value', null)))])
}

/** The ledger of sales gains a field, then a measure over it. */
const newField = async (town: Town): Promise<void> => {
  const sale = smallLedgers.find((each) => each.key === 'sale')
  if (sale === undefined) throw new Error('sale')
  const weighed = { ...sale, fields: [...sale.fields, { key: 'weight', title: { zh: '重量', en: 'Weight' }, kind: 'decimal' as const }] }
  await declareAll(town, [weighed], [{ ...redefined('pigs', sum('sale', 'weight')), key: 'weight' }])
}

/** A measure made for a value that a document states, in one change set. */
const declareWithValue = async (town: Town, source: number): Promise<void> => {
  const measure = { ...redefined('output', { kind: 'reported', basis: 'year-to-date' }), key: 'harvest' }
  const fields = { measure: 'harvest', org: 'town', period: '2021', day: '2021-12-31', value: '7', status: 'stated', source: '总结', document: String(source), offset: '0', quote: '去年' }
  accepted(await town.commit({ by: { person: 1 }, changes: [{ act: 'declare', verb: 'source.accept', declaration: { kind: 'measure', measure } }, { act: 'create', verb: 'source.accept', ledger: 'reported', spans: [spanOf(fields)] }] }))
}
