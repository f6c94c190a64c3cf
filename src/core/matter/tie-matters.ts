import type { Entry } from '../ledger/entry.ts'
import { findField } from '../ledger/ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Fields } from '../ledger/value.ts'
import { firstText } from '../linking/naming-fields.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import type { Asker, Standpoint } from './available.ts'
import { postFor, stepProblem } from './available.ts'
import type { Clock } from './clock.ts'
import { dueOf } from './clock.ts'
import type { Action, Matter } from './matter.ts'
import { afterAction, stepDay } from './matter.ts'
import type { Procedure } from './procedure.ts'
import type { Taken } from './take-step.ts'
import { actingFor, openingOf } from './take-step.ts'
import type { ProductStep } from './product-steps.ts'
import { productStep, productSteps } from './product-steps.ts'

/** A matter with all that is asked of it to be tied to another. */
export type Tied = { readonly ledger: Ledger; readonly entry: Entry; readonly procedure: Procedure; readonly matter: Matter; readonly at: Standpoint }

/** A part a matter is split into: what it is, and where, if elsewhere. */
export type Part = { readonly line: string; readonly org?: string | undefined }

/**
 * A matter split into parts (拆分): each an entry of its own that says what this one says, but for its line, and begins on the same first day, held by who holds this one. This
 * one stays with what remains, and is not settled before its parts are.
 */
export const splitMatter = (tied: Tied, parts: readonly Part[], note: string, person: Asker): { readonly taken: Taken; readonly entries: readonly Fields[] } | Refusal => {
  const { ledger, entry, matter, at } = tied
  const problem = openProblem(tied, productSteps.split, person)
  if (problem !== undefined) return problem
  const line = firstText(ledger)
  if (line === undefined) return refuse('not-a-matter', { ledger: ledger.title.zh })
  const most = findField(ledger, line)?.maxLength ?? 400
  for (const [index, part] of parts.entries()) {
    if (part.line.length > most) return refuse('bad-input', {}, [{ field: `parts.${index}.line`, code: 'text-too-long', details: { max: most } }])
    if (part.org !== undefined && !at.tree.orgs.has(part.org)) return refuse('bad-input', {}, [{ field: `parts.${index}.org`, code: 'not-org', details: { value: part.org } }])
  }
  const alone = new Set([...ledger.fields.filter(({ kind }) => kind === 'sealed').map(({ key }) => key), ...(ledger.unique ?? []).flat()].filter((key) => key !== ledger.orgField && key !== ledger.dateField))
  const own = Object.fromEntries(Object.entries(openingOf(ledger, entry).fields).filter(([key]) => !alone.has(key)))
  return {
    taken: takenAs(tied, productSteps.split, { note }, person),
    entries: parts.map((part) => ({ ...own, [line]: part.line, ...(part.org === undefined ? {} : { [ledger.orgField]: part.org }), first_org: matter.holder })),
  }
}

/**
 * One matter goes on in another of its ledger (并单). Of each limit that runs in both, the one with the earlier legal day binds what goes on; one that runs here alone goes over. This
 * one is settled as merged: on no clock, and counted as closed by nobody.
 */
export const mergeMatters = (from: Tied, into: Tied, note: string, person: Asker): { readonly from: Taken; readonly into: Taken } | Refusal => {
  if (from.entry.id === into.entry.id) return refuse('matter-itself')
  const problem = openProblem(from, productSteps.merge, person) ?? openProblem(into, productSteps.takeIn, person)
  if (problem !== undefined) return problem
  if ((from.at.openParts ?? 0) > 0) return refuse('matter-parts-open', { parts: from.at.openParts })
  const clocks = Object.fromEntries(bindingClocks(from.matter, into.matter, from.at.calendar))
  return {
    from: takenAs(from, productSteps.merge, { note, other: String(into.entry.id) }, person),
    into: takenAs(into, productSteps.takeIn, { note, other: String(from.entry.id), ...(Object.keys(clocks).length === 0 ? {} : { clocks: JSON.stringify(clocks) }) }, person),
  }
}

/**
 * A merge made by mistake is taken back in both: each stands as it did before, with its own clocks, as though they had run on. Only while nothing else has happened in either, and by whoever might have made it.
 */
export const unmergeMatters = (from: Tied, into: Tied, note: string, person: Asker): { readonly from: Taken; readonly into: Taken } | Refusal => {
  for (const { procedure, matter, at } of [from, into]) if (postFor(matter, productStep(procedure, productSteps.undoMerge), person, at) === undefined) return refuse('forbidden', { verb: productSteps.undoMerge })
  const [was, is] = [from.matter.beforeMerge, into.matter.beforeMerge]
  if (!from.matter.merged || into.matter.merged || was?.other !== String(into.entry.id) || is?.other !== String(from.entry.id)) return refuse('matter-moved-since')
  if (from.entry.void || into.entry.void) return refuse('entry-void')
  return { from: takenAs(from, productSteps.undoMerge, { note, other: String(into.entry.id) }, person), into: takenAs(into, productSteps.undoMerge, { note, other: String(from.entry.id) }, person) }
}

/** A part split off by mistake is taken back: its entry is voided, and what it was about stays with the matter it was split from. Only while no step was taken in it; ties say what else it belongs together with. */
export const unsplitMatter = (part: Tied, whole: Tied, ties: number, note: string, person: Asker): Taken | Refusal => {
  const problem = openProblem(whole, productSteps.undoSplit, person) ?? openProblem(part, productSteps.undoSplit, person)
  if (problem !== undefined) return problem
  return part.matter.steps > 0 || ties > 1 ? refuse('matter-moved-since') : takenAs(whole, productSteps.undoSplit, { note, other: String(part.entry.id) }, person)
}

/** Two matters told to belong together, in both their histories. A recurrence counts at the one that was settled before. */
export const linkMatters = (one: Tied, other: Tied, kind: 'duplicate' | 'recurrence' | 'related', note: string, person: Asker): { readonly one: Taken; readonly other: Taken } | Refusal => {
  if (one.entry.id === other.entry.id && one.ledger.key === other.ledger.key) return refuse('matter-itself')
  const problem = stepProblem(one.procedure, one.matter, productStep(one.procedure, productSteps.link), person, one.at)
  if (problem !== undefined) return problem
  return { one: takenAs(one, productSteps.link, { note, other: String(other.entry.id) }, person), other: takenAs(other, kind === 'recurrence' ? productSteps.recur : productSteps.link, { note, other: String(one.entry.id) }, person) }
}

/** The clocks of a matter that bind the one it goes on in. */
export const bindingClocks = (from: Matter, into: Matter, calendar: WorkCalendar): readonly (readonly [string, Clock])[] =>
  [...from.clocks].filter(([key, clock]) => {
    if (clock.stopped !== null || clock.limit.bound === 'least') return false
    const other = into.clocks.get(key)
    if (other === undefined) return true
    return other.stopped === null && dueOf(clock, calendar, from.last).legal < dueOf(other, calendar, from.last).legal
  })

const openProblem = ({ procedure, matter, entry, at }: Tied, step: ProductStep, person: Asker): Refusal | undefined => {
  if (entry.void) return refuse('entry-void')
  const problem = stepProblem(procedure, matter, productStep(procedure, step), person, at)
  return problem?.code === 'matter-state' ? refuse('matter-settled') : problem
}

const takenAs = ({ procedure, matter, at }: Tied, step: ProductStep, given: Fields, person: Asker): Taken => {
  const day = stepDay(matter, at.today)
  const post = postFor(matter, productStep(procedure, step), person, at)
  const action: Action = { step, day, person: person.id, ...actingFor(post), org: post?.org ?? at.keeper, given }
  return { action, after: afterAction(procedure, matter, action, at.keeper) }
}
