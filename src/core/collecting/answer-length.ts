import type { Block } from '../report/document.ts'
import type { Told } from '../report/print.ts'
import { printRun } from '../report/print.ts'
import { runsOf } from '../report/runs.ts'

/** How many characters some blocks print, numbers as they stand now and blanks left out: what a length budget counts. */
export const printedLength = (blocks: readonly Block[], told: ReadonlyMap<string, Told>): number => blocks.reduce((sum, block) => sum + lengthOf(block, told), 0)

const lengthOf = (block: Block, told: ReadonlyMap<string, Told>): number => {
  if (block.kind === 'heading') return characters(block.text)
  const lead = block.kind === 'paragraph' && block.lead !== undefined ? characters(block.lead) + 1 : 0
  return runsOf(block).reduce((sum, run) => sum + characters(printRun(run, run.kind === 'text' ? undefined : told.get(run.measure))), lead)
}

const characters = (text: string): number => [...text.replace(/\s/g, '')].length
