import type { Field } from '../ledger/field.ts'
import { matterFields, matterKeys } from './matter-fields.ts'
import { limitsProblem } from './limit-rows.ts'
import type { Effect, Procedure, Step } from './procedure.ts'
import { stateOf } from './procedure-parts.ts'

/** What a procedure stands in: a ledger's shape and its fields. */
type Stands = { readonly shape: 'event' | 'register'; readonly fields: readonly Field[] }

/** Says in one line why a procedure cannot be applied to a ledger, or undefined: a name that is not there, a state nobody leaves, a column that is missing. */
export const procedureProblem = (procedure: Procedure, ledger: Stands): string | undefined => {
  if (ledger.shape !== 'event') return 'a matter is an event: it begins on its day'
  return twice('state', procedure.states) ?? twice('step', procedure.steps) ?? twice('clock', procedure.clocks) ?? columnsProblem(procedure, ledger) ?? statesProblem(procedure) ?? first(procedure.steps, (step) => stepProblem(procedure, ledger, step)) ?? clocksProblem(procedure)
}

/** Acts every ledger has: a step of the same name would hide one. */
export const entryActs: readonly string[] = ['list', 'group', 'export', 'template', 'read', 'create', 'correct', 'edit', 'fill', 'change', 'end', 'void', 'restore', 'merge', 'repoint', 'recount']

const twice = (what: string, list: readonly { readonly key: string }[]): string | undefined => {
  const key = list.find((each, at) => list.findIndex((other) => other.key === each.key) !== at)?.key
  return key === undefined ? undefined : `two of its ${what}s are called ${key}`
}

/** The columns of a matter are all there, each as it must be. */
const columnsProblem = (procedure: Procedure, ledger: Stands): string | undefined =>
  first(matterFields(procedure), (wanted) => {
    const field = ledger.fields.find((each) => each.key === wanted.key)
    if (field === undefined) return `the column ${wanted.key} of a matter is missing`
    return field.kind === wanted.kind && field.fixed === true ? undefined : `${wanted.key} is a column of a matter: ${wanted.kind}, written by its steps only`
  })

const statesProblem = (procedure: Procedure): string | undefined => {
  if (stateOf(procedure, procedure.first) === undefined) return `it begins in ${procedure.first}, which is no state`
  const reached = new Set([procedure.first])
  for (let grew = true; grew; ) {
    grew = false
    for (const step of procedure.steps)
      if (step.to !== undefined && !reached.has(step.to) && step.from.some((from) => from === '*' || reached.has(from))) {
        reached.add(step.to)
        grew = true
      }
  }
  return first(procedure.states, ({ key, kind }) => {
    if (!reached.has(key)) return `nothing leads to the state ${key}`
    const left = procedure.steps.some((step) => step.to !== undefined && step.to !== key && (step.from.includes(key) || step.from.includes('*')))
    return kind === 'open' || kind === 'held' ? (left ? undefined : `nothing leads out of the state ${key}`) : undefined
  })
}

const stepProblem = (procedure: Procedure, ledger: Stands, step: Step): string | undefined => {
  const at = `step ${step.key}: `
  if (entryActs.includes(step.key)) return `${at}every ledger has this verb already`
  for (const state of [...step.from, ...(step.to === undefined ? [] : [step.to])]) if (state !== '*' && stateOf(procedure, state) === undefined) return `${at}${state} is no state`
  for (const other of step.otherThan ?? []) if (!procedure.steps.some((each) => each.key === other)) return `${at}${other} is no step`
  for (const clock of [step.within, step.after]) if (clock !== undefined && !procedure.clocks.some((each) => each.key === clock)) return `${at}${clock} is no clock`
  const asks = new Set((step.asks ?? []).map((field) => field.key))
  if (asks.size !== (step.asks ?? []).length) return `${at}asks twice for one thing`
  const known = new Set([...ledger.fields.map((field) => field.key), ...asks])
  if (step.when !== undefined && !known.has(step.when.key)) return `${at}${step.when.key} is no field`
  return first(step.effects ?? [], (effect) => {
    const wrong = effect.when !== undefined && !known.has(effect.when.key) ? `${effect.when.key} is no field` : effectProblem(procedure, ledger, effect, asks)
    return wrong === undefined ? undefined : at + wrong
  })
}

const effectProblem = (procedure: Procedure, ledger: Stands, effect: Effect, asks: ReadonlySet<string>): string | undefined => {
  const asked = (key: string): string | undefined => (asks.has(key) ? undefined : `${effect.do} needs ${key} to be asked for`)
  switch (effect.do) {
    case 'start':
    case 'stop':
    case 'reopen':
    case 'suspend':
    case 'resume':
    case 'extend': {
      const rule = procedure.clocks.find((each) => each.key === effect.clock)
      if (rule === undefined) return `${effect.clock} is no clock`
      if (effect.day !== undefined && !asks.has(effect.day)) return `${effect.do} needs ${effect.day} to be asked for`
      if (effect.do === 'start' && effect.until !== undefined && !asks.has(effect.until)) return `start needs ${effect.until} to be asked for`
      if (effect.do === 'suspend') return rule.limits.every(({ pauses }) => pauses === undefined) ? `${effect.clock} never stands still` : asked('pause')
      if (effect.do === 'extend') return rule.limits.every(({ extension }) => extension === undefined) ? `${effect.clock} is never extended` : (asked('more') ?? asked('note'))
      return undefined
    }
    case 'ask':
    case 'whistle':
      return asked('to_org')
    case 'hold':
      return effect.by === 'given' ? asked('to_org') : undefined
    case 'own':
      return effect.by === 'given' ? asked('to_person') : undefined
    case 'set': {
      if (matterKeys.includes(effect.field)) return `${effect.field} is written by the product`
      const written = ledger.fields.find((field) => field.key === effect.field)
      if (written === undefined) return `${effect.field} is no field`
      if (written.fixed !== true) return `${effect.field} is written by a step, so by nobody else: it must be fixed`
      return effect.from === 'given' ? asked(effect.given ?? effect.field) : undefined
    }
    case 'answer':
    case 'list':
    case 'raise':
    case 'nudge':
    case 'count':
      return undefined
    default:
      return effect satisfies never
  }
}

const clocksProblem = (procedure: Procedure): string | undefined => {
  const main = procedure.main?.find((key) => !procedure.clocks.some((clock) => clock.key === key))
  if (main !== undefined) return `${main} is no clock`
  return first(procedure.clocks, ({ key, limits }) => {
    const wrong = new Set(limits.map((limit) => limit.key)).size === 1 ? limitsProblem(limits) : 'its rows are of several limits'
    return wrong === undefined ? undefined : `clock ${key}: ${wrong}`
  })
}

const first = <Item>(items: readonly Item[], problem: (item: Item) => string | undefined): string | undefined => {
  for (const item of items) {
    const found = problem(item)
    if (found !== undefined) return found
  }
  return undefined
}
