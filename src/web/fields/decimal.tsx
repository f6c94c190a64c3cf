import { Input as TextBox } from 'antd'
import { unitOf } from '../../core/quantity/unit.ts'
import { useSpeech } from '../app/i18n.tsx'
import { NumberCell } from '../ui/NumberCell.tsx'
import { numberText } from '../ui/number-text.ts'
import type { FieldView, InputProps, OutputProps } from './field-view.ts'

/** A decimal as text, with its unit of measure; thousands are set apart only where it is read. */
export const Input = ({ field, value, onChange, id, describedBy, invalid }: InputProps) => {
  const { lang } = useSpeech()
  return (
    <TextBox
      id={id}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      {...(invalid && { status: 'error' as const })}
      inputMode={field.kind === 'integer' ? 'numeric' : 'decimal'}
      className="number-input"
      maxLength={60}
      suffix={field.unit === undefined ? undefined : unitOf(field.unit).name[lang]}
      value={value === null ? '' : String(value)}
      onChange={(event) => onChange(event.target.value.replaceAll(',', '').replaceAll('，', '').trim())}
    />
  )
}

export const Output = ({ value }: OutputProps) => (value === null ? null : <NumberCell value={String(value)} />)

export const text: FieldView['text'] = (value, field, { lang }) =>
  value === null ? '' : `${numberText(String(value))}${field.unit === undefined ? '' : `${lang === 'en' ? ' ' : ''}${unitOf(field.unit).name[lang]}`}`
