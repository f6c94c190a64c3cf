import type { Change } from '../ledger/change.ts'
import type { Entry } from '../ledger/entry.ts'
import { lastSpan } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { RawFields } from '../ledger/read-fields.ts'
import { readFields } from '../ledger/read-fields.ts'
import type { Fields, Value } from '../ledger/value.ts'
import { valueOf } from '../ledger/value.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { isRefusal, refuse } from '../refusal/refusal.ts'
import type { Day } from '../time/day.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import { sameFields } from '../journal/apply-change.ts'
import type { Asker, LentPost, Standpoint } from './available.ts'
import { orgOf, postFor, stepProblem } from './available.ts'
import { clockProblem } from './clock-problem.ts'
import { parsePosition } from './distance.ts'
import type { Action, Matter, Opening } from './matter.ts'
import { afterAction, clockEvent, fieldsOf, holds, stepDay } from './matter.ts'
import { matterColumns } from './matter-fields.ts'
import type { Procedure, Step } from './procedure.ts'
import { findStep } from './procedure-parts.ts'

/** A step someone wants to take: which, what she gives with it, and the day it happened where that is not today. */
export type Taking = { readonly step: string; readonly given: RawFields; readonly day?: Day }

/** What a step comes to: the recorded action and the matter after it. */
export type Taken = { readonly action: Action; readonly after: Matter }

/** The step as it would be recorded, or why it may not be taken: the rule of every step, whoever asks. */
export const takeStep = (ledger: Ledger, procedure: Procedure, matter: Matter, taking: Taking, person: Asker, at: Standpoint): Taken | Refusal => {
  const step = findStep(procedure, taking.step)
  if (step === undefined || step.own === true) return refuse('matter-step-unknown', { step: taking.step })
  const problem = stepProblem(procedure, matter, step, person, at)
  if (problem !== undefined) return problem
  const latest = stepDay(matter, at.today)
  const day = taking.day ?? latest
  if (day > latest) return refuse('bad-input', {}, [{ field: 'day', code: 'clock-day-ahead', details: { today: latest } }])
  if (day < matter.last) return refuse('bad-input', {}, [{ field: 'day', code: 'clock-day-before', details: { day: matter.last } }])
  const given = readFields({ ...ledger, fields: step.asks ?? [] }, taking.given)
  if (isRefusal(given)) return given
  const post = postFor(matter, step, person, at)
  const action: Action = { step: step.key, day, person: person.id, ...actingFor(post), org: post === undefined ? at.keeper : orgOf(matter, step, post, at), given }
  const wrong = orgProblem(matter, step, given, at) ?? placeProblem(given) ?? clocksProblem(procedure, matter, step, action, at)
  return wrong ?? { action, after: afterAction(procedure, matter, action, at.keeper) }
}

/** In whose name a step is taken from a lent post. */
export const actingFor = (post: LentPost | undefined): { readonly actingFor?: number } => (post?.deputyOf === undefined || post.deputyOf === null ? {} : { actingFor: post.deputyOf })

/** Whoever is asked to take a matter over is an org of the town that stands, and another than the one that holds it; one that has a limit to answer in is not called again while it runs. */
const orgProblem = (matter: Matter, step: Step, given: Fields, { tree, today }: Standpoint): Refusal | undefined => {
  const to = valueOf(given, 'to_org')
  if (typeof to !== 'string') return undefined
  const org = tree.orgs.get(to)
  if (org === undefined) return refuse('bad-input', {}, [{ field: 'to_org', code: 'not-org', details: { value: to } }])
  if (org.to !== null && org.to <= today) return refuse('bad-input', {}, [{ field: 'to_org', code: 'org-ended', details: { org: org.zh } }])
  const called = step.effects?.some((effect) => effect.do === 'whistle' && effect.clock !== undefined) === true && matter.whistles.some((each) => each.org === to && each.answered === null && each.limit?.clock.stopped === null)
  if (called) return refuse('bad-input', {}, [{ field: 'to_org', code: 'matter-called-already', details: {} }])
  return to === matter.holder && step.effects?.some(({ do: act }) => act === 'ask' || act === 'whistle') === true ? refuse('bad-input', {}, [{ field: 'to_org', code: 'matter-asked-holder', details: {} }]) : undefined
}

/** Evidence is placed by latitude and longitude, wherever that is, or not at all. */
const placeProblem = (given: Fields): Refusal | undefined => {
  const place = valueOf(given, 'place')
  return typeof place === 'string' && place.trim() !== '' && parsePosition(place) === undefined ? refuse('bad-input', {}, [{ field: 'place', code: 'bad-format', details: { value: place } }]) : undefined
}

const clocksProblem = (procedure: Procedure, matter: Matter, step: Step, action: Action, { calendar }: Standpoint): Refusal | undefined => {
  for (const effect of step.effects ?? []) {
    if (effect.do === 'start' && effect.until !== undefined) {
      const until = valueOf(action.given, effect.until)
      if (typeof until === 'string' && until < action.day) return refuse('bad-input', {}, [{ field: effect.until, code: 'below-minimum', details: { min: action.day } }])
    }
    if (effect.do !== 'suspend' && effect.do !== 'resume' && effect.do !== 'extend' && effect.do !== 'shorten') continue
    if (!holds(effect.when, { ...fieldsOf(matter), ...action.given })) continue
    const event = clockEvent(procedure, effect, action)
    const problem = event === undefined ? undefined : clockProblem(matter.clocks.get(effect.clock), event, calendar)
    if (problem !== undefined) return problem
  }
  return undefined
}

/** How the entry of a matter tells its beginning: what it says but for the fields only steps write, which tell what came later. One entered before its ledger had a procedure began at the keeper's. */
export const openingOf = (ledger: Ledger, entry: Pick<Entry, 'spans'>): Opening => {
  const { fields } = lastSpan(entry as Entry)
  const written = writtenKeys(ledger)
  const own: Record<string, Value> = {}
  for (const key in fields) if (!written.has(key)) own[key] = fields[key] ?? null
  return { day: valueOf(fields, ledger.dateField ?? '') as Day, raiser: Number(valueOf(fields, 'raiser') ?? 0), first: String(valueOf(fields, 'first_org') ?? ledger.owner), fields: own }
}

const knownWritten = new WeakMap<Ledger, ReadonlySet<string>>()

const writtenKeys = (ledger: Ledger): ReadonlySet<string> => {
  const keys = knownWritten.get(ledger) ?? new Set(ledger.fields.filter((field) => field.fixed === true).map(({ key }) => key))
  knownWritten.set(ledger, keys)
  return keys
}

/** Key of the ledger in which the steps of all matters are kept. */
export const actionLedger = 'zhenwu-action'

/** The changes that record a step: the action, and the matter's columns moved by it; together or not at all. */
export const stepChanges = (ledger: Ledger, procedure: Procedure, entry: Entry, { action, after }: Taken, { calendar }: Pick<Standpoint, 'calendar'>, once: string | null): readonly Change[] => [
  { act: 'create', verb: `${ledger.key}.${action.step}`, ledger: actionLedger, spans: [{ from: null, to: null, fields: actionFields(ledger.key, entry.id, action, after.steps, once) }] },
  stepChange(ledger, entry, `${ledger.key}.${action.step}`, matterColumns(procedure, after, calendar), calendar),
]

/** The columns of a matter as a calendar has them, as far as they say something else than they do. */
export const stepChange = (ledger: Ledger, entry: Entry, verb: string, columns: Fields, calendar: WorkCalendar): Change => {
  const { fields } = lastSpan(entry)
  const set: Record<string, Value> = {}
  for (const key in columns) if ((fields[key] ?? null) !== columns[key]) set[key] = columns[key] ?? null
  return { act: 'step', verb, ledger: ledger.key, entry: entry.id, saw: entry.version, calendar: calendar.version, set }
}

/** Whether the columns of a matter say what they should. */
export const columnsStand = (entry: Entry, columns: Fields): boolean => {
  const { fields } = lastSpan(entry)
  return sameFields({ ...fields, ...columns }, fields)
}

/** Keys of what is given with a step that have a column of their own; the rest is kept together. */
const ownColumns = ['note', 'files', 'to_org', 'to_person', 'place'] as const

/** An action as an entry of the ledger of actions; its matter by number, or by the handle of one entered in the same change set. */
export const actionFields = (ledger: string, matter: number | string, { step, day, person, actingFor: principal, org, given }: Action, number: number, once: string | null): Fields => {
  const rest = Object.fromEntries(Object.entries(given).filter(([key, value]) => value !== null && !(ownColumns as readonly string[]).includes(key)).sort(([a], [b]) => (a < b ? -1 : 1)))
  return {
    ledger, matter: String(matter), number: String(number), step, day, person: String(person), ...(principal === undefined ? {} : { acting_for: String(principal) }), org, once,
    ...Object.fromEntries(ownColumns.map((key) => [key, valueOf(given, key)])),
    given: Object.keys(rest).length === 0 ? null : JSON.stringify(rest),
  }
}

/** An entry of the ledger of actions as the action it records. */
export const actionOf = (fields: Fields): Action => ({
  step: String(fields['step']),
  day: fields['day'] as Day,
  person: Number(fields['person']),
  ...(typeof fields['acting_for'] === 'string' ? { actingFor: Number(fields['acting_for']) } : {}),
  org: String(fields['org']),
  given: { ...(typeof fields['given'] === 'string' ? (JSON.parse(fields['given']) as Fields) : {}), ...Object.fromEntries(ownColumns.flatMap((key) => (valueOf(fields, key) === null ? [] : [[key, valueOf(fields, key)]]))) },
})
