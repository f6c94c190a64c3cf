import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { numberText } from '../../ui/number-text.ts'

/** The sum that always stands under the rows: visible + withheld = the number. */
export const TraceSum = ({ trace }: { trace: OutputOf<'figure.trace'> }) => {
  const { m } = useSpeech()
  const part = (value: string | null) => (value === null ? '—' : numberText(value))
  return (
    <dl className="trace-sum" role="group" aria-label={m.figure.sum}>
      <div>
        <dt>{m.figure.visible(trace.rowCount)}</dt>
        <dd className="number">{part(trace.total)}</dd>
      </div>
      <span aria-hidden="true">+</span>
      <div>
        <dt>{m.figure.withheld(trace.withheldRows)}</dt>
        <dd className="number">{part(trace.withheld)}</dd>
      </div>
      <span aria-hidden="true">=</span>
      <div>
        <dt>{m.figure.number}</dt>
        <dd className="number">
          <b>{part(trace.value)}</b>
          <small>{trace.unit}</small>
        </dd>
      </div>
    </dl>
  )
}
