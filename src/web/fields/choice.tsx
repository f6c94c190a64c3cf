import { Select } from 'antd'
import type { Field } from '../../core/ledger/field.ts'
import { useSpeech } from '../app/i18n.tsx'
import type { FieldView, InputProps, OutputProps } from './field-view.ts'

/** One of the declared choices, by its title. */
export const Input = ({ field, value, onChange, id, describedBy, invalid }: InputProps) => {
  const { lang } = useSpeech()
  return (
    <Select
      id={id}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      {...(invalid && { status: 'error' as const })}
      className="field-select"
      value={value}
      allowClear={field.required !== true}
      onChange={(key) => onChange(key ?? null)}
      options={(field.choices ?? []).map((choice) => ({ value: choice.key, label: choice.title[lang] }))}
      showSearch={{ optionFilterProp: 'label' }}
      virtual={false}
    />
  )
}

export const Output = ({ field, value }: OutputProps) => {
  const { lang } = useSpeech()
  return <>{titleIn(field, value, lang)}</>
}

export const text: FieldView['text'] = (value, field, { lang }) => titleIn(field, value, lang)

const titleIn = (field: Field, value: OutputProps['value'], lang: 'zh' | 'en'): string => (value === null ? '' : (field.choices?.find((choice) => choice.key === value)?.title[lang] ?? String(value)))
