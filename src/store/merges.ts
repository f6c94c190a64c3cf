import type { Book } from '../core/journal/fold.ts'
import type { ChangeSet } from '../core/ledger/change.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Merged } from '../core/linking/follow-merges.ts'
import type { Referer } from '../core/linking/merge-entries.ts'
import { mergeOf, mergingOf, mostReferers, referersAmong, withReferers } from '../core/linking/merge-entries.ts'
import { referralsTo } from '../core/linking/referrals.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import { allReferers } from './links.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** Everything that names an entry of a register, in every ledger of the town, whoever may see it. */
export const readReferers = async (handle: Handle, schema: string, book: Pick<Book, 'declared'>, register: Ledger, entry: number): Promise<readonly Referer[]> => {
  const found = []
  for (const referral of referralsTo(book.declared.ledgers.values(), register.key)) found.push({ referral, entries: await allReferers(handle, schema, referral, entry, mostReferers + 1) })
  return referersAmong(found, entry)
}

/** A merge with what names the merged entry now; undefined for any other change set. */
export const mergeNow = async (handle: Handle, schema: string, book: Pick<Book, 'declared'>, set: ChangeSet): Promise<ChangeSet | Refusal | undefined> => {
  const merging = mergingOf(set)
  const register = merging === undefined ? undefined : book.declared.ledgers.get(merging.ledger)
  if (merging === undefined || register === undefined) return undefined
  return withReferers(set, register, merging, await readReferers(handle, schema, book, register, merging.drop))
}

/** The entries that were merged into others and are still: void, that being the last that happened to them. */
export const readMerged = async (handle: Handle, schema: string): Promise<Merged> => {
  const journal = table(schema, 'journal')
  const rows = await rowsOf<{ entry: number; batch: string; ledger: string }>(
    handle,
    sql`select j.entry, j.batch, j.ledger from ${journal} as j
        where j.batch >= 'merge-' and j.batch < 'merge.' and j.entry is not null and j.payload ~ '\\],"void":true,"was":[0-9]+\\}$'
        and not exists (select from ${journal} as later where later.entry = j.entry and later.number > j.number)`,
  )
  return new Map(rows.flatMap(({ entry, batch, ledger }) => {
    const merge = mergeOf(batch)
    return merge === undefined || merge.ledger !== ledger || merge.keep === entry ? [] : [[entry, merge.keep] as const]
  }))
}
