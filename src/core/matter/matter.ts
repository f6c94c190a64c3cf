import type { Fields } from '../ledger/value.ts'
import { valueOf } from '../ledger/value.ts'
import type { Day } from '../time/day.ts'
import type { Clock, ClockEvent } from './clock.ts'
import { tick } from './clock.ts'
import { limitOn } from './limit-rows.ts'
import type { Effect, Procedure, When } from './procedure.ts'
import { findStep, isSettled } from './procedure-parts.ts'
import { afterProductStep } from './product-steps.ts'

/** How a matter began: its date, who brought it in and for which org, and the entry as it was then. */
export type Opening = { readonly day: Day; readonly raiser: number; readonly first: string; readonly fields: Fields }

/** One recorded step of a matter (办理): who took it, in whose name as a deputy, from which org, on which town date, and what was given with it; with the office that kept the ledger then, where another does now. */
export type Action = { readonly step: string; readonly day: Day; readonly person: number; readonly actingFor?: number; readonly org: string; readonly given: Fields; readonly keeper?: string }

/** An org called to help (吹哨): when, when it answered, and, where it has a limit of its own for that, which clock and how it stands. */
export type Whistle = { readonly org: string; readonly on: Day; readonly answered: Day | null; readonly limit?: { readonly rule: string; readonly clock: Clock } }

/** Where a matter stands: the fold of its actions, and of nothing else. */
export type Matter = {
  readonly opening: Opening
  readonly state: string
  /** The org that owns it now. The org first asked does until another accepts (首问负责). */
  readonly holder: string
  readonly owner: number | null
  /** The org asked to take it over, and since when. */
  readonly asked: { readonly org: string; readonly on: Day } | null
  readonly whistles: readonly Whistle[]
  readonly clocks: ReadonlyMap<string, Clock>
  readonly listed: boolean
  /** How often it was raised, nudged, returned by who was asked, done again after a check, and came back under a new number. */
  readonly counts: Readonly<Record<'raised' | 'nudged' | 'returned' | 'redone' | 'recurred', number>>
  /** It goes on in another matter, and nothing is done in it any more. */
  readonly merged: boolean
  /** As it stood before a merge, with the matter it was merged into or took in; while nothing else has happened, the merge may be taken back. */
  readonly beforeMerge: { readonly matter: Matter; readonly other: string } | null
  /** Who took which step. */
  readonly doers: ReadonlyMap<string, ReadonlySet<number>>
  /** Fields of the entry that steps wrote. */
  readonly written: Fields
  /** Day it was settled, while it is. */
  readonly settled: Day | null
  readonly last: Day
  readonly steps: number
}

/** A matter at its beginning: held by the org first asked, with the clocks that open with it. */
export const openMatter = (procedure: Procedure, opening: Opening): Matter => {
  const clocks = new Map<string, Clock>()
  for (const rule of procedure.clocks)
    if (rule.opens === true && holds(rule.when, opening.fields)) {
      const limit = limitOn(rule.limits, opening.day)
      const clock = limit === undefined ? undefined : tick(undefined, { kind: 'start', on: opening.day, limit })
      if (clock !== undefined) clocks.set(rule.key, clock)
    }
  return {
    opening, clocks, state: procedure.first, holder: opening.first, owner: opening.raiser === 0 ? null : opening.raiser, asked: null, whistles: [], listed: false,
    counts: { raised: 0, nudged: 0, returned: 0, redone: 0, recurred: 0 }, merged: false, beforeMerge: null, doers: new Map(), written: {}, settled: null, last: opening.day, steps: 0,
  }
}

/** A matter from its beginning and all its actions, in their order. */
export const foldMatter = (procedure: Procedure, opening: Opening, actions: readonly Action[], keeper: string): Matter => actions.reduce((matter, action) => afterAction(procedure, matter, action, action.keeper ?? keeper), openMatter(procedure, opening))

/** A matter after one more action; whether it may be taken is asked elsewhere, and what is recorded counts. */
export const afterAction = (procedure: Procedure, matter: Matter, action: Action, keeper: string): Matter => {
  if (action.step === takeOver) return takenOver(procedure, matter, action)
  const step = findStep(procedure, action.step)
  if (step === undefined) return afterProductStep(matter, action)
  const state = step.to ?? matter.state
  const was = matter.doers.get(action.step) ?? new Set<number>()
  const settles = isSettled(procedure, state)
  const moved: Matter = {
    ...matter,
    state,
    doers: new Map([...matter.doers, [action.step, new Set([...was, action.person, ...(action.actingFor === undefined ? [] : [action.actingFor])])]]),
    settled: settles ? (isSettled(procedure, matter.state) ? matter.settled : action.day) : null,
    beforeMerge: null,
    last: action.day,
    steps: matter.steps + 1,
  }
  return (step.effects ?? []).reduce((each, effect) => (holds(effect.when, { ...fieldsOf(each), ...action.given }) ? afterEffect(procedure, each, effect, action, keeper) : each), moved)
}

/** The day of a step taken now: the town date, but not before that of the last step, should the clock have been put back since. A matter that begins on a day to come takes none before it. */
export const stepDay = (matter: Pick<Matter, 'doers' | 'last'>, today: Day): Day => (matter.doers.size > 0 && matter.last > today ? matter.last : today)

/** The step by which a case of an older register comes in as it stands there: no procedure has one of its own, and nobody is offered it. */
export const takeOver = 'carried-over'

/**
 * A matter as an older register left it. Of a settled one nothing more is known than the day: no clock tells whether that was in time, and the fields that tell its day do. An open one is in the state it
 * was in, with the clocks that state can stop: the main one runs from the first day, since it cannot have begun earlier, the others from the day it was taken over.
 */
const takenOver = (procedure: Procedure, matter: Matter, action: Action): Matter => {
  const state = given(action, 'state') ?? matter.state
  const settled = isSettled(procedure, state) ? action.day : null
  const arriving = procedure.steps.flatMap((step) => (step.to === state && settled !== null ? (step.effects ?? []) : [])).flatMap((effect) => (effect.do === 'set' && effect.from === 'day' && effect.when === undefined ? [[effect.field, settled] as const] : []))
  return {
    ...matter,
    state,
    settled,
    holder: given(action, 'to_org') ?? matter.holder,
    owner: null,
    clocks: settled === null ? clocksIn(procedure, matter.opening, state, action) : new Map(),
    doers: new Map([...matter.doers, [action.step, new Set([action.person])]]),
    written: { ...matter.written, ...Object.fromEntries(arriving) },
    last: action.day,
    steps: matter.steps + 1,
  }
}

/** The clocks that run in a state, as far as that can be told from it: those which a step from there stops. A day by which it is due, where the register says one, is that of the first of them. */
const clocksIn = (procedure: Procedure, { day, fields }: Opening, state: string, action: Action): ReadonlyMap<string, Clock> => {
  const may = (when: When | undefined): boolean => when === undefined || fields[when.key] === undefined || holds(when, fields)
  const on = (steps: readonly { readonly effects?: readonly Effect[] | undefined }[], key: string, act: 'start' | 'stop'): boolean => steps.some(({ effects }) => effects?.some((effect) => effect.do === act && effect.clock === key && may(effect.when)) === true)
  const leaving = procedure.steps.filter(({ from }) => from.includes(state))
  const running = procedure.clocks.filter((rule) => on(leaving, rule.key, 'stop') && ((rule.opens === true && may(rule.when)) || on(procedure.steps, rule.key, 'start')))
  const main = (key: string): boolean => procedure.main?.includes(key) === true
  const due = given(action, 'due') as Day | undefined
  const named = [...running].sort((a, b) => Number(main(b.key)) - Number(main(a.key))).find(({ party }) => party !== true)?.key
  return new Map(
    running.flatMap((rule) => {
      const start = main(rule.key) || rule.opens === true ? day : action.day
      const limit = limitOn(rule.limits, start)
      if (limit === undefined || limit.bound === 'before') return []
      const clock = tick(undefined, { kind: 'start', on: start, limit, ...(due !== undefined && rule.key === named ? { until: due } : {}) })
      return clock === undefined ? [] : [[rule.key, clock] as const]
    }),
  )
}

/** Every clock of a matter with its rule and whose it is: an org's that was called, or (null) that of who holds the matter. */
export const clocksOf = ({ clocks, whistles }: Pick<Matter, 'clocks' | 'whistles'>): readonly { readonly rule: string; readonly clock: Clock; readonly org: string | null }[] => [
  ...[...clocks].map(([rule, clock]) => ({ rule, clock, org: null })),
  ...whistles.flatMap(({ org, limit }) => (limit === undefined ? [] : [{ ...limit, org }])),
]

/** The orgs called, each with its limit after one more event of that clock. */
export const whistlesAfter = (whistles: readonly Whistle[], event: ClockEvent, of: (each: Whistle & { readonly limit: NonNullable<Whistle['limit']> }) => boolean): readonly Whistle[] =>
  whistles.map((each) => {
    const { limit } = each
    return limit === undefined || !of({ ...each, limit }) ? each : { ...each, limit: { ...limit, clock: tick(limit.clock, event) ?? limit.clock } }
  })

/** The fields of a matter's entry as its steps have left them. */
export const fieldsOf = (matter: Pick<Matter, 'opening' | 'written'>): Fields => ({ ...matter.opening.fields, ...matter.written })

/** Whether a condition holds of a matter's fields and what was given; none always does. */
export const holds = (when: When | undefined, fields: Fields): boolean => when === undefined || when.in.includes(String(valueOf(fields, when.key) ?? ''))

const afterEffect = (procedure: Procedure, matter: Matter, effect: Effect, action: Action, keeper: string): Matter => {
  switch (effect.do) {
    case 'start':
    case 'suspend':
    case 'resume':
    case 'extend':
    case 'shorten':
    case 'stop':
    case 'reopen': {
      const event = clockEvent(procedure, effect, action)
      if (event === undefined) return matter
      const clock = tick(matter.clocks.get(effect.clock), event)
      const whistles = effect.do === 'stop' ? whistlesAfter(matter.whistles, event, ({ limit }) => limit.rule === effect.clock) : matter.whistles
      return { ...matter, whistles, ...(clock !== undefined && { clocks: new Map([...matter.clocks, [effect.clock, clock]]) }) }
    }
    case 'ask':
      return { ...matter, asked: { org: given(action, 'to_org') ?? keeper, on: action.day } }
    case 'hold': {
      const org = { asked: matter.asked?.org, doer: action.org, given: given(action, 'to_org'), first: matter.opening.first, keeper, holder: matter.holder }[effect.by]
      return { ...matter, holder: org ?? matter.holder, asked: null }
    }
    case 'own':
      return { ...matter, owner: effect.by === 'doer' ? (action.actingFor ?? action.person) : effect.by === 'given' ? numberOf(given(action, 'to_person')) : null }
    case 'set': {
      const value = { day: action.day, person: String(action.person), given: valueOf(action.given, effect.given ?? effect.field), value: effect.value ?? null, nothing: null }[effect.from]
      return { ...matter, written: { ...matter.written, [effect.field]: value } }
    }
    case 'whistle': {
      const rule = procedure.clocks.find(({ key }) => key === effect.clock)
      const limit = limitOn(rule?.limits ?? [], action.day)
      const clock = limit === undefined ? undefined : tick(undefined, { kind: 'start', on: action.day, limit })
      return { ...matter, whistles: [...matter.whistles, { org: given(action, 'to_org') ?? keeper, on: action.day, answered: null, ...(rule !== undefined && clock !== undefined && { limit: { rule: rule.key, clock } }) }] }
    }
    case 'answer': {
      const answers = ({ org, answered }: Whistle): boolean => answered === null && org === action.org
      const ended = whistlesAfter(matter.whistles, { kind: 'stop', on: action.day }, answers)
      return { ...matter, whistles: ended.map((each) => (answers(each) ? { ...each, answered: action.day } : each)) }
    }
    case 'list':
      return { ...matter, listed: effect.on }
    case 'raise':
      return counted(matter, 'raised')
    case 'nudge':
      return counted(matter, 'nudged')
    case 'count':
      return counted(matter, effect.what)
    default:
      return effect satisfies never
  }
}

/** What a step does to a clock, as an event; undefined where no row of the limit is in force. */
export const clockEvent = (procedure: Procedure, effect: Effect & { readonly do: ClockEvent['kind'] }, action: Action): ClockEvent | undefined => {
  const on = ((effect.day === undefined ? undefined : given(action, effect.day)) ?? action.day) as Day
  switch (effect.do) {
    case 'start': {
      const limit = limitOn(procedure.clocks.find((rule) => rule.key === effect.clock)?.limits ?? [], on)
      const until = effect.until === undefined ? undefined : given(action, effect.until)
      return limit === undefined ? undefined : { kind: 'start', on, limit, ...(until === undefined ? {} : { until: until as Day }) }
    }
    case 'suspend':
      return { kind: 'suspend', on, reason: given(action, 'pause') ?? '' }
    case 'resume':
      return { kind: 'resume', on }
    case 'extend':
      return { kind: 'extend', on, value: numberOf(given(action, 'more')) ?? 0, approver: action.person, notice: (given(action, 'notice') ?? null) as Day | null, reason: given(action, 'note') ?? '' }
    case 'shorten':
      return { kind: 'shorten', on, value: numberOf(given(action, 'less')) ?? 0, approver: action.person, reason: given(action, 'note') ?? '' }
    case 'stop':
    case 'reopen':
      return { kind: effect.do, on }
    default:
      return effect satisfies never
  }
}

const counted = (matter: Matter, what: keyof Matter['counts']): Matter => ({ ...matter, counts: { ...matter.counts, [what]: matter.counts[what] + 1 } })

const given = (action: Action, key: string): string | undefined => {
  const value = valueOf(action.given, key)
  return value === null || value === '' ? undefined : String(value)
}

const numberOf = (text: string | undefined): number | null => (text === undefined || !/^\d+$/.test(text) ? null : Number(text))
