import type { SupervisionState } from '../core/report/supervision.ts'
import type { Day } from '../core/time/day.ts'
import type { Handle, Sql } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A leader's instruction as it was recorded; `hash` names its scan. */
export type Instruction = { readonly id: number; readonly report: number | null; readonly section: number | null; readonly day: Day; readonly leader: string; readonly text: string; readonly hash: string | null; readonly name: string | null; readonly person: number; readonly recordedAt: string }

/** A supervision item raised from an instruction. */
export type Supervision = { readonly id: number; readonly version: number; readonly number: string; readonly instruction: number; readonly org: string; readonly day: Day; readonly due: Day; readonly content: string; readonly progress: string | null; readonly state: SupervisionState }

/** Instructions, the latest first. */
export const listInstructions = (handle: Handle, schema: string, report: number | undefined): Promise<readonly Instruction[]> => instructions(handle, schema, report === undefined ? sql`true` : sql`i.report = ${report}::bigint`)

export const findInstruction = async (handle: Handle, schema: string, id: number): Promise<Instruction | undefined> => (await instructions(handle, schema, sql`i.id = ${id}::bigint`))[0]

const instructions = (handle: Handle, schema: string, which: Sql): Promise<readonly Instruction[]> =>
  rowsOf<Instruction>(
    handle,
    sql`select i.id, i.report, i.section, i.day, i.leader, i.text, i.hash, i.name, j.person, to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
        from ${table(schema, 'ledger_instruction')} as i join ${table(schema, 'journal')} as j on j.number = i.id where not i.void and ${which} order by i.day desc, i.id desc`,
  )

/** Supervision items, the nearest due first; those that are not closed, or all. */
export const listSupervisions = (handle: Handle, schema: string, which: 'open' | 'all'): Promise<readonly Supervision[]> => supervisions(handle, schema, which === 'all' ? sql`true` : sql`state <> 'closed'`)

export const findSupervision = async (handle: Handle, schema: string, id: number): Promise<Supervision | undefined> => (await supervisions(handle, schema, sql`id = ${id}::bigint`))[0]

const supervisions = (handle: Handle, schema: string, which: Sql): Promise<readonly Supervision[]> =>
  rowsOf<Supervision>(handle, sql`select id, version, number, instruction, org, day, due, content, progress, state from ${table(schema, 'ledger_supervision')} where not void and ${which} order by due, id`)

/** Every number given so far, of items taken back too: none is given twice. */
export const supervisionNumbers = async (handle: Handle, schema: string): Promise<readonly string[]> => (await rowsOf<{ number: string }>(handle, sql`select number from ${table(schema, 'ledger_supervision')}`)).map((row) => row.number)
