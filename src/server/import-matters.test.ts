import type { CellValue } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { beforeAll, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import type { Caller } from '../../test/harness/served-town.ts'
import { servedTown } from '../../test/harness/served-town.ts'
import { undoBatch } from '../api/batch.ts'
import type { ImportOut } from '../api/import.ts'
import { acceptImport, openImport, readImport } from '../api/import.ts'
import { listMatters, readMatter } from '../api/matter.ts'
import { declareAll } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { enterNotices } from './matter/enter-notices.ts'

/** Hazards known again by their place. The town date is Monday, 3 July 2023. */
const served = servedTown()
let [order, farm, v1]: Caller[] = []
const by = (caller: Caller | undefined): Caller => {
  if (caller === undefined) throw new Error('nobody has signed in')
  return caller
}

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger(undefined, { unique: [['place']] })], [])
  await enterNotices(served.town)
  ;[order, farm, v1] = [await served.as('order'), await served.as('farm'), await served.as('v1')]
})

const head = ['村', '发现日期', '位置', '等级', '整改状态', '销号日期', '责任单位', '整改期限']

/** Reads an import until what goes on by itself has come to rest. */
const rested = async (id: string, as = order): Promise<ImportOut> => {
  for (;;) {
    const now = await by(as).ok(readImport, { import: id })
    if (now.state !== 'reading' && now.state !== 'writing') return now
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
const given = async (rows: readonly (readonly CellValue[])[], as = order): Promise<ImportOut> => {
  const bytes = await writeXlsx({ sheets: [{ name: '台账', rows: [head, ...rows].map((row) => [...row]) }] })
  const answer = await by(as).file(openImport.verb, { ledger: 'hazard', name: '旧隐患台账.xlsx' }, bytes)
  expect([answer.status, answer.body.error]).toEqual([200, undefined])
  return rested(openImport.output.parse(answer.body).import, as)
}
const matters = async (list: 'open' | 'settled') => (await by(order).ok(listMatters, { whose: 'all', list, limit: 200 })).rows
const problems = ({ problems: told }: ImportOut) => told.map(({ cell, code }) => [cell, code])

test('an older register comes in with its settled and its open cases, each by one step that says so', async () => {
  const seen = await given([
    ['一村', '2022-03-01', '示例路1号', '一般', '已整改', '2022-03-20', '', ''],
    ['一村', '2023-06-20', '示例路2号', '一般', '整改中', '', '农业办', '2023-07-20'],
    ['二村', '2023-06-28', '示例路3号', '重大', '', '', '', ''],
  ])
  expect([seen.problems, seen.columns.map(({ field }) => field)]).toEqual([[], ['org', 'day', 'place', 'level', 'state', 'settled', 'holder', 'due']])
  const { batch } = await by(order).ok(acceptImport, { import: seen.import, rows: 'all' })
  expect((await rested(seen.import)).state).toBe('done')

  const [over] = await matters('settled')
  const closed = await by(order).ok(readMatter, { ledger: 'hazard', entry: over?.entry })
  expect(closed).toMatchObject({ title: '示例路1号', day: '2022-03-01', state: { key: 'closed' }, settled: '2022-03-20', clocks: [], holder: { code: 'order' } })
  expect(closed.actions).toMatchObject([{ step: 'carried-over', day: '2022-03-20', title: { zh: '旧台账接转' }, note: '据旧台账“旧隐患台账.xlsx”接转', by: { name: '示例order' }, given: [{ value: { zh: '已销号' } }] }])
  const { rows } = await served.town.db.pool.query<{ closed: string; on_time: boolean | null; due: string | null }>(`select closed, on_time, due from ${served.town.schema}.ledger_hazard where id = $1`, [over?.entry])
  expect(rows).toEqual([{ closed: '2022-03-20', on_time: null, due: null }])
  const verbs = await served.town.db.pool.query<{ verb: string; batch: string }>(`select verb, batch from ${served.town.schema}.journal where batch = $1 order by number`, [batch])
  expect(verbs.rows.map(({ verb }) => verb)).toEqual(['hazard.create', 'hazard.carried-over', 'hazard.create', 'hazard.carried-over', 'hazard.create'])

  const open = await matters('open')
  expect(open.map(({ title, state, holder, due, owner }) => [title, state.key, holder?.code, due, owner?.name])).toEqual([['示例路3号', 'found', 'order', '2023-06-29', '示例order'], ['示例路2号', 'fixing', 'farm', '2023-07-20', undefined]])
  const fixing = await by(farm).ok(readMatter, { ledger: 'hazard', entry: open[1]?.entry })
  expect(fixing.clocks).toMatchObject([{ key: 'fix', start: '2023-06-20', legal: '2023-07-20', standing: 'running' }])
  expect(fixing.steps.map(({ key }) => key)).toContain('mend')
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])

  const undone = await by(order).ok(undoBatch, { batch, reason: '导错了', seen: await served.head(), after: 0 })
  expect([undone.undone, undone.stay]).toEqual([3, 0])
  expect([await matters('open'), await matters('settled')]).toEqual([[], []])
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
})

test('what a register cannot mean is told at its cell', async () => {
  const seen = await given([
    ['一村', '2023-03-01', '示例路11号', '一般', '已整改', '', '', ''],
    ['一村', '2023-03-01', '示例路12号', '一般', '整改中', '2023-03-09', '', ''],
    ['一村', '2023-03-01', '示例路13号', '一般', '已整改', '2023-02-01', '', ''],
    ['一村', '2023-03-01', '示例路14号', '一般', '已整改', '2023-07-04', '', ''],
    ['一村', '2023-03-01', '示例路15号', '一般', '说不清', '', '月亮', ''],
  ])
  expect(problems(seen)).toEqual([['F2', 'field-required'], ['E3', 'taken-over-open'], ['F4', 'below-minimum'], ['F5', 'clock-day-ahead'], ['E6', 'not-choice'], ['G6', 'not-org']])
})

test('a village brings in what it found, and does not strike it off by a sheet', async () => {
  const seen = await given([['一村', '2023-03-01', '示例路31号', '一般', '已整改', '2023-03-09', '', ''], ['一村', '2023-03-01', '示例路32号', '一般', '', '', '', '']], v1)
  expect([problems(seen), seen.counts.create]).toEqual([[['E2', 'taken-over-not-yours']], 1])
})

test('a matter that is entered already is not moved by a sheet', async () => {
  const row = ['一村', '2023-06-30', '示例路21号', '一般', '', '', '', '']
  const first = await given([row])
  await by(order).ok(acceptImport, { import: first.import, rows: 'all' })
  await rested(first.import)
  expect(problems(await given([['一村', '2023-06-30', '示例路21号', '一般', '已整改', '2023-07-01', '', '']]))).toEqual([['E2', 'matter-by-steps']])
  expect((await given([['一村', '2023-06-30', '示例路21号', '重大', '待交办', '', '', '']])).counts).toMatchObject({ correct: 1, problem: 0 })
})
