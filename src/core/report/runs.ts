import type { Block, FigureRun, ReportDocument, Run } from './document.ts'

/** Ways through the runs of a document. Nothing here knows the schemas, so that a browser need not either. */

/** Every run of a block, in the order of reading. */
export const runsOf = (block: Block): readonly Run[] => {
  switch (block.kind) {
    case 'heading':
      return []
    case 'paragraph':
    case 'item':
      return block.runs
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => cell.runs))
    default:
      return block satisfies never
  }
}

/** A block with every run changed, whole runs for one. */
export const mapRuns = (block: Block, change: (run: Run) => Run): Block => {
  switch (block.kind) {
    case 'heading':
      return block
    case 'paragraph':
    case 'item':
      return { ...block, runs: block.runs.map(change) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ runs: cell.runs.map(change) }))) }
    default:
      return block satisfies never
  }
}

/** Every figure run of some blocks. */
export const figureRuns = (blocks: readonly Block[]): readonly FigureRun[] => blocks.flatMap((block) => runsOf(block).flatMap((run) => (run.kind === 'figure' ? [run] : [])))

/** The keys of every measure a document binds, in the order of first binding. */
export const boundMeasures = (document: { readonly blocks: readonly Block[] }): readonly string[] => [...new Set(figureRuns(document.blocks).map((run) => run.measure))]

/** A document with its words changed, its numbers left. */
export const rewritten = (document: ReportDocument, write: (text: string) => string): ReportDocument => ({
  title: write(document.title),
  ...(document.subtitle === undefined ? {} : { subtitle: write(document.subtitle) }),
  blocks: document.blocks.map((block) => {
    if (block.kind === 'heading') return { ...block, text: write(block.text) }
    const led = block.kind === 'paragraph' && block.lead !== undefined ? { ...block, lead: write(block.lead) } : block
    return mapRuns(led, (run) => (run.kind === 'text' ? { ...run, text: write(run.text) } : run))
  }),
})
