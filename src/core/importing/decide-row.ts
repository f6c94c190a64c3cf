import type { LedgerRights } from '../access/ledger-rights.ts'
import type { Entry, Span } from '../ledger/entry.ts'
import { lastSpan } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { blindOf } from '../ledger/kinds/protected.ts'
import type { Fields, Value } from '../ledger/value.ts'
import type { RefusalCode } from '../refusal/catalogue.ts'
import type { Day } from '../time/day.ts'

/** What was read from a row: its fields, and of a register row the days it holds from and to. */
export type GivenRow = { readonly fields: Fields; readonly from: Day | null; readonly to: Day | null }

/** A problem of a row at a field; without one it is of the whole row. */
export type RowProblem = { readonly field: string | null; readonly code: RefusalCode; readonly details: Readonly<Record<string, unknown>> }

/** What a row does to the ledger. */
export type DecidedRow =
  | { readonly does: 'create'; readonly span: Span }
  | { readonly does: 'correct'; readonly entry: number; readonly saw: number; readonly set: Fields; readonly before: Fields }
  | { readonly does: 'same'; readonly entry: number }
  | { readonly does: 'problem'; readonly problems: readonly RowProblem[] }

/**
 * Holds a row against the entries that have its key: none is a new entry, one is corrected in the fields that differ. An empty cell leaves
 * what stands. Who may not write the row as it was or as it will be is told so; several entries with one key are not chosen among.
 */
export const decideRow = (ledger: Ledger, rights: Pick<LedgerRights, 'reads' | 'writes'>, row: GivenRow, known: readonly Entry[]): DecidedRow => {
  const problem = (field: string | null, code: RefusalCode, details: Readonly<Record<string, unknown>> = {}): DecidedRow => ({ does: 'problem', problems: [{ field, code, details }] })
  const [entry] = known
  if (known.length > 1) return problem(null, 'import-several', { count: known.length })
  if (entry === undefined) {
    const missing = ledger.fields.filter((field) => field.required === true && row.fields[field.key] === undefined)
    if (missing.length > 0) return { does: 'problem', problems: missing.map(({ key }) => ({ field: key, code: 'field-required', details: {} })) }
    if (!rights.writes(row.fields)) return problem(ledger.orgField, 'import-not-yours')
    if (row.from !== null && row.to !== null && row.to <= row.from) return problem('valid_to', 'dates-reversed')
    return { does: 'create', span: { from: row.from, to: row.to, fields: row.fields } }
  }
  const before = lastSpan(entry).fields
  if (!rights.writes(before)) return problem(ledger.orgField, 'import-not-yours')
  const sealed = new Set(ledger.fields.filter((field) => field.kind === 'sealed').map((field) => field.key))
  const same = (key: string, value: Value): boolean => value === (before[key] ?? null) || (sealed.has(key) && blindOf(String(value)) === blindOf(String(before[key] ?? '')))
  const set = Object.fromEntries(Object.entries(row.fields).filter(([key, value]) => value !== null && !same(key, value)))
  if (Object.keys(set).length === 0) return { does: 'same', entry: entry.id }
  if (ledger.secondPerson === true) return problem(null, 'second-person-required')
  if (!rights.writes({ ...before, ...set })) return problem(ledger.orgField, 'import-not-yours')
  return { does: 'correct', entry: entry.id, saw: entry.version, set, before: Object.fromEntries(Object.keys(set).map((key) => [key, before[key] ?? null])) }
}

/** The sets of fields by which rows can be known again: the ledger's unique keys that the columns cover. */
export const keysOf = (ledger: Ledger, mapped: ReadonlySet<string>): readonly (readonly string[])[] => (ledger.unique ?? []).filter((keys) => keys.every((key) => mapped.has(key)))
