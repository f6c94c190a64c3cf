import type { Org } from '../core/access/org-tree.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import { refuse } from '../core/refusal/refusal.ts'
import { endOfTownDay } from '../core/time/instant.ts'
import type { Day } from '../core/time/day.ts'
import type { MeasureVersion, TownBook } from './book.ts'
import type { Handle } from './sql.ts'
import { oneOf, rowsOf, sql, table } from './sql.ts'
import { entryOfPayload } from '../core/journal/row.ts'

/** What the book knew at a moment: its journal number, and the versions and org states in force then. */
export type Moment = { readonly number: number; readonly head: boolean; readonly versions: ReadonlyMap<string, MeasureVersion>; readonly orgStates: readonly Org[] }

/** Reads `#123` or a day (inclusive, in the town's zone) as a journal number; nothing given is now. */
export const resolveAsOf = async (handle: Handle, schema: string, book: TownBook, asOf: string | undefined): Promise<number | Refusal> => {
  if (asOf === undefined) return book.head
  if (asOf.startsWith('#')) {
    const number = Number(asOf.slice(1))
    return number >= 1 && number <= book.head ? number : refuse('journal-number-unknown', { number })
  }
  const until = endOfTownDay(asOf as Day)
  const { number } = await oneOf<{ number: number }>(handle, sql`select coalesce((select number from ${table(schema, 'journal')} where recorded_at <= ${until}::timestamptz order by number desc limit 1), 0)::bigint as number`)
  return number === 0 ? refuse('journal-number-unknown', { number: asOf }) : number
}

/** Measures and orgs as the book knew them at a number. */
export const momentAt = async (handle: Handle, schema: string, book: TownBook, number: number): Promise<Moment> => {
  const versions = new Map<string, MeasureVersion>()
  for (const version of book.versions) if (version.number <= number) versions.set(version.measure.key, version)
  const head = number >= book.head
  return { number, head, versions, orgStates: head ? book.orgStates : await orgStatesAt(handle, schema, book, number) }
}

const orgStatesAt = async (handle: Handle, schema: string, book: TownBook, number: number): Promise<readonly Org[]> => {
  const later = await rowsOf<{ number: number }>(handle, sql`select number from ${table(schema, 'journal')} where ledger = 'org' and number > ${number}::bigint limit 1`)
  if (later.length === 0) return book.orgStates
  const rows = await rowsOf<{ number: number; ledger: string; entry: number; payload: string }>(
    handle,
    sql`select distinct on (entry) number, ledger, entry, payload from ${table(schema, 'journal')} where ledger = 'org' and number <= ${number}::bigint order by entry, number desc`,
  )
  return rows
    .map(entryOfPayload)
    .filter((entry) => !entry.void)
    .flatMap((entry) =>
      entry.spans.map((span) => ({
        code: String(span.fields['code']),
        zh: String(span.fields['zh']),
        en: String(span.fields['en']),
        kind: String(span.fields['kind']) as Org['kind'],
        parent: (span.fields['parent'] as string | undefined) ?? null,
        successor: (span.fields['successor'] as string | undefined) ?? null,
        from: span.from as Day,
        to: span.to,
      })),
    )
}
