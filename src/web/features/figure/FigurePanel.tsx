import { lazy, Suspense } from 'react'
import { parsePeriod, titleOf } from '../../../core/time/period.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useOrgs } from '../../app/orgs.ts'
import type { OutputOf } from '../../app/wire.ts'
import { Answer } from '../../ui/Answer.tsx'
import { PanelDrawer } from '../../ui/PanelDrawer.tsx'
import { unitWords } from '../../ui/unit-words.ts'
import { FigureFacts } from './FigureFacts.tsx'
import { FigureTime } from './FigureTime.tsx'
import { TraceSum } from './TraceSum.tsx'
import { TraceTable } from './TraceTable.tsx'
import { useFigurePanel } from './useFigurePanel.ts'
import './figure.css'

const TrendChart = lazy(() => import('./TrendChart.tsx').then((it) => ({ default: it.TrendChart })))

/** What stands behind a number: its definition, the rows that add up to it, who entered them, and the way back in time. */
export const FigurePanel = () => {
  const { m, w, lang } = useSpeech()
  const { nameOf } = useOrgs()
  const panel = useFigurePanel()
  const { trace } = panel
  const title = trace.data === undefined ? m.figure.panel : w(trace.data.figure.title)
  return (
    <PanelDrawer title={title} label={m.figure.panelOf(title)} onClose={panel.close} className="figure-drawer" footer={trace.data === undefined ? undefined : <TraceSum trace={trace.data} />}>
      <Answer query={trace} lines={10}>
        {(data: OutputOf<'figure.trace'>) => {
          const period = parsePeriod(data.period)
          return (
            <div className="figure-panel" aria-busy={trace.isPlaceholderData}>
              <p className="figure-scope">
                {period === undefined ? data.period : titleOf(period)[lang]}
                <span>{nameOf(data.org)}</span>
                <span>{m.figure.cutoffAt(data.figure.cutoff)}</span>
                <span>{m.figure.asOfAt(data.asOf)}</span>
              </p>
              <FigureFacts trace={data} onOperand={panel.openOperand} />
              <FigureTime panel={panel} figure={data.figure} />
              <section aria-labelledby="figure-rows">
                <h2 id="figure-rows">{m.figure.rows}</h2>
                <TraceTable trace={data} onMove={panel.turnTo} />
              </section>
              <section aria-labelledby="figure-trend">
                <h2 id="figure-trend">{m.figure.trend}</h2>
                <Suspense fallback={<div className="trend-chart" />}>
                  <TrendChart key={panel.measure} start={data.figure.source === 'reported' ? 'half' : 'month'} measure={panel.measure} org={data.org} until={data.figure.cutoff} unit={unitWords(data.unit, lang)} />
                </Suspense>
              </section>
            </div>
          )
        }}
      </Answer>
    </PanelDrawer>
  )
}
