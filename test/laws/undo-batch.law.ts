import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EntryChange } from '../../src/core/ledger/change.ts'
import type { Entry } from '../../src/core/ledger/entry.ts'
import { undoBatched } from '../../src/core/journal/undo-batch.ts'
import { isRefusal } from '../../src/core/refusal/refusal.ts'
import { period } from '../../src/core/time/period.ts'
import { entriesOfBatch } from '../../src/store/batches.ts'
import { figureScope, readFigures } from '../../src/store/figures.ts'
import { replay } from '../../src/store/replay.ts'
import type { Town } from '../../src/store/town.ts'
import { verifyTown } from '../../src/store/verify/verify.ts'
import { accepted } from '../../src/store/writer.ts'
import { randomOf, someSet } from '../builders/random-history.ts'
import { smallTown } from '../builders/small-town.ts'
import { tableRows } from '../builders/table-rows.ts'
import { clock, closeMonth, entriesOfLedger, livingEntries } from '../builders/town-history.ts'
import type { FreshDatabase } from '../harness/town.ts'
import { freshDatabase } from '../harness/town.ts'

/** A batch committed and then undone leaves every figure and every living entry as before; undone in turn, the undoing leaves them as the batch had. */
const periods = ['2022H1', '2022H2', '2023H1', '2022-03', '2022', '2022-05']

describe.each([4, 9])('a random history of seed %i', (seed) => {
  let place: FreshDatabase
  let town: Town
  let random: () => number

  beforeAll(async () => {
    place = await freshDatabase()
    town = await smallTown(place.database, 'town_small', clock())
    random = randomOf(seed)
    for (let step = 0; step < 15; step += 1) {
      const living = await livingEntries(town)
      await Promise.all(Array.from({ length: 4 }, () => town.commit(someSet(random, living))))
    }
  })
  afterAll(async () => {
    await town.close()
    await place.drop()
  })

  test('commit, then undo, leaves every figure as before', async () => {
    let undone = 0
    for (let round = 0; round < 8; round += 1) {
      const before = { figures: await figures(), entries: await states() }
      const batch = `批次-${round}`
      for (let part = 0; part < 3; part += 1) {
        const set = someSet(random, await livingEntries(town))
        await town.commit({ ...set, batch, reason: '成批' })
      }
      const left = { figures: await figures(), entries: await states() }
      undone += await undo(batch, `撤-${batch}`)
      expect(await figures()).toEqual(before.figures)
      expect(await states()).toEqual(before.entries)
      await undo(`撤-${batch}`, `还-${batch}`)
      expect(await figures()).toEqual(left.figures)
      expect(await states()).toEqual(left.entries)
      expect(await undo(`撤-${batch}`, `再-${batch}`)).toBe(0)
    }
    expect(undone).toBeGreaterThan(20)
    expect((await verifyTown(place.database, town)).differences).toEqual([])
    await replay(place.database, 'town_small', 'town_again')
    for (const table of ['ledger_device', 'ledger_sale', 'balances']) expect(await tableRows(place.database.pool, 'town_again', table), table).toEqual(await tableRows(place.database.pool, 'town_small', table))
  })

  test('what was changed since stays, and the rest goes back', async () => {
    const living = (await livingEntries(town)).filter((entry) => entry.ledger === 'visit').slice(0, 4)
    const corrected = (target: readonly Entry[], household: string, batch?: string) =>
      town.commit({ by: { person: 1 }, reason: '核对', ...(batch === undefined ? {} : { batch }), changes: target.map((entry) => ({ act: 'correct', verb: 'visit.correct', ledger: 'visit', entry: entry.id, saw: entry.version, set: { household } })) })
    const { entries } = accepted(await corrected(living, 'h90', '同批'))
    const [touched, ...rest] = entries
    if (touched === undefined) throw new Error('nobody was visited')
    accepted(await corrected([touched], 'h91'))
    const plan = await planned('同批')
    expect(plan.map(({ entry, undoing }) => [entry, undoing.does === 'stays' ? undoing.refusal.code : undoing.does])).toEqual([...rest.map(({ id }) => [id, 'restore']), [touched.id, 'changed-since']].toSorted((a, b) => Number(a[0]) - Number(b[0])))
  })

  test('an entry of a month closed meanwhile stays', async () => {
    const { entries } = accepted(await town.commit({ by: { person: 1 }, batch: '三月', changes: [{ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [{ from: null, to: null, fields: { org: 'v1', day: '2022-03-05', head: '3', kind: 'pig' } }] }] }))
    await closeMonth(town)
    expect((await planned('三月')).map(({ entry, undoing }) => [entry, undoing.does === 'stays' && undoing.refusal.code])).toEqual([[entries[0]?.id, 'month-closed']])
    expect((await planned('三月', () => false)).map(({ undoing }) => undoing.does === 'stays' && undoing.refusal.code)).toEqual(['forbidden'])
  })

  const planned = async (batch: string, writes: () => boolean = () => true) => {
    const book = await town.book()
    return (await entriesOfBatch(town.db.pool, town.schema, batch, 0, 10_000)).map((each) => {
      const ledger = book.declared.ledgers.get(each.ledger)
      if (ledger === undefined) throw new Error(each.ledger)
      return { entry: each.current.id, undoing: undoBatched(book, ledger, writes, 'batch.undo', each) }
    })
  }

  /** Undoes all that may be undone of a batch; answers how many entries. */
  const undo = async (batch: string, as: string): Promise<number> => {
    const changes = (await planned(batch)).flatMap(({ undoing }): readonly EntryChange[] => ('change' in undoing ? [undoing.change] : []))
    if (changes.length === 0) return 0
    const outcome = await town.commit({ by: { person: 2 }, reason: '撤销', batch: as, changes })
    if (isRefusal(outcome)) throw new Error(outcome.code)
    return changes.length
  }

  const figures = async (): Promise<readonly unknown[]> => {
    const book = await town.book()
    const told: unknown[] = []
    for (const key of periods)
      for (const org of ['town', 'east', 'v1', 'farm'])
        for (const { measure, exact, rows } of await readFigures(place.database.pool, await figureScope(place.database.pool, town.schema, book, { period: period(key), org, cutoff: period(key).to, asOf: book.head }))) told.push([key, org, measure, exact, rows])
    return told
  }

  const states = async (): Promise<readonly unknown[]> => {
    const all = (await Promise.all(['sale', 'device', 'case', 'visit'].map((key) => entriesOfLedger(town, key)))).flat()
    return all.filter((entry) => !entry.void).map(({ id, spans }) => ({ id, spans }))
  }
})
