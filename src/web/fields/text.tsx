import { Input as TextBox } from 'antd'
import type { FieldView, InputProps, OutputProps } from './field-view.ts'

/** One line of text. */
export const Input = ({ field, value, onChange, id, describedBy, invalid }: InputProps) => (
  <TextBox id={id} aria-describedby={describedBy} aria-invalid={invalid} {...(invalid && { status: 'error' as const })} maxLength={field.maxLength ?? 400} value={value === null ? '' : String(value)} onChange={(event) => onChange(event.target.value)} />
)

export const Output = ({ value }: OutputProps) => <>{value === null ? '' : String(value)}</>

export const text: FieldView['text'] = (value) => (value === null ? '' : String(value))
