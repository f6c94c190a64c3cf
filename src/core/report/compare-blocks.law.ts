import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Run } from './document.ts'
import type { BlockChange } from './compare-blocks.ts'
import { compareBlocks, countChanges, textOf } from './compare-blocks.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const print = (run: Run): string => (run.kind === 'text' ? run.text : '32.65亿元')
const says = (id: string, text: string): Block => ({ kind: 'paragraph', id, runs: [{ kind: 'text', text }] })
const texts = fc.constantFrom('春耕有序', '春耕备耕有序推进', '生猪出栏8头', '生猪出栏18头')
const section = fc.tuple(fc.shuffledSubarray(names), fc.array(texts, { minLength: 8, maxLength: 8 })).map(([ids, words]) => ids.map((id, at) => says(id, words[at] ?? '')))

/** What the differences make of the first text, by themselves. */
const applied = (changes: readonly BlockChange[]): readonly Block[] => changes.flatMap((change) => change.now ?? [])
const said = (changes: readonly BlockChange[], left: 'added' | 'removed'): readonly string[] => changes.map((change) => change.pieces.filter((piece) => piece.kind !== left).map((piece) => piece.text).join(''))

test('the differences applied to the first text give the second, and every word of both stands in them', () => {
  fc.assert(
    fc.property(section, section, (was, now) => {
      const changes = compareBlocks(was, now, print, print)
      expect(applied(changes)).toEqual(now)
      expect(new Set(changes.flatMap((change) => change.was ?? []))).toEqual(new Set(was))
      expect(said(changes, 'removed').filter((text) => text !== '')).toEqual(now.map((block) => textOf(block, print)))
      for (const change of changes) if (change.was !== null) expect(said([change], 'added')[0]).toBe(textOf(change.was, print))
    }),
  )
})

test('a text against itself has no differences', () => {
  fc.assert(
    fc.property(section, (was) => {
      expect(countChanges(compareBlocks(was, was, print, print))).toEqual({ added: 0, removed: 0, changed: 0, moved: 0 })
    }),
  )
})

test('one block put elsewhere is one move, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.nat(7), fc.nat(7), (from, to) => {
      const was = names.map((id) => says(id, id))
      const without = was.toSpliced(from, 1)
      const now = without.toSpliced(to, 0, was[from] ?? says('z', 'z'))
      expect(countChanges(compareBlocks(was, now, print, print))).toEqual({ added: 0, removed: 0, changed: 0, moved: from === to ? 0 : 1 })
    }),
  )
})

test('a number that moved under words nobody touched is a change, as it prints', () => {
  const block: Block = { kind: 'paragraph', id: 'a', runs: [{ kind: 'text', text: '出栏' }, { kind: 'figure', measure: 'pigs', show: 'value' }] }
  const [change] = compareBlocks([block], [block], (run) => (run.kind === 'text' ? run.text : '20头'), (run) => (run.kind === 'text' ? run.text : '25头'))
  expect([change?.kind, change?.pieces.map((piece) => [piece.kind, piece.text])]).toEqual(['changed', [['same', '出栏'], ['removed', '20'], ['added', '25'], ['same', '头']]])
})
