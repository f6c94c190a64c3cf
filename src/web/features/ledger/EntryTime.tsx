import { useId } from 'react'
import { Button } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { momentText } from '../../ui/moment-text.ts'
import type { EntryOut } from './useEntry.ts'
import type { useEntryTime } from './useEntryTime.ts'

type Props = { readonly time: ReturnType<typeof useEntryTime>; readonly history: EntryOut['history'] }

/** The way back in an entry's time: along its own changes, or to a day; and setting that moment beside now. */
export const EntryTime = ({ time, history }: Props) => {
  const { m } = useSpeech()
  const id = useId()
  const words = m.personal.time
  const step = history[time.at]
  const isDay = time.asOf !== undefined && !time.asOf.startsWith('#')
  return (
    <section className="entry-time" aria-label={words.title}>
      <div className={time.last > 0 ? 'entry-time-line' : 'entry-time-line entry-time-day'}>
        {time.last > 0 && (
          <>
            <label htmlFor={id}>{words.slider}</label>
            <input
              id={id}
              type="range"
              min={0}
              max={time.last}
              value={Math.max(0, time.at)}
              aria-valuetext={step === undefined ? undefined : `${momentText(step.recordedAt)} ${m.ledger.verbOf(step.verb)}`}
              onChange={(event) => time.slide(Number(event.target.value))}
              onPointerUp={time.settle}
              onKeyUp={time.settle}
              onBlur={time.settle}
            />
          </>
        )}
        <label htmlFor={`${id}-day`}>{words.day}</label>
        <DayInput id={`${id}-day`} value={isDay ? (time.asOf ?? '') : ''} onChange={(day) => time.goTo(day === '' ? undefined : day)} />
      </div>
      {time.asOf !== undefined && (
        <div className="entry-past" role="status">
          <span>{isDay ? words.pastDay(time.asOf) : step === undefined ? words.absent : words.moment(momentText(step.recordedAt), step.number, step.by, m.ledger.verbOf(step.verb))}</span>
          <Button size="small" onClick={() => time.compare(!time.comparing)} aria-pressed={time.comparing}>
            {time.comparing ? words.noCompare : words.compare}
          </Button>
          <Button size="small" onClick={() => time.goTo(undefined)}>
            {words.now}
          </Button>
        </div>
      )}
    </section>
  )
}
