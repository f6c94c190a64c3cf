import { setTimeout as pause } from 'node:timers/promises'
import type { Town } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import type { Context } from '../context.ts'
import { quantile } from '../interleave.ts'
import type { Result } from '../result.ts'
import { bounded } from '../result.ts'
import { enteringRow, importRows, importTown, rawRows } from '../synthetic/import.ts'

/** How long a person's write takes while half a million rows are imported in the same process, counted from the moment it was due. */
export const name = 'waiting'

const imported = 500_000
const every = 100

export const run = async (context: Context): Promise<readonly Result[]> => {
  const town = await importTown(context.db, 'town_waiting')
  const rows = rawRows(2, imported, 20)
  let importing = true
  const from = performance.now()
  const [waits] = await Promise.all([interactive(town, () => importing), importRows(town, rows).finally(() => (importing = false))])
  const seconds = (performance.now() - from) / 1000
  await town.close()
  context.say(`${imported} rows in ${seconds.toFixed(1)} s; ${waits.length} interactive writes, median ${quantile(waits, 0.5).toFixed(0)} ms, 95 % within ${quantile(waits, 0.95).toFixed(0)} ms`)
  return [bounded({ name: 'waiting: worst interactive write during a 500k import', value: Math.max(...waits) / 1000, unit: 's', most: 1 })]
}

/** Starts a write every tenth of a second whether or not the last was answered; milliseconds from due to done. */
const interactive = async (town: Town, more: () => boolean): Promise<readonly number[]> => {
  const rows = rawRows(3, 1000).map(enteringRow)
  const waits: number[] = []
  const under: Promise<void>[] = []
  for (let due = performance.now(), index = 0; more(); due += every, index += 1) {
    await pause(Math.max(0, due - performance.now()))
    const change = rows[index % rows.length]
    if (change === undefined) break
    const started = due
    under.push(town.commit({ by: { person: 1 }, changes: [change] }).then(accepted).then(() => void waits.push(performance.now() - started)))
  }
  await Promise.all(under)
  return waits
}
