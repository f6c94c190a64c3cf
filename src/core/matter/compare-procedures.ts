import type { Words } from '../words.ts'
import type { Limit } from './limit.ts'
import type { ClockRule, Procedure, Step } from './procedure.ts'
import type { ReminderRule } from './reminder-rule.ts'

/**
 * One thing that is otherwise in a later version of a procedure. `was` and `is` are said where the thing is a number, a day count or a text; of the rest only that it is another.
 */
export type ProcedureChange = {
  readonly at: 'procedure' | 'state' | 'step' | 'clock'
  readonly title: Words
  readonly what: 'given' | 'added' | 'removed' | 'renamed' | 'kind' | 'from' | 'to' | 'who' | 'checker' | 'asks' | 'when' | 'effects' | 'window' | 'limit' | 'law' | 'accept-within' | 'stalled-after' | 'begins' | 'reminders' | 'other'
  readonly was: string | null
  readonly is: string | null
}

/** What a version of a procedure changed against the one before, part by part; where there was none, it was given. */
export const compareProcedures = (before: Procedure | undefined, after: Procedure): readonly ProcedureChange[] => {
  const whole = (what: ProcedureChange['what'], was: unknown, is: unknown): readonly ProcedureChange[] => (differ(was, is) ? [{ at: 'procedure', title: procedureTitle, what, was: shown(was), is: shown(is) }] : [])
  if (before === undefined) return [{ at: 'procedure', title: procedureTitle, what: 'given', was: null, is: null }]
  return [
    ...parts('state', before.states, after.states, (was, is) => (was.kind === is.kind ? [] : [{ what: 'kind', was: was.kind, is: is.kind }])),
    ...parts('step', before.steps, after.steps, stepChanges),
    ...parts('clock', before.clocks, after.clocks, clockChanges),
    ...whole('accept-within', before.acceptWithin, after.acceptWithin),
    ...whole('stalled-after', before.stalledAfter, after.stalledAfter),
    ...whole('begins', before.first, after.first),
    ...reminderChanges(before.reminders, after.reminders),
    ...(differ(rest(before), rest(after)) ? [{ at: 'procedure', title: procedureTitle, what: 'other', was: null, is: null } as const] : []),
  ]
}

/** What of a procedure is told by no line of its own. */
const rest = ({ states: _, steps: __, clocks: ___, acceptWithin: ____, stalledAfter: _____, first: ______, reminders: _______, ...others }: Procedure) => others

/** Rules of reminding, each as one text: when, and whom. None of its own is the usual. */
const reminderChanges = (before: readonly ReminderRule[] | undefined, after: readonly ReminderRule[] | undefined): readonly ProcedureChange[] => {
  const said = (rules: readonly ReminderRule[] | undefined): string | null => (rules === undefined ? null : rules.length === 0 ? 'none' : rules.map((rule) => `${'share' in rule ? rule.share : `+${rule.overdue}`} ${[...rule.to].sort().join(' ')}`).join(','))
  const [was, is] = [said(before), said(after)]
  return was === is ? [] : [{ at: 'procedure', title: procedureTitle, what: 'reminders', was, is }]
}

const procedureTitle: Words = { zh: '办理程序', en: 'Procedure' }

type Part = { readonly key: string; readonly title: Words }
type Said = Pick<ProcedureChange, 'what' | 'was' | 'is'>

const parts = <P extends Part>(at: ProcedureChange['at'], before: readonly P[], after: readonly P[], changes: (was: P, is: P) => readonly Said[]): readonly ProcedureChange[] => {
  const told = ({ title }: P, said: readonly Said[]): readonly ProcedureChange[] => said.map((each) => ({ at, title, ...each }))
  const standing = new Map(before.map((part) => [part.key, part]))
  return [
    ...after.flatMap((is) => {
      const was = standing.get(is.key)
      if (was === undefined) return told(is, [{ what: 'added', was: null, is: null }])
      return told(is, [...(differ(was.title, is.title) ? [{ what: 'renamed', was: was.title.zh, is: is.title.zh } as const] : []), ...changes(was, is)])
    }),
    ...before.filter(({ key }) => !after.some((part) => part.key === key)).flatMap((was) => told(was, [{ what: 'removed', was: null, is: null }])),
  ]
}

const stepChanges = (was: Step, is: Step): readonly Said[] => {
  const named = (['from', 'to', 'who', 'asks', 'when', 'effects'] as const).flatMap((what): readonly Said[] => (differ(was[what] ?? null, is[what] ?? null) ? [{ what, was: null, is: null }] : []))
  const checker: readonly Said[] = differ(was.otherThan ?? [], is.otherThan ?? []) ? [{ what: 'checker', was: null, is: null }] : []
  const window: readonly Said[] = differ([was.within, was.after, was.ahead, was.answers ?? 'lead'], [is.within, is.after, is.ahead, is.answers ?? 'lead']) ? [{ what: 'window', was: null, is: null }] : []
  return [...named, ...checker, ...window]
}

const clockChanges = (was: ClockRule, is: ClockRule): readonly Said[] => {
  const [old, now] = [lastRow(was), lastRow(is)]
  const length: readonly Said[] = old !== undefined && now !== undefined && (old.value !== now.value || old.unit !== now.unit) ? [{ what: 'limit', was: `${old.value} ${old.unit}`, is: `${now.value} ${now.unit}` }] : []
  const rest = ({ title: _, limits: __, ...others }: ClockRule) => others
  const law: readonly Said[] = differ(was.limits, is.limits) && length.length === 0 ? [{ what: 'law', was: old?.clause ?? null, is: now?.clause ?? null }] : []
  return [...length, ...law, ...(differ(rest(was), rest(is)) ? [{ what: 'other', was: null, is: null } as const] : [])]
}

/** The row of a limit that begins last: what new matters will follow. */
export const lastRow = ({ limits }: Pick<ClockRule, 'limits'>): Limit | undefined => [...limits].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]

const shown = (value: unknown): string | null => (value === undefined || value === null ? null : String(value))

const differ = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) !== JSON.stringify(ordered(b))

/** The same value whatever the order in which its parts were written. */
const ordered = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(ordered) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && each !== false).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, ordered(each)])) : value
