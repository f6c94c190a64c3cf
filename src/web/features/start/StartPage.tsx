import type { ReactNode } from 'react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { StartOut } from '../../../api/start.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { lastHalf } from '../../app/periods.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { numberText } from '../../ui/number-text.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { PeriodPicker } from '../../ui/PeriodPicker.tsx'
import { Missing } from './Missing.tsx'
import { StartStep } from './StartStep.tsx'
import './start.css'

const reportKinds = ['half', 'quarter', 'month', 'year'] as const

/** The way to the first report in four steps; how far each has come is what the book says. */
export const StartPage = () => {
  const { m } = useSpeech()
  const { town } = useSession()
  const search = useSearch({ from: '/start' })
  const navigate = useNavigate({ from: '/start' })
  const period = search.period ?? lastHalf(town.today)
  const query = useCall('start.read', { period }, { keep: true, staleTime: 0 })
  return (
    <div className="page page-reading">
      <PageHead title={m.start.title}>
        <PeriodPicker value={period} kinds={reportKinds} onChange={(next) => void navigate({ search: { period: next } })} />
      </PageHead>
      <p className="form-about">{m.start.about}</p>
      <Answer query={query} lines={12}>
        {(data) => <Steps data={data} />}
      </Answer>
    </div>
  )
}

const Steps = ({ data }: { data: StartOut }) => {
  const { m, w } = useSpeech()
  const { can } = useSession()
  const { sources, opening, ledgers, report, figures } = data
  const base = w(data.baseTitle)
  const filled = ledgers.filter((ledger) => ledger.entries > 0)
  const link = (verb: string, element: ReactNode) => (may(can, verb) ? element : null)
  return (
    <ol className="start">
      <StartStep number={1} title={m.start.source.title} about={m.start.source.about} have={sources.count} of={1}>
        <p>{sources.count === 0 ? m.start.source.none : m.start.source.have(sources.count, sources.figures, sources.commitments)}</p>
        {sources.latest !== null && (
          <p>
            {m.start.source.latest}{' '}
            <Link to="/sources/$source" params={{ source: String(sources.latest.entry) }}>
              {sources.latest.title}
            </Link>
          </p>
        )}
        <p className="start-acts">{link('source.read', <Link to="/sources/new">{m.start.source.act}</Link>)}</p>
      </StartStep>
      <StartStep number={2} title={m.start.opening.title} about={m.start.opening.about(base)} have={opening.have} of={opening.of}>
        <p>{opening.of === 0 ? m.start.opening.none : m.start.opening.have(base, opening.have, opening.of)}</p>
        <Missing cover={opening} />
        {opening.of > 0 && (
          <p className="start-acts">
            <a href={`/api/figure.template?period=${data.period}`} download>
              {m.start.opening.template}
            </a>
            {link('source.read', <Link to="/sources/new">{m.start.opening.act}</Link>)}
            {link(
              'reported.create',
              <Link to="/ledgers/$ledger" params={{ ledger: 'reported' }}>
                {m.start.opening.reported}
              </Link>,
            )}
          </p>
        )}
      </StartStep>
      <StartStep number={3} title={m.start.ledgers.title} about={m.start.ledgers.about} have={filled.length} of={ledgers.length}>
        <p>{ledgers.length === 0 ? m.start.ledgers.none : m.start.ledgers.have(filled.length, ledgers.length)}</p>
        {ledgers.length > 0 && (
          <ul className="start-ledgers">
            {ledgers.map((ledger) => (
              <li key={ledger.key}>
                <Link to="/ledgers/$ledger" params={{ ledger: ledger.key }}>
                  {w(ledger.title)}
                </Link>
                <small>{w(ledger.ownerName)}</small>
                <span className={ledger.entries === 0 ? 'faint' : 'number-text'}>{ledger.entries === 0 ? m.start.state.none : m.start.ledgers.entries(numberText(String(ledger.entries)))}</span>
              </li>
            ))}
          </ul>
        )}
        <p className="start-acts">
          {ledgers.length > 0 && <Link to="/ledgers">{m.start.ledgers.all}</Link>}
          {link(
            'setup.ledgers',
            <Link to="/settings" search={{ part: 'pack' }}>
              {m.start.ledgers.act}
            </Link>,
          )}
        </p>
      </StartStep>
      <StartStep number={4} title={m.start.report.title} about={m.start.report.about} have={report === null ? 0 : figures.have} of={Math.max(figures.of, 1)}>
        <p>{report === null ? m.start.report.none(w(data.periodTitle)) : m.start.report.have(report.title, report.sections)}</p>
        {figures.of > 0 && <p>{m.start.report.figures(figures.have, figures.of)}</p>}
        {figures.of > 0 && <Missing cover={figures} />}
        <p className="start-acts">
          <Link to="/report" search={{ period: data.period }}>
            {report === null && may(can, 'report.create') ? m.start.report.create : m.start.report.act}
          </Link>
        </p>
      </StartStep>
    </ol>
  )
}
