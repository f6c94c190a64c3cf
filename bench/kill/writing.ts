import { openDatabase } from '../../src/store/database.ts'
import { openTown } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import { enteringRow, rawRows } from '../synthetic/import.ts'

/**
 * A process that writes until it is killed: sixteen people entering three rows at a time, and an import beside them. It tells its parent
 * of a write only after the writer has answered. Arguments: data directory, schema, a name that no other run has.
 */

/** What the child tells: a change set by its batch, and the journal numbers it was given. */
export type Acknowledged = { readonly batch: string; readonly first: number; readonly last: number }

const [data = '', schema = '', run = ''] = process.argv.slice(2)
const db = await openDatabase({ data })
const town = openTown(db, { code: schema, name: '示例镇', schema })
const rows = rawRows(5, 3000).map(enteringRow)

const write = async (batch: string, from: number, count: number, bulk: boolean): Promise<void> => {
  const changes = rows.slice(from % (rows.length - count + 1)).slice(0, count)
  const { numbers } = accepted(await town.commit({ by: { person: 1 }, changes, batch }, { bulk }))
  process.send?.({ batch, first: numbers[0] ?? 0, last: numbers.at(-1) ?? 0 } satisfies Acknowledged)
}

const person = async (who: number): Promise<void> => {
  for (let index = 0; ; index += 1) await write(`${run}-${who}-${index}`, index * 7 + who, 3, false)
}
const importing = async (): Promise<void> => {
  for (let index = 0; ; index += 1) await write(`${run}-import-${index}`, 0, rows.length, true)
}

await Promise.all([importing(), ...Array.from({ length: 16 }, (_, who) => person(who))])
