import { Button } from 'antd'
import { addMonths, parseMonth } from '../../../core/time/month.ts'
import { period, titleOf } from '../../../core/time/period.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { DueDayList } from './DueDayList.tsx'
import { DueMonth } from './DueMonth.tsx'
import { MatterItems } from './MatterItems.tsx'
import './calendar.css'

type Scope = { readonly whose: 'mine' | 'office' | 'all'; readonly ledger: string | undefined }
type Props = Scope & { readonly month: string | undefined; readonly day: string | undefined; readonly onGo: (next: { readonly month: string; readonly day?: string | undefined }) => void }

/** Due days on the page of a month: how many matters on each, days off and weekend days worked marked; a day shows its matters. */
export const MatterCalendar = ({ whose, ledger, month, day, onGo }: Props) => {
  const { m, lang } = useSpeech()
  const { town } = useSession()
  const narrow = useNarrow(720)
  const now = parseMonth(town.today.slice(0, 7))
  const shown = parseMonth(month ?? '') ?? now
  const answer = useCall('matter.days', { month: String(shown), whose, ...(ledger !== undefined && { ledger }) }, { keep: true })
  const told = m.matter.calendar
  if (shown === undefined) return null
  const open = (next: string) => onGo({ month: shown, day: next === day ? undefined : next })
  return (
    <section aria-label={told.title}>
      <div className="calendar-head">
        <Button onClick={() => onGo({ month: addMonths(shown, -1) })} aria-label={told.earlier}>
          ‹
        </Button>
        <h2 aria-live="polite">{titleOf(period(shown))[lang]}</h2>
        <Button onClick={() => onGo({ month: addMonths(shown, 1) })} aria-label={told.later}>
          ›
        </Button>
        {now !== undefined && shown !== now && <Button onClick={() => onGo({ month: now })}>{told.thisMonth}</Button>}
      </div>
      <Answer query={answer}>
        {(data) => (
          <>
            {data.before > 0 && <p className="faint">{told.before(data.before)}</p>}
            {narrow ? (
              <DueDayList days={data.days} open={day} onOpen={open}>
                {(each) => <DayMatters whose={whose} ledger={ledger} day={each} />}
              </DueDayList>
            ) : (
              <DueMonth month={data.month} today={data.today} days={data.days} open={day} onOpen={open} />
            )}
            {data.after > 0 && <p className="faint">{told.after(data.after)}</p>}
            {data.days.some((each) => each.provisional) && <p className="faint">{told.provisional}</p>}
          </>
        )}
      </Answer>
      {day !== undefined && !narrow && (
        <section className="calendar-day" aria-labelledby="calendar-day">
          <h3 id="calendar-day">{told.dueOn(day)}</h3>
          <DayMatters whose={whose} ledger={ledger} day={day} />
        </section>
      )}
    </section>
  )
}

/** Most matters a day shows; the list has the rest. */
const most = 200

const DayMatters = ({ whose, ledger, day }: Scope & { readonly day: string }) => {
  const { m } = useSpeech()
  const answer = useCall('matter.list', { whose, list: 'due', from: day, to: day, limit: most, ...(ledger !== undefined && { ledger }) }, { keep: true })
  return <Answer query={answer} lines={3}>{({ rows, total }) => (total === 0 ? <p className="faint">{m.matter.calendar.none}</p> : <MatterItems rows={rows} />)}</Answer>
}
