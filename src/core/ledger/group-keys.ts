import type { LedgerRights } from '../access/ledger-rights.ts'
import type { FieldProblem, Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import { lastDay } from '../time/month.ts'
import type { Month } from '../time/month.ts'
import type { Condition } from './conditions.ts'
import type { Field } from './field.ts'
import { groupKinds } from './group-kinds.ts'
import type { Ledger } from './ledger.ts'
import { findField } from './ledger.ts'
import { opens } from './list-query.ts'

/** What rows are gathered by: the value of a field, or of a day its month. */
export type GroupKey = { readonly field: Field; readonly month: boolean }

/** At most so many fields one under the other. */
const mostKeys = 2

/** Reads the fields rows are gathered by, outer first: `org,day`. */
export const readGroupKeys = (ledger: Ledger, rights: Pick<LedgerRights, 'searchesPersonal'>, text: string): readonly GroupKey[] | Refusal => {
  const names = text.split(',').map((part) => part.trim()).filter((part) => part !== '')
  const problems: FieldProblem[] = []
  const keys = names.flatMap((name): readonly GroupKey[] => {
    const field = findField(ledger, name)
    const code = field === undefined ? 'field-unknown' : !opens(rights)(field) ? 'field-masked' : groupKinds.includes(field.kind) ? undefined : 'not-grouped'
    if (code !== undefined) problems.push({ field: 'by', code, details: { field: name } })
    return field === undefined ? [] : [{ field, month: field.kind === 'day' }]
  })
  if (names.length === 0) problems.push({ field: 'by', code: 'field-required', details: {} })
  if (names.length > mostKeys) problems.push({ field: 'by', code: 'above-maximum', details: { max: mostKeys } })
  return problems.length > 0 ? refuse('bad-input', {}, problems) : keys
}

/** The conditions that leave of a list the rows of one group; its value is text, a month for a day, null for none. */
export const groupConditions = (keys: readonly GroupKey[], values: readonly (string | null)[]): readonly Condition[] =>
  values.flatMap((value, at): readonly Condition[] => {
    const key = keys[at]
    if (key === undefined) return []
    const field = key.field.key
    if (value === null) return [{ field, sign: '!', values: [] }]
    if (!key.month) return [{ field, sign: ':', values: [value] }]
    return [{ field, sign: '>=', values: [`${value}-01`] }, { field, sign: '<=', values: [lastDay(value as Month)] }]
  })
