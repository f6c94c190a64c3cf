import type { Block, FigureRun, Run } from '../document.ts'
import type { WordBlock, WordPiece } from './word-document.ts'
import { piecesOf } from './word-document.ts'

/** What a figure prints on paper: its number, and whether the word 预计 stands before it. */
export type Printed = (run: FigureRun) => { readonly text: string; readonly estimate: boolean }

export const estimateWord = '预计'

/** Text as a Word file can hold it: no control characters, every line break or tab a space. */
export const wordText = (text: string): string => text.replace(/[\t\n\r]+/g, ' ').replace(/[^\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')

/** The words of a block as they stand on paper. */
export const plainBlock = (block: Block, printed: Printed): string => {
  switch (block.kind) {
    case 'heading':
      return wordText(block.text)
    case 'paragraph':
      return `${block.lead === undefined ? '' : `${wordText(block.lead)}。`}${plainRuns(block.runs, printed)}`
    case 'item':
      return plainRuns(block.runs, printed)
    case 'table':
      return block.rows.map((row) => row.map((cell) => plainRuns(cell.runs, printed)).join(' ')).join(' ')
    default:
      return block satisfies never
  }
}

const plainRuns = (runs: readonly Run[], printed: Printed): string =>
  runs
    .map((run) => {
      if (run.kind === 'text') return wordText(run.text)
      const { text, estimate } = printed(run)
      return `${estimate ? estimateWord : ''}${text}`
    })
    .join('')

export const plainPieces = (block: WordBlock): string => {
  const join = (pieces: readonly WordPiece[]): string => pieces.map(({ text }) => text).join('')
  if (block.kind === 'table') return block.rows.map((row) => row.map(join).join(' ')).join(' ')
  return `${block.kind === 'paragraph' && block.lead !== undefined ? `${block.lead}。` : ''}${join(piecesOf(block))}`
}

/** A block as it comes back when nobody touched it: words that stand together are one run, nothing empty, nothing Word cannot hold. */
export const canonical = (block: Block): Block => {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: wordText(block.text) }
    case 'paragraph': {
      const { carried: _, ...rest } = block
      return { ...rest, ...(block.lead === undefined ? {} : { lead: wordText(block.lead) }), runs: joined(block.runs) }
    }
    case 'item': {
      const { carried: _, ...rest } = block
      return { ...rest, runs: joined(block.runs) }
    }
    case 'table': {
      const { carried: _, ...rest } = block
      return { ...rest, rows: block.rows.map((row) => row.map((cell) => ({ runs: joined(cell.runs) }))) }
    }
    default:
      return block satisfies never
  }
}

/** Runs with words of one source joined; spaces at the ends of what stands are kept. */
export const joined = (runs: readonly Run[]): readonly Run[] => {
  const done: Run[] = []
  for (const run of runs) {
    const last = done.at(-1)
    if (run.kind === 'figure') done.push(run)
    else if (wordText(run.text) === '') continue
    else if (last?.kind === 'text' && last.source === run.source) done[done.length - 1] = { ...last, text: last.text + wordText(run.text) }
    else done.push({ ...run, text: wordText(run.text) })
  }
  return done
}
