import type { ReactNode } from 'react'
import type { DueDay } from '../../../api/matter.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Lamp } from '../../ui/Lamp.tsx'
import { lampStates } from './lamp-states.ts'

type Props = { readonly days: readonly DueDay[]; readonly open: string | undefined; readonly onOpen: (day: string) => void; readonly children: (day: string) => ReactNode }

/** The days of a month on which something is due, one under another, each opening its matters in place: the calendar of a phone. */
export const DueDayList = ({ days, open, onOpen, children }: Props) => {
  const { m } = useSpeech()
  const told = m.matter.calendar
  const due = days.filter(({ matters }) => matters > 0)
  if (due.length === 0) return <EmptyState title={told.none} />
  return (
    <ul className="calendar-list">
      {due.map(({ day, kind, matters, lamp }) => (
        <li key={day}>
          <button type="button" aria-expanded={open === day} onClick={() => onOpen(day)}>
            <span>
              {told.day(day)} <small>{[told.weekdayOf(day), told.kindsAbout[kind]].filter((each) => each !== '').join(' · ')}</small>
            </span>
            <Lamp state={lampStates[lamp]} text={told.matters(matters)} />
          </button>
          {open === day && children(day)}
        </li>
      ))}
    </ul>
  )
}
