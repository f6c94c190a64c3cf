import { useId, useState } from 'react'
import { Button, Input, InputNumber, Popover, Radio } from 'antd'
import type { DraftLine } from '../../../core/designing/draft.ts'
import type { Field } from '../../../core/ledger/field.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { ChoiceList } from './ChoiceList.tsx'
import { Written } from '../../ui/Written.tsx'

type Props = { readonly field: Field; readonly role: DraftLine['role']; readonly register: boolean; readonly locked: boolean; readonly onField: (field: Field) => void; readonly onRole: ((role: DraftLine['role']) => void) | undefined }

/** What is seldom changed of a field, behind a button that tells the most of it. */
export const FieldDetails = ({ field, role, register, locked, onField, onRole }: Props) => {
  const { m } = useSpeech()
  const [open, setOpen] = useState(false)
  const told = field.kind === 'choice' ? (field.choices ?? []).map((choice) => choice.title.zh).join('、') : field.key
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} destroyOnHidden content={<DetailsForm field={field} role={role} register={register} locked={locked} onField={onField} onRole={onRole} />}>
      <Button size="small" className="design-more" aria-label={m.design.detailsOf(field.title.zh)} aria-expanded={open}>
        {told === '' ? m.design.details : <Written text={told} />}
      </Button>
    </Popover>
  )
}

const DetailsForm = ({ field, role, register, locked, onField, onRole }: Props) => {
  const { m } = useSpeech()
  const id = useId()
  const set = (change: Partial<Field>): void => onField({ ...field, ...change })
  const control = (part: string) => ({ id: `${id}-${part}`, 'aria-describedby': `${id}-${part}-note` })
  const number = field.kind === 'integer' || field.kind === 'decimal'
  return (
    <div className="design-details">
      <FormRow id={`${id}-en`} label={m.design.english}>
        <Input {...control('en')} size="small" value={field.title.en} maxLength={120} onChange={(event) => set({ title: { ...field.title, en: event.target.value } })} />
      </FormRow>
      <FormRow id={`${id}-key`} label={m.design.key}>
        <Input {...control('key')} size="small" value={field.key} maxLength={48} disabled={locked} onChange={(event) => set({ key: event.target.value.trim() })} />
      </FormRow>
      {field.kind === 'decimal' && (
        <FormRow id={`${id}-decimals`} label={m.design.decimals}>
          <InputNumber {...control('decimals')} size="small" min={0} max={12} precision={0} value={field.decimals ?? 6} onChange={(decimals) => set({ decimals: decimals ?? undefined })} />
        </FormRow>
      )}
      {number &&
        (['min', 'max'] as const).map((bound) => (
          <FormRow key={bound} id={`${id}-${bound}`} label={m.design[bound]}>
            <Input {...control(bound)} size="small" inputMode="decimal" value={field[bound] ?? ''} maxLength={20} onChange={(event) => set({ [bound]: event.target.value.trim() === '' ? undefined : event.target.value.trim() })} />
          </FormRow>
        ))}
      {field.kind === 'choice' && <ChoiceList field={field} onField={onField} />}
      {register && field.kind === 'day' && onRole !== undefined && (
        <FormRow id={`${id}-role`} label={m.design.role}>
          <Radio.Group {...control('role')} aria-label={m.design.role} value={role} onChange={(event) => onRole(event.target.value as DraftLine['role'])} options={(['field', 'from', 'to'] as const).map((each) => ({ value: each, label: m.design.roles[each] }))} />
        </FormRow>
      )}
      <FormRow id={`${id}-synonyms`} label={m.design.synonyms} hint={m.design.synonymsHint}>
        <Input.TextArea {...control('synonyms')} rows={2} defaultValue={(field.synonyms ?? []).join('\n')} onBlur={(event) => set({ synonyms: linesOf(event.target.value) })} />
      </FormRow>
    </div>
  )
}

const linesOf = (text: string): string[] | undefined => {
  const lines = text.split('\n').map((line) => line.trim().slice(0, 60)).filter((line) => line !== '')
  return lines.length === 0 ? undefined : lines
}
