import type { FigureOut } from '../../../api/figure.ts'
import type { Block } from '../../../core/report/document.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FigureRun } from './FigureRun.tsx'
import { printRuns } from './print-runs.ts'

type Props = { readonly block: Block; readonly figures: ReadonlyMap<string, FigureOut>; readonly quotes: readonly string[]; readonly opened: string | undefined; readonly onOpen: (measure: string) => void }

/** A heading in its official face, or a paragraph with its numbers. */
export const PaperBlock = ({ block, figures, quotes, opened, onOpen }: Props) => {
  const { m } = useSpeech()
  if (block.kind === 'heading') {
    const Heading = block.level === 1 ? 'h2' : block.level === 2 ? 'h3' : 'h4'
    return <Heading>{block.text}</Heading>
  }
  return (
    <p>
      {block.lead !== undefined && <b className="paper-lead">{block.lead}。</b>}
      {printRuns(block.runs, figures, quotes).map((run, at) =>
        run.kind === 'figure' ? (
          <FigureRun key={at} text={run.text} figure={run.figure} measure={run.measure} marked={run.marked} open={opened === run.measure} onOpen={onOpen} />
        ) : run.marked || run.source !== undefined ? (
          <span key={at} className={run.marked ? 'marked' : 'stated'} title={run.source === undefined ? undefined : m.report.statedFrom(run.source)}>
            {run.text}
          </span>
        ) : (
          run.text
        ),
      )}
    </p>
  )
}
