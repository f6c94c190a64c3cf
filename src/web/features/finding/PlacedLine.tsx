import { Button } from 'antd'
import { metresBetween } from '../../../core/matter/distance.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { Placed } from './usePosition.ts'

type Props = { readonly placed: Placed; readonly middle: string | null; readonly far: number; readonly onAsk: () => void }

/** Where a finding is made, and how far that is from where its org's findings lie. Nothing here stops a report. */
export const PlacedLine = ({ placed, middle, far, onAsk }: Props) => {
  const { m } = useSpeech()
  const told = m.finding
  const metres = placed.kind === 'known' ? metresBetween(placed.position, middle) : null
  return (
    <div className="finding-place" role="status">
      <span>
        {placed.kind === 'asking' && told.locating}
        {placed.kind === 'denied' && told.denied}
        {placed.kind === 'unavailable' && told.unavailable}
        {placed.kind === 'known' && (
          <>
            {told.position} <span className="number-text">{placed.position}</span>
            {metres !== null && <small className={metres > far ? 'finding-far' : 'faint'}>{metres > far ? told.farAway(metres) : told.near(metres)}</small>}
          </>
        )}
      </span>
      {placed.kind !== 'asking' && <Button onClick={onAsk}>{told.locateAgain}</Button>}
    </div>
  )
}
