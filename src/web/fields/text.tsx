import { use } from 'react'
import { Input as TextBox } from 'antd'
import { Written } from '../ui/Written.tsx'
import { EntryFinder } from './EntryFinder.tsx'
import { EntryPlaceContext } from './entry-place.ts'
import type { FieldView, InputProps, OutputProps } from './field-view.ts'

/** One line of text; in a form, where its field says so, entries of a register are found by it. */
export const Input = (props: InputProps) => (props.field.finds !== undefined && use(EntryPlaceContext)?.fill !== undefined ? <EntryFinder {...props} /> : <Line {...props} />)

const Line = ({ field, value, onChange, id, describedBy, invalid }: InputProps) => (
  <TextBox id={id} aria-describedby={describedBy} aria-invalid={invalid} {...(invalid && { status: 'error' as const })} maxLength={field.maxLength ?? 400} value={value === null ? '' : String(value)} onChange={(event) => onChange(event.target.value)} />
)

export const Output = ({ value }: OutputProps) => (value === null ? null : <Written text={String(value)} />)

export const text: FieldView['text'] = (value) => (value === null ? '' : String(value))
