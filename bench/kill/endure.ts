import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../src/store/database.ts'
import { livePostmaster } from '../../src/store/embedded/postmaster.ts'
import { verifyTown } from '../../src/store/verify/verify.ts'
import { importTown } from '../synthetic/import.ts'
import type { Acknowledged } from './writing.ts'

/** A town that is written by a process which is stopped in the middle, again and again, and looked at afterwards. */

const times = 10
const schema = 'town_kill'

/** Over all the stops: change sets acknowledged, those of them not found again, those found in part, and differences of `verify`. */
export type Endured = { readonly told: number; readonly lost: number; readonly halves: number; readonly unclean: number }

/** Stops ten times. `stop` happens while the process writes, `mend` once it and the database server are gone. */
export const endure = async (data: string, stop: () => void, mend: () => void): Promise<Endured> => {
  await makeTown(data)
  let all: Endured = { told: 0, lost: 0, halves: 0, unclean: 0 }
  for (let index = 0; index < times; index += 1) {
    const acknowledged = await writeUntil(data, `run${index}`, 500 + ((index * 337) % 1000), stop)
    mend()
    const after = await examine(data, acknowledged)
    all = { told: all.told + acknowledged.length, lost: all.lost + after.lost, halves: all.halves + after.halves, unclean: all.unclean + after.unclean }
  }
  return all
}

const makeTown = async (data: string): Promise<void> => {
  const db = await openDatabase({ data })
  await (await importTown(db, schema)).close()
  await db.close()
}

/** Lets a child write for so many milliseconds after its first answer, stops, and kills it and the database server. */
const writeUntil = async (data: string, name: string, ms: number, stop: () => void): Promise<readonly Acknowledged[]> => {
  const child = fork(join(import.meta.dirname, 'writing.ts'), [data, schema, name], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const acknowledged: Acknowledged[] = []
  child.on('message', (message) => void acknowledged.push(message as Acknowledged))
  const ended = once(child, 'exit')
  await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(new Error('the writing process ended by itself')))])
  await pause(ms)
  const server = livePostmaster(join(data, 'postgres'))
  if (server === undefined) throw new Error('there is no database server to kill')
  stop()
  try {
    process.kill(server.pid, 'SIGKILL')
  } catch {
    // it gave up by itself when its disk went
  }
  child.kill('SIGKILL')
  await ended
  return acknowledged
}

/** Opens the data again, as any command would, and looks for what was acknowledged. */
const examine = async (data: string, acknowledged: readonly Acknowledged[]): Promise<Omit<Endured, 'told'>> => {
  const db = await openDatabase({ data })
  try {
    const { rows } = await db.pool.query<{ batch: string; first: number; last: number; rows: number }>(
      `select batch, min(number) as first, max(number) as last, count(*)::int as rows from ${schema}.journal join ${schema}.ledger_work_1 as t on t.id = entry and t.version = number where batch is not null group by batch`,
    )
    const found = new Map(rows.map((row) => [row.batch, row]))
    const lost = acknowledged.filter((each) => found.get(each.batch)?.first !== each.first || found.get(each.batch)?.last !== each.last).length
    const halves = rows.filter((row) => row.rows !== (row.batch.includes('import') ? 3000 : 3)).length
    const { differences } = await verifyTown(db, { schema })
    return { lost, halves, unclean: differences.length }
  } finally {
    await db.close()
  }
}
