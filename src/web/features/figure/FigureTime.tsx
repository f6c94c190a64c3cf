import { useId } from 'react'
import { Button } from 'antd'
import type { FigureOut } from '../../../api/figure.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { numberText } from '../../ui/number-text.ts'
import { unitWords } from '../../ui/unit-words.ts'
import type { useFigurePanel } from './useFigurePanel.ts'

type Props = { readonly panel: ReturnType<typeof useFigurePanel>; readonly figure: FigureOut }

/**
 * The way back in time: a slider over the moments at which the book moved this number (as-of), and the day up
 * to which facts count (cutoff). Letting the slider go asks for the value and the rows of that moment.
 */
export const FigureTime = ({ panel, figure }: Props) => {
  const { m, lang } = useSpeech()
  const id = useId()
  const moments = panel.history.data?.moments ?? []
  const last = moments.length - 1
  const chosen = panel.asOf === undefined ? last : momentIndex(moments, panel.asOf)
  const at = panel.slid ?? chosen
  const moment = moments[at]
  const textOf = ({ value, text }: { readonly value: string | null; readonly text: string }) => (lang === 'zh' || value === null ? text : `${numberText(value)} ${unitWords(figure.unit, lang)}`)
  const settle = () => {
    if (panel.slid !== undefined && panel.slid !== chosen) panel.goTo(panel.slid === last ? undefined : `#${moments[panel.slid]?.number ?? 0}`)
  }
  return (
    <section className="figure-time" aria-label={m.figure.time}>
      <div className="time-line">
        <label htmlFor={id}>{m.figure.slider}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={Math.max(0, last)}
          value={Math.max(0, at)}
          disabled={last < 1}
          aria-valuetext={moment === undefined ? undefined : `${momentText(moment.recordedAt)} ${textOf(moment)}`}
          onChange={(event) => panel.slide(Number(event.target.value))}
          onPointerUp={settle}
          onKeyUp={settle}
          onBlur={settle}
        />
        {panel.asOf !== undefined && (
          <Button size="small" onClick={() => panel.goTo(undefined)}>
            {m.figure.now}
          </Button>
        )}
      </div>
      <p className="time-moment" aria-live="polite">
        {panel.history.error !== null ? m.figure.historyFailed : panel.history.data === undefined ? m.ui.loading : moment === undefined ? m.figure.noHistory : m.figure.moment(momentText(moment.recordedAt), moment.number, moment.by, textOf(moment))}
        {moment?.batch !== null && moment !== undefined && <span className="fact-note">{m.figure.batch(moment.batch ?? '')}</span>}
      </p>
      <div className="time-line">
        <label htmlFor={`${id}-cut`}>{m.figure.cutoff}</label>
        <DayInput id={`${id}-cut`} value={panel.scope.cutoff ?? figure.cutoff} onChange={(day) => panel.cutAt(day === '' ? undefined : day)} />
        {panel.scope.cutoff !== undefined && (
          <Button size="small" onClick={() => panel.cutAt(undefined)}>
            {m.figure.periodEnd}
          </Button>
        )}
      </div>
    </section>
  )
}

/** The last moment at or before an as-of, given as a journal number or a day. */
const momentIndex = (moments: readonly { readonly number: number; readonly recordedAt: string }[], asOf: string): number => {
  const within = asOf.startsWith('#') ? (moment: { number: number }) => moment.number <= Number(asOf.slice(1)) : (moment: { recordedAt: string }) => momentText(moment.recordedAt).slice(0, 10) <= asOf
  return moments.filter(within).length - 1
}
