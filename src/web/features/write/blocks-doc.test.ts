import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Run } from '../../../core/report/document.ts'
import { blocksOf, docOf } from './blocks-doc.ts'

const text = fc.string({ minLength: 1, maxLength: 8 })
const run: fc.Arbitrary<Run> = fc.oneof(
  text.map((words): Run => ({ kind: 'text', text: words })),
  fc.tuple(text, text).map(([words, source]): Run => ({ kind: 'text', text: words, source })),
  fc.constantFrom('value', 'change', 'about').map((show): Run => ({ kind: 'figure', measure: 'pigs', show })),
)
/** Neighbours that would be told as one run are left out. */
const runs = fc.array(run, { maxLength: 5 }).map((list) => list.filter((each, at) => !(each.kind === 'text' && list[at - 1]?.kind === 'text' && (list[at - 1] as { source?: string }).source === each.source)))
const id = fc.uuid().map((whole) => whole.slice(0, 8))
const lead = fc.constantFrom('农业稳产保供', '工业提质')
const carried = fc.constantFrom({}, { carried: true } as const)
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.tuple(id, fc.constantFrom(1, 2, 3, 4), text).map(([its, level, words]): Block => ({ kind: 'heading', id: its, level, text: words })),
  fc.tuple(id, runs, carried).map(([its, inner, more]): Block => ({ kind: 'paragraph', id: its, runs: inner, ...more })),
  fc.tuple(id, lead, runs, carried).map(([its, head, inner, more]): Block => ({ kind: 'paragraph', id: its, lead: head, runs: inner, ...more })),
  fc.tuple(id, fc.constantFrom('number', 'dot'), runs, carried).map(([its, marker, inner, more]): Block => ({ kind: 'item', id: its, marker, runs: inner, ...more })),
  fc.tuple(id, fc.integer({ min: 1, max: 3 }).chain((width) => fc.array(fc.array(runs.map((inner) => ({ runs: inner })), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 })), carried).map(([its, rows, more]): Block => ({ kind: 'table', id: its, rows, ...more })),
)

test('what goes into the editor comes out of it', () => {
  fc.assert(fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => void expect(blocksOf(docOf(blocks))).toEqual(blocks)))
})

test('an empty section opens as one empty paragraph', () => expect(blocksOf(docOf([]))).toEqual([{ kind: 'paragraph', runs: [] }]))
