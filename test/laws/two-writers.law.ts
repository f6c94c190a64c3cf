import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '../../src/core/refusal/refusal.ts'
import type { Day } from '../../src/core/time/day.ts'
import { findPerson } from '../../src/store/people.ts'
import type { Town } from '../../src/store/town.ts'
import { openTown } from '../../src/store/town.ts'
import { verifyTown } from '../../src/store/verify/verify.ts'
import { accepted } from '../../src/store/writer.ts'
import { smallTown, spanOf } from '../builders/small-town.ts'
import { freshDatabase } from '../harness/town.ts'
import type { FreshDatabase } from '../harness/town.ts'

/** A server and a command line, or two servers, write one town: the head row orders them, and nothing is lost or written twice. */
const schema = 'town_shared'
let place: FreshDatabase
let one: Town
let other: Town

beforeAll(async () => {
  place = await freshDatabase(8)
  one = await smallTown(place.database, schema)
  other = openTown(place.database, { code: schema, name: '示例镇', schema })
})
afterAll(async () => {
  await one.close()
  await other.close()
  await place.drop()
})

const sell = (town: Town, person: number, head: string) => town.commit({ by: { person }, changes: [{ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day: '2023-05-02', head, kind: 'pig' })] }] })

test('both write at once; every accepted change is there once, numbered without gaps', async () => {
  const before = (await one.book()).head
  const outcomes = await Promise.all(Array.from({ length: 120 }, (_, index) => sell(index % 2 === 0 ? one : other, 1 + (index % 2), '1')))
  const numbers = outcomes.flatMap((outcome) => accepted(outcome).numbers).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 120 }, (_, index) => before + 1 + index))
  const { rows } = await place.database.pool.query<{ amount: string; rows: number }>(`select amount, rows from "${schema}".balances where month = 202305 and series = (select series from "${schema}".declarations where key = 'pigs')`)
  expect(rows).toEqual([{ amount: '120', rows: 120 }])
  expect((await verifyTown(place.database, one)).differences).toEqual([])
})

test('of two corrections of one version made by two processes, one is refused', async () => {
  const entry = accepted(await sell(one, 1, '7')).numbers[0] ?? 0
  const correct = (town: Town, head: string) => town.commit({ by: { person: 1 }, reason: '核对', changes: [{ act: 'correct', verb: 'sale.correct', ledger: 'sale', entry, saw: entry, set: { head } }] })
  const outcomes = await Promise.all([correct(one, '8'), correct(other, '9')])
  expect(outcomes.map((outcome) => (isRefusal(outcome) ? outcome.code : 'accepted')).sort()).toEqual(['accepted', 'stale-version'])
})

test('a person and her posts are remembered until either process writes of people, and no longer', async () => {
  const held = (town: Town, person: number) => town.onBook((reader, book) => findPerson(reader, schema, book.people, person, '2023-06-02' as Day))
  const [person = 0] = accepted(await one.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'account.create', ledger: 'person', spans: [spanOf({ name: '示例一', org: 'v1' }, '2023-01-01')] }] })).numbers
  expect(await held(one, person)).toEqual({ person, name: '示例一', posts: [] })
  const [post = 0] = accepted(await other.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'account.create', ledger: 'post', spans: [spanOf({ person: String(person), role: 'village', org: 'v1' }, '2023-01-01')] }] })).numbers
  const village = { role: 'village', org: 'v1', deputyOf: null }
  expect((await held(one, person)).posts).toEqual([village])
  accepted(await sell(other, 1, '1'))
  const remembered = await held(one, person)
  accepted(await sell(one, 1, '1'))
  expect(await held(one, person)).toBe(remembered)
  accepted(await one.commit({ by: { person: 1 }, changes: [{ act: 'end', verb: 'account.create', ledger: 'post', entry: post, saw: post, to: '2023-06-01' as Day }] }))
  expect([(await held(one, person)).posts, (await held(other, person)).posts]).toEqual([[], []])
})

test('what one process declares or closes, the other obeys at once', async () => {
  accepted(await one.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'close.create', ledger: 'close', spans: [spanOf({ ledger: 'sale', month: '2023-05', org: 'town', day: '2023-06-01' })] }] }))
  const refused = await sell(other, 1, '1')
  expect(isRefusal(refused) ? refused.code : 'accepted').toBe('month-closed')
  expect((await other.book()).closed.has('sale|2023-05')).toBe(true)
})
