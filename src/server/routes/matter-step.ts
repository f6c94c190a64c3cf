import { stepRoute } from '../../api/matter.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { stepProblem } from '../../core/matter/available.ts'
import type { Procedure, Step } from '../../core/matter/procedure.ts'
import { findStep } from '../../core/matter/procedure-parts.ts'
import { stepChanges, takeStep } from '../../core/matter/take-step.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { findTaken } from '../../store/matters.ts'
import type { Endpoint } from '../call.ts'
import { endpoint } from '../endpoint.ts'
import { foreignFiles, holdNamed } from '../given-fields.ts'
import { handlersAt, loadMatter } from '../load-matter.ts'
import { judgedAgain } from '../judged-again.ts'
import { actorFor } from '../posts.ts'
import { fieldProblem, readDay } from '../read-scope.ts'
import { ledgerProblem } from './entry-read.ts'

/**
 * The endpoint of `<ledger>.<step>`. What may be done is asked of the matter as it stands, not of what the caller last saw: a step recorded meanwhile lets this one be judged
 * anew, and one that was sent before under the same mark is answered as it was.
 */
export const stepEndpoint = (ledger: Ledger, step: Step): Endpoint => judgedAgain(judged(ledger, step))

const judged = (ledger: Ledger, { key, title }: Step): Endpoint => {
  const route = stepRoute(ledger.key, ledger.title, key, title)
  return endpoint({
    route,
    permit: (ask) => ledgerProblem(ledger, route.verb, ask),
    load: async (ask, reader) => {
      const { input, town } = ask
      const day = input.day === undefined ? undefined : readDay('day', input.day)
      if (isRefusal(day)) return day
      const seen = await loadMatter(ask, reader, ledger, input.entry)
      if (isRefusal(seen)) return seen
      if (seen.entry.void) return refuse('entry-void')
      const taken = input.once === undefined ? undefined : await findTaken(reader, town.schema, input.once)
      if (taken !== undefined && (taken.ledger !== ledger.key || taken.matter !== input.entry || taken.step !== key || taken.person !== ask.caller.person)) return fieldProblem('once', 'not-unique', {})
      const asks = findStep(seen.procedure, key)?.asks ?? []
      const foreign = await foreignFiles(ask, reader, { ...ledger, fields: asks }, filesOf(input.given), undefined)
      const person = input.given['to_person']
      const stranger = person !== undefined && person !== null && person !== '' && !(await handlersAt(ask, reader, seen.matter.holder)).has(Number(person)) ? fieldProblem('to_person', 'not-choice', { value: String(person) }) : undefined
      return { seen, day, before: taken?.number, wrong: foreign ?? stranger }
    },
    prepare: async (known, { input, town }) => (known.wrong === undefined ? await holdNamed({ ...ledger, fields: findStep(known.seen.procedure, key)?.asks ?? [] }, filesOf(input.given), town) : undefined) ?? known,
    decide: ({ seen, day, before, wrong }, { input, caller }) => {
      if (before !== undefined) return { changes: [] }
      const { procedure, matter, at, entry } = seen
      const taken = takeStep(ledger, procedure, matter, { step: key, given: input.given, ...(day === undefined ? {} : { day }) }, { id: caller.person, posts: caller.posts }, at)
      if (isRefusal(taken)) return taken
      if (wrong !== undefined) return wrong
      const by = actorFor(caller, (posts) => mayTake(procedure, key, (step) => stepProblem(procedure, matter, step, { id: caller.person, posts }, at) === undefined))
      return { changes: stepChanges(ledger, procedure, entry, taken, at, input.once ?? null), by }
    },
    present: ({ seen, before }, { input }, { journal }) => {
      const step = findStep(seen.procedure, key)
      return { id: input.entry, journal: before ?? journal, state: before === undefined ? (step?.to ?? seen.matter.state) : seen.matter.state }
    },
  })
}

const mayTake = (procedure: Procedure, key: string, may: (step: Step) => boolean): boolean => {
  const step = findStep(procedure, key)
  return step !== undefined && may(step)
}

/** Values given as text, for the files among them. */
const filesOf = (given: Readonly<Record<string, string | number | boolean | null>>) => Object.fromEntries(Object.entries(given).map(([key, value]) => [key, typeof value === 'number' ? String(value) : value]))
