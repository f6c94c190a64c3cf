import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

const key = 'notices'

/**
 * Up to which journal number steps were told, for whoever gets hold of it: another who asks meanwhile gets undefined and goes on without. It is held until the
 * transaction ends. A town that has none yet begins at its present head: nobody is told of what was before.
 */
export const takePlace = async (handle: Handle, schema: string, head: number): Promise<number | undefined> => {
  await rowsOf(handle, sql`insert into ${table(schema, 'settings')} (key, value) values (${key}, ${JSON.stringify({ until: head })}::jsonb) on conflict do nothing`)
  const [row] = await rowsOf<{ until: number }>(handle, sql`select (value ->> 'until')::bigint as until from ${table(schema, 'settings')} where key = ${key} for update skip locked`)
  return row?.until
}

/** Moves the place on. */
export const putPlace = async (handle: Handle, schema: string, until: number): Promise<void> => {
  await rowsOf(handle, sql`update ${table(schema, 'settings')} set value = ${JSON.stringify({ until })}::jsonb where key = ${key}`)
}

/** A matter that was brought in or had a step, by the number that says so. */
export type MovedMatter = { readonly number: number; readonly ledger: string; readonly matter: number; readonly step: string | null; readonly person: number }

/** Matters moved by single acts after a number up to another, in order; what came as a batch is told to nobody. */
export const movedMatters = (handle: Handle, schema: string, ledgers: readonly string[], after: number, until: number): Promise<readonly MovedMatter[]> =>
  rowsOf<MovedMatter>(
    handle,
    sql`select j.number, coalesce(a.ledger, j.ledger) as ledger, coalesce(a.matter, j.entry) as matter, a.step, j.person
        from ${table(schema, 'journal')} as j left join ${table(schema, 'ledger_zhenwu_action')} as a on j.ledger = 'zhenwu-action' and a.id = j.number
        where j.number > ${after}::bigint and j.number <= ${until}::bigint and j.batch is null and (a.id is not null or (j.entry = j.number and j.ledger = any(${[...ledgers]}::text[])))
        order by j.number`,
  )

/** Which entries of some ledgers the journal speaks of after a number up to another. */
export const touchedEntries = (handle: Handle, schema: string, ledgers: readonly string[], after: number, until: number): Promise<readonly { readonly ledger: string; readonly entry: number }[]> =>
  rowsOf(handle, sql`select distinct ledger, entry from ${table(schema, 'journal')} where number > ${after}::bigint and number <= ${until}::bigint and batch is null and entry is not null and ledger = any(${[...ledgers]}::text[])`)
