import { useState } from 'react'
import type { Block } from '../../../core/report/document.ts'
import { boundMeasures } from '../../../core/report/runs.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { ChangeText } from '../../ui/ChangeText.tsx'
import { Sparkline } from '../../ui/Sparkline.tsx'
import type { NamedFigure } from './print-runs.ts'

type Point = { readonly period: string; readonly value: string | null }
type Props = { readonly block: Block; readonly figures: ReadonlyMap<string, NamedFigure>; readonly trendOf: (measure: string) => readonly Point[]; readonly narrow: boolean; readonly onOpen: (measure: string) => void }

/**
 * Beside each paragraph the trends of its figures; where there is no margin they wait behind a tap. In the margin the Tab key passes them
 * by: each opens what its number in the text opens.
 */
export const MarginTrends = ({ block, figures: all, trendOf, narrow, onOpen }: Props) => {
  const { m, w, lang } = useSpeech()
  const [shown, setShown] = useState(false)
  const figures = boundMeasures({ blocks: [block] }).flatMap((id) => (all.has(id) ? [{ id, ...(all.get(id) as NamedFigure) }] : []))
  if (figures.length === 0) return null
  return (
    <aside className={narrow ? 'margin margin-narrow' : 'margin'} aria-label={m.report.trends} lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      {narrow && (
        <button type="button" className="margin-tap" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? m.report.hideTrends : m.report.showTrends(figures.length)}
        </button>
      )}
      {(!narrow || shown) && (
        <ul>
          {figures.map((figure) => (
            <li key={figure.id}>
              <button type="button" tabIndex={narrow ? 0 : -1} onClick={() => onOpen(figure.id)} title={w(figure.title)}>
                <span className="margin-title">{w(figure.title)}</span>
                <Sparkline points={trendOf(figure.id)} width={56} />
                <ChangeText change={figure.change ?? null} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}
