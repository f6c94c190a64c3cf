import type { ReadCommitmentOut, ReadFigureOut, SourceRead } from '../../../api/source.ts'
import { bySpan, type Span } from './pieces.ts'

/** One thing that was read and is to be decided on, at its place in the text. */
export type Item = Span &
  (
    | { readonly kind: 'figure'; readonly read: ReadFigureOut }
    | { readonly kind: 'commitment'; readonly read: ReadCommitmentOut }
    | { readonly kind: 'direction'; readonly read: SourceRead['directions'][number] }
  )

/** Everything that was read, in the order of the text. */
export const itemsOf = (read: SourceRead, indexOf: (offset: number) => number): readonly Item[] => {
  const span = (it: { readonly offset: number; readonly quote: string }) => {
    const from = indexOf(it.offset)
    return { from, to: from + it.quote.length }
  }
  const items: Item[] = [
    ...read.figures.map((each, at): Item => ({ id: `f${at}`, kind: 'figure', read: each, ...span(each) })),
    ...read.commitments.map((each, at): Item => ({ id: `c${at}`, kind: 'commitment', read: each, ...span(each) })),
    ...read.directions.map((each, at): Item => ({ id: `d${at}`, kind: 'direction', read: each, ...span(each) })),
  ]
  return items.sort(bySpan)
}

/** A quote on one line, as it is kept. */
export const oneLine = (quote: string): string => quote.replaceAll(/\s*\n\s*/g, '').trim()
