import type { Day } from '../../../core/time/day.ts'
import { dayOf, monthLength } from '../../../core/time/day.ts'
import type { WorkCalendar } from '../../../core/time/work-calendar.ts'
import { dayKind, weekday } from '../../../core/time/work-calendar.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { MonthTable } from '../../ui/MonthTable.tsx'

type Props = { readonly year: number; readonly calendar: WorkCalendar; readonly today: string }

/** Twelve months, each day as it is worked or not; what a notice made otherwise carries a word, not a colour alone. */
export const YearView = ({ year, calendar, today }: Props) => {
  const { m } = useSpeech()
  const about = (day: Day) => {
    const kind = dayKind(calendar, day)
    return { className: `calendar-day calendar-${kind}`, title: `${day} ${m.calendar.kinds[kind]}` }
  }
  return (
    <div className="calendar-months">
      {Array.from({ length: 12 }, (_, at) => at + 1).map((month) => (
        <MonthTable key={month} className="calendar-month" caption={m.calendar.month(month)} weekdays={m.calendar.weekdays} days={daysOf(year, month)} today={today} about={about}>
          {(day) => {
            const kind = dayKind(calendar, day)
            return (
              <>
                {Number(day.slice(8))}
                {(kind === 'holiday' || kind === 'made-up') && <small>{m.calendar.marks[kind]}</small>}
              </>
            )
          }}
        </MonthTable>
      ))}
    </div>
  )
}

/** The days of a month, after the places of its first week that lie before it. */
const daysOf = (year: number, month: number): readonly (Day | null)[] => {
  const days = Array.from({ length: monthLength(year, month) }, (_, at) => dayOf(year, month, at + 1))
  return [...Array.from({ length: weekday(dayOf(year, month, 1)) }, () => null), ...days]
}
