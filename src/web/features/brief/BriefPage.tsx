import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { BriefOut } from '../../../api/brief.ts'
import { hasCode } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { lastHalf } from '../../app/periods.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { useOpenFigure } from '../../app/useOpenFigure.ts'
import { Answer } from '../../ui/Answer.tsx'
import { ChangeText } from '../../ui/ChangeText.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { NewReport } from '../report/NewReport.tsx'
import { MoveCard } from './MoveCard.tsx'
import { standingText } from './standing-text.ts'
import './brief.css'

/** One page for a leader, which prints on one sheet: the main figures, the largest moves, and who and what moved them. */
export const BriefPage = () => {
  const { m, w } = useSpeech()
  const { town } = useSession()
  const period = useSearch({ from: '/report/brief' }).period ?? lastHalf(town.today)
  const query = useCall('report.brief', { period })
  if (hasCode(query.error, 'not-found')) return <NewReport key={period} period={period} />
  return (
    <div className="brief">
      <p className="crumb">
        <Link to="/report" search={{ period }}>
          {m.report.title}
        </Link>
      </p>
      <PageHead title={query.data === undefined ? m.speech.brief : m.speech.briefOf(w(query.data.periodTitle))}>{query.data !== undefined && <Button onClick={() => window.print()}>{m.speech.print}</Button>}</PageHead>
      <Answer query={query} lines={12}>
        {(data) => (
          <article className="brief-sheet">
            <header>
              <h2 lang="zh-CN">{data.title}</h2>
              <span className="faint">{m.speech.asOf(data.asOf)}</span>
            </header>
            <Headline data={data} />
            <h3>{m.speech.moves}</h3>
            {data.moves.length === 0 ? <p>{m.speech.noMoves}</p> : data.moves.map((move) => <MoveCard key={move.figure.id} move={move} />)}
            <footer className="faint">{m.speech.movesAbout(data.leastRows)}</footer>
          </article>
        )}
      </Answer>
    </div>
  )
}

const Headline = ({ data }: { data: BriefOut }) => {
  const { m, w } = useSpeech()
  const { open } = useOpenFigure()
  return (
    <section aria-label={m.speech.headline}>
      <h3>{m.speech.headline}</h3>
      {data.headline.length === 0 && <p>{m.write.nothingToTell}</p>}
      <ul className="brief-headline">
        {data.headline.map((figure) => (
          <li key={figure.id}>
            <button type="button" onClick={() => open({ measure: figure.id, period: data.period })}>
              <span>{w(figure.title)}</span>
              <b lang="zh-CN">{figure.value === null && figure.change !== null ? w(figure.change.text) : standingText(figure)}</b>
              <ChangeText change={figure.change} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
