import { entryRoutes } from '../../api/entry.ts'
import { revise } from '../../core/journal/revise.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { readListQuery } from '../../core/ledger/list-query.ts'
import type { RefusalCode } from '../../core/refusal/catalogue.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { listedAfter } from '../../store/listed-after.ts'
import { commitApart } from '../batch/commit-apart.ts'
import type { Endpoint } from '../call.ts'
import { endpoint } from '../endpoint.ts'
import { fieldProblem } from '../read-scope.ts'
import { actorIn, batchOf, changedOnly, manyProblem, readSet, told } from './entry-edit.ts'
import { askingOf } from './entry-list.ts'
import { rightsIn } from './entry-read.ts'

/** So many rows are looked at, and written, at a time. */
const part = 5000
/** So many rows are shown before and after, and so many refusals one by one. */
const shown = 20

/** Sets the same fields in all rows of a list. */
export const fillEndpoint = (ledger: Ledger): Endpoint => {
  const route = entryRoutes(ledger.key, ledger.title).fill
  return endpoint({
    route,
    permit: (ask) => manyProblem(ledger, route.verb, ask),
    load: async (ask, reader) => {
      const { input, book } = ask
      const missing = input.dry ? undefined : input.reason === undefined ? 'reason' : input.seen === undefined ? 'seen' : undefined
      if (missing !== undefined) return fieldProblem(missing, 'field-required')
      if (input.seen !== undefined && input.seen > book.head) return fieldProblem('seen', 'above-maximum', { max: book.head })
      const rights = rightsIn(ledger, ask)
      const query = readListQuery(ledger, rights, { q: input.q, where: input.where }, askingOf(ask))
      if (isRefusal(query)) return query
      const set = await readSet(ask, reader, ledger, input.set)
      if (isRefusal(set)) return set
      if (Object.keys(set).length === 0) return fieldProblem('set', 'field-required')
      const seen = input.seen ?? book.head
      const entries = await listedAfter(reader, ask.town.schema, ledger, { where: query.where, right: rights.read, voided: false }, { after: input.after, limit: part, only: input.entries })
      const rows = entries.map((entry) => ({ entry, revision: revise(book, ledger, rights, entry, seen, set) }))
      const changes = rows.flatMap(({ entry, revision }) => (revision.does === 'correct' ? [{ entry, change: revision.change, before: revision.before, after: revision.after }] : []))
      const refused = rows.flatMap(({ entry, revision }) => (revision.does === 'refused' ? [{ entry, refusal: revision.refusal }] : []))
      return { rights, seen, rows: entries.length, changes, refused, next: entries.length < part ? null : (entries.at(-1)?.id ?? null) }
    },
    present: async (seen, ask) => {
      const { input, caller, town, house } = ask
      const batch = input.dry ? null : batchOf('fill', seen.seen, caller.person)
      const by = actorIn(ledger, ask, seen.changes.flatMap(({ before, after }) => [before, after]))
      const written = batch === null ? { done: seen.changes, refused: [] } : await commitApart(town, { by, batch, reason: input.reason ?? '' }, seen.changes)
      if (batch !== null) house.live.nudge()
      const refused = [...seen.refused, ...written.refused.map(({ item, refusal }) => ({ entry: item.entry, refusal }))]
      return {
        seen: seen.seen,
        batch,
        part: {
          rows: seen.rows,
          correct: written.done.length,
          same: seen.rows - seen.changes.length - seen.refused.length,
          refused: refused.length,
          reasons: reasonsOf(refused),
          refusals: refused.slice(0, shown).map(({ entry, refusal }) => ({ entry: entry.id, ...told(refusal.code, refusal.details) })),
          examples: written.done.slice(0, shown).map((each) => ({ entry: each.entry.id, ...changedOnly(ledger, seen.rights, each) })),
        },
        next: seen.next,
      }
    },
  })
}

/** How many rows are refused for which reason, each told once. */
const reasonsOf = (refused: readonly { readonly entry: Entry; readonly refusal: Refusal }[]) => {
  const counts = new Map<RefusalCode, { refusal: Refusal; count: number }>()
  for (const { refusal } of refused) counts.set(refusal.code, { refusal: counts.get(refusal.code)?.refusal ?? refusal, count: (counts.get(refusal.code)?.count ?? 0) + 1 })
  return [...counts.values()].map(({ refusal, count }) => ({ ...told(refusal.code, refusal.details), count }))
}
