import { copyFileSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomOf, someSet } from '../../../test/builders/random-history.ts'
import { smallTown, spanOf } from '../../../test/builders/small-town.ts'
import { enterSource } from '../../../test/builders/source-entry.ts'
import { bookTables, tableRows } from '../../../test/builders/table-rows.ts'
import { clock, livingEntries, moveOrgs } from '../../../test/builders/town-history.ts'
import { temporaryDirectory } from '../../../test/harness/temporary-directory.ts'
import type { FreshDatabase } from '../../../test/harness/town.ts'
import { freshDatabase } from '../../../test/harness/town.ts'
import { createAccount, findAccount } from '../accounts.ts'
import { catalogueSnapshot } from '../catalogue-snapshot.ts'
import { putSetting } from '../settings.ts'
import type { Town } from '../town.ts'
import { listTowns, openTown } from '../town.ts'
import { verifyTown } from '../verify/verify.ts'
import { accepted } from '../writer.ts'
import { backupTown } from './backup-town.ts'
import { restoreTown } from './restore-town.ts'

const directory = temporaryDirectory()
const file = join(directory, 'town.backup')
let place: FreshDatabase
let town: Town

beforeAll(async () => {
  place = await freshDatabase()
  town = await smallTown(place.database, 'town_small', clock())
  const random = randomOf(21)
  for (let step = 0; step < 15; step += 1) {
    const living = await livingEntries(town)
    await Promise.all(Array.from({ length: 6 }, () => town.commit(someSet(random, living))))
    if (step === 8) await moveOrgs(town)
  }
  accepted(await town.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day: '2023-01-05', note: '\\.\n\t\\N 猪\r"\'\\' })] }] }))
  await enterSource(town, '去年出栏生猪8头。\n\\.\n')
  await createAccount(place.database.pool, town.schema, { login: 'leader', person: 1, password: '$argon2id$v=19$…' })
  await place.database.pool.query(`insert into town_small.sessions (id, login, person, csrf, address) values ('\\x00', 'leader', 1, 'token', '::1')`)
  await putSetting(place.database.pool, town.schema, 'demo', { state: 'ready' })
  await backupTown(place.database, town, file)
})
afterAll(async () => {
  await town.close()
  await place.drop()
})

test('a backup restored elsewhere is the same town', async () => {
  const { database } = await freshDatabase()
  const { number, hash } = await restoreTown(database, file)
  expect(await bookTables(database.pool, 'town_small')).toContain('files')
  expect((await tableRows(database.pool, 'town_small', 'files')).length).toBe(1)
  const { head, hash: expected } = await town.book()
  expect([number, hash]).toEqual([head, expected])
  expect(await listTowns(database)).toEqual([{ code: 'town_small', name: '示例镇', schema: 'town_small' }])
  for (const table of [...(await bookTables(place.database.pool, 'town_small')), 'accounts', 'settings', 'subject_keys'])
    expect(await tableRows(database.pool, 'town_small', table), table).toEqual(await tableRows(place.database.pool, 'town_small', table))
  expect(await shape(database)).toBe(await shape(place.database))
  expect(await verifyTown(database, { schema: 'town_small' })).toMatchObject({ ok: true, journal: { rows: number, head: hash } })
})

test('who is signed in stays out, accounts do not', async () => {
  const { database } = await freshDatabase()
  await restoreTown(database, file)
  expect(await findAccount(database.pool, 'town_small', 'leader')).toMatchObject({ person: 1, password: '$argon2id$v=19$…' })
  expect((await database.pool.query('select 1 from town_small.sessions')).rowCount).toBe(0)
})

test('a restored town goes on', async () => {
  const { database } = await freshDatabase()
  const restored = openTown(database, await restoreTown(database, file))
  accepted(await restored.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day: '2023-01-05' })] }] }))
  expect(await verifyTown(database, restored)).toMatchObject({ ok: true })
  await restored.close()
})

test('a backup holds the snapshot of one moment', async () => {
  const { database } = await freshDatabase()
  const other = await smallTown(database, 'town_small', clock())
  const path = join(directory, 'moment.backup')
  const random = randomOf(5)
  const writing = (async () => {
    for (let step = 0; step < 20; step += 1) await other.commit(someSet(random, []))
  })()
  const { number } = await backupTown(database, other, path)
  await writing
  expect((await restoreTown(database, path, { replace: true })).number).toBe(number)
  expect(await verifyTown(database, other)).toMatchObject({ ok: true, journal: { rows: number } })
  await other.close()
})

test('a town that is here is replaced only when told so', async () => {
  const { database } = await freshDatabase()
  await restoreTown(database, file)
  await database.pool.query(`update town_small.settings set value = '{}'`)
  await expect(restoreTown(database, file)).rejects.toThrow('--replace')
  expect((await database.pool.query(`select value from town_small.settings`)).rows).toEqual([{ value: {} }])
  await restoreTown(database, file, { replace: true })
  expect((await database.pool.query(`select value from town_small.settings`)).rows).toEqual([{ value: { state: 'ready' } }])
})

test.each([
  ['missing', (path: string) => path.length, 'There is no file'],
  ['empty', (path: string) => writeFileSync(path, ''), 'cut short'],
  ['text', (path: string) => writeFileSync(path, 'number,hash\n1,2\n'), 'not a Zhenwu backup'],
  ['foreign', (path: string) => writeFileSync(path, gzipSync('number,hash\n1,2\n')), 'not a Zhenwu backup'],
  ['cut', (path: string) => cut(path, 0.7), 'cut short'],
  ['ended early', (path: string) => rewrite(path, (text) => text.slice(0, text.lastIndexOf('{'))), 'cut short'],
  ['changed', (path: string) => rewrite(path, (text) => text.replace('示例镇', '示例市')), 'damaged'],
  ['lengthened', (path: string) => rewrite(path, (text) => `${text}more\n`), 'damaged'],
  ['of later', (path: string) => rewrite(path, (text) => text.replace('"version":1', '"version":2')), 'newer Zhenwu'],
])('a file that is %s is refused in one line and changes nothing', async (name, spoil, said) => {
  const { database } = await freshDatabase()
  const path = join(directory, `${name}.spoilt`)
  if (name !== 'missing') copyFileSync(file, path)
  spoil(path)
  const problem: unknown = await restoreTown(database, path).catch((thrown: unknown) => thrown)
  expect(String(problem)).toContain(said)
  expect(String(problem)).not.toContain('\n')
  expect(await listTowns(database)).toEqual([])
})

test('a changed byte anywhere is found', async () => {
  const { database } = await freshDatabase()
  const bytes = readFileSync(file)
  for (let part = 1; part < 8; part += 1) {
    const path = join(directory, `byte-${part}.spoilt`)
    const changed = Buffer.from(bytes)
    const at = Math.floor((bytes.length * part) / 8)
    changed[at] = (changed[at] ?? 0) ^ 0x10
    writeFileSync(path, changed)
    await expect(restoreTown(database, path), String(at)).rejects.toThrow(/damaged|cut short/)
  }
})

test('a backup that fails leaves no file behind', async () => {
  const before = readdirSync(directory)
  await expect(backupTown(place.database, { ...town, schema: 'town_none' }, join(directory, 'none.backup'))).rejects.toThrow('town_none')
  await expect(backupTown(place.database, town, join(directory, 'nowhere', 'town.backup'))).rejects.toThrow('There is no directory')
  expect(readdirSync(directory)).toEqual(before)
  expect(statSync(file).mode & 0o077).toBe(0)
})

const shape = async (database: FreshDatabase['database']): Promise<string> => {
  const client = await database.connect()
  try {
    return await catalogueSnapshot(client, 'town_small')
  } finally {
    client.release()
  }
}

const cut = (path: string, share: number): void => truncateSync(path, Math.floor(statSync(path).size * share))
const rewrite = (path: string, change: (text: string) => string): void => writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(path)).toString('utf8'))))
