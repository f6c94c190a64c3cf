import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { viewOf } from '../../fields/fields.ts'
import { headOf } from './columns.ts'
import type { EntryOut } from './useEntry.ts'

/** What the entry says; for a register every state it had, the latest first. */
export const EntrySpans = ({ ledger, entry }: { ledger: Ledger; entry: EntryOut }) => {
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
              return (
                <div key={field.key}>
                  <dt>{headOf(field, lang)}</dt>
                  <dd>{value === null ? <span className="faint">{m.ui.blank}</span> : <Output field={field} value={value} />}</dd>
                </div>
              )
            })}
          </dl>
        </div>
      ))}
    </section>
  )
}
