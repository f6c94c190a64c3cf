import type { Day } from '../../src/core/time/day.ts'
import { recountMatters } from '../../src/server/matter/recount-matters.ts'
import { installation } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import type { Context } from '../context.ts'
import { milliseconds } from '../interleave.ts'
import type { Result } from '../result.ts'
import { bounded } from '../result.ts'
import { enterMatters, mattersTown } from '../synthetic/matters.ts'

/** The due days of all open matters reckoned anew after a notice of holidays took a day from every one of them, until the last is journalled and synced. */
export const name = 'recount'

export const run = async (context: Context): Promise<readonly Result[]> => {
  const matters = context.full ? 100_000 : 25_000
  const town = await mattersTown(context, 'town_recount', [])
  await enterMatters(town, matters, '2023-06-30' as Day)
  const { rows } = await town.db.pool.query<{ id: number; version: number; off: string }>(`select id, version, off from "${town.schema}".ledger_zhenwu_calendar where year = 2023`)
  const [notice] = rows
  if (notice === undefined) throw new Error('no notice of 2023')
  const off = JSON.stringify([...(JSON.parse(notice.off) as readonly string[]), '2023-07-04'])
  accepted(await town.commit({ by: installation, changes: [{ act: 'correct', verb: 'calendar.enter', ledger: 'zhenwu-calendar', entry: notice.id, saw: notice.version, set: { off } }] }))
  let moved = 0
  const took = await milliseconds(async () => (moved = await recountMatters(town, '工作日历更新')))
  if (moved !== matters) throw new Error(`${moved} of ${matters} were moved`)
  return [bounded({ name: `recount: ${matters} open matters after a notice`, value: took / 1000, unit: 's', most: matters / 10_000 })]
}
