import { useId, useState } from 'react'
import { Button, Input, Select } from 'antd'
import type { ImportOut } from '../../../api/import.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { OrgPicker } from '../../ui/OrgPicker.tsx'
import type { ImportDesk } from './useImport.ts'

type Props = { readonly it: ImportDesk; readonly data: ImportOut; readonly fields: ImportOut['fields'] }

/** What every row says in a required field the sheet has no column for. */
export const FixedValues = ({ it, data, fields }: Props) => {
  const { m, w } = useSpeech()
  const id = useId()
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(Object.fromEntries(data.fixed.map(({ field, text }) => [field, text])))
  const set = (field: string, text: string): void => setTexts((before) => ({ ...before, [field]: text }))
  return (
    <form
      className="import-fixed"
      aria-label={m.import.fixed}
      onSubmit={(event) => {
        event.preventDefault()
        it.map.mutate({ fixed: fields.flatMap(({ key }) => ((texts[key] ?? '').trim() === '' ? [] : [{ field: key, text: (texts[key] ?? '').trim() }])) })
      }}
    >
      <p>{m.import.fixed}</p>
      {fields.map((field) => (
        <FormRow key={field.key} id={`${id}-${field.key}`} label={w(field.title)} required>
          {field.kind === 'choice' ? (
            <Select id={`${id}-${field.key}`} className="field-select" value={texts[field.key]} onChange={(key: string) => set(field.key, key)} options={field.choices.map((choice) => ({ value: choice.key, label: w(choice.title) }))} />
          ) : field.kind === 'org' ? (
            <OrgPicker id={`${id}-${field.key}`} className="field-select" value={texts[field.key] ?? null} onChange={(code) => set(field.key, code ?? '')} />
          ) : (
            <Input id={`${id}-${field.key}`} className="import-field" maxLength={400} value={texts[field.key] ?? ''} onChange={(event) => set(field.key, event.target.value)} />
          )}
        </FormRow>
      ))}
      <Button htmlType="submit" loading={it.map.isPending}>
        {m.import.fix}
      </Button>
    </form>
  )
}
