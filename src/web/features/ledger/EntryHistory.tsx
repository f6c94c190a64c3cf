import { useSpeech } from '../../app/i18n.tsx'
import { momentText } from '../../ui/moment-text.ts'
import type { EntryOut } from './useEntry.ts'

/** Who did what to the entry, when and why, newest first: its rows of the journal. */
export const EntryHistory = ({ history }: { history: EntryOut['history'] }) => {
  const { m, w } = useSpeech()
  return (
    <section aria-labelledby="entry-history">
      <h2 id="entry-history">{m.ledger.history}</h2>
      <ol className="history">
        {[...history].reverse().map((row) => (
          <li key={row.number}>
            <p>
              <b>{m.ledger.verbOf(row.verb)}</b> {row.by}
              {row.approvedBy !== null && <span className="fact-note">{m.ledger.approvedBy(row.approvedBy)}</span>}
              <span className="number-text faint">
                {momentText(row.recordedAt)} · #{row.number}
              </span>
            </p>
            {row.reason !== null && <q>{row.reason}</q>}
            {row.batch !== null && <p className="fact-note">{m.figure.batch(row.batch)}</p>}
            {row.changed.length > 0 && (
              <ul>
                {row.changed.map((change) => (
                  <li key={change.field}>
                    {w(change.title)}：<s>{change.before === null ? m.ui.blank : w(change.before)}</s> → {change.after === null ? m.ui.blank : w(change.after)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
