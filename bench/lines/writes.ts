import type { Change } from '../../src/core/ledger/change.ts'
import { columnsOf } from '../../src/store/group-sql.ts'
import { spanValues } from '../../src/store/group-values.ts'
import { quote } from '../../src/store/sql.ts'
import type { Town } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import type { Context } from '../context.ts'
import { interleave, median, milliseconds } from '../interleave.ts'
import type { Result } from '../result.ts'
import { compared } from '../result.ts'
import { enteringRow, importTown, ledger, rawRows } from '../synthetic/import.ts'

/** One audited write after another against a plain INSERT of the same entry; and 256 people waiting together against one. */
export const name = 'writes'

const block = 25
const rounds = 40
const crowd = 256
const each = 12

export const run = async (context: Context): Promise<readonly Result[]> => {
  const town = await importTown(context.db, 'town_writes')
  const rows = rawRows(7, 4096).map(enteringRow)
  let next = 0
  const write = async (): Promise<void> => {
    const change = rows[(next += 1) % rows.length]
    if (change !== undefined) accepted(await town.commit({ by: { person: 1 }, changes: [change] }))
  }
  const together = (): Promise<unknown> => Promise.all(Array.from({ length: crowd }, async () => { for (let index = 0; index < each; index += 1) await write() }))
  const insert = await plainInsert(town, rows)
  const one = async (act: () => Promise<void>): Promise<number> => {
    const times: number[] = []
    for (let index = 0; index < block; index += 1) times.push(await milliseconds(act))
    return median(times)
  }
  await together()
  await one(write)
  await one(insert.once)
  const times = await interleave(rounds, { audited: () => one(write), plain: () => one(insert.once) })
  const many = await interleave(7, { crowd: () => milliseconds(together), audited: () => one(write) })
  insert.release()
  await town.close()
  const rate = (ms: number, writes = 1): number => (writes * 1000) / ms
  return [
    compared({ name: 'single: audited write, 1 waiting ÷ plain INSERT', value: rate(times.audited), baseline: rate(times.plain), unit: 'writes/s', least: 0.65 }),
    compared({ name: 'grouped: audited writes, 256 waiting ÷ 1 waiting', value: rate(many.crowd, crowd * each), baseline: rate(many.audited), unit: 'writes/s', least: 6 }),
  ]
}

/** A prepared INSERT of one entry into a table like the ledger's, each in a transaction of its own. */
const plainInsert = async (town: Town, rows: readonly Change[]): Promise<{ readonly once: () => Promise<void>; readonly release: () => void }> => {
  const like = `${quote(town.schema)}.plain`
  await town.db.pool.query(`create table ${like} (like ${quote(town.schema)}.ledger_work_1 including all)`)
  const columns = columnsOf(ledger)
  const text = `insert into ${like} (${columns.map((column) => quote(column.name)).join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`
  const client = await town.db.connect()
  let id = 0
  return {
    once: async () => {
      const row = rows[(id += 1) % rows.length]
      if (row?.act !== 'create') throw new Error('rows are entered')
      const [values] = spanValues(ledger, { id, ledger: ledger.key, version: id, void: false, spans: row.spans })
      await client.query({ name: 'plain-insert', text, values: [...(values ?? [])] })
    },
    release: () => client.release(),
  }
}
