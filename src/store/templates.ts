import type { Day } from '../core/time/day.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A layout template as it stands; `hash` names its file. */
export type TemplateRow = { readonly id: number; readonly version: number; readonly title: string; readonly name: string; readonly day: Day; readonly hash: string; readonly size: number }

/** Every layout template that was not removed, by title, or the one of an entry number. */
export const findTemplates = async (handle: Handle, schema: string, id?: number): Promise<readonly TemplateRow[]> => {
  const rows = await rowsOf<TemplateRow>(handle, sql`select id, version, title, name, day, hash, size from ${table(schema, 'ledger_template')} where not void and (${id ?? null}::bigint is null or id = ${id ?? null}::bigint) order by title, id`)
  return rows.map((row) => ({ ...row, size: Number(row.size) }))
}
