import type { FigureOut } from '../../../api/figure.ts'
import type { Block } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import { PaperBlock } from '../report/PaperBlock.tsx'
import { useOpenFigure } from '../../app/useOpenFigure.ts'
import '../report/paper.css'

type Props = { readonly blocks: readonly Block[]; readonly told: ReadonlyMap<string, Told>; readonly period?: string }

/** Some blocks as they print, set like the paper but small enough to stand beside a form; a number opens where its period is known. */
export const PrintedBlocks = ({ blocks, told, period }: Props) => {
  const { open } = useOpenFigure()
  return (
    <div className="printed" lang="zh-CN">
      {blocks.map((block, at) => (
        <div key={at} className="paper-block">
          <PaperBlock block={block} figures={none} told={told} quotes={[]} opened={undefined} onOpen={(measure) => period !== undefined && open({ measure, period })} />
        </div>
      ))}
    </div>
  )
}

const none: ReadonlyMap<string, FigureOut> = new Map()
