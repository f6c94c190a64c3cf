import type { Ledger } from '../core/ledger/ledger.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import type { RawFields } from '../core/ledger/read-fields.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import { refuse } from '../core/refusal/refusal.ts'
import { entryHistory } from '../store/entry-history.ts'
import { namesOf } from '../store/people.ts'
import type { Ask } from './endpoint.ts'
import { presentFields } from './present-fields.ts'
import { ledgerRights } from '../core/access/ledger-rights.ts'

/** When two people correct one entry, the second sees who was first, and both versions side by side. */
export const explainStale = async (refusal: Refusal, ledger: Ledger, id: number, yours: RawFields, { town, caller, book, today }: Ask<unknown>): Promise<Refusal> => {
  if (refusal.code !== 'stale-version') return refusal
  const last = (await entryHistory(town.db.pool, town.schema, ledger.key, id, Number.MAX_SAFE_INTEGER)).at(-1)
  if (last === undefined) return refusal
  const rights = ledgerRights(caller.posts, ledger, book.treeAt(today))
  if (!rights.reads(lastSpan(last.after).fields)) return refusal
  const nameOf = await namesOf(town.db.pool, town.schema, [last.person])
  return refuse('stale-version', { ...refusal.details, version: last.number, by: nameOf(last.person), theirs: presentFields(ledger, rights, lastSpan(last.after).fields), yours })
}
