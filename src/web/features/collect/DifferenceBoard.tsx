import { Link } from '@tanstack/react-router'
import type { DifferenceOut } from '../../../api/call.ts'
import { useSpeech } from '../../app/i18n.tsx'

type Props = { readonly differences: readonly DifferenceOut[]; /** Some office has answered. */ readonly told: boolean }

/** Figures two offices, or an office and the book, tell differently: every side with who told it and why. */
export const DifferenceBoard = ({ differences, told }: Props) => {
  const { m, w } = useSpeech()
  const words = m.collect.differences
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">
        {words.title}
        {differences.length > 0 && <small>{differences.length}</small>}
      </h2>
      {differences.length === 0 ? (
        <p className="faint">{told ? words.none : words.nobody}</p>
      ) : (
        <ul className="differences" aria-labelledby="differences">
          {differences.map((difference) => (
            <li key={difference.measure}>
              <p className="difference-head">
                <b>{w(difference.title)}</b>
                <span className="faint">{words.owner(w(difference.owner))}</span>
              </p>
              <dl className="facts">
                <div>
                  <dt>{words.book}</dt>
                  <dd className="number-text">{difference.book === null ? words.notInBook : w(difference.book)}</dd>
                </div>
                {difference.sides.map((side) => (
                  <div key={side.answer}>
                    <dt>
                      <Link to="/report/answers/$answer" params={{ answer: String(side.answer) }} aria-label={words.answerOf(w(side.orgName))}>
                        {w(side.orgName)}
                      </Link>
                    </dt>
                    <dd>
                      {side.asBook ? <span>{words.asBook}</span> : <b className="number-text">{side.value === null ? '—' : w(side.value)}</b>}
                      {side.writer !== null && <span className="faint"> {side.writer}</span>}
                      {side.reason !== null && <q>{side.reason}</q>}
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
