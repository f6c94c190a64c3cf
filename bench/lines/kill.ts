import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../src/store/database.ts'
import { livePostmaster } from '../../src/store/embedded/postmaster.ts'
import { verifyTown } from '../../src/store/verify/verify.ts'
import type { Context } from '../context.ts'
import type { Acknowledged } from '../kill/writing.ts'
import type { Result } from '../result.ts'
import { bounded } from '../result.ts'
import { importTown } from '../synthetic/import.ts'

/** Ten times: a process writes, then it and the database server are killed with -9; what it was told is done must be there, and nothing by halves. */
export const name = 'kill'

const times = 10
const schema = 'town_kill'

export const run = async (context: Context): Promise<readonly Result[]> => {
  const data = mkdtempSync(join(tmpdir(), 'zhenwu-kill-'))
  try {
    await makeTown(data)
    let [told, lost, halves, unclean] = [0, 0, 0, 0]
    for (let index = 0; index < times; index += 1) {
      const acknowledged = await writeAndDie(data, `run${index}`, 500 + ((index * 337) % 1000))
      const after = await examine(data, acknowledged)
      told += acknowledged.length
      lost += after.lost
      halves += after.halves
      unclean += after.unclean
    }
    context.say(`${told} acknowledged change sets over ${times} kills; ${lost} lost, ${halves} half done, ${unclean} differences`)
    return [
      bounded({ name: `kill -9 x${times}: acknowledged writes lost`, value: lost, unit: 'writes', most: 0 }),
      bounded({ name: `kill -9 x${times}: half done, or not clean afterwards`, value: halves + unclean, unit: 'found', most: 0 }),
    ]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

const makeTown = async (data: string): Promise<void> => {
  const db = await openDatabase({ data })
  await (await importTown(db, schema)).close()
  await db.close()
}

/** Lets a child write for so many milliseconds after its first answer, then kills it and the database server. */
const writeAndDie = async (data: string, name: string, ms: number): Promise<readonly Acknowledged[]> => {
  const child = fork(join(import.meta.dirname, '..', 'kill', 'writing.ts'), [data, schema, name], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const acknowledged: Acknowledged[] = []
  child.on('message', (message) => void acknowledged.push(message as Acknowledged))
  const ended = once(child, 'exit')
  await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(new Error('the writing process ended by itself')))])
  await pause(ms)
  const server = livePostmaster(join(data, 'postgres'))
  if (server === undefined) throw new Error('there is no database server to kill')
  process.kill(server.pid, 'SIGKILL')
  child.kill('SIGKILL')
  await ended
  return acknowledged
}

/** Opens the data again, as any command would, and looks for what was acknowledged. */
const examine = async (data: string, acknowledged: readonly Acknowledged[]): Promise<{ readonly lost: number; readonly halves: number; readonly unclean: number }> => {
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
