import { useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { workCalendar } from '../../../core/time/work-calendar.ts'
import type { Day } from '../../../core/time/day.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import type { OutputOf } from '../../app/wire.ts'
import { Answer } from '../../ui/Answer.tsx'
import { NoticeForm } from './NoticeForm.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'
import { YearView } from './YearView.tsx'
import './calendar.css'

/** The days worked in a year with the paper they stand in, and the way a new notice comes into the book. */
export const CalendarPanel = () => {
  const query = useCall('calendar.read', {})
  return <Answer query={query}>{(calendar) => <Opened calendar={calendar} />}</Answer>
}

const Opened = ({ calendar: { notices, can } }: { readonly calendar: OutputOf<'calendar.read'> }) => {
  const { m } = useSpeech()
  const { town } = useSession()
  const search = useSearch({ from: '/settings' })
  const navigate = useNavigate({ from: '/settings' })
  const [entering, setEntering] = useState(false)
  const [withdrawing, setWithdrawing] = useState(false)
  const [done, setDone] = useState('')
  const thisYear = Number(town.today.slice(0, 4))
  const known = notices.map(({ year }) => year)
  const [first, last] = [Math.min(thisYear, ...known), Math.max(thisYear, ...known) + 1]
  const year = Math.min(last, Math.max(first, Number(search.year) || thisYear))
  const show = (next: number) => void navigate({ search: (before) => ({ ...before, year: String(next) }), replace: true, resetScroll: false })
  const notice = notices.find((each) => each.year === year)
  const days = workCalendar('', notices.map((each) => ({ ...each, off: each.off as Day[], work: each.work as Day[] })))
  return (
    <>
      <p className="form-about">{m.calendar.about}</p>
      <div className="filters">
        <Button onClick={() => show(year - 1)} disabled={year <= first} aria-label={m.calendar.earlier}>
          ‹
        </Button>
        <Select aria-label={m.calendar.year} className="calendar-year" value={year} onChange={show} options={Array.from({ length: last - first + 1 }, (_, at) => ({ value: last - at, label: m.calendar.inYear(last - at) }))} virtual={false} />
        <Button onClick={() => show(year + 1)} disabled={year >= last} aria-label={m.calendar.later}>
          ›
        </Button>
        {may(can, 'calendar.enter') && !entering && (
          <Button
            onClick={() => {
              setDone('')
              setEntering(true)
            }}
          >
            {notice === undefined ? m.calendar.open : m.calendar.replace(year)}
          </Button>
        )}
        {may(can, 'calendar.enter') && !entering && notice !== undefined && (
          <Button
            danger
            onClick={() => {
              setDone('')
              setWithdrawing(true)
            }}
          >
            {m.calendar.withdrawAct}
          </Button>
        )}
      </div>
      {done !== '' && (
        <p role="status" className="calendar-done">
          {done}
        </p>
      )}
      {withdrawing && notice !== undefined && (
        <WithdrawDialog
          notice={notice}
          onDone={(moved) => {
            setDone(m.calendar.withdrawn(year, moved))
            setWithdrawing(false)
          }}
          onClose={() => setWithdrawing(false)}
        />
      )}
      {entering && (
        <NoticeForm
          onDone={(entered, moved) => {
            show(entered)
            setDone(m.calendar.entered(entered, moved))
            setEntering(false)
          }}
          onClose={() => setEntering(false)}
        />
      )}
      <p className={notice === undefined ? 'calendar-provisional' : 'calendar-source'}>
        {notice === undefined ? m.calendar.provisional(year) : m.calendar.source(notice.source, notice.day)}
        {notice !== undefined && <small>{m.calendar.total(notice.off.length, notice.work.length)}</small>}
      </p>
      <YearView year={year} calendar={days} today={town.today} />
    </>
  )
}
