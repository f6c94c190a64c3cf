import { Select } from 'antd'
import { useSpeech } from '../app/i18n.tsx'
import type { FieldView, InputProps, OutputProps } from './field-view.ts'

/** Yes, no or not said; never a switch, which could not show the third. */
export const Input = ({ field, value, onChange, id, describedBy, invalid }: InputProps) => {
  const { m } = useSpeech()
  return (
    <Select
      id={id}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      {...(invalid && { status: 'error' as const })}
      className="field-select"
      value={value === null ? null : String(value)}
      allowClear={field.required !== true}
      onChange={(key) => onChange(key === undefined || key === null ? null : key === 'true')}
      options={[
        { value: 'true', label: m.ui.yes },
        { value: 'false', label: m.ui.no },
      ]}
    />
  )
}

export const Output = ({ value }: OutputProps) => {
  const { m } = useSpeech()
  return <>{value === null ? '' : value === true ? m.ui.yes : m.ui.no}</>
}

export const text: FieldView['text'] = (value, _field, { yes, no }) => (value === null ? '' : value === true ? yes : no)
