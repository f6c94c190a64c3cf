import { entryRoutes } from '../../api/entry.ts'
import type { LedgerRights } from '../../core/access/ledger-rights.ts'
import { postProblem } from '../../core/access/post-problem.ts'
import { isNothing } from '../../core/access/predicate.ts'
import type { Post } from '../../core/access/policy.ts'
import type { Change } from '../../core/ledger/change.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Fields } from '../../core/ledger/value.ts'
import { merge } from '../../core/journal/apply-change.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { findEntries } from '../../store/entries.ts'
import type { Endpoint } from '../call.ts'
import type { Ask, Decision, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { readGivenFields, keepGiven } from '../given-fields.ts'
import { actorFor } from '../posts.ts'
import { countSaved, savingOf } from '../saved-in-entry.ts'
import { fieldProblem, readDay, readDays } from '../read-scope.ts'
import { answeringProblem } from '../reporting.ts'
import { explainStale } from '../stale.ts'
import { ledgerProblem, rightsIn } from './entry-read.ts'

/** A ledger that may be read but not written says so; one that may not be read does not exist. */
const writeProblem = (ledger: Ledger, verb: string, ask: Parameters<typeof rightsIn>[1]): Refusal | undefined =>
  ledgerProblem(ledger, verb, ask) ?? (isNothing(rightsIn(ledger, ask).write) ? refuse('forbidden', { verb }) : undefined)

export const createEndpoint = (ledger: Ledger): Endpoint => {
  const route = entryRoutes(ledger.key, ledger.title).create
  return endpoint({
    route,
    permit: (ask) => writeProblem(ledger, route.verb, ask),
    load: async (ask, reader) => {
      const { input } = ask
      if (ledger.shape === 'register' && input.from === undefined) return fieldProblem('from', 'field-required')
      const days = readDays(input)
      if (isRefusal(days)) return days
      const fields = await readGivenFields(ask, reader, ledger, input.fields)
      if (isRefusal(fields)) return fields
      return writingProblem(ledger, route.verb, ask, [fields]) ?? { span: { from: days.from ?? null, to: days.to ?? null, fields }, saved: await countSaved(ask, reader, ledger, fields) }
    },
    prepare: async ({ span, saved }, ask) => {
      const fields = await keepGiven(ledger, span.fields, ask)
      return isRefusal(fields) ? fields : { span: { ...span, fields }, saved }
    },
    decide: ({ span, saved }, ask) =>
      writing(ledger, ask, [span.fields], { changes: [{ act: 'create', verb: route.verb, ledger: ledger.key, spans: [span] }, ...savingOf(ledger, route.verb, saved, ask)] }),
    present: (_, __, done) => done,
  })
}

export const correctEndpoint = (ledger: Ledger): Endpoint => {
  const route = entryRoutes(ledger.key, ledger.title).correct
  return endpoint({
    route,
    permit: (ask) => writeProblem(ledger, route.verb, ask),
    load: async (ask, reader) => {
      const entry = await loadEntry(ask, reader, ledger, ask.input.entry)
      if (isRefusal(entry)) return entry
      const { input } = ask
      const days = readDays(input)
      if (isRefusal(days)) return days
      if (input.span !== undefined && input.span >= entry.spans.length) return fieldProblem('span', 'above-maximum', { max: entry.spans.length - 1 })
      const set = await readGivenFields(ask, reader, ledger, input.set, { partial: true, entry })
      if (isRefusal(set)) return set
      const was = entry.spans[input.span ?? entry.spans.length - 1]?.fields ?? {}
      return writingProblem(ledger, route.verb, ask, [was, lastSpan(entry).fields, merge(was, set)]) ?? { entry, set, days, saved: await countSaved(ask, reader, ledger, set) }
    },
    prepare: (seen, ask) => sealSet(ledger, seen, ask),
    decide: ({ entry, set, days, saved }, ask) => {
      const { saw, span, reason } = ask.input
      const was = entry.spans[span ?? entry.spans.length - 1]?.fields ?? {}
      const change: Change = { act: 'correct', verb: route.verb, ledger: ledger.key, entry: entry.id, saw, set, ...(span === undefined ? {} : { span }), ...days }
      return writing(ledger, ask, [was, lastSpan(entry).fields, merge(was, set)], { changes: [change, ...savingOf(ledger, route.verb, saved, ask)], reason })
    },
    explain: (refusal, { entry }, ask) => explainStale(refusal, ledger, entry.id, ask.input.set, ask),
    present: ({ entry }, _, { journal }) => ({ id: entry.id, journal }),
  })
}

export const changeEndpoint = (ledger: Ledger): Endpoint => {
  const route = entryRoutes(ledger.key, ledger.title).change
  return endpoint({
    route,
    permit: (ask) => writeProblem(ledger, route.verb, ask),
    load: async (ask, reader) => {
      const entry = await loadEntry(ask, reader, ledger, ask.input.entry)
      const from = readDay('from', ask.input.from)
      if (isRefusal(entry)) return entry
      if (isRefusal(from)) return from
      const set = await readGivenFields(ask, reader, ledger, ask.input.set, { partial: true, entry })
      if (isRefusal(set)) return set
      const was = lastSpan(entry).fields
      return writingProblem(ledger, route.verb, ask, [was, merge(was, set)]) ?? { entry, set, from, saved: await countSaved(ask, reader, ledger, set) }
    },
    prepare: (seen, ask) => sealSet(ledger, seen, ask),
    decide: ({ entry, set, from, saved }, ask) => {
      const was = lastSpan(entry).fields
      const change: Change = { act: 'change', verb: route.verb, ledger: ledger.key, entry: entry.id, saw: ask.input.saw, from, set }
      return writing(ledger, ask, [was, merge(was, set)], { changes: [change, ...savingOf(ledger, route.verb, saved, ask)], ...reasonOf(ask.input.reason) })
    },
    explain: (refusal, { entry }, ask) => explainStale(refusal, ledger, entry.id, ask.input.set, ask),
    present: ({ entry }, _, { journal }) => ({ id: entry.id, journal }),
  })
}

export const endEndpoint = (ledger: Ledger): Endpoint => {
  const route = entryRoutes(ledger.key, ledger.title).end
  return endpoint({
    route,
    permit: (ask) => writeProblem(ledger, route.verb, ask),
    load: async (ask, reader) => {
      const entry = await loadEntry(ask, reader, ledger, ask.input.entry)
      const to = readDay('to', ask.input.to)
      if (isRefusal(entry)) return entry
      return isRefusal(to) ? to : (endingProblem(ledger, route.verb, ask, entry) ?? { entry, to })
    },
    decide: ({ entry, to }, ask) => {
      const change: Change = { act: 'end', verb: route.verb, ledger: ledger.key, entry: entry.id, saw: ask.input.saw, to }
      return writing(ledger, ask, [lastSpan(entry).fields], { changes: [change], ...reasonOf(ask.input.reason) })
    },
    explain: (refusal, { entry }, ask) => explainStale(refusal, ledger, entry.id, {}, ask),
    present: ({ entry }, _, { journal }) => ({ id: entry.id, journal }),
  })
}

export const voidEndpoint = (ledger: Ledger): Endpoint => {
  const route = entryRoutes(ledger.key, ledger.title).void
  return endpoint({
    route,
    permit: (ask) => writeProblem(ledger, route.verb, ask),
    load: async (ask, reader) => {
      const entry = await loadEntry(ask, reader, ledger, ask.input.entry)
      return isRefusal(entry) ? entry : (endingProblem(ledger, route.verb, ask, entry) ?? entry)
    },
    decide: (entry, ask) => {
      const change: Change = { act: 'void', verb: route.verb, ledger: ledger.key, entry: entry.id, saw: ask.input.saw }
      return writing(ledger, ask, [lastSpan(entry).fields], { changes: [change], reason: ask.input.reason })
    },
    explain: (refusal, entry, ask) => explainStale(refusal, ledger, entry.id, {}, ask),
    present: (entry, _, { journal }) => ({ id: entry.id, journal }),
  })
}

/** The entry a caller names, if she may read it. */
export const loadEntry = async (ask: Ask<unknown>, reader: Reader, ledger: Ledger, id: number): Promise<Entry | Refusal> => {
  const entry = (await findEntries(reader, ask.town.schema, ledger, [id])).get(id)
  const seen = entry !== undefined && rightsIn(ledger, ask).reads(lastSpan(entry).fields)
  return seen ? entry : refuse('not-found', { what: `${ledger.title.zh} #${id}` })
}

/** Whether posts allow writing rows as they were and as they will be. */
const allowing = (ledger: Ledger, ask: Ask<unknown>, states: readonly Fields[]) => (posts: readonly Post[]): boolean => {
  const rights: LedgerRights = rightsIn(ledger, { ...ask, caller: { ...ask.caller, posts: posts.map((post) => ({ ...post, deputyOf: null })) } })
  return states.every((fields) => rights.writes(fields))
}

/** Why the caller may not write these rows; asked before anything of them is sealed. */
const writingProblem = (ledger: Ledger, verb: string, ask: Ask<unknown>, states: readonly Fields[]): Refusal | undefined => {
  if (!allowing(ledger, ask, states)(ask.caller.posts)) return refuse('forbidden', { verb })
  if (ledger.key === 'post') return postProblem(ask.caller.person, states, verb)
  return states.map((fields) => answeringProblem(ledger.key)?.(ask.caller.posts, ask.book, fields, verb)).find(isRefusal)
}

/** The same for ending and voiding a row; one's own post too may be given up. */
const endingProblem = (ledger: Ledger, verb: string, ask: Ask<unknown>, entry: Entry): Refusal | undefined => {
  const { fields } = lastSpan(entry)
  return ledger.key === 'post' ? (allowing(ledger, ask, [fields])(ask.caller.posts) ? undefined : refuse('forbidden', { verb })) : writingProblem(ledger, verb, ask, [fields])
}

/** Lets a decision stand: the act is in the caller's own name, or in that of the person she stands in for. */
const writing = (ledger: Ledger, ask: Ask<unknown>, states: readonly Fields[], decision: Decision): Decision => ({ ...decision, by: actorFor(ask.caller, allowing(ledger, ask, states)) })

const sealSet = async <Seen extends { readonly set: Fields }>(ledger: Ledger, seen: Seen, ask: Ask<unknown>): Promise<Seen | Refusal> => {
  const set = await keepGiven(ledger, seen.set, ask)
  return isRefusal(set) ? set : { ...seen, set }
}

const reasonOf = (reason: string | undefined): { readonly reason?: string } => (reason === undefined ? {} : { reason })
