import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A fact about this copy of the book that is not part of it. */
export const findSetting = async <Value>(handle: Handle, schema: string, key: string): Promise<Value | undefined> => {
  const [row] = await rowsOf<{ value: Value }>(handle, sql`select value from ${table(schema, 'settings')} where key = ${key}`)
  return row?.value
}

export const putSetting = async (handle: Handle, schema: string, key: string, value: unknown): Promise<void> => {
  await rowsOf(handle, sql`insert into ${table(schema, 'settings')} (key, value) values (${key}, ${JSON.stringify(value)}::jsonb) on conflict (key) do update set value = excluded.value`)
}
