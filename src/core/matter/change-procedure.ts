import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Words } from '../words.ts'
import { words } from '../words.ts'
import type { Limit } from './limit.ts'
import { clocksLeft } from './clocks-running.ts'
import { matterFields } from './matter-fields.ts'
import { isOnClock } from './clock-effects.ts'
import type { ClockRule, Procedure, State, Step } from './procedure.ts'
import { isSettled } from './procedure-parts.ts'
import type { ProcedureProblem } from './procedure-problem.ts'

/**
 * What a new version of a procedure may not take away though it could be applied. A limit read in a law is changed only with the clause that says so and a reason, and keeps the steps that begin and end it; who
 * mended does not check; a matter is not settled without the evidence that was asked for, nor while a clock runs on that was stopped until now; and a state that matters stand in stays. `standing` is how many do.
 */
export const changeProblems = (before: Procedure, after: Procedure, reason: string, standing: (state: string) => number = () => 1): readonly ProcedureProblem[] => [
  ...before.states.flatMap((was) => stateProblems(was, after, standing(was.key))),
  ...before.steps.flatMap((was): readonly ProcedureProblem[] => {
    const is = after.steps.find(({ key }) => key === was.key)
    const said = is === undefined ? undefined : stepProblem(before, was, is)
    return said === undefined ? [] : [{ at: 'step', key: was.key, said }]
  }),
  ...after.steps.flatMap((is): readonly ProcedureProblem[] => {
    const said = lawProblem(before, after, before.steps.find(({ key }) => key === is.key), is)
    return said === undefined ? [] : [{ at: 'step', key: is.key, said }]
  }),
  ...before.steps.flatMap((was) => startGone(before, after, was)),
  ...leftProblems(before, after),
  ...before.clocks.flatMap((was): readonly ProcedureProblem[] => {
    const said = clockProblem(was, after.clocks.find(({ key }) => key === was.key), reason)
    return said === undefined ? [] : [{ at: 'clock', key: was.key, said }]
  }),
]

const stateProblems = (was: State, after: Procedure, standing: number): readonly ProcedureProblem[] => {
  const at = (said: Words): readonly ProcedureProblem[] => [{ at: 'state', key: was.key, said }]
  const is = after.states.find(({ key }) => key === was.key)
  if (is === undefined) return standing === 0 ? [] : at(words(`还有事项在状态“${was.title.zh}”，可以改名，不能删去`, `matters stand in the state ${was.key}: it may be renamed, not removed`))
  return is.kind === was.kind ? [] : at(words(`状态“${was.title.zh}”的类别不能改，可以另加一个状态`, `the state ${was.key} keeps its kind: another one may be added`))
}

/** Clocks a law sets. */
const lawful = ({ clocks }: Procedure): readonly ClockRule[] => clocks.filter(({ limits }) => limits.some(({ sure }) => sure === 'law'))

/** What a step does that decides when the time of a limit begins and ends, each as one text. */
const bounding = (step: Step | undefined, clock: string): readonly string[] =>
  (step?.effects ?? []).flatMap((effect) =>
    isOnClock(effect) && effect.clock === clock && (effect.do === 'start' || effect.do === 'stop' || effect.do === 'reopen') ? [JSON.stringify([effect.do, effect.day ?? null, effect.do === 'start' ? (effect.until ?? null) : null, effect.when?.key ?? null, effect.when?.in ?? null])] : [],
  )

const does = (act: 'start' | 'stop', effect: string): boolean => effect.startsWith(`["${act}"`)

/** A limit of a law begins and ends where it did; only a step that settles the matter may end it beside those. */
const lawProblem = (before: Procedure, after: Procedure, was: Step | undefined, is: Step): Words | undefined => {
  const settles = is.to !== undefined && isSettled(after, is.to)
  const moved = lawful(before).find(({ key }) => {
    const [had, has] = [bounding(was, key), bounding(is, key)]
    const more = has.filter((effect) => !had.includes(effect))
    return had.some((effect) => !has.includes(effect)) || (more.length > 0 && !(settles && more.every((effect) => does('stop', effect))))
  })
  return moved === undefined ? undefined : words(`“${moved.title.zh}”是法定时限，起止不能改`, `${moved.key} is set by law: where it begins and ends stays`)
}

const begins = (step: Step, clock: string): boolean => bounding(step, clock).some((effect) => does('start', effect))

/** A step is taken away with what it did; not where it alone began a limit of a law. */
const startGone = (before: Procedure, after: Procedure, was: Step): readonly ProcedureProblem[] => {
  if (after.steps.some(({ key }) => key === was.key)) return []
  const clock = lawful(before).find(({ key }) => begins(was, key) && !after.steps.some((step) => begins(step, key)))
  return clock === undefined ? [] : [{ at: 'procedure', key: null, said: words(`“${was.title.zh}”起算法定时限“${clock.title.zh}”，不能删去`, `${was.key} begins ${clock.key}, which is set by law: it stays`) }]
}

/** What is settled is not late any more: a clock that was stopped on the way there still is. */
const leftProblems = (before: Procedure, after: Procedure): readonly ProcedureProblem[] => {
  const known = new Set(clocksLeft(before).map(({ state, clock }) => `${state} ${clock}`))
  return clocksLeft(after).flatMap(({ state, clock }): readonly ProcedureProblem[] => {
    const rule = after.clocks.find(({ key }) => key === clock)
    return known.has(`${state} ${clock}`) || rule === undefined ? [] : [{ at: 'state', key: state, said: words(`到了“${after.states.find(({ key }) => key === state)?.title.zh ?? state}”，“${rule.title.zh}”还在计时：通到它的步骤须停止`, `${clock} runs on in ${state}: the steps that lead there stop it`) }]
  })
}

const stepProblem = (before: Procedure, was: Step, is: Step): Words | undefined => {
  const hand = (was.otherThan ?? []).find((key) => is.otherThan?.includes(key) !== true && before.steps.some((step) => step.key === key))
  if (hand !== undefined) return words('办的人和查的人须是两个人，这一条不能去掉', 'who did it does not check it: this stays')
  if (was.to === undefined || !isSettled(before, was.to)) return undefined
  const evidence = (was.asks ?? []).find(({ key, kind, required }) => kind === 'file' && required === true && is.asks?.some((ask) => ask.key === key && ask.required === true) !== true)
  return evidence === undefined ? undefined : words(`办结要有依据，“${evidence.title.zh}”须必填`, `nothing is settled without evidence: ${evidence.title.en} stays required`)
}

const clockProblem = (was: ClockRule, is: ClockRule | undefined, reason: string): Words | undefined => {
  for (const row of was.limits.filter(({ sure }) => sure === 'law')) {
    const now = is?.limits.find((each) => each.key === row.key && each.validFrom === row.validFrom)
    if (now === undefined) return words(`法律规定的时限“${was.title.zh}”不能删去`, `the limit ${was.key} is set by law and cannot be removed`)
    if (same(row, now)) continue
    if ((now.clause ?? '').trim() === '' || now.clause === row.clause) return words('法律规定的时限，改动须写明新的依据条款', 'a limit set by law is changed with the clause that says so')
    if (reason.trim().length < 2) return words('法律规定的时限，改动须写明原因', 'a limit set by law is changed with a reason')
  }
  return undefined
}

/** Whether a row of a law says the same; what it is called is the town's own affair. */
const same = (row: Limit, now: Limit): boolean => {
  const said = ({ title: _, law: __, ...rest }: Limit) => JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))
  return said(row) === said(now)
}

/**
 * A ledger as it is declared once it follows a procedure: with the fields its steps write or ask about, and the columns of a matter. A state of an earlier version stays a choice of the column, because rows say it.
 */
export const withProcedure = (ledger: Ledger, procedure: Procedure, needed: readonly Field[] = []): Ledger => {
  const columns = matterFields(procedure)
  const standing = new Map(ledger.fields.map((field) => [field.key, field]))
  const kept = ledger.fields.map((field) => {
    const column = columns.find(({ key }) => key === field.key)
    if (column?.key !== 'state' || field.kind !== 'choice' || field.fixed !== true) return field
    const now = column.choices ?? []
    return { ...field, choices: [...now, ...(field.choices ?? []).filter(({ key }) => !now.some((choice) => choice.key === key))] }
  })
  const added = [...needed, ...columns].filter(({ key }) => !standing.has(key))
  return { ...ledger, fields: [...kept, ...added], procedure }
}
