import { Link } from '@tanstack/react-router'
import type { MatterRow } from '../../../api/matter.ts'
import type { Words } from '../../../core/words.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DueText } from './DueText.tsx'

type Board = { readonly key: string; readonly title: Words; readonly states: readonly { readonly key: string; readonly title: Words; readonly matters: number }[] }

/** Matters by the state they are in: a column a state, in the order of the procedure; states without a matter are left out. */
export const MatterBoard = ({ ledgers, rows }: { readonly ledgers: readonly Board[]; readonly rows: readonly MatterRow[] }) => {
  const { m, w, lang } = useSpeech()
  return (
    <>
      {ledgers
        .filter(({ key }) => rows.some((row) => row.ledger === key))
        .map((ledger) => (
          <section key={ledger.key} aria-label={w(ledger.title)}>
            <h2 className="matter-board-title">{w(ledger.title)}</h2>
            <div className="matter-board">
              {ledger.states
                .filter(({ matters }) => matters > 0)
                .map((state) => (
                  <div key={state.key} className="matter-column" role="group" aria-label={w(state.title)}>
                    <h3>
                      {w(state.title)} <small className="number-text">{state.matters}</small>
                    </h3>
                    <ul>
                      {rows
                        .filter((row) => row.ledger === ledger.key && row.state.key === state.key)
                        .map((row) => (
                          <li key={row.entry}>
                            <Link to="/matters/$ledger/$entry" params={{ ledger: row.ledger, entry: String(row.entry) }} lang="zh-CN">
                              {row.title}
                            </Link>
                            <small>{row.holder?.[lang]}</small>
                            <DueText row={row} />
                            {row.listed && <b className="matter-mark">{m.matter.listed}</b>}
                          </li>
                        ))}
                    </ul>
                  </div>
                ))}
            </div>
          </section>
        ))}
    </>
  )
}
