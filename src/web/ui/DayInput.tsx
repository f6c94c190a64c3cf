import { Input } from 'antd'

type Props = { readonly value: string; readonly onChange: (day: string) => void; readonly id?: string; readonly label?: string; readonly max?: string; readonly disabled?: boolean; readonly invalid?: boolean; readonly describedBy?: string }

/** A calendar day by the browser's own picker: text in, text out, no time zone in between. */
export const DayInput = ({ value, onChange, id, label, max, disabled, invalid = false, describedBy }: Props) => (
  <Input
    type="date"
    className="day-input"
    value={value}
    onChange={(event) => onChange(event.target.value)}
    {...(id !== undefined && { id })}
    {...(label !== undefined && { 'aria-label': label })}
    {...(max !== undefined && { max })}
    {...(disabled !== undefined && { disabled })}
    {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
    aria-invalid={invalid}
    {...(invalid && { status: 'error' as const })}
  />
)
