import { useState } from 'react'
import { Button } from 'antd'
import { parsePeriod, titleOf } from '../../../core/time/period.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { ReportedForm } from './ReportedForm.tsx'

type Missing = OutputOf<'today.read'>['missing'][number]

/** Reported figures without a value for the period, each entered on the spot. */
export const MissingList = ({ items }: { items: readonly Missing[] }) => {
  const { m, w, lang } = useSpeech()
  const [open, setOpen] = useState<string>()
  return (
    <ul className="missing">
      {items.map((item) => {
        const key = `${item.measure}/${item.period}`
        const period = parsePeriod(item.period)
        return (
          <li key={key}>
            <div className="missing-head">
              <b>{w(item.title)}</b>
              <span>{period === undefined ? item.period : titleOf(period)[lang]}</span>
              {open !== key && (
                <Button size="small" onClick={() => setOpen(key)} aria-label={`${m.today.enter} ${w(item.title)}`}>
                  {m.today.enter}
                </Button>
              )}
            </div>
            {open === key && <ReportedForm measure={item.measure} period={item.period} onClose={() => setOpen(undefined)} />}
          </li>
        )
      })}
    </ul>
  )
}
