import type { FigureOut } from '../../../api/figure.ts'
import { useSpeech } from '../../app/i18n.tsx'

/** Where a figure comes from, and its standing where an office reported it. */
export const SourceBadge = ({ source, status }: Pick<FigureOut, 'source' | 'status'>) => {
  const { m, w } = useSpeech()
  return (
    <>
      <span className={`badge badge-${source}`} title={m.figure.sourceAbout[source]}>
        {m.figure.source[source]}
      </span>
      {status !== null && <span className={status.key === 'estimate' ? 'badge badge-behind' : 'badge'}>{w(status.title)}</span>}
    </>
  )
}
