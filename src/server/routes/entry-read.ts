import { entryRoutes } from '../../api/entry.ts'
import { proposeErasure, revealField } from '../../api/personal.ts'
import type { LedgerRights } from '../../core/access/ledger-rights.ts'
import { ledgerRights } from '../../core/access/ledger-rights.ts'
import type { OrgTree } from '../../core/access/org-tree.ts'
import type { Post } from '../../core/access/policy.ts'
import { mayUse } from '../../core/access/policy.ts'
import { isNothing } from '../../core/access/predicate.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { findField } from '../../core/ledger/ledger.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { resolveAsOf } from '../../store/as-of.ts'
import type { RecordedStep } from '../../store/entry-history.ts'
import { entryHistory } from '../../store/entry-history.ts'
import { namesOf } from '../../store/people.ts'
import { erasedAmong } from '../../store/seal/erase-key.ts'
import type { Endpoint } from '../call.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { changedFields, maskedFields, presentFields, sealedValues } from '../present-fields.ts'
import { readAsOf } from '../read-scope.ts'

type Knowing = Pick<Ask<unknown>, 'caller' | 'book' | 'today'>

/** What a caller may do with the rows of a ledger; found once for the posts she holds and the tree they are read in. */
export const rightsIn = (ledger: Ledger, { caller, book, today }: Knowing): LedgerRights => {
  const tree = book.treeAt(today)
  const ofTree = known.get(tree) ?? new WeakMap<readonly Post[], WeakMap<Ledger, LedgerRights>>()
  known.set(tree, ofTree)
  const ofPosts = ofTree.get(caller.posts) ?? new WeakMap<Ledger, LedgerRights>()
  ofTree.set(caller.posts, ofPosts)
  const rights = ofPosts.get(ledger) ?? ledgerRights(caller.posts, ledger, tree)
  ofPosts.set(ledger, rights)
  return rights
}

const known = new WeakMap<OrgTree, WeakMap<readonly Post[], WeakMap<Ledger, LedgerRights>>>()

/** A ledger a caller may not open does not exist for her. */
export const ledgerProblem = (ledger: Ledger, verb: string, ask: Knowing): Refusal | undefined => (isNothing(rightsIn(ledger, ask).read) ? refuse('not-found', { what: verb }) : undefined)

/** What a caller may do with an entry, beside reading it. */
export const entryCan = (ledger: Ledger, rights: LedgerRights, entry: Entry): Record<string, boolean> => {
  const own = !entry.void && rights.writes(lastSpan(entry).fields)
  const lasts = ledger.shape === 'register'
  return { correct: own, change: own && lasts, end: own && lasts && lastSpan(entry).to === null, void: own, propose: own }
}

/** All that happened to an entry, for whoever may read it as it stands now: what it was before is part of it. */
export const readableHistory = async (ask: Ask<unknown>, reader: Reader, ledger: Ledger, entry: number): Promise<{ readonly steps: readonly RecordedStep[]; readonly rights: LedgerRights } | Refusal> => {
  const steps = await entryHistory(reader, ask.town.schema, ledger.key, entry, ask.book.head)
  const rights = rightsIn(ledger, ask)
  const now = steps.at(-1)?.after
  return now === undefined || !rights.reads(lastSpan(now).fields) ? refuse('not-found', { what: `${ledger.title.zh} #${entry}` }) : { steps, rights }
}

const isSealed = (ledger: Ledger, field: string): boolean => findField(ledger, field)?.kind === 'sealed'

export const readEndpoint = (ledger: Ledger): Endpoint => {
  const route = entryRoutes(ledger.key, ledger.title).read
  return endpoint({
    route,
    permit: (ask) => ledgerProblem(ledger, route.verb, ask),
    load: async (ask, reader) => {
      const asOf = readAsOf(ask.input.asOf)
      const until = isRefusal(asOf) ? asOf : await resolveAsOf(reader, ask.town.schema, ask.book, asOf)
      if (isRefusal(until)) return until
      const seen = await readableHistory(ask, reader, ledger, ask.input.entry)
      if (isRefusal(seen)) return seen
      const { rights } = seen
      const steps = seen.steps.filter((step) => step.number <= until)
      const entry = steps.at(-1)?.after
      if (entry === undefined) return refuse('entry-not-yet')
      const erased = await erasedAmong(reader, ask.town.schema, sealedValues(ledger, [entry]))
      const nameOf = await namesOf(reader, ask.town.schema, steps.flatMap((step) => [step.person, step.actingFor, step.approvedBy]))
      return { entry, steps, rights, erased, nameOf }
    },
    present: ({ entry, steps, rights, erased, nameOf }, { book, today, caller }) => ({
      id: entry.id,
      version: entry.version,
      void: entry.void,
      spans: entry.spans.map((span) => ({ from: span.from, to: span.to, fields: presentFields(ledger, rights, span.fields, erased) })),
      masked: maskedFields(ledger, rights, lastSpan(entry).fields, erased).map((field) => ({ field, reveal: mayUse(caller.posts, revealField.verb), erase: isSealed(ledger, field) && rights.writes(lastSpan(entry).fields) && mayUse(caller.posts, proposeErasure.verb) })),
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
