import { Link } from '@tanstack/react-router'
import type { MoveOut } from '../../../api/brief.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useOpenFigure } from '../../app/useOpenFigure.ts'
import { ChangeText } from '../../ui/ChangeText.tsx'
import { Lamp } from '../../ui/Lamp.tsx'
import { NumberCell } from '../../ui/NumberCell.tsx'
import { standingText } from './standing-text.ts'

/** One figure that moved much: how far, which way, from whom, and by which entries. */
export const MoveCard = ({ move }: { move: MoveOut }) => {
  const { m, w } = useSpeech()
  const { open } = useOpenFigure()
  const { figure, verdict, why, orgs, rows } = move
  return (
    <section className="move" aria-label={w(figure.title)}>
      <h4>
        <button type="button" className="link" onClick={() => open({ measure: figure.id, period: figure.period })}>
          {w(figure.title)}
        </button>
        <b lang="zh-CN">{standingText(figure)}</b>
        <ChangeText change={figure.change} />
        {verdict !== null && <Lamp state={verdict === 'better' ? 'kept' : 'behind'} text={m.speech.verdict[verdict]} />}
      </h4>
      {why.kind !== 'change' && <p className="move-why">{why.kind === 'new' ? m.speech.whyNew : m.speech.whyBehind(why)}</p>}
      <dl>
        <div>
          <dt>{m.speech.who}</dt>
          <dd>
            {orgs.length === 0 && <span className="faint">{m.speech.none}</span>}
            {orgs.map((each) => (
              <span key={each.org.zh} className="move-org">
                {w(each.org)} <NumberCell value={each.before} /> → <NumberCell value={each.now} unit={figure.unit} />
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{move.rowsOf === figure.period ? m.speech.what : m.speech.whatBefore}</dt>
          <dd>
            {rows.length === 0 && move.withheldRows === 0 && <span className="faint">{m.speech.none}</span>}
            {rows.map((row) => (
              <Link key={`${row.ledger}/${row.entry}/${row.day}`} to="/ledgers/$ledger" params={{ ledger: row.ledger }} search={{ entry: String(row.entry) }} className="move-row">
                <span>{row.summary.length === 0 ? `${w(row.ledgerTitle)} #${row.entry}` : row.summary.slice(0, 2).map((part) => w(part.text)).join(' · ')}</span>
                <small>
                  {w(row.orgName)} {row.day}
                </small>
                <NumberCell value={row.amount} unit={figure.unit} />
              </Link>
            ))}
            {move.withheldRows > 0 && <small className="faint">{m.speech.withheld(move.withheldRows)}</small>}
          </dd>
        </div>
      </dl>
    </section>
  )
}
