import { useId, useMemo, useState } from 'react'
import { Select } from 'antd'
import type { MatterOut, StepOut } from '../../../api/matter.ts'
import type { Field } from '../../../core/ledger/field.ts'
import type { Value } from '../../../core/ledger/value.ts'
import { callStep } from '../../app/call.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { EntryPlaceContext } from '../../fields/entry-place.ts'
import { viewOf } from '../../fields/fields.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import { PositionInput } from './PositionInput.tsx'

/** What a step asks for, and the day it was taken. Sent again after a fault it is the same step: it carries a mark made when the dialog opened. */
export const StepDialog = ({ matter, step, onDone, onClose }: { readonly matter: MatterOut; readonly step: StepOut; readonly onDone: (step: StepOut) => void; readonly onClose: () => void }) => {
  const { m, w, lang } = useSpeech()
  const id = useId()
  const once = useMemo(() => crypto.randomUUID(), [])
  const [given, setGiven] = useState<Readonly<Record<string, Value>>>({})
  const [day, setDay] = useState('')
  const take = useBookAct(() => callStep(matter.ledger, step.key, { entry: matter.entry, given, once, ...(day !== '' && { day }) }), () => onDone(step))
  const wrong = (field: string): string | undefined => {
    const words = fieldWords(take.error, field)
    return words === undefined ? undefined : w(words)
  }
  const ready = step.asks.every(({ key, required }) => required !== true || (given[key] ?? '') !== '')
  return (
    <FormDialog title={w(step.title)} about={matter.title} act={m.matter.take} ready={ready} busy={take.isPending} error={take.error} onSubmit={() => take.mutate(undefined)} onClose={onClose}>
      <EntryPlaceContext value={{ ledger: matter.ledger, entry: matter.entry }}>
        {step.asks.map((field) => {
          const problem = wrong(field.key)
          const common = { id: `${id}-${field.key}`, describedBy: `${id}-${field.key}-note`, invalid: problem !== undefined, value: given[field.key] ?? null, onChange: (value: Value) => setGiven((now) => ({ ...now, [field.key]: value })) }
          return (
            <FormRow key={field.key} id={`${id}-${field.key}`} label={field.title[lang]} required={field.required === true} problem={problem}>
              <Asked field={field} matter={matter} {...common} />
            </FormRow>
          )
        })}
      </EntryPlaceContext>
      <FormRow id={`${id}-day`} label={m.matter.day} hint={m.matter.dayHint} problem={wrong('day')}>
        <DayInput id={`${id}-day`} describedBy={`${id}-day-note`} value={day} onChange={setDay} />
      </FormRow>
    </FormDialog>
  )
}

type AskedProps = { readonly field: Field; readonly matter: MatterOut; readonly id: string; readonly describedBy: string; readonly invalid: boolean; readonly value: Value; readonly onChange: (value: Value) => void }

/** A position is taken from the device and a person chosen by name; everything else looks as its kind does. */
const Asked = ({ field, matter, ...common }: AskedProps) => {
  const { Input } = viewOf(field)
  if (field.key === 'place') return <PositionInput {...common} />
  if (field.key === 'to_person') return <PersonPicker matter={matter} {...common} />
  return <Input field={field} {...common} />
}

const PersonPicker = ({ matter, id, describedBy, value, onChange }: Omit<AskedProps, 'field'>) => {
  const people = useCall('matter.people', { ledger: matter.ledger, entry: matter.entry })
  return <Select id={id} className="field-select" showSearch={{ optionFilterProp: 'label' }} virtual={false} aria-describedby={describedBy} value={value === null ? undefined : String(value)} onChange={(next: string) => onChange(next)} loading={people.isLoading} options={(people.data?.people ?? []).map((person) => ({ value: String(person.id), label: person.name }))} />
}
