import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChangeSet } from '../../src/core/ledger/change.ts'
import type { Database } from '../../src/store/database.ts'
import { declareMeasure } from '../../src/store/redefine.ts'
import type { Town } from '../../src/store/town.ts'
import { openTown } from '../../src/store/town.ts'
import { verifyTown } from '../../src/store/verify/verify.ts'
import { accepted } from '../../src/store/writer.ts'
import { smallMeasures, smallTown, spanOf } from '../builders/small-town.ts'
import type { FreshDatabase } from '../harness/town.ts'
import { freshDatabase } from '../harness/town.ts'

/**
 * A connection that breaks after the database has committed and before it has said so: the change stands once, and
 * whoever waits hears of it. One that breaks before leaves nothing, and the change is made on the next connection.
 */
let place: FreshDatabase
let town: Town
let cut: 'before' | 'after' | undefined

beforeAll(async () => {
  place = await freshDatabase(8)
  await (await smallTown(place.database, 'town_broken')).close()
  town = openTown(breaking(place.database), { code: 'town_broken', name: '示例镇', schema: 'town_broken' })
})
afterAll(async () => {
  await town.close()
  await place.drop()
})

/** The same database over connections that are cut, when asked, around the statement that commits a group. */
const breaking = (db: Database): Database => ({
  ...db,
  connect: async () => {
    const client = await db.connect()
    client.on('error', () => undefined)
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
    let writes = false
    const asked = async (...given: unknown[]): Promise<unknown> => {
      const [what] = given
      if (typeof what === 'string' && what.startsWith('begin')) writes = what === 'begin'
      const commits = (what === 'commit' && writes) || (typeof what === 'object' && what !== null && 'name' in what)
      const when = commits ? cut : undefined
      if (when !== 'before') {
        const answer = await query(...given)
        if (when === undefined) return answer
      }
      cut = undefined
      ;(client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy()
      throw new Error('Connection terminated unexpectedly')
    }
    client.query = ((...given: unknown[]) => (typeof given[0] === 'object' && given[0] !== null && 'submit' in given[0] ? query(...given) : asked(...given))) as unknown as pg.PoolClient['query']
    return client
  },
})

const sell = (head: string, count = 1): ChangeSet => ({
  by: { person: 1 },
  changes: Array.from({ length: count }, () => ({ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day: '2023-05-02', head, kind: 'pig' })] }) as const),
})

const pigs = async (): Promise<number> => Number((await place.database.pool.query<{ sum: string | null }>('select sum(head) as sum from town_broken.ledger_sale where not void')).rows[0]?.sum ?? 0)

test.each(['before', 'after'] as const)('one change, cut %s the commit', async (when) => {
  const [sum, { head }] = [await pigs(), await town.book()]
  cut = when
  const outcome = accepted(await town.commit(sell('3')))
  expect(cut).toBeUndefined()
  expect(outcome.numbers).toEqual([head + 1])
  expect((await town.book()).head).toBe(head + 1)
  expect(await pigs()).toBe(sum + 3)
})

test.each(['before', 'after'] as const)('changes that wait together, cut %s the commit', async (when) => {
  const [sum, { head }] = [await pigs(), await town.book()]
  cut = when
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => town.commit(sell('1'))))
  expect(outcomes.flatMap((outcome) => accepted(outcome).numbers)).toEqual(Array.from({ length: 20 }, (_, index) => head + 1 + index))
  expect(await pigs()).toBe(sum + 20)
})

test.each(['before', 'after'] as const)('a part of an import, cut %s the commit', async (when) => {
  const [sum, { head }] = [await pigs(), await town.book()]
  cut = when
  accepted(await town.commit({ ...sell('1', 3000), batch: when }, { bulk: true }))
  expect((await town.book()).head).toBe(head + 3000)
  expect(await pigs()).toBe(sum + 3000)
})

test.each(['before', 'after'] as const)('a measure counted aside, cut %s the commit', async (when) => {
  const measure = smallMeasures.find((each) => each.key === 'pigs')
  if (measure === undefined) throw new Error('pigs')
  const { versions, head } = await town.book()
  cut = when
  accepted(await declareMeasure(town, { ...measure, display: { ...measure.display, decimals: when === 'before' ? 0 : 1 } }, { person: 1 }))
  const book = await town.book()
  expect([book.versions.length, book.head]).toEqual([versions.length + 1, head + 1])
})

test('afterwards the book is whole', async () => {
  expect((await verifyTown(place.database, town)).differences).toEqual([])
})
