import type { ReactNode } from 'react'
import type { FigureOut } from '../../../api/figure.ts'
import type { ReportDocument } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import { PaperBlock } from './PaperBlock.tsx'
import './paper.css'

type Props = {
  readonly document: ReportDocument
  readonly figures: ReadonlyMap<string, FigureOut>
  /** What each figure tells a sentence. */
  readonly told: ReadonlyMap<string, Told>
  /** Quoted passages by block. */
  readonly quotes?: ReadonlyMap<number, readonly string[]>
  /** The measure whose panel is open. */
  readonly opened?: string | undefined
  readonly onOpen: (measure: string) => void
  /** What stands in the margin of a block. */
  readonly margin?: (block: number) => ReactNode
  /** What is printed above the title and beneath the text. */
  readonly head?: ReactNode
  readonly foot?: ReactNode
  readonly busy?: boolean
}

/** A sheet set like the official document. The document is Chinese whatever the language of the screens. */
export const Paper = ({ document, figures, told, quotes, opened, onOpen, margin, head, foot, busy = false }: Props) => (
  <article className="paper" lang="zh-CN" aria-busy={busy}>
    {head}
    <header className="paper-title">
      <h1>{document.title}</h1>
      {document.subtitle !== undefined && <p>{document.subtitle}</p>}
    </header>
    {document.blocks.map((block, at) => (
      <div key={at} id={`block-${at}`} className="paper-block">
        <PaperBlock block={block} figures={figures} told={told} quotes={quotes?.get(at) ?? none} opened={opened} onOpen={onOpen} />
        {margin?.(at)}
      </div>
    ))}
    {foot}
  </article>
)

const none: readonly string[] = []
