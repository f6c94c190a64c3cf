import type { FigureOut } from '../../../api/figure.ts'
import { useSpeech } from '../../app/i18n.tsx'

/** Where a figure comes from, and its standing where an office reported it; of a stated one both are the same word. */
export const SourceBadge = ({ source, status }: Pick<FigureOut, 'source' | 'status'>) => {
  const { m, w } = useSpeech()
  return (
    <>
      <span className={`badge badge-${source}`} title={m.figure.sourceAbout[source]}>
        {m.figure.source[source]}
      </span>
      {status !== null && status.key !== source && <span className={status.key === 'estimate' ? 'badge badge-behind' : 'badge'}>{w(status.title)}</span>}
    </>
  )
}
