import { Input as TextBox } from 'antd'
import { parsePeriod, titleOf } from '../../core/time/period.ts'
import { useSpeech } from '../app/i18n.tsx'
import type { FieldView, InputProps, OutputProps } from './field-view.ts'

/** A counting period by its key (2023H1, 2023-06), told by its name. */
export const Input = ({ value, onChange, id, describedBy, invalid }: InputProps) => {
  const { lang } = useSpeech()
  const known = value === null ? undefined : parsePeriod(String(value))
  return <TextBox id={id} aria-describedby={describedBy} aria-invalid={invalid} {...(invalid && { status: 'error' as const })} placeholder="2023H1" suffix={known === undefined ? undefined : titleOf(known)[lang]} value={value === null ? '' : String(value)} onChange={(event) => onChange(event.target.value.trim())} />
}

export const Output = ({ value }: OutputProps) => {
  const { lang } = useSpeech()
  return <span title={value === null ? undefined : String(value)}>{name(value, lang)}</span>
}

export const text: FieldView['text'] = (value, _field, { lang }) => name(value, lang)

const name = (value: OutputProps['value'], lang: 'zh' | 'en'): string => {
  if (value === null) return ''
  const known = parsePeriod(String(value))
  return known === undefined ? String(value) : titleOf(known)[lang]
}
