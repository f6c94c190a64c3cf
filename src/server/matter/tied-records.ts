import type { Change } from '../../core/ledger/change.ts'
import { stepProblem } from '../../core/matter/available.ts'
import type { ProductStep } from '../../core/matter/product-steps.ts'
import { productStep } from '../../core/matter/product-steps.ts'
import { stepChanges } from '../../core/matter/take-step.ts'
import type { Taken } from '../../core/matter/take-step.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { findTaken } from '../../store/matters.ts'
import type { Ask, Reader } from '../endpoint.ts'
import type { LoadedMatter } from '../load-matter.ts'
import { loadNamed } from '../load-matter.ts'
import { actorFor } from '../posts.ts'
import { fieldProblem } from '../read-scope.ts'

/** The matter a call names, and the number of its record where the same call was answered before. */
export const loadOnce = async (ask: Ask<{ readonly ledger: string; readonly entry: number; readonly once?: string | undefined }>, reader: Reader): Promise<{ readonly seen: LoadedMatter; readonly before: number | undefined } | Refusal> => {
  const seen = await loadNamed(ask, reader)
  if (isRefusal(seen)) return seen
  const { once, ledger, entry } = ask.input
  const taken = once === undefined ? undefined : await findTaken(reader, ask.town.schema, once)
  if (taken === undefined) return { seen, before: undefined }
  return taken.ledger === ledger && taken.matter === entry && taken.person === ask.caller.person ? { seen, before: taken.number } : fieldProblem('once', 'not-unique')
}

/** The record of a tie in one matter: as a step is recorded, under the verb that made it. */
export const recorded = ({ ledger, procedure, entry, at }: LoadedMatter, taken: Taken, verb: string, once: string | null): readonly Change[] =>
  stepChanges(ledger, procedure, entry, taken, at, once).flatMap((change): readonly Change[] => (change.act === 'step' && Object.keys(change.set).length === 0 ? [] : change.act === 'declare' ? [] : [{ ...change, verb }]))

/** From which post a record is made. */
export const actorIn = ({ procedure, matter, at }: LoadedMatter, step: ProductStep, { caller }: Ask<unknown>) => actorFor(caller, (posts) => stepProblem(procedure, matter, productStep(procedure, step), { id: caller.person, posts }, at) === undefined)
