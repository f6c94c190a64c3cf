import { DayInput } from '../ui/DayInput.tsx'
import type { InputProps, OutputProps } from './field-view.ts'

export { text } from './text.tsx'

/** A calendar day, 2023-06-30. */
export const Input = ({ value, onChange, id, describedBy, invalid }: InputProps) => (
  <DayInput id={id} describedBy={describedBy} invalid={invalid} value={value === null ? '' : String(value)} onChange={(day) => onChange(day === '' ? null : day)} />
)

export const Output = ({ value }: OutputProps) => <span className="number-text">{value === null ? '' : String(value)}</span>
