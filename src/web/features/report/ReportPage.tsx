import { lazy, Suspense, useCallback, useState } from 'react'
import { hasCode } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { useFigureSearch, useOpenFigure } from '../../app/useOpenFigure.ts'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { PromiseList } from '../promise/PromiseList.tsx'
import { BlockMarks } from './BlockMarks.tsx'
import { CopyParagraph } from './CopyParagraph.tsx'
import { FindingList } from './FindingList.tsx'
import { MarginTrends } from './MarginTrends.tsx'
import { NewReport } from './NewReport.tsx'
import { Outline } from './Outline.tsx'
import { Paper } from './Paper.tsx'
import type { Beside } from './PaperRow.tsx'
import { AgreeLinks } from '../agree/AgreeLinks.tsx'
import { FrozenMark } from '../agree/FrozenMark.tsx'
import { StateLine } from '../agree/StateLine.tsx'
import { RemarkGutter } from '../remark/RemarkGutter.tsx'
import { SelectionMark } from '../remark/SelectionMark.tsx'
import { useRemarks } from '../remark/useRemarks.ts'
import { SectionBar } from '../write/SectionBar.tsx'
import { useDesk } from '../write/useDesk.ts'
import { SpeechLength } from './SpeechLength.tsx'
import { ReportToolbar } from './ReportToolbar.tsx'
import { useReport } from './useReport.ts'
import './report.css'

const SectionEditor = lazy(() => import('../write/SectionEditor.tsx').then((it) => ({ default: it.SectionEditor })))
const RollDialog = lazy(() => import('../promise/RollDialog.tsx').then((it) => ({ default: it.RollDialog })))
const RemarkPanel = lazy(() => import('../remark/RemarkPanel.tsx').then((it) => ({ default: it.RemarkPanel })))
const SealDialog = lazy(() => import('./SealDialog.tsx').then((it) => ({ default: it.SealDialog })))

const none: readonly never[] = []

const goTo = (block: number): void => {
  const place = document.getElementById(`block-${block}`)
  place?.scrollIntoView({ block: 'center' })
  place?.querySelector<HTMLElement>('.marked, [role=button], button')?.focus()
}

/** The living report: a sheet in the middle, trends in its margin, findings at its side. */
export const ReportPage = () => {
  const { m } = useSpeech()
  const it = useReport()
  const { open } = useOpenFigure()
  const { figure: opened } = useFigureSearch()
  const narrow = useNarrow(1000)
  const stacked = useNarrow(1360)
  const { can: session } = useSession()
  const [sealing, setSealing] = useState(false)
  const [rolling, setRolling] = useState(false)
  const { data: report, error, refetch, isPlaceholderData } = it.report
  const desk = useDesk(it, report)
  const { period, asOf, cutoff } = it
  const openFigure = useCallback((measure: string) => open({ measure, period, asOf, cutoff }), [open, period, asOf, cutoff])
  const now = asOf === undefined && cutoff === undefined
  const remarks = useRemarks(report, now)
  const { trendOf } = it
  const beside: Beside = useCallback(
    (block, at, numbers) => (
      <>
        {(block.kind !== 'heading' || remarks.standsAt(block.id)) && (
          <BlockMarks>
            <RemarkGutter it={remarks} block={block.id} at={at} />
            <CopyParagraph block={block} told={numbers.told} stop={!remarks.standsAt(block.id)} />
          </BlockMarks>
        )}
        <MarginTrends block={block} figures={numbers.figures} trendOf={trendOf} narrow={narrow} onOpen={openFigure} />
      </>
    ),
    [trendOf, narrow, openFigure, remarks],
  )
  return (
    <div className="report">
      <PageTitle>{report?.title ?? m.report.title}</PageTitle>
      <ReportToolbar it={it} report={report} onSeal={() => setSealing(true)} onRoll={() => setRolling(true)} />
      {report === undefined && now && hasCode(error, 'not-found') && <NewReport key={period} period={period} />}
      {report === undefined && error !== null && !(now && hasCode(error, 'not-found')) && <FailedState error={error} retry={() => void refetch()} />}
      {report === undefined && error === null && (
        <div className="paper paper-waiting">
          <LoadingState lines={14} />
        </div>
      )}
      {report !== undefined && (
        <StateLine report={report} now={now} errors={desk.findings.filter((finding) => finding.severity === 'error').length}>
          <AgreeLinks report={report} remarks={remarks} />
        </StateLine>
      )}
      {report !== undefined && (
        <div className="desk">
          <div className="desk-side">
            <Outline blocks={report.document.blocks} onGo={goTo} />
            <details className="desk-findings" open={!stacked}>
              <summary>
                {m.report.findings}
                <small>{desk.findings.length}</small>
              </summary>
              <FindingList findings={desk.findings} onGo={goTo} />
            </details>
            <SpeechLength blocks={report.document.blocks} told={it.told} />
            {may(session, 'reply.list') && <PromiseList report={report.entry} blocks={report.document.blocks} told={it.told} onGo={goTo} />}
          </div>
          <Paper
            document={report.document}
            figures={it.figures}
            told={it.told}
            quotes={it.quotes}
            opened={opened}
            onOpen={openFigure}
            busy={isPlaceholderData}
            sections={desk.writable ? report.sections : none}
            bar={(section) => <SectionBar report={report} section={section} here={desk.hereIn(section.entry)} writing={desk.writing === section.entry} onWrite={desk.write} />}
            instead={(section) =>
              desk.writing === section.entry ? (
                <Suspense fallback={<LoadingState lines={section.to - section.from} />}>
                  <SectionEditor key={section.entry} report={report} section={section} at={desk.at} told={it.told} onOpen={openFigure} onDone={desk.done} onSaved={desk.saved} onFindings={desk.found} />
                </Suspense>
              ) : undefined
            }
            onWrite={desk.writeAt}
            beside={beside}
            {...(report.freeze !== null && { head: <FrozenMark freeze={report.freeze} /> })}
            foot={<p className="paper-foot">{m.report.livingFoot(report.asOf)}</p>}
          />
        </div>
      )}
      <SelectionMark it={remarks} />
      {remarks.shown && report !== undefined && (
        <Suspense fallback={null}>
          <RemarkPanel it={remarks} report={report} onGo={goTo} />
        </Suspense>
      )}
      {sealing && report !== undefined && (
        <Suspense fallback={null}>
          <SealDialog report={report} onClose={() => setSealing(false)} />
        </Suspense>
      )}
      {rolling && report !== undefined && (
        <Suspense fallback={null}>
          <RollDialog report={report} onClose={() => setRolling(false)} />
        </Suspense>
      )}
    </div>
  )
}
