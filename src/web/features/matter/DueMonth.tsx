import type { DueDay } from '../../../api/matter.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { Lamp } from '../../ui/Lamp.tsx'
import { MonthTable } from '../../ui/MonthTable.tsx'
import { lampStates } from './lamp-states.ts'

type Props = { readonly month: string; readonly today: string; readonly days: readonly DueDay[]; readonly open: string | undefined; readonly onOpen: (day: string) => void }

/** The page of a month. A day on which something is due is a button; what is off or worked against its weekday says so. */
export const DueMonth = ({ month, today, days, open, onOpen }: Props) => {
  const { m } = useSpeech()
  const told = m.matter.calendar
  const known = new Map(days.map((each) => [each.day, each]))
  const about = (day: string) => {
    const kind = known.get(day)?.kind
    return { className: [day.startsWith(month) ? '' : 'calendar-other', kind === 'weekend' || kind === 'holiday' ? 'calendar-off' : '', day === today ? 'calendar-today' : ''].join(' ').trim() || undefined }
  }
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={told.title}>
      <MonthTable className="calendar" weekdays={told.weekdays} days={days.map(({ day }) => day)} today={today} about={about}>
        {(day) => {
          const { kind, matters, lamp } = known.get(day) ?? { kind: 'workday' as const, matters: 0, lamp: 'none' as const }
          return (
            <>
              <span className="calendar-number number-text">
                {Number(day.slice(8))}
                {told.kinds[kind] !== '' && <i title={told.kindsAbout[kind]}>{told.kinds[kind]}</i>}
                {day === today && <b>{told.today}</b>}
              </span>
              {matters > 0 && (
                <button type="button" aria-pressed={open === day} aria-label={`${told.dueOn(day)} ${told.matters(matters)}`} onClick={() => onOpen(day)}>
                  <Lamp state={lampStates[lamp]} text={told.matters(matters)} />
                </button>
              )}
            </>
          )
        }}
      </MonthTable>
    </div>
  )
}
