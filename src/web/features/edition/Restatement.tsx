import { Link } from '@tanstack/react-router'
import type { RestatementOut } from '../../../api/report.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useOpenFigure } from '../../app/useOpenFigure.ts'
import { Lamp } from '../../ui/Lamp.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { unitWords } from '../../ui/unit-words.ts'

type Props = { readonly items: readonly RestatementOut[]; readonly unitOf: (measure: string) => string; readonly asOf: number; readonly period: string }

/** What changed after sealing: each number then and now, and the rows that moved it. */
export const Restatement = ({ items, unitOf, asOf, period }: Props) => {
  const { m, w, lang } = useSpeech()
  const { open } = useOpenFigure()
  return (
    <>
      <h2>{m.edition.restatement}</h2>
      {items.length === 0 ? (
        <Lamp state="kept" text={m.edition.unchanged} />
      ) : (
        <>
          <Lamp state="behind" text={m.edition.changed(items.length)} />
          <ol className="restatement">
            {items.map((item) => (
              <li key={item.measure}>
                <h3>{w(item.title)}</h3>
                <p className="then-now">
                  <button type="button" className="figure-run" onClick={() => open({ measure: item.measure, period, asOf: `#${asOf}` })} aria-label={m.edition.thenOf(w(item.title), item.then)}>
                    <s>{item.then}</s>
                  </button>
                  <i aria-hidden="true">→</i>
                  <button type="button" className="figure-run" onClick={() => open({ measure: item.measure, period })} aria-label={m.edition.nowOf(w(item.title), item.now)}>
                    {item.now}
                  </button>
                </p>
                {item.cause === 'definition' && <p className="fact-note">{m.edition.definitionChanged}</p>}
                <ul className="moved-rows">
                  {item.rows.map((row) => (
                    <li key={`${row.entry}/${row.journal}`}>
                      {row.visible ? (
                        <Link to="/ledgers/$ledger" params={{ ledger: row.ledger }} search={{ entry: String(row.entry) }}>
                          {w(row.ledgerTitle)} #{row.entry}
                        </Link>
                      ) : (
                        <span>{m.edition.hiddenRow(w(row.ledgerTitle))}</span>
                      )}
                      <span className="number-text">
                        {row.then} → {row.now} <small>{unitWords(unitOf(item.measure), lang)}</small>
                      </span>
                      <small>
                        {m.ledger.verbOf(row.verb)} · {row.by.name} · {momentText(row.recordedAt)} · #{row.journal}
                      </small>
                      {row.reason !== null && <q>{row.reason}</q>}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}
