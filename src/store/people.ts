import type { Post } from '../core/access/policy.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Day } from '../core/time/day.ts'
import { findEntries } from './entries.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A post as its holder has it; `deputyOf` is the person in whose name a deputy (AB岗) acts. */
export type HeldPost = Post & { readonly deputyOf: number | null }

/** The posts a person holds at a day, in order of entry. One she has as a deputy is hers for as long as the absent person holds it. */
export const findPosts = async (handle: Handle, schema: string, person: number, at: Day): Promise<readonly HeldPost[]> => {
  const rows = await rowsOf<{ role: string; org: string; deputy_of: number | null }>(
    handle,
    sql`select p.role, p.org, p.deputy_of from ${table(schema, 'ledger_post')} as p
        where p.person = ${person}::bigint and not p.void and p.valid_from <= ${at}::date and (p.valid_to is null or p.valid_to > ${at}::date)
          and (p.deputy_of is null or exists (select 1 from ${table(schema, 'ledger_post')} as o where o.person = p.deputy_of and o.deputy_of is null and o.role = p.role and o.org = p.org and not o.void and o.valid_from <= ${at}::date and (o.valid_to is null or o.valid_to > ${at}::date)))
        order by p.id, p.span`,
  )
  return rows.map(({ role, org, deputy_of }) => ({ role, org, deputyOf: deputy_of }))
}

/** A person as some day has her: her name and the posts she holds then. */
export type HeldPerson = { readonly person: number; readonly name: string; readonly posts: readonly HeldPost[] }

/** People as they were read, by day and number; good for as long as no row of `peopleLedgers` is written. */
export type KnownPeople = Map<string, HeldPerson>

/** Ledgers of which a person's name and posts are read. */
export const peopleLedgers: readonly string[] = ['person', 'post']

/** So many are remembered at most. */
const mostKnown = 4000

/** A person with her posts, read once for all who ask while nothing of people is written. The handle must be a snapshot at the book that knows them. */
export const findPerson = async (handle: Handle, schema: string, known: KnownPeople, person: number, at: Day): Promise<HeldPerson> => {
  const place = `${at} ${person}`
  const standing = known.get(place)
  if (standing !== undefined) return standing
  const found = await readPerson(handle, schema, person, at)
  if (known.size >= mostKnown) known.clear()
  known.set(place, found)
  return found
}

export const readPerson = async (handle: Handle, schema: string, person: number, at: Day): Promise<HeldPerson> => {
  const posts = await findPosts(handle, schema, person, at)
  const name = await namesOf(handle, schema, [person])
  return { person, name: name(person), posts }
}

/** Names of people by number; who is not known (the installation itself) is 系统. */
export const namesOf = async (handle: Handle, schema: string, people: Iterable<number | null>): Promise<(person: number) => string> => {
  const wanted = [...new Set(people)].filter((each) => each !== null && each !== 0)
  const rows = wanted.length === 0 ? [] : await rowsOf<{ id: number; name: string }>(handle, sql`select distinct on (id) id, name from ${table(schema, 'ledger_person')} where id = any(${wanted}::bigint[]) order by id, span desc`)
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return (person) => names.get(person) ?? '系统'
}

/** The living entry of an org by its code. */
export const findOrgEntry = async (handle: Handle, schema: string, ledger: Ledger, code: string): Promise<Entry | undefined> => {
  const [row] = await rowsOf<{ id: number }>(handle, sql`select id from ${table(schema, 'ledger_org')} where code = ${code} and not void order by id desc limit 1`)
  return row === undefined ? undefined : (await findEntries(handle, schema, ledger, [row.id])).get(row.id)
}

/** Posts of a person that have no end yet. */
export const findOpenPosts = async (handle: Handle, schema: string, ledger: Ledger, person: number): Promise<readonly Entry[]> => {
  const rows = await rowsOf<{ id: number }>(handle, sql`select id from ${table(schema, 'ledger_post')} where person = ${person}::bigint and valid_to is null and not void order by id`)
  return [...(await findEntries(handle, schema, ledger, rows.map((row) => row.id))).values()]
}
