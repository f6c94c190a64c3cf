import { memo } from 'react'
import type { PaperParagraph, PaperText } from './paper-text.ts'
import type { Piece, Span } from './pieces.ts'
import { piecesOf } from './pieces.ts'

type Props = {
  readonly paper: PaperText
  readonly paragraph: PaperParagraph
  readonly spans: readonly Span[]
  /** The looks of the spans, in their order, with spaces between. */
  readonly looks: string
  readonly labelOf: (span: Span, look: string, quote: string) => string
  readonly role: 'button' | 'link'
  readonly at: string | undefined
  readonly litFrom: number | undefined
  readonly litTo: number | undefined
  readonly onPick: (id: string) => void
}

/** One paragraph or heading with its marks; drawn anew only when one of its own marks changes. */
export const SourceParagraph = memo(({ paper, paragraph, spans, looks, labelOf, role, at, litFrom, litTo, onPick }: Props) => {
  const look = looks.split(' ')
  const lookOf = new Map(spans.map((span, n) => [span.id, look[n] ?? '']))
  const lit = litFrom === undefined || litTo === undefined ? undefined : { from: litFrom, to: litTo }
  const print = (piece: Piece) => {
    const text = paper.print(piece.from, piece.to)
    const { span } = piece
    if (span === undefined) return piece.lit ? <span key={piece.from} className="lit" tabIndex={-1}>{text}</span> : text
    const stands = lookOf.get(span.id) ?? ''
    const classes = ['mark', `mark-${span.kind}`, `is-${stands}`, span.id === at ? 'at' : '', piece.first ? 'first' : '', piece.last ? 'last' : '', piece.lit ? 'lit' : ''].filter((each) => each !== '').join(' ')
    const pick = () => onPick(span.id)
    if (!piece.first) return <span key={piece.from} className={classes} onClick={pick}>{text}</span>
    return (
      <span
        key={piece.from}
        id={`mark-${span.id}`}
        role={role}
        tabIndex={role === 'link' || span.id === at ? 0 : -1}
        className={classes}
        aria-label={labelOf(span, stands, paper.print(span.from, span.to))}
        aria-current={span.id === at ? 'true' : undefined}
        onClick={pick}
        onKeyDown={(event) => {
          if (event.key !== ' ' && (event.key !== 'Enter' || role !== 'link')) return
          event.preventDefault()
          pick()
        }}
      >
        {text}
      </span>
    )
  }
  const inside = piecesOf(paragraph, spans, lit).map(print)
  switch (paragraph.kind) {
    case 'title':
      return (
        <header className="paper-title source-block">
          <h1>{inside}</h1>
        </header>
      )
    case 'part':
      return <h2 className="source-block source-part">{inside}</h2>
    case 'first':
      return <h2 className="source-block">{inside}</h2>
    case 'second':
      return <h3 className="source-block">{inside}</h3>
    case 'third':
      return <h4 className="source-block">{inside}</h4>
    case 'before':
      return <p className="source-block source-before">{inside}</p>
    case 'text':
      return (
        <div className="source-block paper-block">
          <p>{inside}</p>
        </div>
      )
    default:
      return paragraph.kind satisfies never
  }
})
SourceParagraph.displayName = 'SourceParagraph'
