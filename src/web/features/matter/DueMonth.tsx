import type { DueDay } from '../../../api/matter.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { Lamp } from '../../ui/Lamp.tsx'
import { lampStates } from './lamp-states.ts'

type Props = { readonly month: string; readonly today: string; readonly days: readonly DueDay[]; readonly open: string | undefined; readonly onOpen: (day: string) => void }

/** A month as a table of weeks. A day on which something is due is a button; what is off or worked against its weekday says so. */
export const DueMonth = ({ month, today, days, open, onOpen }: Props) => {
  const { m } = useSpeech()
  const told = m.matter.calendar
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7))
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={told.title}>
      <table className="calendar">
        <thead>
          <tr>
            {told.weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map((each) => (
                <td key={each.day} className={[each.day.startsWith(month) ? '' : 'calendar-other', each.kind === 'workday' || each.kind === 'made-up' ? '' : 'calendar-off', each.day === today ? 'calendar-today' : ''].join(' ').trim() || undefined} aria-current={each.day === today ? 'date' : undefined}>
                  <span className="calendar-number number-text">
                    {Number(each.day.slice(8))}
                    {told.kinds[each.kind] !== '' && <i title={told.kindsAbout[each.kind]}>{told.kinds[each.kind]}</i>}
                    {each.day === today && <b>{told.today}</b>}
                  </span>
                  {each.matters > 0 && (
                    <button type="button" aria-pressed={open === each.day} aria-label={`${told.dueOn(each.day)} ${told.matters(each.matters)}`} onClick={() => onOpen(each.day)}>
                      <Lamp state={lampStates[each.lamp]} text={told.matters(each.matters)} />
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
