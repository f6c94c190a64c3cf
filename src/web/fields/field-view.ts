import type { ComponentType } from 'react'
import type { Field } from '../../core/ledger/field.ts'
import type { Value } from '../../core/ledger/value.ts'
import type { Lang } from '../../core/words.ts'

/** What a value's text may need beside its field. */
export type Telling = { readonly lang: Lang; readonly orgName: (code: string) => string; readonly yes: string; readonly no: string }

export type InputProps = {
  readonly field: Field
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly id: string
  readonly describedBy: string
  readonly invalid: boolean
}

export type OutputProps = { readonly field: Field; readonly value: Value }

/**
 * How one kind of field looks: in a form, in a cell, and as plain text for print and for lists of changes. A
 * form, a cell and a print cannot disagree, because they stand in one file.
 */
export type FieldView = {
  readonly Input: ComponentType<InputProps>
  readonly Output: ComponentType<OutputProps>
  readonly text: (value: Value, field: Field, telling: Telling) => string
}
