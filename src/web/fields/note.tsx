import { Input as TextBox } from 'antd'
import { Written } from '../ui/Written.tsx'
import type { InputProps, OutputProps } from './field-view.ts'

export { text } from './text.tsx'

/** Several lines of text; breaks are kept. */
export const Input = ({ field, value, onChange, id, describedBy, invalid }: InputProps) => (
  <TextBox.TextArea id={id} aria-describedby={describedBy} aria-invalid={invalid} {...(invalid && { status: 'error' as const })} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={field.maxLength ?? 20_000} value={value === null ? '' : String(value)} onChange={(event) => onChange(event.target.value)} />
)

export const Output = ({ value }: OutputProps) => <Written className="note-text" text={value === null ? '' : String(value)} />
