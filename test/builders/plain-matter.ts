import type { Effect, Procedure, When } from '../../src/core/matter/procedure.ts'
import type { Limit } from '../../src/core/matter/limit.ts'
import type { PlainDays, Running } from './plain-clock.ts'
import { lastDay } from './plain-clock.ts'

/**
 * Matters reckoned the long way, for laws to hold the product against: everything is played again from the first day for every question, days are walked one by one,
 * and nothing of the product's own reckoning is used but the shape of what it is told.
 */

/** A post of someone's own, or one lent to her by a person who is away. */
export type PlainPost = { readonly role: string; readonly org: string; readonly deputyOf?: number }
export type PlainPerson = { readonly id: number; readonly posts: readonly PlainPost[] }
/** A step that was taken, in whose name if not her own; `took` are the limits that came with a case that was taken in. */
export type PlainStep = { readonly step: string; readonly day: string; readonly who: number; readonly forWhom?: number; readonly org: string; readonly given: Readonly<Record<string, string | boolean>>; readonly took?: ReadonlyMap<string, Running> }
export type PlainCase = { readonly procedure: Procedure; readonly keeper: string; readonly org: string; readonly first: string; readonly raiser: number; readonly day: string; readonly fields: Readonly<Record<string, string>> }
/** What a plain case needs of a town: who is above whom, which org that has ended passed to which, and its days. */
export type PlainTown = PlainDays & { readonly parents: ReadonlyMap<string, string | null>; readonly passed: ReadonlyMap<string, string> }

/** Where a case stands. */
export type Stand = {
  state: string; holder: string; owner: number | null; asked: string | null; calls: { org: string; open: boolean; rule?: string | undefined; clock?: Running | undefined }[]; listed: boolean; raised: number; nudged: number; returned: number; redone: number; recurred: number; merged: boolean
  clocks: Map<string, Running>; wrote: Record<string, string | boolean | null>; did: [string, number][]; settled: string | null; last: string; steps: number
}

export const over = (procedure: Procedure, state: string): boolean => ['done', 'ended'].includes(procedure.states.find(({ key }) => key === state)?.kind ?? '')
export const meets = (when: When | undefined, values: Readonly<Record<string, unknown>>): boolean => when === undefined || when.in.some((each) => each === String(values[when.key] ?? ''))
const inForce = (procedure: Procedure, clock: string, day: string): Limit | undefined => procedure.clocks.find(({ key }) => key === clock)?.limits.filter(({ validFrom, validTo }) => validFrom <= day && day < (validTo ?? '9999')).at(0)
export const text = (value: unknown): string | undefined => (value === undefined || value === null || value === '' ? undefined : String(value))

/** What is left of a log: a merge that was taken back is as though it had not been. */
export const lasting = (log: readonly PlainStep[]): readonly PlainStep[] => {
  const left: PlainStep[] = []
  for (const done of log)
    if (done.step === 'zhenwu-undo-merge') left.pop()
    else left.push(done)
  return left
}

/** Where a case stands after some steps; those taken back count among them all the same. */
export const stand = (of: PlainCase, log: readonly PlainStep[]): Stand => ({ ...played(of, lasting(log)), last: [of.day, ...log.map(({ day }) => day)].sort().at(-1) ?? of.day, steps: log.length })

const played = (of: PlainCase, log: readonly PlainStep[]): Stand => {
  const { procedure } = of
  const at: Stand = { state: procedure.first, holder: of.first, owner: of.raiser, asked: null, calls: [], listed: false, raised: 0, nudged: 0, returned: 0, redone: 0, recurred: 0, merged: false, clocks: new Map(), wrote: {}, did: [], settled: null, last: of.day, steps: 0 }
  const begin = (clock: string, day: string, until?: string): void => {
    const limit = inForce(procedure, clock, day)
    if (limit !== undefined) at.clocks.set(clock, { limit, start: day, until, still: [], more: [], less: undefined, stopped: null })
  }
  for (const rule of procedure.clocks) if (rule.opens === true && meets(rule.when, of.fields)) begin(rule.key, of.day)
  for (const done of log) {
    const step = procedure.steps.find(({ key }) => key === done.step)
    if (step === undefined) {
      tied(at, done)
      continue
    }
    const wasOver = over(procedure, at.state)
    at.state = step.to ?? at.state
    at.settled = over(procedure, at.state) ? (wasOver ? at.settled : done.day) : null
    for (const hand of [done.who, done.forWhom]) if (hand !== undefined) at.did.push([done.step, hand])
    at.last = done.day
    at.steps += 1
    for (const effect of step.effects ?? []) if (meets(effect.when, { ...of.fields, ...at.wrote, ...done.given })) happen(of, at, effect, done, begin)
  }
  return at
}

/** What a record of the product does to a case: split, merged, taken in, linked, come back, taken back to be given out. */
const tied = (at: Stand, { step, day, took }: PlainStep): void => {
  at.last = day > at.last ? day : at.last
  at.steps += 1
  if (step === 'zhenwu-release') at.owner = null
  if (step === 'zhenwu-recur') at.recurred += 1
  if (step === 'zhenwu-take-in') for (const [key, clock] of took ?? []) at.clocks.set(key, structuredClone(clock))
  if (step !== 'zhenwu-merge') return
  at.merged = true
  at.settled = day
  at.asked = null
  for (const { clock } of at.calls) if (clock !== undefined) clock.stopped ??= day
  for (const clock of at.clocks.values()) {
    if (clock.stopped !== null) continue
    for (const each of clock.still) each.to ??= day
    clock.stopped = day
  }
}

const happen = (of: PlainCase, at: Stand, effect: Effect, done: PlainStep, begin: (clock: string, day: string, until?: string) => void): void => {
  const { given } = done
  if (effect.do === 'ask') at.asked = text(given['to_org']) ?? of.keeper
  if (effect.do === 'hold') {
    if (effect.by === 'asked') at.holder = at.asked ?? at.holder
    if (effect.by === 'doer') at.holder = done.org
    if (effect.by === 'given') at.holder = text(given['to_org']) ?? at.holder
    if (effect.by === 'first') at.holder = of.first
    if (effect.by === 'keeper') at.holder = of.keeper
    at.asked = null
  }
  if (effect.do === 'own') at.owner = effect.by === 'doer' ? (done.forWhom ?? done.who) : effect.by === 'given' ? Number(given['to_person']) : null
  if (effect.do === 'set') {
    if (effect.from === 'day') at.wrote[effect.field] = done.day
    if (effect.from === 'person') at.wrote[effect.field] = String(done.who)
    if (effect.from === 'given') at.wrote[effect.field] = given[effect.given ?? effect.field] ?? null
    if (effect.from === 'value') at.wrote[effect.field] = effect.value ?? null
    if (effect.from === 'nothing') at.wrote[effect.field] = null
  }
  if (effect.do === 'whistle') {
    const limit = effect.clock === undefined ? undefined : inForce(of.procedure, effect.clock, done.day)
    at.calls.push({ org: text(given['to_org']) ?? of.keeper, open: true, rule: effect.clock, clock: limit === undefined ? undefined : { limit, start: done.day, until: undefined, still: [], more: [], less: undefined, stopped: null } })
  }
  if (effect.do === 'answer')
    for (const call of at.calls)
      if (call.org === done.org && call.open) {
        call.open = false
        if (call.clock !== undefined) call.clock.stopped ??= done.day
      }
  if (effect.do === 'list') at.listed = effect.on
  if (effect.do === 'raise') at.raised += 1
  if (effect.do === 'nudge') at.nudged += 1
  if (effect.do === 'count') at[effect.what] += 1
  if (effect.do === 'whistle' || !('clock' in effect)) return
  const day = (effect.day === undefined ? undefined : text(given[effect.day])) ?? done.day
  if (effect.do === 'start') return begin(effect.clock, day, effect.until === undefined ? undefined : text(given[effect.until]))
  if (effect.do === 'stop') for (const call of at.calls) if (call.rule === effect.clock && call.clock !== undefined) call.clock.stopped ??= day
  const clock = at.clocks.get(effect.clock)
  if (clock === undefined) return
  if (effect.do === 'reopen') clock.stopped = null
  if (clock.stopped !== null) return
  const open = clock.still.find(({ to }) => to === null)
  if (effect.do === 'suspend' && open === undefined) clock.still.push({ from: day, to: null })
  if ((effect.do === 'resume' || effect.do === 'stop') && open !== undefined) open.to = day
  if (effect.do === 'shorten') clock.less = { on: day, value: Number(given['less'] ?? 0) }
  if (effect.do === 'extend') clock.more.push({ on: day, value: Number(given['more'] ?? 0) })
  if (effect.do === 'stop') clock.stopped = day
}

/** What the columns of a case should say. */
export const plainColumns = (of: PlainCase, log: readonly PlainStep[], town: PlainTown): Readonly<Record<string, unknown>> => {
  const at = stand(of, log)
  const running = [...at.clocks, ...at.calls.flatMap(({ rule, clock }) => (rule === undefined || clock === undefined ? [] : [[rule, clock] as const]))].filter(([key, clock]) => clock.stopped === null && !clock.still.some(({ to }) => to === null) && clock.limit.bound !== 'least' && of.procedure.clocks.find((rule) => rule.key === key)?.party !== true)
  const due = running.map(([key, clock]) => ({ key, ...lastDay(clock, town, clock.start) })).reduce<{ key: string; legal: string; safe: string; provisional: boolean } | undefined>((first, each) => (first === undefined || each.legal < first.legal ? each : first), undefined)
  const main = of.procedure.main?.map((key) => at.clocks.get(key)).find((clock) => clock !== undefined)
  const calls = [...new Set(at.calls.filter(({ open }) => open).map(({ org }) => org))]
  const many = (count: number): string | null => (count === 0 ? null : String(count))
  return {
    ...at.wrote, state: at.state, holder: at.holder, handler: at.owner === null ? null : String(at.owner), asked: at.asked, due: due?.legal ?? null, safe_due: due?.safe ?? null, due_clock: due?.key ?? null, provisional: due?.provisional === true ? true : null,
    paused: [...at.clocks.values()].some(({ stopped, still }) => stopped === null && still.some(({ to }) => to === null)) ? true : null, called: calls.length === 0 ? null : `|${calls.join('|')}|`, listed: at.listed ? true : null,
    raised: many(at.raised), nudged: many(at.nudged), returned: many(at.returned), redone: many(at.redone), recurred: many(at.recurred), merged: at.merged ? true : null, settled: at.settled,
    on_time: at.settled === null || at.merged || main === undefined ? null : main.stopped !== null && main.stopped <= lastDay(main, town, main.stopped).legal,
    stepped: at.last, steps: String(at.steps), first_org: of.first, raiser: String(of.raiser),
  }
}
