import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Words } from '../words.ts'
import { words } from '../words.ts'
import type { Limit } from './limit.ts'
import { matterFields } from './matter-fields.ts'
import type { ClockRule, Procedure, Step } from './procedure.ts'
import { isSettled } from './procedure-parts.ts'
import type { ProcedureProblem } from './procedure-problem.ts'

/**
 * What a new version of a procedure may not take away though it could be applied. A limit read in a law is changed only with the clause that says so and a reason; who mended does not check; a matter is
 * not settled without the evidence that was asked for; and a state that matters stand in stays.
 */
export const changeProblems = (before: Procedure, after: Procedure, reason: string): readonly ProcedureProblem[] => [
  ...before.states.filter(({ key }) => !after.states.some((state) => state.key === key)).map(({ key, title }): ProcedureProblem => ({ at: 'state', key, said: words(`状态“${title.zh}”已有事项用过，可以改名，不能删去`, `matters have stood in the state ${key}: it may be renamed, not removed`) })),
  ...before.steps.flatMap((was): readonly ProcedureProblem[] => {
    const is = after.steps.find(({ key }) => key === was.key)
    const said = is === undefined ? undefined : stepProblem(before, was, is)
    return said === undefined ? [] : [{ at: 'step', key: was.key, said }]
  }),
  ...before.clocks.flatMap((was): readonly ProcedureProblem[] => {
    const said = clockProblem(was, after.clocks.find(({ key }) => key === was.key), reason)
    return said === undefined ? [] : [{ at: 'clock', key: was.key, said }]
  }),
]

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
