import type { Day } from '../core/time/day.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** Why somebody is told of a matter: a step brought it to her, to her office, or moved it; or a clock of it runs out. */
export type NoticeKind = 'waits' | 'asked' | 'called' | 'moved' | 'due' | 'overdue'

/** What somebody is told: of a step by its journal number, of a clock by its reminder. */
export type NewNotice = {
  readonly person: number
  readonly kind: NoticeKind
  readonly ledger: string
  readonly matter: number
  readonly journal: number | null
  readonly step: string | null
  readonly clock: string | null
  readonly term: string | null
  readonly mark: string | null
  readonly due: Day | null
}

export type Notice = NewNotice & { readonly id: string; readonly madeAt: string; readonly read: boolean }

/** Puts notices before their people, each once; answers those that were new. */
export const addNotices = async (handle: Handle, schema: string, notices: readonly NewNotice[]): Promise<readonly NewNotice[]> => {
  if (notices.length === 0) return []
  const of = <Key extends keyof NewNotice>(key: Key): NewNotice[Key][] => notices.map((notice) => notice[key])
  const rows = await rowsOf<{ person: number; journal: number | null; ledger: string; matter: number; clock: string | null; term: string | null; mark: string | null }>(
    handle,
    sql`insert into ${table(schema, 'notices')} (person, kind, ledger, matter, journal, step, clock, term, mark, due)
        select * from unnest(${of('person')}::bigint[], ${of('kind')}::text[], ${of('ledger')}::text[], ${of('matter')}::bigint[], ${of('journal')}::bigint[], ${of('step')}::text[], ${of('clock')}::text[], ${of('term')}::text[], ${of('mark')}::text[], ${of('due')}::date[])
        on conflict do nothing returning person, journal, ledger, matter, clock, term, mark`,
  )
  const nameOf = (each: (typeof rows)[number]): string => JSON.stringify([each.person, each.journal, each.ledger, each.matter, each.clock, each.term, each.mark])
  const made = new Set(rows.map(nameOf))
  return notices.filter((notice) => made.has(nameOf(notice)))
}

/** The newest notices of a person. */
export const findNotices = (handle: Handle, schema: string, person: number, limit: number): Promise<readonly Notice[]> =>
  rowsOf<Notice>(
    handle,
    sql`select id, person, kind, ledger, matter, journal, step, clock, term, mark, due, to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "madeAt", read_at is not null as read
        from ${table(schema, 'notices')} where person = ${person}::bigint order by made_at desc, id limit ${limit}::int`,
  )

/** How many notices each of some people has not read; who has none is left out. */
export const countUnread = async (handle: Handle, schema: string, people: readonly number[]): Promise<ReadonlyMap<number, number>> => {
  const rows = await rowsOf<{ person: number; unread: number }>(handle, sql`select person, count(*)::int as unread from ${table(schema, 'notices')} where person = any(${[...people]}::bigint[]) and read_at is null group by person`)
  return new Map(rows.map(({ person, unread }) => [person, unread]))
}

/** Marks notices of a person as read: those named, those of one matter, or all. */
export const markRead = async (handle: Handle, schema: string, person: number, which: { readonly ids: readonly string[] } | { readonly ledger: string; readonly matter: number } | 'all'): Promise<void> => {
  const narrower = which === 'all' ? sql`` : 'ids' in which ? sql`and id = any(${[...which.ids]}::uuid[])` : sql`and ledger = ${which.ledger} and matter = ${which.matter}::bigint`
  await rowsOf(handle, sql`update ${table(schema, 'notices')} set read_at = now() where person = ${person}::bigint and read_at is null ${narrower}`)
}

/** Takes out what was told before an instant: notices, what was sent, and reminders of so long ago. */
export const dropOldNotices = async (handle: Handle, schema: string, before: string): Promise<void> => {
  await rowsOf(handle, sql`delete from ${table(schema, 'notices')} where made_at < ${before}::timestamptz`)
  await rowsOf(handle, sql`delete from ${table(schema, 'deliveries')} where made_at < ${before}::timestamptz and (sent_at is not null or failed_at is not null)`)
}
