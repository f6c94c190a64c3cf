import { Link } from '@tanstack/react-router'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Lamp } from '../../ui/Lamp.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { countOf, TodayAnswers } from '../collect/TodayAnswers.tsx'
import { CorrectionList } from '../correction/CorrectionList.tsx'
import { FindingNotice } from '../finding/FindingNotice.tsx'
import { LeftNotice } from '../deputy/LeftNotice.tsx'
import { BookHead } from './BookHead.tsx'
import { MissingList } from './MissingList.tsx'
import { countAgreeing, TodayAgreeing } from './TodayAgreeing.tsx'
import { TodayMatters } from './TodayMatters.tsx'
import './today.css'

/** What waits for the reader: matters by urgency, answers to calls, corrections to confirm, values to report, editions that have moved; and where the book stands. */
export const TodayPage = () => {
  const { m } = useSpeech()
  const { person, can } = useSession()
  const query = useCall('today.read', {})
  const matters = useCall('matter.waiting', {})
  const reports = useCall('report.list', {}, { enabled: may(can, 'start.read') })
  return (
    <div className="page page-reading">
      <Answer query={query} lines={8}>
        {(data) => {
          const waits = data.waiting.length + data.missing.length + data.restated.length + countOf(data.answers) + countAgreeing(data) + (matters.data?.total ?? 0)
          return (
            <>
              <PageHead title={m.today.title(data.today)} note={waits === 0 ? undefined : m.today.waits(waits)} />
              {waits === 0 && matters.data !== undefined && <Lamp state="kept" text={m.today.nothing(person.name)} />}
              {reports.data?.reports.length === 0 && (
                <p>
                  <Link to="/start">{m.start.link}</Link>
                </p>
              )}
              {may(can, 'finding.create') && <FindingNotice />}
              <Answer query={matters} lines={3}>{({ groups }) => <TodayMatters groups={groups} />}</Answer>
              <LeftNotice />
              <TodayAgreeing waiting={data} />
              <TodayAnswers answers={data.answers} />
              {data.waiting.length > 0 && (
                <section aria-labelledby="today-waiting">
                  <h2 id="today-waiting">
                    {m.today.waiting}
                    <small>{data.waiting.length}</small>
                  </h2>
                  <CorrectionList corrections={data.waiting} />
                </section>
              )}
              {data.missing.length > 0 && (
                <section aria-labelledby="today-missing">
                  <h2 id="today-missing">
                    {m.today.missing}
                    <small>{data.missing.length}</small>
                  </h2>
                  <MissingList items={data.missing} />
                </section>
              )}
              {data.restated.length > 0 && (
                <section aria-labelledby="today-restated">
                  <h2 id="today-restated">
                    {m.today.restated}
                    <small>{data.restated.length}</small>
                  </h2>
                  <ul className="plain-list">
                    {data.restated.map((each) => (
                      <li key={each.edition}>
                        <Link to="/editions/$edition" params={{ edition: String(each.edition) }}>
                          {m.edition.titleOf(each.title, each.number)}
                        </Link>
                        <span>{m.today.movedFigures(each.figures)}</span>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              {data.mine.length > 0 && (
                <section aria-labelledby="today-mine">
                  <h2 id="today-mine">
                    {m.today.mine}
                    <small>{data.mine.length}</small>
                  </h2>
                  <CorrectionList corrections={data.mine} />
                </section>
              )}
              <BookHead head={data.head} />
            </>
          )
        }}
      </Answer>
    </div>
  )
}
