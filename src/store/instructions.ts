import type { SupervisionState } from '../core/report/supervision.ts'
import type { Day } from '../core/time/day.ts'
import type { Handle, Sql } from './sql.ts'
import { oneOf, rowsOf, sql, table } from './sql.ts'

/** A leader's instruction as it was recorded; `hash` names its scan. */
export type Instruction = { readonly id: number; readonly report: number | null; readonly section: number | null; readonly day: Day; readonly leader: string; readonly text: string; readonly hash: string | null; readonly name: string | null; readonly person: number; readonly recordedAt: string }

/** A supervision item raised from an instruction. */
export type Supervision = { readonly id: number; readonly version: number; readonly number: string; readonly instruction: number; readonly org: string; readonly day: Day; readonly due: Day; readonly content: string; readonly progress: string | null; readonly state: SupervisionState }

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

/** Supervision items, the nearest due first, a page of them, and how many there are; those that are not closed, or all. */
export const listSupervisions = async (handle: Handle, schema: string, which: 'open' | 'all', { offset, limit }: Page): Promise<{ readonly total: number; readonly items: readonly Supervision[] }> => {
  const asked = which === 'all' ? sql`true` : sql`state <> 'closed'`
  const { total } = await oneOf<{ total: number }>(handle, sql`select count(*)::int as total from ${table(schema, 'ledger_supervision')} where not void and ${asked}`)
  return { total, items: await supervisions(handle, schema, asked, sql`limit ${limit}::int offset ${offset}::bigint`) }
}

/** Every item that is not closed, the nearest due first. */
export const openSupervisions = (handle: Handle, schema: string): Promise<readonly Supervision[]> => supervisions(handle, schema, sql`state <> 'closed'`)

/** What was raised from some instructions, the nearest due first. */
export const supervisionsOf = (handle: Handle, schema: string, instructionIds: readonly number[]): Promise<readonly Supervision[]> => supervisions(handle, schema, sql`instruction = any(${[...instructionIds]}::bigint[])`)

export const findSupervision = async (handle: Handle, schema: string, id: number): Promise<Supervision | undefined> => (await supervisions(handle, schema, sql`id = ${id}::bigint`))[0]

const supervisions = (handle: Handle, schema: string, which: Sql, page: Sql = sql``): Promise<readonly Supervision[]> =>
  rowsOf<Supervision>(handle, sql`select id, version, number, instruction, org, day, due, content, progress, state from ${table(schema, 'ledger_supervision')} where not void and ${which} order by due, id ${page}`)

/** Every number given so far, of items taken back too: none is given twice. */
export const supervisionNumbers = async (handle: Handle, schema: string): Promise<readonly string[]> => (await rowsOf<{ number: string }>(handle, sql`select number from ${table(schema, 'ledger_supervision')}`)).map((row) => row.number)
