import { Input, Select } from 'antd'
import type { PurposeKey } from '../../../core/access/purpose.ts'
import { purposes } from '../../../core/access/purpose.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormRow } from '../../ui/FormRow.tsx'

/** For what personal data is asked: one of the purposes, and in her own words. */
export type Purpose = { readonly purpose: PurposeKey; readonly note: string }

/** Whether enough was said to ask. */
export const isSaid = ({ note }: Purpose): boolean => note.trim().length >= 4

type Props = { readonly id: string; readonly value: Purpose; readonly onChange: (value: Purpose) => void }

/** The two lines in which a purpose is chosen and written. */
export const PurposeRows = ({ id, value, onChange }: Props) => {
  const { m, lang } = useSpeech()
  return (
    <>
      <FormRow id={`${id}-purpose`} label={m.personal.reveal.purpose} required>
        <Select id={`${id}-purpose`} className="field-select" value={value.purpose} onChange={(purpose) => onChange({ ...value, purpose })} options={purposes.map(({ key, title }) => ({ value: key, label: title[lang] }))} virtual={false} />
      </FormRow>
      <FormRow id={`${id}-note`} label={m.personal.reveal.note} required hint={m.personal.reveal.noteHint}>
        <Input id={`${id}-note`} aria-describedby={`${id}-note-note`} maxLength={200} value={value.note} onChange={(event) => onChange({ ...value, note: event.target.value })} />
      </FormRow>
    </>
  )
}
