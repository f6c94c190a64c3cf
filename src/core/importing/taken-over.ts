import type { Post } from '../access/policy.ts'
import type { Choice, Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Fields } from '../ledger/value.ts'
import { valueOf } from '../ledger/value.ts'
import { matterKeys } from '../matter/matter-fields.ts'
import type { Action } from '../matter/matter.ts'
import { takeOver } from '../matter/matter.ts'
import type { Procedure } from '../matter/procedure.ts'
import { isSettled } from '../matter/procedure-parts.ts'
import type { Day } from '../time/day.ts'
import { words } from '../words.ts'
import type { RowProblem } from './decide-row.ts'

/**
 * What an older register says of a case beside its entry: where it stands, when it was settled, who holds it and by when it is due. A sheet may have columns for them; in the book they become one recorded
 * step, "taken over", because where a matter stands is told by its steps alone.
 */
export const takenOverFields = ({ procedure, fields }: Ledger): readonly Field[] => {
  if (procedure === undefined) return []
  const named = (key: string): Field | undefined => fields.find((field) => field.key === key)
  const titles = daysOfSettling(procedure).flatMap((key) => named(key)?.title.zh ?? [])
  return [
    { key: 'state', title: words('办理状态', 'State of the case'), kind: 'choice', synonyms: ['状态', '当前状态', '事项状态', '整改状态', '处理状态', '是否办结', '是否销号'], choices: procedure.states.map((state) => withSynonyms(procedure, state)) },
    { key: 'settled', title: words('办结日', 'Settled'), kind: 'day', synonyms: ['办结日期', '办结时间', '完结日期', '销号日期', '销号时间', '整改完成日期', '整改完成时间', '完成日期', ...titles] },
    { key: 'holder', title: words('承办单位', 'Held by'), kind: 'org', synonyms: ['责任单位', '整改责任单位', '主办单位'] },
    { key: 'due', title: words('期限', 'Due'), kind: 'day', synonyms: ['办理期限', '整改期限', '办结期限', '限期', '到期日'] },
  ]
}

/** Words of a register for cases that are over, for the first state that ends one; and for those nobody has begun. */
const withSynonyms = (procedure: Procedure, { key, title }: Procedure['states'][number]): Choice => {
  const over = procedure.states.find((state) => state.kind === 'done')?.key
  const said = key === over ? ['是', '已办结', '办结', '已完成', '完成', '已整改', '整改完成', '已销号', '已处理', '已解决'] : key === procedure.first ? ['否', '未办', '未办结', '未处理', '未交办', '新登记'] : []
  return { key, title, ...(said.length === 0 ? {} : { synonyms: said }) }
}

/** Fields into which a step that settles a matter writes its day. */
const daysOfSettling = (procedure: Procedure): readonly string[] => [
  ...new Set(procedure.steps.filter(({ to }) => to !== undefined && isSettled(procedure, to)).flatMap(({ effects }) => (effects ?? []).flatMap((effect) => (effect.do === 'set' && effect.from === 'day' ? [effect.field] : [])))),
]

/** The fields of a row that are its own, and those that tell where the case stood. */
export const apartFromTakenOver = (ledger: Ledger, fields: Fields): { readonly own: Fields; readonly told: Fields } => {
  const of = (mine: boolean): Fields => Object.fromEntries(Object.entries(fields).filter(([key]) => (ledger.procedure !== undefined && matterKeys.includes(key)) !== mine))
  return { own: of(true), told: of(false) }
}

/** Whether someone may say where a case stood before it came into the book: the office that keeps the ledger answers for its register; whoever else enters a case begins it. */
export const mayTakeOver = (ledger: Ledger, posts: readonly Post[] | 'all'): boolean => posts === 'all' || posts.some(({ role, org }) => org === ledger.owner && role !== 'village')

/** What is wrong with what a row says of where its case stands: a settled one has its day, an open one has none, and no day lies ahead or before the first. */
export const takenOverProblem = (ledger: Ledger, fields: Fields, today: Day): RowProblem | undefined => {
  const { procedure } = ledger
  if (procedure === undefined) return undefined
  const text = (key: string): string | null => (valueOf(fields, key) as string | null) ?? null
  const [settled, day] = [text('settled'), text(ledger.dateField ?? '')]
  const state = stateOf(procedure, fields)
  if (isSettled(procedure, state) && settled === null) return { field: 'settled', code: 'field-required', details: {} }
  if (!isSettled(procedure, state) && settled !== null) return { field: 'state', code: 'taken-over-open', details: { state: procedure.states.find(({ key }) => key === state)?.title.zh ?? state, day: settled } }
  if (settled !== null && settled > today) return { field: 'settled', code: 'clock-day-ahead', details: { today } }
  const early = (['settled', 'due'] as const).find((key) => day !== null && (text(key) ?? day) < day)
  return early === undefined ? undefined : { field: early, code: 'below-minimum', details: { min: day } }
}

/** The state a row names; one that has a day of settling and no state is settled. */
const stateOf = (procedure: Procedure, fields: Fields): string => {
  const named = valueOf(fields, 'state')
  if (typeof named === 'string') return named
  const over = valueOf(fields, 'settled') === null ? undefined : procedure.states.find(({ kind }) => kind === 'done')?.key
  return over ?? procedure.first
}

/** The step that brings a case in as an older register has it; undefined where the row says nothing of it, and the case begins here. */
export const takenOverAction = (ledger: Ledger, told: Fields, by: { readonly person: number; readonly org: string; readonly today: Day; readonly source: string }): Action | undefined => {
  const { procedure } = ledger
  const { settled, due, holder } = { settled: null, due: null, holder: null, ...told } as Readonly<Record<'settled' | 'due' | 'holder', string | null>>
  if (procedure === undefined) return undefined
  const state = stateOf(procedure, told)
  if (state === procedure.first && due === null && holder === null) return undefined
  return { step: takeOver, day: (settled ?? by.today) as Day, person: by.person, org: by.org, given: { state, note: `据旧台账“${by.source}”接转`, ...(holder === null ? {} : { to_org: holder }), ...(due === null || settled !== null ? {} : { due }) } }
}
