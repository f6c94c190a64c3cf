import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { viewOf } from '../../fields/fields.ts'
import { RevealedField } from '../personal/RevealedField.tsx'
import { headOf } from './columns.ts'
import type { EntryOut } from './useEntry.ts'

/** What the entry says; for a register every state it had, the latest first. Of the latest, masked fields can be shown for a purpose. */
export const EntrySpans = ({ ledger, entry, masked }: { ledger: Ledger; entry: EntryOut; masked: EntryOut['masked'] }) => {
  const { m, lang } = useSpeech()
  return (
    <section aria-label={m.ledger.content}>
      {[...entry.spans].reverse().map((span, at) => (
        <div key={at} className={at === 0 ? undefined : 'span-past'}>
          {ledger.shape === 'register' && <h3 className="span-head">{m.ledger.span(span.from, span.to)}</h3>}
          <dl className="facts">
            {ledger.fields.map((field) => {
              const { Output } = viewOf(field)
              const value = span.fields[field.key] ?? null
              if (field.retired === true && value === null) return null
              const covered = at === 0 ? masked.find((each) => each.field === field.key) : undefined
              return (
                <div key={field.key}>
                  <dt>{field.retired === true ? m.ledger.retired(headOf(field, lang)) : headOf(field, lang)}</dt>
                  <dd>
                    {value === null ? (
                      <span className="faint">{m.ui.blank}</span>
                    ) : covered === undefined ? (
                      <Output field={field} value={value} />
                    ) : (
                      <RevealedField ledger={ledger} entry={entry.id} field={field} reveal={covered.reveal} erase={covered.erase}>
                        <Output field={field} value={value} />
                      </RevealedField>
                    )}
                  </dd>
                </div>
              )
            })}
          </dl>
        </div>
      ))}
    </section>
  )
}
