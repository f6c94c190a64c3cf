import type { ReactNode } from 'react'
import { memo } from 'react'
import type { Block } from '../../../core/report/document.ts'
import { boundMeasures } from '../../../core/report/runs.ts'
import type { PaperBlockProps } from './PaperBlock.tsx'
import { PaperBlock } from './PaperBlock.tsx'

/** What stands beside a block, made from the block, its place, and what its numbers are and tell. */
export type Beside = (block: Block, at: number, numbers: Pick<PaperBlockProps, 'figures' | 'told'>) => ReactNode

type Props = PaperBlockProps & { readonly at: number; readonly beside: Beside | undefined }

/** A block with what stands beside it, set again only where its words, its numbers or what is marked in it changed: a long report has hundreds. */
export const PaperRow = memo(({ at, beside, ...block }: Props) => (
  <div id={`block-${at}`} className="paper-block">
    <PaperBlock {...block} />
    {beside?.(block.block, at, block)}
  </div>
), looksSame)

function looksSame(before: Props, after: Props): boolean {
  if (before.block !== after.block || before.at !== after.at || before.onOpen !== after.onOpen || before.beside !== after.beside || before.quotes.join('\n') !== after.quotes.join('\n')) return false
  return boundMeasures({ blocks: [after.block] }).every((measure) => (before.opened === measure) === (after.opened === measure) && before.told.get(measure) === after.told.get(measure) && before.figures.get(measure) === after.figures.get(measure))
}
