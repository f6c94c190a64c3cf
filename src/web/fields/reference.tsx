import { Link } from '@tanstack/react-router'
import { Input as TextBox } from 'antd'
import type { FieldView, InputProps, OutputProps } from './field-view.ts'

/** An entry of another ledger by its number, with the way to it; a document opens as the paper it is. */
export const Input = ({ value, onChange, id, describedBy, invalid }: InputProps) => (
  <TextBox id={id} aria-describedby={describedBy} aria-invalid={invalid} {...(invalid && { status: 'error' as const })} inputMode="numeric" prefix="#" maxLength={15} value={value === null ? '' : String(value)} onChange={(event) => onChange(event.target.value.replace('#', '').trim())} />
)

export const Output = ({ field, value }: OutputProps) => {
  if (value === null) return null
  if (field.ledger === undefined) return <>#{String(value)}</>
  if (field.ledger === 'source')
    return (
      <Link to="/sources/$source" params={{ source: String(value) }}>
        #{String(value)}
      </Link>
    )
  return (
    <Link to="/ledgers/$ledger" params={{ ledger: field.ledger }} search={{ entry: String(value) }}>
      #{String(value)}
    </Link>
  )
}

export const text: FieldView['text'] = (value) => (value === null ? '' : `#${String(value)}`)
