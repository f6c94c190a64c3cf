import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { clusters, openHere } from '../../test/harness/embedded.ts'
import { freshDatabase, freshSchema, postgresUrl } from '../../test/harness/town.ts'
import { checkServer, openDatabase } from './database.ts'

const { made, fresh } = clusters()

async function refuses(url: string, code: string): Promise<void> {
  const thrown: unknown = await openDatabase({ data: fresh(), url }).catch((refusal: unknown) => refusal)
  expect(thrown).toMatchObject({ name: 'StoreUnavailable', code })
  expect((thrown as Error).message).not.toMatch(/\n|secret/)
}

function elsewhere(path: string): string {
  const place = new URL(postgresUrl())
  place.pathname = path
  return place.href
}

describe('what a column holds reaches us', () => {
  test.each([
    ['1.10::numeric', '1.10'],
    ['12345678901234567890.123456789::numeric', '12345678901234567890.123456789'],
    [`date '2023-06-30'`, '2023-06-30'],
    [`timestamptz '2023-06-30 16:30:00.123456Z'`, '2023-07-01 00:30:00.123456+08'],
    [`timestamp '2023-06-30 00:00:00'`, '2023-06-30 00:00:00'],
    [`interval '1 day 2 hours'`, '1 day 02:00:00'],
    ['9007199254740991::bigint', 9007199254740991],
    ['array[1.10, null]::numeric[]', ['1.10', null]],
    [`array[date '2023-06-30']`, ['2023-06-30']],
    ['array[1, null]::bigint[]', [1, null]],
    ['null::numeric', null],
    ['7::integer', 7],
    ['true', true],
    [`'镇务'`, '镇务'],
  ])('%s', async (expression, value) => {
    const { pool } = await freshSchema()
    expect((await pool.query(`select ${expression} as value`)).rows).toEqual([{ value }])
  })

  test('a bigint beyond what a number holds exactly is an error, never another number', async () => {
    const { pool } = await freshSchema()
    await expect(pool.query('select 9007199254740992::bigint')).rejects.toThrow(RangeError)
  })
})

test('an embedded database opens, says what it is, and closes twice without harm', async () => {
  const data = await made()
  const database = await openDatabase({ data })
  expect(database).toMatchObject({ kind: 'embedded', description: expect.stringMatching(/^PostgreSQL 18/) })
  const client = await database.connect()
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  client.release()
  await Promise.all([database.close(), database.close()])
})

test('a pool outlives the death of its server', async () => {
  const database = await openDatabase({ data: await made() })
  onTestFinished(() => database.close())
  await database.pool.query('create table kept as select 7 as n')
  const look = `select n, split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as server from kept`
  const before = (await database.pool.query<{ server: number }>(look)).rows[0]
  process.kill(before?.server ?? 0, 'SIGKILL')
  const again = async (): Promise<unknown> => (await database.pool.query(look).catch(() => ({ rows: [] }))).rows[0]
  await expect.poll(again, { timeout: 30_000 }).toEqual({ n: 7, server: expect.toSatisfy((pid: number) => pid !== before?.server) })
})

test('a lent connection that is cut tells its borrower and nobody else', async () => {
  const { database } = await freshDatabase()
  const lent = await database.connect()
  const { rows } = await lent.query<{ pid: number }>('select pg_backend_pid() as pid')
  const cut = new Promise((resolve) => lent.once('end', resolve))
  await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await cut
  await expect(lent.query('select 1')).rejects.toThrow()
  lent.release(true)
  expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('an external database is described without its password', async () => {
  const { url } = await freshDatabase()
  const database = await openDatabase({ data: '', url })
  onTestFinished(() => database.close())
  expect(database.kind).toBe('external')
  expect(database.description).not.toContain(new URL(url).password || ':@')
})

describe('an external server that cannot be used is refused in one line', () => {
  test('no such database', () => refuses(elsewhere('/no_such_database'), 'cannot-connect'))
  test('nobody listens', () => refuses('postgres://zhenwu:secret@127.0.0.1:1/zhenwu', 'cannot-connect'))
  test('not an address', () => refuses('my secret server', 'cannot-connect'))

  test('a role it does not know', async () => {
    const place = new URL(postgresUrl())
    place.username = 'no_such_role'
    place.password = 'secret'
    await refuses(place.href, 'wrong-password')
  })

  test('a wrong password, or none', async () => {
    const data = await made()
    writeFileSync(join(data, 'postgres', 'pg_hba.conf'), 'local all all scram-sha-256\n')
    const { host, user, database } = await openHere(data)
    const at = (password: string): string => `postgres://${user}${password}@localhost/${database}?host=${encodeURIComponent(host)}`
    await refuses(at(':secret'), 'wrong-password')
    await refuses(at(''), 'wrong-password')
  })

  test('too old, or not UTF8', () => {
    expect(() => checkServer(140_011, 'UTF8')).toThrow(expect.objectContaining({ code: 'server-too-old' }))
    expect(() => checkServer(150_000, 'SQL_ASCII')).toThrow(expect.objectContaining({ code: 'server-encoding' }))
    expect(() => checkServer(150_000, 'UTF8')).not.toThrow()
    expect(() => checkServer(180_004, 'UTF8')).not.toThrow()
  })
})
