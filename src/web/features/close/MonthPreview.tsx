import { Link } from '@tanstack/react-router'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { firstDay, lastDay, parseMonth } from '../../../core/time/month.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { numberText } from '../../ui/number-text.ts'
import { CorrectionList } from '../correction/CorrectionList.tsx'
import './close.css'

type Props = { readonly ledger: Ledger; readonly month: string; readonly preview: OutputOf<'close.preview'> }

/** A month before it is closed: what it holds, what it tells, and what must be settled first. */
export const MonthPreview = ({ ledger, month, preview }: Props) => {
  const { m, w } = useSpeech()
  const words = m.personal.month
  const whole = parseMonth(month)
  const where = ledger.dateField === undefined || whole === undefined ? undefined : `${ledger.dateField}>=${firstDay(whole)};${ledger.dateField}<=${lastDay(whole)}`
  return (
    <section className="month-preview" aria-label={`${w(ledger.title)} ${month}`}>
      <dl className="facts">
        <div>
          <dt>{words.contains}</dt>
          <dd>
            {words.entries(numberText(String(preview.entries)))}
            {preview.voided > 0 && <span className="fact-note">{words.voided(numberText(String(preview.voided)))}</span>}
            {preview.late > 0 && <span className="fact-note">{words.late(numberText(String(preview.late)))}</span>}{' '}
            <Link to="/ledgers/$ledger" params={{ ledger: ledger.key }} search={where === undefined ? {} : { where }}>
              {words.open}
            </Link>
          </dd>
        </div>
        {preview.sums.map(({ field, title, sum, unit }) => (
          <div key={field}>
            <dt>{w(title)}</dt>
            <dd className="number-text">
              {numberText(sum)} {unit}
            </dd>
          </div>
        ))}
        {preview.figures.length > 0 && (
          <div>
            <dt>{words.figures}</dt>
            <dd>
              <ul className="month-figures">
                {preview.figures.map(({ measure, title, text }) => (
                  <li key={measure}>
                    {w(title)} <b className="number-text">{text}</b>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      {preview.closed ? (
        <p className="month-standing">{words.closed}</p>
      ) : preview.problems.length === 0 ? (
        <p className="month-standing month-clear">{words.clear}</p>
      ) : (
        <>
          <h3>{words.stands}</h3>
          <ul className="month-standing">
            {preview.problems.map((problem) => (
              <li key={problem.zh}>{w(problem)}</li>
            ))}
          </ul>
        </>
      )}
      {preview.corrections.length > 0 && (
        <>
          <h3>{words.corrections}</h3>
          <CorrectionList corrections={preview.corrections} />
        </>
      )}
    </section>
  )
}
