import { expect, test } from 'vitest'
import { spanOf } from '../../test/builders/small-town.ts'
import { freshDatabase } from '../../test/harness/town.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { systemLedgers } from '../core/ledger/system.ts'
import type { Database } from './database.ts'
import { migrateShared, migrateTown } from './migrate.ts'
import { openUpToDate } from './open-up-to-date.ts'
import { replay } from './replay.ts'
import { declareAll, installation, openTown } from './town.ts'
import { verifyTown } from './verify/verify.ts'
import { accepted } from './writer.ts'

const place = { code: 'old', name: '旧镇', schema: 'town_old' }

/** A town as an earlier version left it: ledgers it did not know are missing, and so are fields. */
const oldTown = async (db: Database, ledgers: readonly Ledger[]): Promise<void> => {
  const client = await db.connect()
  await migrateShared(client)
  await migrateTown(client, place.schema)
  client.release()
  const town = openTown(db, place)
  await declareAll(town, ledgers, [])
  accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb: 'org.create', ledger: 'org', spans: [spanOf({ code: 'town', zh: '旧镇', en: 'Old', kind: 'town' }, '2000-01-01')] }] }))
  accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb: 'reported.create', ledger: 'reported', spans: [spanOf({ measure: 'output', org: 'town', period: '2022', day: '2022-12-31', value: '7', status: 'final', source: '统计站' })] }] }))
  await town.close()
}

const earlier = systemLedgers
  .filter((ledger) => ledger.key !== 'source' && ledger.key !== 'commitment')
  .map((ledger) => (ledger.key === 'reported' ? { ...ledger, fields: ledger.fields.filter((field) => !['document', 'offset', 'quote'].includes(field.key)) } : ledger))

test('a town of an earlier version is brought up to date by its own journal, once', async () => {
  const { database } = await freshDatabase()
  await oldTown(database, earlier)
  const before = (await openTown(database, place).book()).head
  const [one, other] = await Promise.all([openUpToDate(database, place), openUpToDate(database, place)])
  const { head, declared } = await one.book()
  expect(head).toBe(before + 3)
  const { rows } = await database.pool.query<{ verb: string; ledger: string }>('select verb, ledger from town_old.journal where number > $1', [before])
  expect(rows).toEqual(Array.from({ length: 3 }, () => ({ verb: 'ledger.declare', ledger: 'declaration-ledger' })))
  for (const ledger of systemLedgers) expect(declared.ledgers.get(ledger.key), ledger.key).toEqual(ledger)
  expect((await database.pool.query('select measure, document, quote from town_old.ledger_reported')).rows).toEqual([{ measure: 'output', document: null, quote: null }])
  expect(await verifyTown(database, place)).toMatchObject({ ok: true, differences: [] })
  await replay(database, place.schema, 'town_new')
  expect((await database.pool.query('select measure, document, quote from town_new.ledger_reported')).rows).toEqual([{ measure: 'output', document: null, quote: null }])
  await one.close()
  await other.close()
  const again = await openUpToDate(database, place)
  expect((await again.book()).head).toBe(head)
  await again.close()
})

test('a town of a later version is refused in one line and stays as it is', async () => {
  const { database } = await freshDatabase()
  const later = systemLedgers.map((ledger) => (ledger.key === 'person' ? { ...ledger, fields: [...ledger.fields, { key: 'motto', title: { zh: '座右铭', en: 'Motto' }, kind: 'text' as const }] } : ledger))
  await oldTown(database, later)
  const { head } = await openTown(database, place).book()
  await expect(openUpToDate(database, place)).rejects.toThrow(/person\.motto.*Upgrade Zhenwu/)
  expect((await openTown(database, place).book()).head).toBe(head)
})

test('a ledger of the town that has a key of the product by now is named in one line, and nothing is changed', async () => {
  const { database } = await freshDatabase()
  const own = { key: 'call', title: { zh: '来电登记', en: 'Calls received' }, line: 'service', owner: 'town', shape: 'event', dateField: 'day', orgField: 'org', fields: [{ key: 'org', title: { zh: '单位', en: 'Organisation' }, kind: 'org', required: true }, { key: 'day', title: { zh: '日期', en: 'Day' }, kind: 'day', required: true }] } satisfies Ledger
  await oldTown(database, systemLedgers.filter((ledger) => ledger.key !== 'call' && ledger.key !== 'answer'))
  const town = openTown(database, place)
  await expect(declareAll(town, [own], [])).rejects.toThrow(/kept for the product/)
  await town.close()
  const { head } = await openTown(database, place).book()
  await database.pool.query("insert into town_old.declarations (kind, key, version, number, declaration) values ('ledger', 'call', 1, $1, $2)", [head, JSON.stringify(own)])
  await expect(openUpToDate(database, place)).rejects.toThrow(/来电登记 call.*other keys/)
  expect((await openTown(database, place).book()).head).toBe(head)
})
