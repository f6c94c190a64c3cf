import type { Block, Run } from './document.ts'
import type { Told } from './print.ts'
import { printRun } from './print.ts'

/** A block in plain words, its figures as they stand; a table row by row. */
export const plainBlock = (block: Block, told: ReadonlyMap<string, Told>): string => {
  const print = (runs: readonly Run[]): string => runs.map((run) => printRun(run, run.kind === 'text' ? undefined : told.get(run.measure))).join('')
  switch (block.kind) {
    case 'heading':
      return block.text
    case 'paragraph':
      return `${block.lead === undefined ? '' : `${block.lead}。`}${print(block.runs)}`
    case 'item':
      return print(block.runs)
    case 'table':
      return block.rows.map((row) => row.map((cell) => print(cell.runs)).join('\t')).join('\n')
    default:
      return block satisfies never
  }
}
