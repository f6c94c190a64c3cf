import { useId } from 'react'
import { Alert, Button, Input } from 'antd'
import { formatWarning } from '../../../core/ledger/check-digits/text-format.ts'
import { warningWords } from '../../../core/ledger/check-digits/warning-words.ts'
import type { FilledForm } from '../../../core/linking/apply-fill.ts'
import type { Field } from '../../../core/ledger/field.ts'
import type { Fields, Value } from '../../../core/ledger/value.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { EntryPlaceContext } from '../../fields/entry-place.ts'
import { viewOf } from '../../fields/fields.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { formFields } from './columns.ts'
import { ConflictView } from './ConflictView.tsx'
import { measureInputOf } from './MeasureInput.tsx'
import type { EntryOut } from './useEntry.ts'
import { useEntryForm } from './useEntryForm.ts'
import type { EntryAct } from './useLedgerGrid.ts'
import './ledger.css'

type Props = { readonly ledger: Ledger; readonly act: EntryAct; readonly entry: EntryOut | undefined; readonly start?: Fields; /** Which of these were filled from an entry. */ readonly filled?: FilledForm['marks']; readonly fixed?: readonly string[]; readonly onDone: (entry: number) => void; readonly onCancel: () => void }

/** The form of one change. What cannot be undone says so, and is the only thing in vermilion. */
export const EntryForm = ({ ledger, act, entry, start, filled, fixed = [], onDone, onCancel }: Props) => {
  const { m, w, lang } = useSpeech()
  const id = useId()
  const form = useEntryForm({ ledger, act, entry, ...(start !== undefined && { start }), ...(filled !== undefined && { filled }), onDone })
  const { conflict, proposed } = form
  if (proposed !== undefined)
    return (
      <div className="state" role="status">
        <p className="state-title">{m.ledger.proposed(proposed)}</p>
        <p>{m.ledger.proposedAbout}</p>
        <Button onClick={onCancel}>{m.ui.close}</Button>
      </div>
    )
  if (conflict !== undefined) return <ConflictView ledger={ledger} conflict={conflict} onSettle={form.settle} onDrop={onCancel} />
  const place = { ledger: ledger.key, entry: entry?.id, offer: form.offer, fill: form.fill }
  const asksFields = act === 'create' || act === 'correct' || act === 'change'
  const needsReason = act === 'correct' || act === 'void'
  const ready = (!needsReason || form.reason.trim().length >= 2) && (act !== 'change' || form.from !== '') && (act !== 'end' || form.to !== '') && (act === 'void' || act === 'end' || form.touched)
  const wrong = (key: string) => {
    const words = form.problemAt(key)
    return words === undefined ? undefined : w(words)
  }
  const hintOf = (field: Field) => {
    const mark = form.marks[field.key]
    return mark !== undefined ? m.linking.filled(mark.entry) : field.personal === undefined ? undefined : m.ledger.personal[field.personal]
  }
  const looks = (field: Field) => {
    const warning = formatWarning(field.format, String(form.values[field.key] ?? ''))
    return warning === undefined ? undefined : w(warningWords[warning])
  }
  return (
    <form
      className="entry-form"
      aria-label={m.ledger.acts[act]}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) form.submit()
      }}
    >
      <p className="form-about">{m.ledger.actAbout[act]}</p>
      <Refused error={form.error} />
      {form.mayPropose && (
        <Alert
          type="warning"
          className="refused"
          title={m.ledger.proposeAbout}
          action={
            <Button size="small" disabled={form.reason.trim().length < 2} loading={form.busy} onClick={form.propose}>
              {m.ledger.propose}
            </Button>
          }
        />
      )}
      {act === 'change' && (
        <FormRow id={`${id}-from`} label={m.ledger.changeFrom} required problem={wrong('from')}>
          <DayInput id={`${id}-from`} describedBy={`${id}-from-note`} value={form.from} onChange={form.setFrom} />
        </FormRow>
      )}
      {act === 'end' && (
        <FormRow id={`${id}-to`} label={m.ledger.endAt} required problem={wrong('to')}>
          <DayInput id={`${id}-to`} describedBy={`${id}-to-note`} value={form.to} onChange={form.setTo} />
        </FormRow>
      )}
      {act === 'create' && ledger.shape === 'register' && (
        <FormRow id={`${id}-from`} label={m.ledger.from} problem={wrong('from')}>
          <DayInput id={`${id}-from`} describedBy={`${id}-from-note`} value={form.from} onChange={form.setFrom} />
        </FormRow>
      )}
      <EntryPlaceContext value={place}>
      {asksFields &&
        formFields(ledger)
          .filter((field) => !fixed.includes(field.key))
          .map((field) => {
            const view = viewOf(field)
            const Own = measureInputOf(ledger, field)
            const problem = wrong(field.key)
            const common = { id: `${id}-${field.key}`, describedBy: `${id}-${field.key}-note`, invalid: problem !== undefined, value: form.values[field.key] ?? null, onChange: (value: Value) => form.set(field.key, value) }
            return (
              <FormRow key={field.key} id={`${id}-${field.key}`} label={Own !== undefined && field.key === 'value' ? m.indicator.columnTitles.target : field.title[lang]} required={field.required === true} problem={problem} warning={looks(field)} hint={hintOf(field)}>
                {Own === undefined ? <view.Input field={field} {...common} /> : <Own values={form.values} {...common} />}
              </FormRow>
            )
          })}
      </EntryPlaceContext>
      {act !== 'create' && (
        <FormRow id={`${id}-reason`} label={m.ui.reason} required={needsReason} problem={wrong('reason')} hint={m.ledger.reasonHint}>
          <Input.TextArea id={`${id}-reason`} aria-describedby={`${id}-reason-note`} rows={2} maxLength={2000} value={form.reason} onChange={(event) => form.setReason(event.target.value)} />
        </FormRow>
      )}
      <div className="form-acts">
        <Button type="primary" danger={act === 'void'} htmlType="submit" disabled={!ready} loading={form.busy}>
          {m.ledger.acts[act]}
        </Button>
        <Button onClick={onCancel}>{m.ui.cancel}</Button>
      </div>
    </form>
  )
}
