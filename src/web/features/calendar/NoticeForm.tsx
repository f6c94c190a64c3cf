import { useId, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, InputNumber } from 'antd'
import { call } from '../../app/call.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useSession } from '../../app/session.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import { NoticePreview } from './NoticePreview.tsx'

type Props = { readonly onDone: (year: number, moved: number) => void; readonly onClose: () => void }

/** A notice is pasted, looked at with what it would move, and only then entered. Changing the text takes the preview away. */
export const NoticeForm = ({ onDone, onClose }: Props) => {
  const { m, w } = useSpeech()
  const { town } = useSession()
  const id = useId()
  const [text, setText] = useState('')
  const [year, setYear] = useState<number | null>(null)
  const [source, setSource] = useState('')
  const [day, setDay] = useState(town.today)
  const [reason, setReason] = useState('')
  const given = { text: text.trim(), ...(year === null ? {} : { year }) }
  const look = useMutation({ mutationFn: () => call('calendar.preview', given) })
  const seen = look.data
  const enter = useBookAct(() => call('calendar.enter', { ...given, day, source: source.trim(), saw: seen?.standing?.version ?? null, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }), ({ year: entered, moved }) => onDone(entered, moved))
  const change = <Value,>(set: (value: Value) => void) => (value: Value) => {
    set(value)
    look.reset()
    enter.reset()
  }
  const row = (field: string) => {
    const told = fieldWords(enter.error ?? look.error, field)
    return { id: `${id}-${field}`, problem: told === undefined ? undefined : w(told) }
  }
  const ready = seen?.notice !== undefined && seen.notice !== null && source.trim().length > 1 && day !== '' && (seen.standing === null || reason.trim().length > 1)
  return (
    <form
      className="calendar-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) enter.mutate(undefined)
        else if (text.trim() !== '' && seen === undefined) look.mutate()
      }}
    >
      <Refused error={enter.error ?? look.error} />
      <FormRow {...row('text')} label={m.calendar.text} required hint={m.calendar.textHint}>
        <Input.TextArea id={`${id}-text`} aria-describedby={`${id}-text-note`} rows={8} maxLength={30_000} value={text} onChange={(event) => change(setText)(event.target.value)} autoFocus />
      </FormRow>
      <FormRow {...row('year')} label={m.calendar.ofYear} hint={m.calendar.ofYearHint}>
        <InputNumber id={`${id}-year`} aria-describedby={`${id}-year-note`} min={2000} max={2100} precision={0} value={year} onChange={change(setYear)} />
      </FormRow>
      <div className="form-acts">
        <Button onClick={() => look.mutate()} disabled={text.trim() === ''} loading={look.isPending} {...(seen === undefined && { type: 'primary' as const })}>
          {m.calendar.preview}
        </Button>
        <Button onClick={onClose}>{m.ui.cancel}</Button>
      </div>
      {seen !== undefined && <NoticePreview seen={seen} />}
      {seen?.notice !== undefined && seen.notice !== null && (
        <>
          <FormRow {...row('source')} label={m.calendar.paper} required hint={m.calendar.paperHint}>
            <Input id={`${id}-source`} aria-describedby={`${id}-source-note`} maxLength={200} value={source} onChange={(event) => setSource(event.target.value)} />
          </FormRow>
          <FormRow {...row('day')} label={m.calendar.published} required>
            <DayInput id={`${id}-day`} describedBy={`${id}-day-note`} value={day} onChange={setDay} />
          </FormRow>
          {seen.standing !== null && (
            <FormRow {...row('reason')} label={m.calendar.reason} required hint={m.calendar.reasonHint}>
              <Input id={`${id}-reason`} aria-describedby={`${id}-reason-note`} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
            </FormRow>
          )}
          <div className="form-acts">
            <Button type="primary" htmlType="submit" disabled={!ready} loading={enter.isPending}>
              {m.calendar.enter}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}
