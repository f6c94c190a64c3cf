import { beforeAll, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { handledHazards } from '../../test/harness/handled-hazards.ts'
import type { Caller } from '../../test/harness/served-town.ts'
import { servedTown } from '../../test/harness/served-town.ts'
import { listFigures, traceFigure } from '../api/figure.ts'
import { mergeMatter } from '../api/matter-tie.ts'
import { cohort, count, ratio } from '../core/measure/builders.ts'
import type { Definition, Measure } from '../core/measure/measure.ts'
import { words } from '../core/words.ts'
import { declareAll } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { enterNotices } from './matter/enter-notices.ts'

/** One hazard that was entered twice, on Monday, 3 July 2023: merged, mended and struck off once. */
const served = servedTown()
const { found, takes, photo } = handledHazards(served)
const measure = (key: string, definition: Definition): Measure => ({ key, title: words(key, key), about: words(key, key), line: 'test', owner: 'order', display: { unit: definition.kind === 'formula' ? '%' : '处', scale: '', decimals: 0, changeDecimals: 1 }, change: 'percent', definition })
let order: Caller
let office: Caller

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger()], [
    measure('entered', count('hazard')), measure('settled', cohort('hazard', 'settled')), measure('settled-of-found', cohort('hazard', 'day', 'settled')), measure('struck', cohort('hazard', 'closed')), measure('share', ratio('settled', 'struck')),
  ])
  await enterNotices(served.town)
  order = await served.as('order')
  office = await served.as('office')
})

const figures = async (): Promise<Readonly<Record<string, string | null>>> => Object.fromEntries((await office.ok(listFigures, { period: '2023', measures: 'entered,settled,settled-of-found,struck,share' })).figures.map(({ id, value }) => [id, value]))

test('counts as settled once; figure, rows and recount agree', async () => {
  const [kept, twice] = [await found({}, 'order'), await found({}, 'order')]
  await order.ok(mergeMatter, { ledger: 'hazard', entry: twice, into: kept, note: '同一处' })
  expect(await figures()).toEqual({ entered: '2', settled: '0', 'settled-of-found': '0', struck: '0', share: null })
  await takes('order', 'mend-at-once', kept, { note: '当场拆除', files: await photo('order') })
  await takes('office', 'strike', kept, { note: '复核通过', files: await photo('office') })
  expect(await figures()).toEqual({ entered: '2', settled: '1', 'settled-of-found': '1', struck: '1', share: '100' })
  const traced = await office.ok(traceFigure, { period: '2023', measure: 'settled' })
  expect([traced.rows.map(({ entry }) => entry), traced.total]).toEqual([[kept], '1'])
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
})
