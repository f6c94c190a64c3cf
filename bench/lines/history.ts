import { accepted } from '../../src/store/writer.ts'
import { installation } from '../../src/store/town.ts'
import type { Context } from '../context.ts'
import { milliseconds, quantile } from '../interleave.ts'
import type { Result } from '../result.ts'
import { bounded } from '../result.ts'
import { serve } from '../served.ts'
import { admit } from '../synthetic/one-ledger.ts'

/** The whole history of one entry, ten corrections long, through the server's own route, where the journal has a million rows (five with --full). */
export const name = 'history'

const corrections = 10

export const run = async (context: Context): Promise<readonly Result[]> => {
  const town = await context.town(context.full ? 5_000_000 : 1_000_000)
  await admit(town, ['leader'])
  const { rows } = await town.db.pool.query<{ id: number; version: number; ledger: string }>(`select id, version, 'work-1' as ledger from ${town.schema}.ledger_work_1 where not void and id % 997 = 0 order by id limit 40`)
  for (const { id, version } of rows) {
    let saw = version
    for (let time = 0; time < corrections; time += 1) saw = accepted(await town.commit({ by: installation, reason: '核对', changes: [{ act: 'correct', verb: 'work-1.correct', ledger: 'work-1', entry: id, saw, set: { head: String(time) } }] })).numbers[0] ?? saw
  }
  const served = await serve(town)
  const leader = await served.as('leader')
  const read = (id: number) => leader.get('work-1.read', { entry: String(id) }) as Promise<{ readonly history: readonly unknown[] }>
  const times: number[] = []
  for (let round = 0; round < 5; round += 1)
    for (const { id } of rows) {
      let steps = 0
      times.push(await milliseconds(async () => void (steps = (await read(id)).history.length)))
      if (steps <= corrections) throw new Error(`entry ${id} tells ${steps} steps`)
    }
  await served.close()
  return [bounded({ name: `history: of one entry, ${context.full ? '5M' : '1M'} journal rows, 95 %`, value: quantile(times, 0.95), unit: 'ms', most: 10 })]
}
