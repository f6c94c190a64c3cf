import type { Block } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import { printRun } from '../../../core/report/print.ts'
import { runsOf } from '../../../core/report/runs.ts'

/** Characters a section prints, its headings and numbers included, spaces left out. */
export const printedLength = (blocks: readonly Block[], told: ReadonlyMap<string, Told>): number =>
  blocks.reduce((total, block) => total + [...wordsIn(block, told)].filter((character) => character.trim() !== '').length, 0)

const wordsIn = (block: Block, told: ReadonlyMap<string, Told>): string => {
  const runs = runsOf(block).map((run) => printRun(run, run.kind === 'figure' ? told.get(run.measure) : undefined)).join('')
  if (block.kind === 'heading') return block.text
  return block.kind === 'paragraph' && block.lead !== undefined ? `${block.lead}。${runs}` : runs
}
