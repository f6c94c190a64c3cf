import { useMemo } from 'react'
import '../report/paper.css'
import type { PaperText } from './paper-text.ts'
import type { Span, Stretch } from './pieces.ts'
import { spansByParagraph } from './pieces.ts'
import { SourceParagraph } from './SourceParagraph.tsx'
import './source-paper.css'

type Props = {
  readonly paper: PaperText
  readonly spans: readonly Span[]
  /** How a span stands, as a word of its style. */
  readonly lookOf: (id: string) => string
  readonly labelOf: (span: Span, look: string, quote: string) => string
  readonly role: 'button' | 'link'
  readonly at: string | undefined
  readonly lit?: Stretch | undefined
  readonly title: string
  readonly label: string
  /** Must stay the same between renderings, or every paragraph is drawn again. */
  readonly onPick: (id: string) => void
}

/** A document as a sheet of paper with its places marked. What is off screen is laid out only when it comes into sight. */
export const SourcePaper = ({ paper, spans, lookOf, labelOf, role, at, lit, title, label, onPick }: Props) => {
  const grouped = useMemo(() => spansByParagraph(paper.paragraphs, spans), [paper, spans])
  const titled = paper.paragraphs.some((each) => each.kind === 'title')
  return (
    <article className="paper source-paper" lang="zh-CN" aria-label={label}>
      {!titled && <h1 className="only-read">{title}</h1>}
      {paper.paragraphs.map((paragraph, n) => {
        const inside = grouped[n] ?? none
        const isLit = lit !== undefined && lit.from < paragraph.to && lit.to > paragraph.from
        return (
          <SourceParagraph
            key={paragraph.from}
            paper={paper}
            paragraph={paragraph}
            spans={inside}
            looks={inside.map((span) => lookOf(span.id)).join(' ')}
            labelOf={labelOf}
            role={role}
            at={inside.some((span) => span.id === at) ? at : undefined}
            litFrom={isLit ? lit.from : undefined}
            litTo={isLit ? lit.to : undefined}
            onPick={onPick}
          />
        )
      })}
    </article>
  )
}

const none: readonly Span[] = []
