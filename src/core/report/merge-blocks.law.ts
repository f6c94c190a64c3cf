import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from './document.ts'
import { mergeBlocks } from './merge-blocks.ts'

const block = (id: string, text: string): Block => ({ kind: 'paragraph', id, runs: [{ kind: 'text', text }] })
const base = ['a', 'b', 'c', 'd', 'e'].map((id) => block(id, `第${id}段`))

/** One act of a writer on a section; new blocks carry her own mark, so that two writers never add the same. */
type Act = { readonly kind: 'change' | 'remove' | 'add' | 'move'; readonly at: number; readonly to: number; readonly text: string }

const acts = fc.array(fc.record({ kind: fc.constantFrom('change', 'remove', 'add', 'move'), at: fc.nat(9), to: fc.nat(9), text: fc.string({ minLength: 1, maxLength: 5 }) }) as fc.Arbitrary<Act>, { maxLength: 6 })

const written = (by: string, list: readonly Act[], from: readonly Block[] = base): readonly Block[] =>
  list.reduce<readonly Block[]>((blocks, act, n) => {
    const at = blocks.length === 0 ? 0 : act.at % blocks.length
    const found = blocks[at]
    if (act.kind === 'add' || found === undefined) return blocks.toSpliced(at, 0, block(`${by}${n}`, act.text))
    if (act.kind === 'change') return blocks.with(at, block(found.id ?? '', `${by}${act.text}`))
    const without = blocks.toSpliced(at, 1)
    return act.kind === 'remove' ? without : without.toSpliced(act.to % (without.length + 1), 0, found)
  }, from)

const ids = (blocks: readonly Block[]): readonly (string | undefined)[] => blocks.map((each) => each.id)

test('a side that changed nothing takes the other as it is', () => {
  fc.assert(
    fc.property(acts, (list) => {
      const theirs = written('t', list)
      expect(mergeBlocks(base, base, theirs)).toEqual({ blocks: theirs, conflicts: [] })
      expect(mergeBlocks(base, theirs, base)).toEqual({ blocks: theirs, conflicts: [] })
      expect(mergeBlocks(base, theirs, theirs)).toEqual({ blocks: theirs, conflicts: [] })
    }),
  )
})

test('nothing either side added or changed is lost, and no block stands twice', () => {
  fc.assert(
    fc.property(acts, acts, (one, other) => {
      const [mine, theirs] = [written('m', one), written('t', other)]
      const { blocks, conflicts } = mergeBlocks(base, mine, theirs)
      expect(new Set(ids(blocks)).size).toBe(blocks.length)
      const told = new Set(conflicts.map((each) => each.id))
      for (const side of [mine, theirs])
        for (const each of side) {
          const before = base.find((was) => was.id === each.id)
          if (before !== undefined && JSON.stringify(before) === JSON.stringify(each)) continue
          expect(told.has(each.id ?? '') || blocks.some((kept) => JSON.stringify(kept) === JSON.stringify(each))).toBe(true)
        }
    }),
  )
})

test('both sides come to the same text where they do not conflict', () => {
  fc.assert(
    fc.property(acts, acts, (one, other) => {
      const [mine, theirs] = [written('m', one), written('t', other)]
      const [ours, other2] = [mergeBlocks(base, mine, theirs), mergeBlocks(base, theirs, mine)]
      expect(ours.conflicts.length).toBe(other2.conflicts.length)
      if (ours.conflicts.length === 0) expect(new Set(ids(ours.blocks))).toEqual(new Set(ids(other2.blocks)))
    }),
  )
})

test('two changes of one block are told with all three texts, and mine stands', () => {
  const { blocks, conflicts } = mergeBlocks(base, written('m', [{ kind: 'change', at: 1, to: 0, text: '甲' }]), written('t', [{ kind: 'change', at: 1, to: 0, text: '乙' }]))
  expect(conflicts).toEqual([{ id: 'b', base: block('b', '第b段'), mine: block('b', 'm甲'), theirs: block('b', 't乙') }])
  expect(blocks[1]).toEqual(block('b', 'm甲'))
})

test('a block one side took out and the other changed stays and is told', () => {
  const { blocks, conflicts } = mergeBlocks(base, written('m', [{ kind: 'remove', at: 1, to: 0, text: 'x' }]), written('t', [{ kind: 'change', at: 1, to: 0, text: '乙' }]))
  expect([ids(blocks), conflicts.map((each) => each.id)]).toEqual([['a', 'b', 'c', 'd', 'e'], ['b']])
})
