import { useState } from 'react'
import { Alert, Button } from 'antd'
import type { Fields } from '../../../core/ledger/value.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { viewOf } from '../../fields/fields.ts'
import { useTelling } from '../../fields/useTelling.ts'
import { formFields } from './columns.ts'
import type { Conflict } from './useEntryForm.ts'
import './ledger.css'

type Props = { readonly ledger: Ledger; readonly conflict: Conflict; readonly onSettle: (kept: Fields) => void; readonly onDrop: () => void }

/** Two people changed one entry: both sides, field by field, and the choice which to submit. */
export const ConflictView = ({ ledger, conflict, onSettle, onDrop }: Props) => {
  const { m, lang } = useSpeech()
  const telling = useTelling()
  const fields = formFields(ledger).filter((field) => field.key in conflict.yours)
  const [mine, setMine] = useState<ReadonlySet<string>>(() => new Set(fields.map((field) => field.key)))
  const choose = (key: string, yours: boolean) => setMine((before) => new Set(yours ? [...before, key] : [...before].filter((each) => each !== key)))
  const text = (key: string, side: Fields) => {
    const field = fields.find((each) => each.key === key)
    const value = side[key] ?? null
    return field === undefined || value === null ? m.ui.blank : viewOf(field).text(value, field, telling)
  }
  return (
    <section className="conflict" aria-label={m.ledger.conflict}>
      <Alert type="warning" showIcon role="alert" title={m.ledger.conflictBy(conflict.by)} description={m.ledger.conflictAbout} />
      <table className="table">
        <caption className="only-read">{m.ledger.conflict}</caption>
        <thead>
          <tr>
            <th scope="col">{m.ledger.field}</th>
            <th scope="col">{m.ledger.theirs}</th>
            <th scope="col">{m.ledger.yours}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.key}>
              <th scope="row">{field.title[lang]}</th>
              {(['theirs', 'yours'] as const).map((side) => (
                <td key={side} data-label={m.ledger[side]}>
                  <label className="choice">
                    <input type="radio" name={`conflict-${field.key}`} checked={mine.has(field.key) === (side === 'yours')} onChange={() => choose(field.key, side === 'yours')} />
                    {text(field.key, conflict[side])}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="form-acts">
        <Button type="primary" disabled={mine.size === 0} onClick={() => onSettle(Object.fromEntries(Object.entries(conflict.yours).filter(([key]) => mine.has(key))))}>
          {m.ledger.reapply}
        </Button>
        <Button onClick={onDrop}>{m.ledger.keepTheirs}</Button>
      </div>
    </section>
  )
}
