import type { Block, Run } from '../document.ts'
import type { Printed } from './plain.ts'
import { estimateWord, joined, wordText } from './plain.ts'
import type { WordChoice, WordFinding } from './word-back.ts'
import type { WordBlock, WordPiece } from './word-document.ts'

type Surroundings = {
  readonly id: string
  /** The block it was, where it is an old one. */
  readonly was: Block | undefined
  readonly period: string
  /** Bindings the report had when the file was written. */
  readonly known: ReadonlySet<string>
  readonly printed: Printed
  readonly chosen: ReadonlyMap<string, WordChoice>
  readonly find: (finding: WordFinding) => void
}

/** A returned block as a block of the report; undefined where nothing stands in it. Tells of what is not as it was. */
export const rebuilt = (word: WordBlock, around: Surroundings): Block | undefined => {
  const { id, was } = around
  let count = 0
  const runsOf = (pieces: readonly WordPiece[]): readonly Run[] => joined(withoutEstimates(pieces, around).flatMap((piece) => runsFrom(piece, () => `${id}:${(count += 1)}`, around)))
  if (word.kind === 'table') {
    const rows = word.rows.map((row) => row.map((pieces) => ({ runs: runsOf(pieces) })))
    return rows.length === 0 ? undefined : { kind: 'table', id, rows }
  }
  if (word.kind === 'heading') {
    const text = word.pieces.map((piece) => piece.text).join('')
    return text.trim() === '' ? undefined : { kind: 'heading', id, level: word.level, text }
  }
  const runs = runsOf(word.pieces)
  const lead = word.kind === 'paragraph' ? word.lead : undefined
  const empty = lead === undefined && runs.every((run) => run.kind === 'text' && run.text.trim() === '')
  if (empty && !(was !== undefined && was.kind === word.kind && was.runs.every((run) => run.kind === 'text' && wordText(run.text).trim() === ''))) return undefined
  if (word.kind === 'item') return { kind: 'item', id, marker: word.marker, runs }
  return { kind: 'paragraph', id, ...(lead === undefined ? {} : { lead }), runs }
}

/** A figure brings its own 预计; the one that stood before it on paper is no word of the writer's. */
const withoutEstimates = (pieces: readonly WordPiece[], { printed, period, known }: Surroundings): readonly WordPiece[] =>
  pieces.map((piece, at) => {
    const next = pieces[at + 1]
    if (piece.kind !== 'text' || next?.kind !== 'figure' || !isKnown(next, period, known)) return piece
    return printed({ kind: 'figure', measure: next.binding.measure, show: next.binding.show }).estimate && piece.text.endsWith(estimateWord) ? { ...piece, text: piece.text.slice(0, -estimateWord.length) } : piece
  })

type FigurePiece = Extract<WordPiece, { kind: 'figure' }>

const isKnown = ({ binding }: FigurePiece, period: string, known: ReadonlySet<string>): boolean => binding.period === period && known.has(`${binding.measure}:${binding.show}`)

const runsFrom = (piece: WordPiece, nextKey: () => string, { id, period, known, printed, chosen, find }: Surroundings): readonly Run[] => {
  if (piece.kind === 'text') return words(piece.text)
  if (piece.kind === 'stated') return piece.text === '' ? [] : [{ kind: 'text', text: piece.text, source: piece.source }]
  const { measure, show } = piece.binding
  if (!isKnown(piece, period, known)) {
    find({ kind: 'foreign', block: id, measure, period: piece.binding.period, typed: piece.text })
    return words(piece.text)
  }
  const run: Run = { kind: 'figure', measure, show }
  const { text } = printed(run)
  const key = nextKey()
  if (wordText(piece.text).trim() === wordText(text).trim()) return [run]
  const beside = wordsBeside(piece.text, text)
  if (beside !== undefined) return [...words(beside.before), run, ...words(beside.after)]
  find({ kind: 'overtyped', block: id, key, measure, typed: piece.text, printed: text })
  const choice = chosen.get(key)
  return choice?.take === 'stated' && choice.source !== undefined ? [{ kind: 'text', text: piece.text, source: choice.source }] : [run]
}

const words = (text: string): readonly Run[] => (text === '' ? [] : [{ kind: 'text', text }])

/** Words typed at the edge of a control without touching its number: 6.6%左右. What could be part of a number is none. */
const wordsBeside = (shown: string, printed: string): { readonly before: string; readonly after: string } | undefined => {
  const at = printed === '' ? -1 : shown.indexOf(printed)
  if (at < 0 || shown.indexOf(printed, at + 1) >= 0) return undefined
  const [before, after] = [shown.slice(0, at), shown.slice(at + printed.length)]
  return /[0-9０-９.．\-－+约近超第负]$/.test(before) || /^[0-9０-９.．%％万亿千百十余多个]/.test(after) || /[0-9０-９]/.test(before + after) ? undefined : { before, after }
}
