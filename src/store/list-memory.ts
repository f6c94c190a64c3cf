import { entryOfPayload } from '../core/journal/row.ts'
import type { EntryMove, Listing, ListTally } from '../core/ledger/list-tally.ts'
import { moveTally } from '../core/ledger/list-tally.ts'
import type { Handle } from './sql.ts'
import { oneOf, rowsOf, sql, table } from './sql.ts'

/**
 * What lists added up to when they were last asked for, so that a ledger of a million rows is not counted for every page. Each is kept with the
 * journal number it was true at and moved on by what the journal says has happened since.
 */
export type ListMemory = {
  /** What a list adds up to at a journal number, moved on if it is known from before; undefined where it must be counted. */
  readonly recall: (handle: Handle, schema: string, listing: Listing, head: number) => Promise<ListTally | undefined>
  /** Keeps what was counted at a journal number. */
  readonly keep: (listing: Listing, head: number, tally: ListTally) => void
}

/** So many lists are remembered; the one unused for the longest is forgotten first. */
const mostLists = 300
/** Beyond so many journal rows, or so many changed entries of the ledger, a list is counted again. */
const mostRows = 50_000
const mostMoves = 2000

export const openListMemory = (): ListMemory => {
  const kept = new Map<string, { readonly head: number; readonly tally: ListTally }>()
  const remember = (name: string, head: number, tally: ListTally): void => {
    kept.delete(name)
    kept.set(name, { head, tally })
    for (const oldest of kept.keys()) if (kept.size > mostLists) kept.delete(oldest)
  }
  return {
    recall: async (handle, schema, listing, head) => {
      const name = nameOf(listing)
      const known = kept.get(name)
      if (known === undefined || known.head > head || head - known.head > mostRows) return undefined
      const moves = known.head === head ? [] : await movesSince(handle, schema, listing.ledger.key, known.head, head)
      if (moves === undefined) return undefined
      const tally = moves.length === 0 ? known.tally : moveTally(listing, known.tally, moves)
      remember(name, head, tally)
      return tally
    },
    keep: (listing, head, tally) => remember(nameOf(listing), head, tally),
  }
}

/** A redeclared ledger is another list: its fields may be summed otherwise. */
const nameOf = ({ ledger, where, voided }: Listing): string => JSON.stringify([ledger.key, ledger.fields.map(({ key, retired }) => [key, retired === true]), where, voided])

/** Entries of a ledger that changed after a number up to another, as they were and as they are; undefined when they are too many. */
const movesSince = async (handle: Handle, schema: string, ledger: string, after: number, until: number): Promise<readonly EntryMove[] | undefined> => {
  const at = table(schema, 'journal')
  const { changed } = await oneOf<{ changed: number }>(handle, sql`select count(*)::int as changed from (select from ${at} where number > ${after}::bigint and number <= ${until}::bigint and ledger = ${ledger} and entry is not null limit ${mostMoves + 1}::int) as part`)
  if (changed === 0) return []
  if (changed > mostMoves) return undefined
  const rows = await rowsOf<{ entry: number; number: number; payload: string; wasNumber: number | null; wasPayload: string | null }>(
    handle,
    sql`with touched as materialized (select entry, max(number) as last from ${at} where number > ${after}::bigint and number <= ${until}::bigint and ledger = ${ledger} and entry is not null group by entry)
        select touched.entry, now.number, now.payload, was.number as "wasNumber", was.payload as "wasPayload"
        from touched join ${at} as now on now.number = touched.last
        left join lateral (select number, payload from ${at} as j where j.entry = touched.entry and j.number <= ${after}::bigint order by number desc limit 1) as was on true`,
  )
  return rows.map(({ entry, number, payload, wasNumber, wasPayload }) => ({
    before: wasNumber === null || wasPayload === null ? undefined : entryOfPayload({ number: wasNumber, ledger, entry, payload: wasPayload }),
    after: entryOfPayload({ number, ledger, entry, payload }),
  }))
}
