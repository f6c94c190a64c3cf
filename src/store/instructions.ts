import type { Ledger } from '../core/ledger/ledger.ts'
import type { Day } from '../core/time/day.ts'
import type { Handle, Sql } from './sql.ts'
import { ledgerTable, oneOf, rowsOf, sql, table } from './sql.ts'

/** A leader's instruction as it was recorded; `hash` names its scan. */
export type Instruction = { readonly id: number; readonly report: number | null; readonly section: number | null; readonly day: Day; readonly leader: string; readonly text: string; readonly hash: string | null; readonly name: string | null; readonly person: number; readonly recordedAt: string }

/** Which of a list's rows are asked for. */
export type Page = { readonly offset: number; readonly limit: number }

/** Instructions, the latest first, a page of them, and how many there are. */
export const listInstructions = async (handle: Handle, schema: string, report: number | undefined, page: Page): Promise<{ readonly total: number; readonly instructions: readonly Instruction[] }> => {
  const which = report === undefined ? sql`true` : sql`i.report = ${report}::bigint`
  const { total } = await oneOf<{ total: number }>(handle, sql`select count(*)::int as total from ${table(schema, 'ledger_instruction')} as i where not i.void and ${which}`)
  return { total, instructions: await instructions(handle, schema, which, page) }
}

export const findInstruction = async (handle: Handle, schema: string, id: number): Promise<Instruction | undefined> => (await instructions(handle, schema, sql`i.id = ${id}::bigint`, one))[0]

const one: Page = { offset: 0, limit: 1 }

const instructions = (handle: Handle, schema: string, which: Sql, { offset, limit }: Page): Promise<readonly Instruction[]> =>
  rowsOf<Instruction>(
    handle,
    sql`select i.id, i.report, i.section, i.day, i.leader, i.text, i.hash, i.name, j.person, to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
        from ${table(schema, 'ledger_instruction')} as i join ${table(schema, 'journal')} as j on j.number = i.id where not i.void and ${which} order by i.day desc, i.id desc limit ${limit}::int offset ${offset}::bigint`,
  )

/** Every number of a ledger of supervision items given so far, of items taken back too: none is given twice. */
export const supervisionNumbers = async (handle: Handle, schema: string, { key }: Pick<Ledger, 'key'>): Promise<readonly string[]> => (await rowsOf<{ number: string }>(handle, sql`select number from ${table(schema, ledgerTable(key))}`)).map((row) => row.number)
