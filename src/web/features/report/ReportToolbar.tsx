import { Link } from '@tanstack/react-router'
import { Button, Popover } from 'antd'
import type { ReportOut } from '../../../api/report.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { PeriodPicker } from '../../ui/PeriodPicker.tsx'
import { useHeightVariable } from '../../ui/useHeightVariable.ts'
import { ExportWord } from '../template/ExportWord.tsx'
import type { useReport } from './useReport.ts'

type Props = { readonly it: ReturnType<typeof useReport>; readonly report: ReportOut | undefined; readonly onSeal: () => void; readonly onRoll: () => void }

const reportKinds = ['half', 'quarter', 'month', 'year'] as const

/** Which report is on the desk: period, the day up to which facts count, what the book knew; and what can be done with it. */
export const ReportToolbar = ({ it, report, onSeal, onRoll }: Props) => {
  const { m } = useSpeech()
  const { can: session } = useSession()
  const tools = useHeightVariable('--tools')
  return (
    <div ref={tools} className="report-tools" role="toolbar" aria-label={m.report.tools}>
      <div className="report-scope">
        <label>
          <span>{m.ui.period}</span>
          <PeriodPicker value={it.period} kinds={reportKinds} onChange={(period) => it.set({ period, cutoff: undefined })} />
        </label>
        {report !== undefined && (
          <>
            <label>
              <span title={m.report.cutoffAbout}>{m.report.cutoff}</span>
              <DayInput label={m.report.cutoffAbout} value={it.cutoff ?? report.figures[0]?.cutoff ?? ''} onChange={(day) => it.set({ cutoff: day === '' ? undefined : day })} />
            </label>
            <label>
              <span title={m.report.asOfAbout}>{m.report.asOf}</span>
              {it.asOf?.startsWith('#') === true ? <output className="number-text">{it.asOf}</output> : <DayInput label={m.report.asOfAbout} placeholder={m.report.now} value={it.asOf ?? ''} onChange={(day) => it.set({ asOf: day === '' ? undefined : day })} />}
            </label>
          </>
        )}
        {(it.asOf !== undefined || it.cutoff !== undefined) && <Button onClick={() => it.set({ asOf: undefined, cutoff: undefined })}>{m.report.toNow}</Button>}
      </div>
      <div className="report-acts">
        {report !== undefined && report.editions.length > 0 && (
          <Popover
            trigger="click"
            placement="bottomRight"
            content={
              <ul className="edition-list">
                {report.editions.map((edition) => (
                  <li key={edition.entry}>
                    <Link to="/editions/$edition" params={{ edition: String(edition.entry) }}>
                      {m.edition.number(edition.number)}
                    </Link>
                    <span className="number-text">{edition.day}</span>
                    <span>{edition.sealedBy}</span>
                    <span className="number-text faint">#{edition.headNumber}</span>
                  </li>
                ))}
              </ul>
            }
          >
            <Button>{m.report.editions(report.editions.length)}</Button>
          </Popover>
        )}
        {may(session, 'call.list') && (
          <Link to="/report/calls">
            {m.collect.title}
          </Link>
        )}
        {may(session, 'report.brief') && (
          <Link to="/report/brief" search={{ period: it.period }}>
            {m.speech.brief}
          </Link>
        )}
        <Link to="/indicators" search={{ period: it.period }}>
          {m.indicator.open}
        </Link>
        <Link to="/sources">
          {m.report.read}
        </Link>
        {report !== undefined && report.sections.length > 0 && may(session, 'report.return') && (
          <Link to="/report/word/$report" params={{ report: String(report.entry) }}>
            {m.word.title}
          </Link>
        )}
        <div className="report-buttons">
          {report !== undefined && <ExportWord verb="report.export" input={{ period: it.period, asOf: it.asOf }} label={m.report.exportWord} />}
          {report !== undefined && may(session, 'report.roll') && <Button onClick={onRoll}>{m.speech.roll}</Button>}
          {report !== undefined && may(report.can, 'edition.seal') && (
            <Button danger type="primary" onClick={onSeal} disabled={it.asOf !== undefined || it.cutoff !== undefined} title={it.asOf !== undefined || it.cutoff !== undefined ? m.report.sealOnlyNow : undefined}>
              {m.report.seal}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
