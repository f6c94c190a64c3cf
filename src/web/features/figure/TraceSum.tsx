import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { numberText } from '../../ui/number-text.ts'
import { NumberCell } from '../../ui/NumberCell.tsx'
import { WhyHidden } from '../personal/WhyHidden.tsx'

/** The sum that always stands under the rows: visible + withheld = the number. */
export const TraceSum = ({ trace }: { trace: OutputOf<'figure.trace'> }) => {
  const { m } = useSpeech()
  return (
    <dl className="trace-sum" role="group" aria-label={m.figure.sum}>
      <div>
        <dt>{m.figure.visible(numberText(String(trace.rowCount)))}</dt>
        <dd>
          <NumberCell value={trace.total} />
        </dd>
      </div>
      <span aria-hidden="true">+</span>
      <div>
        <dt>
          {m.figure.withheld(numberText(String(trace.withheldRows)))}
          {trace.withheldRows > 0 && <WhyHidden about={{ measure: trace.id }} label={m.personal.why.ask} />}
        </dt>
        <dd>
          <NumberCell value={trace.withheld} />
        </dd>
      </div>
      <span aria-hidden="true">=</span>
      <div>
        <dt>{m.figure.number}</dt>
        <dd>
          <b>
            <NumberCell value={trace.value} unit={trace.unit} />
          </b>
        </dd>
      </div>
    </dl>
  )
}
