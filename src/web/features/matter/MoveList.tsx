import type { MatterOut } from '../../../api/matter.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { momentText } from '../../ui/moment-text.ts'

/** When a notice of holidays moved the due day of a matter, and which. */
export const MoveList = ({ moves }: { readonly moves: MatterOut['moves'] }) => {
  const { m } = useSpeech()
  return moves.length === 0 ? null : (
    <ul className="matter-moves">
      {moves.map(({ number, recordedAt, reason, was, is }) => (
        <li key={number}>
          <span className="number-text">{momentText(recordedAt)}</span> {m.calendar.movedBy(was, is, reason)}
        </li>
      ))}
    </ul>
  )
}
