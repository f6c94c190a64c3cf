import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** Where people want to be written to; who has set nothing, or whose account is stopped, is left out. */
export const findMails = async (handle: Handle, schema: string): Promise<ReadonlyMap<number, string>> => {
  const rows = await rowsOf<{ person: number; mail: string }>(handle, sql`select person, mail from ${table(schema, 'accounts')} where mail is not null and stopped_at is null order by created_at`)
  return new Map(rows.map(({ person, mail }) => [person, mail]))
}

/** Where a person wants to be written to. */
export const findMail = async (handle: Handle, schema: string, person: number): Promise<string | null> => (await findMails(handle, schema)).get(person) ?? null

export const putMail = async (handle: Handle, schema: string, person: number, mail: string | null): Promise<void> => {
  await rowsOf(handle, sql`update ${table(schema, 'accounts')} set mail = ${mail} where person = ${person}::bigint`)
}
