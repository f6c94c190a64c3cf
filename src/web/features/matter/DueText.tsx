import type { MatterRow } from '../../../api/matter.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { Lamp } from '../../ui/Lamp.tsx'
import { lampStates } from './lamp-states.ts'

/** When a matter is due and how far off that is, or whether it was settled in its time: by lamp, day and words together. */
export const DueText = ({ row }: { readonly row: MatterRow }) => {
  const { m, w } = useSpeech()
  if (row.settled !== null)
    return (
      <span className="matter-due">
        {row.onTime !== null && <Lamp state={row.onTime ? 'kept' : 'overdue'} text={m.matter.standing[row.onTime ? 'in-time' : 'late']} />}
        <small className="number-text">{row.settled}</small>
      </span>
    )
  if (row.due === null) return <span className="faint">{row.paused ? m.matter.paused : m.matter.noDue}</span>
  return (
    <span className="matter-due" title={row.clock === null ? undefined : w(row.clock)}>
      <Lamp state={lampStates[row.lamp]} text={m.matter.left(row.left ?? 0)} />
      <small className="number-text">
        {row.due}
        {row.provisional && ` ${m.matter.provisional}`}
      </small>
    </span>
  )
}
