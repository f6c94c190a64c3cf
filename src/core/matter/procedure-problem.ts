import type { Field } from '../ledger/field.ts'
import type { Words } from '../words.ts'
import { words } from '../words.ts'
import { matterFields, matterKeys } from './matter-fields.ts'
import { limitsProblem } from './limit-rows.ts'
import type { Effect, Procedure, Step } from './procedure.ts'
import { calledClocks, stateOf } from './procedure-parts.ts'

/** What a procedure stands in: a ledger's shape and its fields. */
export type Stands = { readonly shape: 'event' | 'register'; readonly fields: readonly Field[]; readonly orgField?: string; readonly dateField?: string | undefined }

/** One thing that keeps a procedure from being applied, and which of its parts it is said of. */
export type ProcedureProblem = { readonly at: 'procedure' | 'state' | 'step' | 'clock' | 'reminder'; readonly key: string | null; readonly said: Words }

/** Says in one line why a procedure cannot be applied to a ledger, or undefined: a name that is not there, a state nobody leaves, a column that is missing. */
export const procedureProblem = (procedure: Procedure, ledger: Stands): string | undefined => {
  const [problem] = procedureProblems(procedure, ledger)
  return problem === undefined ? undefined : problem.at === 'step' || problem.at === 'clock' ? `${problem.at} ${problem.key ?? ''}: ${problem.said.en}` : problem.said.en
}

/** Everything that keeps a procedure from being applied to a ledger, each at its place. */
export const procedureProblems = (procedure: Procedure, ledger: Stands): readonly ProcedureProblem[] => {
  const whole = (said: Words | undefined): readonly ProcedureProblem[] => (said === undefined ? [] : [{ at: 'procedure', key: null, said }])
  if (ledger.shape !== 'event') return whole(words('有办理程序的台账按日期登记，每条一件事', 'a matter is an event: it begins on its day'))
  return [
    ...whole(twice('state', '状态', procedure.states) ?? twice('step', '步骤', procedure.steps) ?? twice('clock', '时限', procedure.clocks)),
    ...whole(columnsProblem(procedure, ledger)),
    ...whole(reportableProblem(procedure, ledger)),
    ...statesProblems(procedure),
    ...procedure.steps.flatMap((step): readonly ProcedureProblem[] => {
      const said = stepProblem(procedure, ledger, step)
      return said === undefined ? [] : [{ at: 'step', key: step.key, said }]
    }),
    ...whole(mainProblem(procedure)),
    ...remindersProblems(procedure),
    ...procedure.clocks.flatMap(({ key, limits }): readonly ProcedureProblem[] => {
      const wrong = new Set(limits.map((limit) => limit.key)).size === 1 ? limitsProblem(limits) : 'its rows are of several limits'
      return wrong === undefined ? [] : [{ at: 'clock', key, said: words(`时限的各行不一致（${wrong}）`, wrong) }]
    }),
  ]
}

/** Acts every ledger has: a step of the same name would hide one. */
export const entryActs: readonly string[] = ['list', 'group', 'export', 'template', 'read', 'create', 'correct', 'edit', 'fill', 'change', 'end', 'void', 'restore', 'merge', 'repoint', 'recount', 'carried-over']

const twice = (what: string, zh: string, list: readonly { readonly key: string }[]): Words | undefined => {
  const key = list.find((each, at) => list.findIndex((other) => other.key === each.key) !== at)?.key
  return key === undefined ? undefined : words(`有两个${zh}同用代号 ${key}`, `two of its ${what}s are called ${key}`)
}

/** A share of the time, and lateness, are each told by one rule: two would have one name, and one of them never be told. Of two the later one is said to be wrong, by its place. */
const remindersProblems = ({ reminders = [] }: Procedure): readonly ProcedureProblem[] => {
  const marks = reminders.map((rule) => ('share' in rule ? `${rule.share}%` : 'overdue'))
  return marks.flatMap((mark, at): readonly ProcedureProblem[] => (marks.indexOf(mark) === at ? [] : [{ at: 'reminder', key: String(at), said: 'share' in (reminders[at] ?? {}) ? words(`已有一条 ${mark} 的提醒`, `two reminders of one time: ${mark}`) : words('已有一条逾期以后的提醒', 'two reminders of one time: overdue') }]))
}

/** The columns of a matter are all there, each as it must be. */
const columnsProblem = (procedure: Procedure, ledger: Stands): Words | undefined =>
  first(matterFields(procedure), (wanted) => {
    const field = ledger.fields.find((each) => each.key === wanted.key)
    if (field === undefined) return words(`缺少事项的栏目“${wanted.title.zh}”`, `the column ${wanted.key} of a matter is missing`)
    return field.kind === wanted.kind && field.fixed === true ? undefined : words(`栏目“${field.title.zh}”占用了事项的栏目名 ${wanted.key}，须由系统写入`, `${wanted.key} is a column of a matter: ${wanted.kind}, written by its steps only`)
  })

const statesProblems = (procedure: Procedure): readonly ProcedureProblem[] => {
  if (stateOf(procedure, procedure.first) === undefined) return [{ at: 'procedure', key: null, said: words(`起始状态 ${procedure.first} 不存在`, `it begins in ${procedure.first}, which is no state`) }]
  const reached = new Set([procedure.first])
  for (let grew = true; grew; ) {
    grew = false
    for (const step of procedure.steps)
      if (step.to !== undefined && !reached.has(step.to) && step.from.some((from) => from === '*' || reached.has(from))) {
        reached.add(step.to)
        grew = true
      }
  }
  return procedure.states.flatMap(({ key, title, kind }): readonly ProcedureProblem[] => {
    if (!reached.has(key)) return [{ at: 'state', key, said: words(`没有步骤通到“${title.zh}”`, `nothing leads to the state ${key}`) }]
    const left = procedure.steps.some((step) => step.to !== undefined && step.to !== key && (step.from.includes(key) || step.from.includes('*')))
    return (kind === 'open' || kind === 'held') && !left ? [{ at: 'state', key, said: words(`没有步骤离开“${title.zh}”`, `nothing leads out of the state ${key}`) }] : []
  })
}

const noField = (key: string): Words => words(`没有栏目 ${key}`, `${key} is no field`)
const ofCalled = (key: string): Words => words(`时限 ${key} 由各被请单位各自计算，从请的当天起，只能停止`, `${key} is each called org's own: it runs from the day of the call, and is only stopped`)
const noClock = (key: string): Words => words(`没有时限 ${key}`, `${key} is no clock`)

const stepProblem = (procedure: Procedure, ledger: Stands, step: Step): Words | undefined => {
  if (entryActs.includes(step.key)) return words('代号与台账自己的动作相同', 'every ledger has this verb already')
  for (const state of [...step.from, ...(step.to === undefined ? [] : [step.to])]) if (state !== '*' && stateOf(procedure, state) === undefined) return words(`没有状态 ${state}`, `${state} is no state`)
  for (const other of step.otherThan ?? []) if (!procedure.steps.some((each) => each.key === other)) return words(`要求与步骤 ${other} 不是同一人，而没有这个步骤`, `${other} is no step`)
  for (const clock of [step.within, step.after, ...(step.ahead?.clocks ?? [])]) if (clock !== undefined && !procedure.clocks.some((each) => each.key === clock)) return noClock(clock)
  const own = [step.within, step.after, ...(step.ahead?.clocks ?? [])].find((clock) => clock !== undefined && calledClocks(procedure).has(clock))
  if (own !== undefined) return ofCalled(own)
  if (step.answers === 'all' && calledClocks(procedure).size === 0) return words('要等各单位都答复，而没有一步给被请单位定时限', 'waits for all answers, and no org is called under a limit')
  const asks = new Set((step.asks ?? []).map((field) => field.key))
  if (asks.size !== (step.asks ?? []).length) return words('同一项问了两次', 'asks twice for one thing')
  const known = new Set([...ledger.fields.map((field) => field.key), ...asks])
  if (step.when !== undefined && !known.has(step.when.key)) return noField(step.when.key)
  return first(effectProblems(procedure, ledger, step), (said) => said)
}

/** What keeps each effect of a step from being applied, in their order. */
export const effectProblems = (procedure: Procedure, ledger: Stands, step: Step): readonly (Words | undefined)[] => {
  const asks = new Set((step.asks ?? []).map((field) => field.key))
  const known = new Set([...ledger.fields.map((field) => field.key), ...asks])
  return (step.effects ?? []).map((effect) => (effect.when !== undefined && !known.has(effect.when.key) ? noField(effect.when.key) : effectProblem(procedure, ledger, effect, asks)))
}

const effectProblem = (procedure: Procedure, ledger: Stands, effect: Effect, asks: ReadonlySet<string>): Words | undefined => {
  const asked = (key: string): Words | undefined => (asks.has(key) ? undefined : words(`这一步须问 ${key}`, `${effect.do} needs ${key} to be asked for`))
  switch (effect.do) {
    case 'start':
    case 'stop':
    case 'reopen':
    case 'suspend':
    case 'resume':
    case 'shorten':
    case 'extend': {
      const rule = procedure.clocks.find((each) => each.key === effect.clock)
      if (rule === undefined) return noClock(effect.clock)
      if (effect.do !== 'stop' && calledClocks(procedure).has(effect.clock)) return ofCalled(effect.clock)
      if (effect.day !== undefined && !asks.has(effect.day)) return asked(effect.day)
      if (effect.do === 'start' && effect.until !== undefined && !asks.has(effect.until)) return asked(effect.until)
      if (effect.do === 'suspend') return rule.limits.every(({ pauses }) => pauses === undefined) ? words(`“${rule.title.zh}”不能中止`, `${effect.clock} never stands still`) : asked('pause')
      if (effect.do === 'extend') return rule.limits.every(({ extension }) => extension === undefined) ? words(`“${rule.title.zh}”不能延长`, `${effect.clock} is never extended`) : (asked('more') ?? asked('note'))
      if (effect.do === 'shorten') return rule.limits.every(({ shortening }) => shortening === undefined) ? words(`“${rule.title.zh}”不能缩短`, `${effect.clock} is never shortened`) : (asked('less') ?? asked('note'))
      return undefined
    }
    case 'whistle': {
      const rule = procedure.clocks.find((each) => each.key === effect.clock)
      if (effect.clock !== undefined && rule === undefined) return noClock(effect.clock)
      return rule !== undefined && (rule.opens === true || rule.party === true || rule.limits.some(({ bound }) => bound !== 'most')) ? ofCalled(rule.key) : asked('to_org')
    }
    case 'ask':
      return asked('to_org')
    case 'hold':
      return effect.by === 'given' ? asked('to_org') : undefined
    case 'own':
      return effect.by === 'given' ? asked('to_person') : undefined
    case 'set': {
      if (matterKeys.includes(effect.field)) return words(`栏目 ${effect.field} 由系统写入`, `${effect.field} is written by the product`)
      const written = ledger.fields.find((field) => field.key === effect.field)
      if (written === undefined) return noField(effect.field)
      if (written.fixed !== true) return words(`栏目 ${effect.field} 由步骤写入，须设为“只由步骤写入”`, `${effect.field} is written by a step, so by nobody else: it must be fixed`)
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

const mainProblem = (procedure: Procedure): Words | undefined => {
  const main = procedure.main?.find((key) => !procedure.clocks.some((clock) => clock.key === key))
  const called = procedure.main?.find((key) => calledClocks(procedure).has(key))
  return main !== undefined ? noClock(main) : called === undefined ? undefined : ofCalled(called)
}

/** What is reported from the field has a place for all it brings, and leaves nothing open that an entry needs. */
const reportableProblem = ({ reportable }: Procedure, ledger: Stands): Words | undefined => {
  if (reportable === undefined) return undefined
  const { line, kind, position, photos, set } = reportable
  const kinds: readonly (readonly [key: string | undefined, kinds: readonly Field['kind'][]])[] = [[line, ['text', 'note']], [kind, ['choice']], [position, ['text']], [photos, ['file']]]
  for (const [key, wanted] of kinds) {
    const field = ledger.fields.find((each) => each.key === key)
    if (key !== undefined && (field === undefined || field.fixed === true || !wanted.includes(field.kind))) return words(`现场上报：${key} 不是可填的${wanted.join('或')}栏目`, `reporting: ${key} is no ${wanted.join(' or ')} that is given`)
  }
  const given = new Set([line, kind, ledger.orgField, ledger.dateField, ...Object.keys(set ?? {})])
  const open = ledger.fields.find((field) => field.required === true && field.fixed !== true && !given.has(field.key))
  const unknown = Object.keys(set ?? {}).find((key) => !ledger.fields.some((field) => field.key === key && field.fixed !== true))
  if (open !== undefined) return words(`现场上报：没有问到必填的“${open.title.zh}”`, `reporting: ${open.key} is needed and not asked for`)
  return unknown === undefined ? undefined : words(`现场上报：没有可填的栏目 ${unknown}`, `reporting: ${unknown} is no field that is given`)
}

const first = <Item>(items: readonly Item[], problem: (item: Item) => Words | undefined): Words | undefined => {
  for (const item of items) {
    const found = problem(item)
    if (found !== undefined) return found
  }
  return undefined
}
