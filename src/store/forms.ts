import type { FormMapping as Mapping } from '../core/filling/binding.ts'
import { FormMapping } from '../core/filling/form-mapping.ts'
import type { CountedFilling } from '../core/filling/saved-cells.ts'
import type { Day } from '../core/time/day.ts'
import type { Handle } from './sql.ts'
import { oneOf, rowsOf, sql, table } from './sql.ts'

/** A form as its ledger has it, without its mapping. */
export type StoredForm = { readonly id: number; readonly version: number; readonly title: string; readonly sender: string; readonly due: Day | null; readonly day: Day; readonly name: string; readonly hash: string; readonly original: string | null; readonly before: number | null; readonly blanks: number; readonly bound: number; readonly state: 'draft' | 'ready' }

/** A form that was filled for a period. `lists`: rows of ledgers stand in it, seen with the eyes of who filled it. */
export type StoredFilling = { readonly id: number; readonly form: number; readonly period: string; readonly day: Day; readonly person: number; readonly name: string; readonly hash: string; readonly source: string | null; readonly lists: boolean; readonly book: number; readonly typed: number; readonly none: number; readonly journal: number }

/** Living forms, newest first; or the one of an entry number, or of bytes. */
export const findForms = (handle: Handle, schema: string, asked: { readonly entry?: number; readonly hash?: string } = {}): Promise<readonly StoredForm[]> =>
  rowsOf<StoredForm>(
    handle,
    sql`select id, version, title, coalesce(sender, '') as sender, due, day, name, hash, original, before, blanks::int as blanks, bound::int as bound, state from ${table(schema, 'ledger_form')}
        where not void and (${asked.entry ?? null}::bigint is null or id = ${asked.entry ?? null}::bigint) and (${asked.hash ?? null}::text is null or ${asked.hash ?? null} in (hash, original))
        order by id desc`,
  )

/** What fills a form, as its version now has it; that of a form that was removed can still be carried from. */
export const mappingOf = async (handle: Handle, schema: string, form: number): Promise<Mapping> => {
  const { mapping } = await oneOf<{ mapping: string }>(handle, sql`select mapping from ${table(schema, 'ledger_form')} where id = ${form}::bigint`)
  return FormMapping.parse(JSON.parse(mapping))
}

/** The mappings a person went through, the newest first. */
export const findMappings = async (handle: Handle, schema: string, limit: number): Promise<readonly { readonly id: number; readonly mapping: Mapping }[]> => {
  const rows = await rowsOf<{ id: number; mapping: string }>(handle, sql`select id, mapping from ${table(schema, 'ledger_form')} where not void and state = 'ready' order by version desc limit ${limit}::int`)
  return rows.map(({ id, mapping }) => ({ id, mapping: FormMapping.parse(JSON.parse(mapping)) }))
}

/** How often forms were filled, newest first: of one form every time, else of each the last. */
export const findFillings = (handle: Handle, schema: string, form?: number): Promise<readonly StoredFilling[]> =>
  rowsOf<StoredFilling>(
    handle,
    sql`select * from (
          select ${form === undefined ? sql`distinct on (form)` : sql``} id, form, period, day, person, name, hash, source, lists, book::int as book, typed::int as typed, none::int as none, journal::int as journal
          from ${table(schema, 'ledger_filling')} where not void and (${form ?? null}::bigint is null or form = ${form ?? null}::bigint) order by form, id desc
        ) as t order by id desc`,
  )

/** Every filling, as far as what it saved goes. */
export const countedFillings = (handle: Handle, schema: string): Promise<readonly CountedFilling[]> => rowsOf<CountedFilling>(handle, sql`select form, period, id as filling, to_char(day, 'YYYY-MM') as month, book::int as book from ${table(schema, 'ledger_filling')} where not void`)
