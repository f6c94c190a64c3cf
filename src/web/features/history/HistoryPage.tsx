import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { ComparisonOut } from '../../../api/history.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { may } from '../../app/may.ts'
import { Comparison } from './Comparison.tsx'
import { MomentList } from './MomentList.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { RestoreSectionDialog } from './RestoreSectionDialog.tsx'
import { ReturnLine } from './ReturnLine.tsx'
import { useHistory } from './useHistory.ts'
import '../report/paper.css'
import './history.css'

/** How a report came to be what it is: its versions at the side, and two of them on one sheet with their differences marked. */
export const HistoryPage = () => {
  const { m } = useSpeech()
  const it = useHistory()
  const [restoring, setRestoring] = useState<ComparisonOut['changes'][number]>()
  const [whole, setWhole] = useState<ComparisonOut['sections'][number]>()
  const [first] = it.moments.data?.pages ?? []
  const report = useCall('report.read', { period: first?.period ?? '' }, { enabled: first !== undefined && it.to === undefined })
  const section = report.data?.sections.find((each) => each.entry === restoring?.section)
  const restores = new Set(it.to === undefined ? report.data?.sections.filter((each) => may(each.can, 'section.write')).map((each) => each.entry) : [])
  const compared = it.from === undefined ? undefined : it.comparison.data
  const returns = it.to === undefined && report.data !== undefined ? (compared?.sections ?? []).filter(({ entry, stands }) => (stands ? restores.has(entry) : may(report.data.can, 'section.create'))) : []
  return (
    <div className="page">
      <p className="crumb">
        <Link to="/report" search={first === undefined ? {} : { period: first.period }}>
          {m.report.title}
        </Link>
      </p>
      <PageHead title={m.agree.history.title} note={first?.title} />
      {it.moments.error !== null && <FailedState error={it.moments.error} retry={() => void it.moments.refetch()} />}
      {it.moments.isPending && it.report > 0 && <LoadingState lines={10} />}
      {it.report === 0 && <EmptyState title={m.agree.history.pick} />}
      {first !== undefined && (
        <div className="history">
          <MomentList it={it} />
          <div className="history-text">
            {it.from === undefined && <EmptyState title={m.agree.history.none} />}
            {it.comparison.error !== null && <FailedState error={it.comparison.error} retry={() => void it.comparison.refetch()} />}
            {it.from !== undefined && it.comparison.isPending && <LoadingState lines={14} />}
            {compared !== undefined && (
              <Comparison comparison={compared} restores={restores} onRestore={setRestoring}>
                <ReturnLine sections={returns} onReturn={setWhole} />
              </Comparison>
            )}
          </div>
        </div>
      )}
      {restoring !== undefined && report.data !== undefined && section !== undefined && (
        <RestoreDialog change={restoring} section={section} blocks={report.data.document.blocks.slice(section.from, section.to)} onClose={() => setRestoring(undefined)} />
      )}
      {whole !== undefined && report.data !== undefined && compared !== undefined && <RestoreSectionDialog earlier={whole} changes={compared.changes} report={report.data} onClose={() => setWhole(undefined)} />}
    </div>
  )
}
