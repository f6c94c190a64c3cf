import type { Day } from '../../../core/time/day.ts'
import { dayOf, monthLength } from '../../../core/time/day.ts'
import type { WorkCalendar } from '../../../core/time/work-calendar.ts'
import { dayKind, weekday } from '../../../core/time/work-calendar.ts'
import { useSpeech } from '../../app/i18n.tsx'

type Props = { readonly year: number; readonly calendar: WorkCalendar; readonly today: string }

/** Twelve months, each day as it is worked or not; what a notice made otherwise carries a word, not a colour alone. */
export const YearView = ({ year, calendar, today }: Props) => (
  <div className="calendar-months">
    {Array.from({ length: 12 }, (_, at) => (
      <Month key={at} year={year} month={at + 1} calendar={calendar} today={today} />
    ))}
  </div>
)

const Month = ({ year, month, calendar, today }: Props & { readonly month: number }) => {
  const { m } = useSpeech()
  const days = Array.from({ length: monthLength(year, month) }, (_, at) => dayOf(year, month, at + 1))
  const before = weekday(days[0] ?? dayOf(year, month, 1))
  const cells: readonly (Day | null)[] = [...Array.from({ length: before }, () => null), ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) => cells.slice(at * 7, at * 7 + 7))
  return (
    <table className="calendar-month">
      <caption>{m.calendar.month(month)}</caption>
      <thead>
        <tr>
          {m.calendar.weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          <tr key={at}>
            {week.map((day, place) => (day === null ? <td key={place} /> : <DayCell key={place} day={day} calendar={calendar} isToday={day === today} />))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const DayCell = ({ day, calendar, isToday }: { readonly day: Day; readonly calendar: WorkCalendar; readonly isToday: boolean }) => {
  const { m } = useSpeech()
  const kind = dayKind(calendar, day)
  const mark = kind === 'holiday' || kind === 'made-up' ? m.calendar.marks[kind] : ''
  return (
    <td className={`calendar-day calendar-${kind}`} title={`${day} ${m.calendar.kinds[kind]}`} {...(isToday && { 'aria-current': 'date' as const })}>
      {Number(day.slice(8))}
      {mark !== '' && <small>{mark}</small>}
    </td>
  )
}
