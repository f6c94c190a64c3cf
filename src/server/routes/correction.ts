import { approveCorrection, correctionEffect, listCorrections, proposeCorrection, refuseCorrection } from '../../api/close.ts'
import { mayUse } from '../../core/access/policy.ts'
import { applyChange, merge } from '../../core/journal/apply-change.ts'
import type { Change, EntryChange } from '../../core/ledger/change.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { RawFields } from '../../core/ledger/read-fields.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { mergeBatch, mergeEntries } from '../../core/linking/merge-entries.ts'
import { findEntries } from '../../store/entries.ts'
import { findCorrections } from '../../store/corrections.ts'
import type { Correction } from '../../store/corrections.ts'
import { readReferers } from '../../store/merges.ts'
import { figuresMoved } from '../../store/what-if.ts'
import { namesOf } from '../../store/people.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint, verbProblem } from '../endpoint.ts'
import { readGivenFields, keepGiven } from '../given-fields.ts'
import { correctedLedger, presentCorrection } from '../present-correction.ts'
import { presentFields } from '../present-fields.ts'
import { fieldProblem } from '../read-scope.ts'
import { decidingProblem, answeringProblem } from '../reporting.ts'
import { explainStale } from '../stale.ts'
import { rightsIn } from './entry-read.ts'
import { loadEntry } from './entry-write.ts'
import { openLedgers } from './ledger.ts'

export const listCorrectionsEndpoint = endpoint({
  route: listCorrections,
  permit: ({ caller }) => (mayUse(caller.posts, proposeCorrection.verb) ? undefined : verbProblem(caller, listCorrections.verb)),
  load: async (ask, reader) => {
    const corrections = await findCorrections(reader, ask.town.schema, { state: ask.input.state })
    return { corrections, nameOf: await namesOf(reader, ask.town.schema, corrections.flatMap((each) => [each.proposer, each.decider])) }
  },
  present: ({ corrections, nameOf }, ask) => ({ corrections: corrections.flatMap((each) => presentCorrection(each, ask, nameOf) ?? []) }),
})

/** What stands, and what would stand: shown to the second person before she decides. */
export const correctionEffectEndpoint = endpoint({
  route: correctionEffect,
  permit: ({ caller }) => (mayUse(caller.posts, proposeCorrection.verb) ? undefined : verbProblem(caller, correctionEffect.verb)),
  load: async (ask, reader) => {
    const { input, town, book, today } = ask
    const [correction] = await findCorrections(reader, town.schema, { id: input.entry })
    const about = correction === undefined ? undefined : correctedLedger(correction, ask)
    const before = correction?.before
    if (correction === undefined || about === undefined || before === undefined || !(about.rights.reads(lastSpan(before).fields) || correction.proposer === ask.caller.person)) return refuse('not-found', { what: `#${input.entry}` })
    const after = correction.state === 'proposed' ? applyChange(about.ledger, correction.change, before, book.head + 1, new Map()) : before
    return isRefusal(after) ? after : figuresMoved(reader, town.schema, book, book.treeAt(today).root, before, after)
  },
  present: (moved) => ({ figures: moved.map(({ measure, before, after }) => ({ measure: measure.key, title: measure.title, period: before.period, before: before.text, after: after?.text ?? null })) }),
})

/** Whoever may write the row may propose to change it where the change alone may not stand: in a closed month, in a reported figure. */
export const proposeCorrectionEndpoint = endpoint({
  route: proposeCorrection,
  load: async (ask, reader) => {
    const { input } = ask
    const ledger = openLedgers(ask).find((each) => each.ledger.key === input.ledger)?.ledger
    if (ledger === undefined) return fieldProblem('ledger', 'not-found', { what: input.ledger })
    const entry = await loadEntry(ask, reader, ledger, input.entry)
    if (isRefusal(entry)) return entry
    if (input.act === 'correct' && input.set === undefined) return fieldProblem('set', 'field-required')
    const set = await readGivenFields(ask, reader, ledger, input.act === 'void' ? {} : (input.set ?? {}), { partial: true, entry })
    if (isRefusal(set)) return set
    const states = [lastSpan(entry).fields, merge(lastSpan(entry).fields, set)]
    const rights = rightsIn(ledger, ask)
    if (!states.every((fields) => rights.writes(fields))) return refuse('forbidden', { verb: proposeCorrection.verb })
    const problem = states.map((fields) => answeringProblem(ledger.key)?.(ask.caller.posts, ask.book, fields, proposeCorrection.verb)).find(isRefusal)
    return problem ?? { ledger, entry, set }
  },
  prepare: async (seen, ask) => {
    const set = await keepGiven(seen.ledger, seen.set, ask)
    return isRefusal(set) ? set : { ...seen, set }
  },
  decide: ({ ledger, entry, set }, { input, caller, today, book }) => {
    const target = { verb: `${ledger.key}.${input.act}`, ledger: ledger.key, entry: entry.id, saw: input.saw }
    const change: EntryChange = input.act === 'void' ? { act: 'void', ...target } : { act: 'correct', ...target, set }
    const would = applyChange(ledger, change, entry, book.head + 1, new Map())
    if (isRefusal(would)) return would
    const org = String(lastSpan(entry).fields[ledger.orgField] ?? book.treeAt(today).root)
    const fields = { ledger: ledger.key, entry: String(entry.id), org, day: today, change: JSON.stringify(change), reason: input.reason, proposer: String(caller.person), state: 'proposed' }
    return { changes: [{ act: 'create', verb: proposeCorrection.verb, ledger: 'correction', spans: [{ from: null, to: null, fields }] }] }
  },
  present: (_, __, done) => done,
})

/** The proposed change takes effect in the proposer's name, confirmed by the second person; both stand in the journal. */
export const approveCorrectionEndpoint = endpoint({
  route: approveCorrection,
  load: async (ask, reader) => {
    const correction = await loadProposed(ask, reader, approveCorrection.verb)
    if (isRefusal(correction)) return correction
    const changes = await changesOf(ask, reader, correction)
    return isRefusal(changes) ? changes : { correction, changes }
  },
  decide: ({ correction, changes }, { input, caller, book }) => ({
    by: { person: correction.proposer },
    approvedBy: caller.person,
    reason: correction.reason,
    ...(correction.change.into !== undefined && { batch: mergeBatch(correction.ledger, correction.change.into.keep, book.head) }),
    changes: [...changes, decided(correction, input.saw, approveCorrection.verb, 'approved', caller.person)],
  }),
  explain: async (refusal, { correction }, ask) => {
    const about = correctedLedger(correction, ask)
    if (about === undefined || refusal.details['entry'] !== correction.target) return refusal
    return explainStale(refusal, about.ledger, correction.target, proposedSet(correction, about), ask)
  },
  present: ({ correction }, _, { journal }) => ({ id: correction.id, journal }),
})

/** What is written when it is approved: the change itself, or all that a merge comes to as things stand now. */
const changesOf = async (ask: Ask<unknown>, reader: Reader, { change, ledger: key, target }: Correction): Promise<readonly Change[] | Refusal> => {
  const { into, ...plain } = change
  const ledger = ask.book.declared.ledgers.get(key)
  if (into === undefined || ledger === undefined) return [plain]
  const pair = await findEntries(reader, ask.town.schema, ledger, [into.keep, target])
  const [kept, dropped] = [pair.get(into.keep), pair.get(target)]
  if (kept === undefined || dropped === undefined) return refuse('not-found', { what: `#${target}` })
  for (const [entry, saw] of [[kept, into.saw], [dropped, change.saw]] as const) if (entry.version !== saw) return explainStale(refuse('stale-version', { entry: entry.id }), ledger, entry.id, {}, ask)
  return mergeEntries({ ledger, kept, dropped, take: into.take, referers: await readReferers(reader, ask.town.schema, ask.book, ledger, target), verb: plain.verb })
}

export const refuseCorrectionEndpoint = endpoint({
  route: refuseCorrection,
  load: (ask, reader) => loadProposed(ask, reader, refuseCorrection.verb),
  decide: (correction, { input, caller }) => ({ reason: input.reason, changes: [decided(correction, input.saw, refuseCorrection.verb, 'refused', caller.person)] }),
  present: (correction, _, { journal }) => ({ id: correction.id, journal }),
})

const loadProposed = async (ask: Ask<{ readonly entry: number }>, reader: Reader, verb: string): Promise<Correction | Refusal> => {
  const [correction] = await findCorrections(reader, ask.town.schema, { id: ask.input.entry })
  const about = correction === undefined ? undefined : correctedLedger(correction, ask)
  const fields = correction?.before === undefined ? undefined : lastSpan(correction.before).fields
  if (correction === undefined || about === undefined || fields === undefined || !(about.rights.reads(fields) || correction.proposer === ask.caller.person)) return refuse('not-found', { what: `#${ask.input.entry}` })
  if (correction.state !== 'proposed') return refuse('already-decided')
  return decidingProblem(correction, about.rights, ask, verb) ?? correction
}

/** What was proposed, as its second person may see it. */
const proposedSet = ({ change, before }: Correction, { ledger, rights }: NonNullable<ReturnType<typeof correctedLedger>>): RawFields => {
  if (change.act !== 'correct') return {}
  const shown = presentFields(ledger, rights, merge(before === undefined ? {} : lastSpan(before).fields, change.set))
  return Object.fromEntries(Object.keys(change.set).map((key) => [key, shown[key] ?? null]))
}

const decided = (correction: Correction, saw: number, verb: string, state: 'approved' | 'refused', decider: number): Change => ({ act: 'correct', verb, ledger: 'correction', entry: correction.id, saw, set: { state, decider: String(decider) } })
