import type { OrgTree } from '../../core/access/org-tree.ts'
import { ledgerRights } from '../../core/access/ledger-rights.ts'
import type { LedgerRights } from '../../core/access/ledger-rights.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Fields } from '../../core/ledger/value.ts'
import type { Seat } from '../../core/notice/told.ts'
import type { Day } from '../../core/time/day.ts'
import type { TownBook } from '../../store/book.ts'
import { findSeats } from '../../store/post-holders.ts'
import type { Handle } from '../../store/sql.ts'

/** Whoever may be told something: who sits where, and what each may read. Nobody is told of a matter she may not read. */
export type Audience = { readonly seats: readonly Seat[]; readonly tree: OrgTree; readonly reads: (person: number, ledger: Ledger, fields: Fields) => boolean }

/** Everybody with a post at a day, judged by the book as it is known. */
export const loadAudience = async (handle: Handle, schema: string, book: TownBook, today: Day): Promise<Audience> => {
  const seats = await findSeats(handle, schema, today)
  const tree = book.treeAt(today)
  const posts = Map.groupBy(seats, ({ person }) => person)
  const known = new Map<Ledger, Map<number, LedgerRights>>()
  const rightsOf = (person: number, ledger: Ledger): LedgerRights => {
    const of = known.get(ledger) ?? new Map<number, LedgerRights>()
    known.set(ledger, of)
    const rights = of.get(person) ?? ledgerRights(posts.get(person) ?? [], ledger, tree)
    of.set(person, rights)
    return rights
  }
  return { seats, tree, reads: (person, ledger, fields) => rightsOf(person, ledger).reads(fields) }
}
