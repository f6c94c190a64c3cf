import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Change, ChangeSet } from '../../src/core/ledger/change.ts'
import type { Entry } from '../../src/core/ledger/entry.ts'
import { distinct, is, stock, sum } from '../../src/core/measure/builders.ts'
import type { Definition } from '../../src/core/measure/measure.ts'
import { declareMeasure } from '../../src/store/redefine.ts'
import { replay } from '../../src/store/replay.ts'
import type { Town } from '../../src/store/town.ts'
import { declareAll } from '../../src/store/town.ts'
import { verifyTown } from '../../src/store/verify/verify.ts'
import { accepted } from '../../src/store/writer.ts'
import { pick, randomOf, someSet } from '../builders/random-history.ts'
import { smallMeasures, smallTown, spanOf } from '../builders/small-town.ts'
import { clock, closeMonth, livingEntries, moveOrgs, someReported } from '../builders/town-history.ts'
import type { FreshDatabase } from '../harness/town.ts'
import { freshDatabase } from '../harness/town.ts'

/** However a town came to its figures, its postings are what verify counts again by journal number; and of any one posting it finds a forged range. */
describe.each([2, 14])('a random history of seed %i', (seed) => {
  const schema = 'town_small'
  let place: FreshDatabase
  let town: Town

  beforeAll(async () => {
    place = await freshDatabase()
    town = await smallTown(place.database, schema, clock())
    const random = randomOf(seed)
    for (let step = 0; step < 40; step += 1) {
      if (step === 10) await closeMonth(town)
      if (step === 15) await redefine('pigs', sum('sale', 'head'))
      if (step === 20) await moveOrgs(town)
      if (step === 22) await redefine('households', distinct('visit', ['household', 'org']))
      if (step === 24) await redefine('device-value', stock('device', is('state', 'on'), 'value'))
      if (step === 26) await declareAll(town, [], smallMeasures.filter((each) => ['pigs', 'money', 'cases-closed'].includes(each.key)))
      const living = await livingEntries(town)
      const sets = [...Array.from({ length: 1 + Math.floor(random() * 5) }, () => someSet(random, living)), ...fairDay(random, living)]
      await Promise.all([...sets, { by: { person: 2 }, changes: [someReported(random), someReported(random)] }].map((set) => town.commit(set)))
    }
  })
  afterAll(async () => {
    await town.close()
    await place.drop()
  })

  const redefine = async (key: string, definition: Definition): Promise<void> => {
    const measure = smallMeasures.find((each) => each.key === key)
    if (measure === undefined) throw new Error(key)
    accepted(await declareMeasure(town, { ...measure, definition }, { person: 1 }))
  }

  const differences = async (of = schema) => (await verifyTown(place.database, { schema: of })).differences

  test('is clean, also when its journal is replayed into other groups', async () => {
    expect(await differences()).toEqual([])
    await replay(place.database, schema, 'town_again')
    expect(await differences('town_again')).toEqual([])
  })

  test('has postings of several numbers, of nothing, of old versions', async () => {
    const { rows } = await place.database.pool.query(
      `select count(*) filter (where first < last) > 20 as wide, count(*) filter (where amount = 0 and rows = 0) > 2 as nothing, count(distinct series) > (select count(distinct key) from ${schema}.declarations where series is not null) as old from ${schema}.postings`,
    )
    expect(rows).toEqual([{ wide: true, nothing: true, old: true }])
  })

  test.each(['first = last + 1, last = last + 1', 'last = last + 40', 'first = greatest(first - 40, 1)'])('one posting with %s is found', async (forged) => {
    const { pool } = place.database
    const random = randomOf(seed + 1)
    await pool.query(`create table if not exists ${schema}.honest as table ${schema}.postings`)
    for (let round = 0; round < 5; round += 1) {
      const { rows } = await pool.query<{ at: string }>(`select ctid::text as at from ${schema}.postings where rows <> 0 and amount <> 0 and first > 1 order by series, org, day, cohort, first, last`)
      const { at } = pick(random, rows)
      await pool.query(`update ${schema}.postings set ${forged} where ctid = '${at}'`)
      expect([...new Set((await differences()).map((each) => each.kind))], at).toEqual(['posting'])
      await pool.query(`truncate ${schema}.postings; insert into ${schema}.postings table ${schema}.honest`)
    }
  })
})

const fair = ['2022-05-02', '2022-05-03']

/** Sets that commit together and meet in few cells: sales of two days at one village, some of them moved to the other day or voided. */
const fairDay = (random: () => number, living: readonly Entry[]): readonly ChangeSet[] => {
  const sold = living.filter((entry) => entry.ledger === 'sale' && fair.includes(String(entry.spans[0]?.fields['day']))).slice(-4)
  const again = sold.map(({ id: entry, version: saw }): Change => (random() < 0.3 ? { act: 'void', verb: 'sale.void', ledger: 'sale', entry, saw } : { act: 'correct', verb: 'sale.correct', ledger: 'sale', entry, saw, set: { day: pick(random, fair), note: String(random()) } }))
  const made = Array.from({ length: 3 }, (): Change => ({ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day: pick(random, fair), head: pick(random, ['1', '2']), money: '9.5', kind: 'pig' })] }))
  return [...again, ...made].map((change) => ({ by: { person: 1 }, reason: '核对', changes: [change] }))
}
