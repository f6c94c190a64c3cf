import type { Day } from '../../time/day.ts'
import type { Show } from '../document.ts'

/** A report as it came back in a Word file: what stands in it, before anybody asked what that means for the report. */

/** What a tag says a number is bound to. */
export type WordBinding = { readonly measure: string; readonly period: string; readonly show: Show }

/** A stretch of a paragraph: words, words with a stated source, or what a control of a figure shows. */
export type WordPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stated'; readonly text: string; readonly source: string }
  | { readonly kind: 'figure'; readonly text: string; readonly binding: WordBinding }

/** `id` is the block the file says it is; undefined where its bookmark is gone. */
export type WordBlock =
  | { readonly kind: 'heading'; readonly id: string | undefined; readonly level: 1 | 2 | 3 | 4; readonly pieces: readonly WordPiece[] }
  | { readonly kind: 'paragraph'; readonly id: string | undefined; readonly lead: string | undefined; readonly pieces: readonly WordPiece[] }
  | { readonly kind: 'item'; readonly id: string | undefined; readonly marker: 'number' | 'dot'; readonly pieces: readonly WordPiece[] }
  | { readonly kind: 'table'; readonly id: string | undefined; readonly rows: readonly (readonly (readonly WordPiece[])[])[] }

/** A comment, or a change tracked in Word; `quote` are the words a comment stands on, `block` the index of its block. */
export type WordRemark = { readonly kind: 'comment' | 'inserted' | 'deleted'; readonly author: string; readonly day: Day | null; readonly text: string; readonly quote: string; readonly block: number }

export type WordDocument = {
  /** Where the words were taken from, as the file says; undefined where it no longer does. */
  readonly taken: { readonly town: string; readonly report: number; readonly journal: number; readonly figures: number } | undefined
  readonly title: string | undefined
  readonly blocks: readonly WordBlock[]
  readonly remarks: readonly WordRemark[]
}

/** Every piece of a block, in the order of reading. */
export const piecesOf = (block: WordBlock): readonly WordPiece[] => (block.kind === 'table' ? block.rows.flat(2) : block.pieces)
