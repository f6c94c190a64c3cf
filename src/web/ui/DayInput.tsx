import { useRef, useState } from 'react'
import { Input } from 'antd'
import { parseDay } from '../../core/time/day.ts'
import { useSpeech } from '../app/i18n.tsx'

type Props = {
  readonly value: string
  readonly onChange: (day: string) => void
  readonly id?: string
  readonly label?: string
  readonly placeholder?: string
  readonly invalid?: boolean
  readonly describedBy?: string
}

/**
 * A calendar day, written 2023-06-30 whatever the browser's own habit, or taken from the browser's calendar.
 * Only a whole day or nothing is passed on; the text in between stays here.
 */
export const DayInput = ({ value, onChange, id, label, placeholder = 'YYYY-MM-DD', invalid = false, describedBy }: Props) => {
  const { m } = useSpeech()
  const [draft, setDraft] = useState<string>()
  const calendar = useRef<HTMLInputElement>(null)
  const take = (text: string) => {
    const done = text === '' || parseDay(text) !== undefined
    setDraft(done ? undefined : text)
    if (done) onChange(text)
  }
  const wrong = invalid || (draft !== undefined && draft.length >= 10)
  return (
    <span className="day-input">
      <Input
        value={draft ?? value}
        onChange={(event) => take(event.target.value.trim().replaceAll('/', '-'))}
        placeholder={placeholder}
        inputMode="numeric"
        maxLength={10}
        {...(id !== undefined && { id })}
        {...(label !== undefined && { 'aria-label': label })}
        {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
        aria-invalid={wrong}
        {...(wrong && { status: 'error' as const })}
      />
      <button type="button" aria-label={m.ui.calendar} onClick={() => calendar.current?.showPicker()}>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path d="M1.5 3h11v9.5h-11zM1.5 6h11M4.5 1v3M9.5 1v3" />
        </svg>
      </button>
      <input ref={calendar} type="date" tabIndex={-1} aria-hidden="true" value={value} onChange={(event) => take(event.target.value)} />
    </span>
  )
}
