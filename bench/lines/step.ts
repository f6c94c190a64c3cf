import type { Day } from '../../src/core/time/day.ts'
import type { Context } from '../context.ts'
import { median, milliseconds } from '../interleave.ts'
import type { Result } from '../result.ts'
import { atLeast } from '../result.ts'
import { serve } from '../served.ts'
import { enterMatters, mattersTown } from '../synthetic/matters.ts'
import { admitAs } from '../synthetic/one-ledger.ts'

/** Steps of matters taken through the server's own route by sixteen people at once, each answered when it is synced: judged, recorded, and the matter's columns moved by it. */
export const name = 'step'

const people = 16
const each = 40

export const run = async (context: Context): Promise<readonly Result[]> => {
  const town = await mattersTown(context, 'town_step', [])
  for (let at = 0; at < people; at += 1) await admitAs(town, `line${at}`, 'line', 'office')
  const matters = await enterMatters(town, people * 8, '2023-06-30' as Day)
  const served = await serve(town)
  const callers = await Promise.all(Array.from({ length: people }, (_, at) => served.as(`line${at}`)))
  const round = (): Promise<number> =>
    milliseconds(() => Promise.all(callers.map(async (calling, at) => { for (let turn = 0; turn < each; turn += 1) await calling.post('hazard.note', { entry: matters[at * 8 + (turn % 8)], given: { note: '到场查看' } }) })))
  await round()
  const times: number[] = []
  for (let turn = 0; turn < 5; turn += 1) times.push(await round())
  await served.close()
  return [atLeast({ name: `step: steps taken by ${people} people at once`, value: (people * each * 1000) / median(times), unit: 'steps/s', least: 300 })]
}
