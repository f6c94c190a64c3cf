import type { Known } from '../../../core/importing/read-cell.ts'
import { readCell } from '../../../core/importing/read-cell.ts'
import type { Field } from '../../../core/ledger/field.ts'
import type { ValueProblem } from '../../../core/ledger/kinds/kind.ts'
import { isProblem } from '../../../core/ledger/kinds/kind.ts'
import type { Value } from '../../../core/ledger/value.ts'
import type { Telling } from '../../fields/field-view.ts'
import { viewOf } from '../../fields/fields.ts'

/** Reads what was typed or pasted into a cell, as people write it: 1.2万, 6月30日, 是, a village's name. A reference is an entry's number. */
export const readTyped = (field: Field, text: string, known: Known): Value | ValueProblem => {
  if (field.kind === 'reference') return text.trim() === '' ? null : text.trim().replace(/^#/, '')
  if ((field.kind === 'text' || field.kind === 'note') && text.trim() !== '') return text.trim()
  return readCell(text.trim() === '' ? null : { kind: 'text', text }, field, undefined, known)
}

export const isWrong = (value: Value | ValueProblem): value is ValueProblem => isProblem(value)

/** What is copied of a cell: a number without marks or unit, anything else as it is shown. */
export const copiedText = (field: Field | undefined, value: Value, telling: Telling): string => {
  if (value === null) return ''
  return field === undefined || field.kind === 'integer' || field.kind === 'decimal' || field.kind === 'day' ? String(value) : viewOf(field).text(value, field, telling)
}

/** Whether a field is edited in its cell; a sealed value and what a verb of its own writes are not. */
export const isEditable = (field: Field | undefined): field is Field => field !== undefined && field.kind !== 'sealed' && field.kind !== 'document' && field.kind !== 'file' && field.fixed !== true && field.retired !== true
