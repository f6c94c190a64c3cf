import { entryRoutes } from '../../api/entry.ts'
import type { LedgerRights } from '../../core/access/ledger-rights.ts'
import { ledgerRights } from '../../core/access/ledger-rights.ts'
import { isNothing } from '../../core/access/predicate.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { readListQuery } from '../../core/ledger/list-query.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { resolveAsOf } from '../../store/as-of.ts'
import { entryHistory } from '../../store/entry-history.ts'
import { listEntries } from '../../store/list-entries.ts'
import { namesOf } from '../../store/people.ts'
import type { Endpoint } from '../call.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { changedFields, presentFields, presentRow } from '../present-fields.ts'
import { readAsOf } from '../read-scope.ts'

type Asking = Pick<Ask<unknown>, 'caller' | 'book' | 'today'>

export const rightsIn = (ledger: Ledger, { caller, book, today }: Asking): LedgerRights => ledgerRights(caller.posts, ledger, book.treeAt(today))

/** A ledger a caller may not open does not exist for her. */
export const ledgerProblem = (ledger: Ledger, verb: string, ask: Asking): Refusal | undefined => (isNothing(rightsIn(ledger, ask).read) ? refuse('not-found', { what: verb }) : undefined)

/** What a caller may do with an entry, beside reading it. */
export const entryCan = (ledger: Ledger, rights: LedgerRights, entry: Entry): Record<string, boolean> => {
  const own = !entry.void && rights.writes(lastSpan(entry).fields)
  const lasts = ledger.shape === 'register'
  return { correct: own, change: own && lasts, end: own && lasts && lastSpan(entry).to === null, void: own, propose: own }
}

export const listEndpoint = (ledger: Ledger): Endpoint => {
  const route = entryRoutes(ledger.key, ledger.title).list
  const sums = ledger.fields.filter((field) => (field.kind === 'decimal' || field.kind === 'integer') && field.personal === undefined).map((field) => field.key)
  return endpoint({
    route,
    permit: (ask) => ledgerProblem(ledger, route.verb, ask),
    load: async (ask, reader) => {
      const { q, where, sort, desc, offset, limit } = ask.input
      const rights = rightsIn(ledger, ask)
      const query = readListQuery(ledger, rights, { q, where, sort, desc: desc === 'true' })
      if (isRefusal(query)) return query
      const page = { ...query, right: rights.read, voided: ask.input.void === 'true', offset, limit, sums }
      return { rights, listed: await listEntries(reader, ask.town.schema, ledger, page) }
    },
    present: ({ rights, listed }) => ({ rows: listed.rows.map((entry) => presentRow(ledger, rights, entry)), total: listed.total, sums: { ...listed.sums }, can: { create: !isNothing(rights.write) } }),
  })
}

export const readEndpoint = (ledger: Ledger): Endpoint => {
  const route = entryRoutes(ledger.key, ledger.title).read
  return endpoint({
    route,
    permit: (ask) => ledgerProblem(ledger, route.verb, ask),
    load: async (ask, reader) => {
      const asOf = readAsOf(ask.input.asOf)
      const until = isRefusal(asOf) ? asOf : await resolveAsOf(reader, ask.town.schema, ask.book, asOf)
      if (isRefusal(until)) return until
      const steps = await entryHistory(reader, ask.town.schema, ledger.key, ask.input.entry, until)
      const rights = rightsIn(ledger, ask)
      const entry = steps.at(-1)?.after
      if (entry === undefined || !rights.reads(lastSpan(entry).fields)) return refuse('not-found', { what: `${ledger.title.zh} #${ask.input.entry}` })
      const nameOf = await namesOf(reader, ask.town.schema, steps.flatMap((step) => [step.person, step.actingFor, step.approvedBy]))
      return { entry, steps, rights, nameOf }
    },
    present: ({ entry, steps, rights, nameOf }, { book, today }) => ({
      id: entry.id,
      version: entry.version,
      void: entry.void,
      spans: entry.spans.map((span) => ({ from: span.from, to: span.to, fields: presentFields(ledger, rights, span.fields) })),
      history: steps.map((step, index) => ({
        number: step.number,
        recordedAt: step.recordedAt,
        by: step.actingFor === null ? nameOf(step.person) : `${nameOf(step.person)}（代${nameOf(step.actingFor)}）`,
        approvedBy: step.approvedBy === null ? null : nameOf(step.approvedBy),
        verb: step.verb,
        reason: step.reason,
        batch: step.batch,
        changed: [...changedFields(ledger, rights, steps[index - 1]?.after, step.after, book.treeAt(today))],
      })),
      can: entryCan(ledger, rights, entry),
    }),
  })
}
