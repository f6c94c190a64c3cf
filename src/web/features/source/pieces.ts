/** A place of the text that may be pointed at, in UTF-16 indexes. */
export type Span = { readonly id: string; readonly kind: 'figure' | 'commitment' | 'direction'; readonly from: number; readonly to: number }

/** A stretch of a paragraph: within the innermost span that covers it, or in none; `lit` where a finding points. */
export type Piece = { readonly from: number; readonly to: number; readonly span: Span | undefined; readonly first: boolean; readonly last: boolean; readonly lit: boolean }

export type Stretch = { readonly from: number; readonly to: number }

/** Orders spans so that one within another comes after it. */
export const bySpan = (a: Stretch, b: Stretch): number => a.from - b.from || b.to - a.to

/** Cuts a stretch of text wherever a span or the lit place begins or ends. `spans` are in the order of `bySpan`. */
export const piecesOf = ({ from, to }: Stretch, spans: readonly Span[], lit?: Stretch): readonly Piece[] => {
  const edges = [...spans, ...(lit === undefined ? [] : [lit])].flatMap((each) => [each.from, each.to]).filter((edge) => edge > from && edge < to)
  const points = [...new Set([from, ...edges, to])].sort((a, b) => a - b)
  const seen = new Set<Span>()
  const pieces = points.slice(1).map((end, n) => {
    const start = points[n] ?? from
    const span = spans.findLast((each) => each.from <= start && end <= each.to)
    const first = span !== undefined && !seen.has(span)
    if (span !== undefined) seen.add(span)
    return { from: start, to: end, span, first, last: false, lit: lit !== undefined && lit.from <= start && end <= lit.to }
  })
  const closed = new Set<Span>()
  return pieces
    .toReversed()
    .map((piece) => {
      if (piece.span === undefined || closed.has(piece.span)) return piece
      closed.add(piece.span)
      return { ...piece, last: true }
    })
    .toReversed()
}

/** The spans of each paragraph; one that reaches over an end belongs to both. */
export const spansByParagraph = (paragraphs: readonly Stretch[], spans: readonly Span[]): readonly (readonly Span[])[] => {
  const sorted = spans.toSorted(bySpan)
  let next = 0
  let over: readonly Span[] = []
  return paragraphs.map(({ from, to }) => {
    const inside = over.filter((span) => span.to > from && span.from < to)
    for (; next < sorted.length && (sorted[next]?.from ?? 0) < to; next += 1) {
      const span = sorted[next]
      if (span !== undefined && span.to > from) inside.push(span)
    }
    over = inside.filter((span) => span.to > to)
    return inside
  })
}
