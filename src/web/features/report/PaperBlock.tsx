import type { Block, Run } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FigureRun } from './FigureRun.tsx'
import type { NamedFigure } from './print-runs.ts'
import { printRuns } from './print-runs.ts'

export type PaperBlockProps = { readonly block: Block; readonly figures: ReadonlyMap<string, NamedFigure>; readonly told: ReadonlyMap<string, Told>; readonly quotes: readonly string[]; readonly opened: string | undefined; readonly onOpen: (measure: string) => void }

/** A heading in its official face, a paragraph, an item or a table with its numbers. */
export const PaperBlock = ({ block, ...around }: PaperBlockProps) => {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 1 ? 'h2' : block.level === 2 ? 'h3' : 'h4'
      return <Heading>{block.text}</Heading>
    }
    case 'paragraph':
      return (
        <p className={block.carried === true ? 'carried' : undefined}>
          {block.lead !== undefined && <b className="paper-lead">{block.lead}。</b>}
          <Runs runs={block.runs} {...around} />
        </p>
      )
    case 'item':
      return (
        <p className={block.carried === true ? `paper-item paper-${block.marker} carried` : `paper-item paper-${block.marker}`}>
          <Runs runs={block.runs} {...around} />
        </p>
      )
    case 'table':
      return (
        <div className={block.carried === true ? 'paper-table carried' : 'paper-table'}>
          <table>
            {block.rows.map((row, at) => {
              const Cell = at === 0 ? 'th' : 'td'
              return (
                <tbody key={at}>
                  <tr>
                    {row.map((cell, place) => (
                      <Cell key={place}>
                        <Runs runs={cell.runs} {...around} />
                      </Cell>
                    ))}
                  </tr>
                </tbody>
              )
            })}
          </table>
        </div>
      )
    default:
      return block satisfies never
  }
}

/** Words and numbers in their order. */
const Runs = ({ runs, figures, told, quotes, opened, onOpen }: Omit<PaperBlockProps, 'block'> & { readonly runs: readonly Run[] }) => {
  const { m } = useSpeech()
  return printRuns(runs, figures, told, quotes).map((run, at) =>
    run.kind === 'figure' ? (
      <FigureRun key={at} text={run.text} figure={run.figure} measure={run.measure} marked={run.marked} open={opened === run.measure} onOpen={onOpen} />
    ) : run.marked || run.source !== undefined ? (
      <span key={at} className={run.marked ? 'marked' : 'stated'} title={run.source === undefined ? undefined : m.report.statedFrom(run.source)}>
        {run.text}
      </span>
    ) : (
      run.text
    ),
  )
}
