import { Fragment } from 'react'
import type { FigureOut } from '../../../api/figure.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { ChangeText } from '../../ui/ChangeText.tsx'
import { numberText } from '../../ui/number-text.ts'
import { NumberCell } from '../../ui/NumberCell.tsx'
import { Sparkline } from '../../ui/Sparkline.tsx'
import { FigureAbout } from './FigureAbout.tsx'
import { SourceBadge } from './SourceBadge.tsx'

type Props = {
  readonly caption: string
  readonly figures: readonly FigureOut[]
  readonly trendOf: (measure: string) => readonly { readonly period: string; readonly value: string | null }[]
  readonly opened: string | undefined
  readonly onAbout: (measure: string) => void
  readonly onOpen: (measure: string) => void
}

/** One line of work: each figure with its value, change, trend, source, version and rows; its definition unfolds beneath. */
export const FigureTable = ({ caption, figures, trendOf, opened, onAbout, onOpen }: Props) => {
  const { m, w } = useSpeech()
  return (
    <div className="table-frame">
      <table className="table figure-table">
        <caption className="only-read">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.figure.measure}</th>
            <th scope="col" className="numeric">{m.figure.value}</th>
            <th scope="col" className="numeric">{m.figure.change}</th>
            <th scope="col">{m.figure.trend}</th>
            <th scope="col">{m.figure.origin}</th>
            <th scope="col">{m.figure.owner}</th>
            <th scope="col" className="numeric">{m.figure.rowCount}</th>
            <th scope="col" className="numeric">{m.figure.versionShort}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <Fragment key={figure.id}>
              <tr className={opened === figure.id ? 'open' : undefined}>
                <th scope="row" className="lead">
                  <button type="button" className="unfold" aria-expanded={opened === figure.id} onClick={() => onAbout(figure.id)}>
                    <i aria-hidden="true">{opened === figure.id ? '▾' : '▸'}</i>
                    {w(figure.title)}
                  </button>
                </th>
                <td className="numeric" data-label={m.figure.value}>
                  <button type="button" className="figure-run" onClick={() => onOpen(figure.id)} aria-label={m.figure.openOf(w(figure.title), figure.text)}>
                    {figure.value === null && figure.change !== null ? m.figure.rateOnly : <NumberCell value={figure.value} unit={figure.unit} />}
                  </button>
                </td>
                <td className="numeric" data-label={m.figure.change}>
                  <ChangeText change={figure.change} />
                </td>
                <td data-label={m.figure.trend}>
                  <Sparkline points={trendOf(figure.id)} />
                </td>
                <td data-label={m.figure.origin}>
                  <SourceBadge source={figure.source} status={figure.status} />
                </td>
                <td data-label={m.figure.owner}>{w(figure.ownerName)}</td>
                <td className="numeric" data-label={m.figure.rowCount}>
                  <span className="number">{numberText(String(figure.rows))}</span>
                </td>
                <td className="numeric" data-label={m.figure.versionShort}>
                  <span className="number">{figure.version}</span>
                </td>
              </tr>
              {opened === figure.id && (
                <tr className="figure-about">
                  <td colSpan={8}>
                    <FigureAbout figure={figure} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
