import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from './document.ts'
import { inTextOrder, markedBlocks } from './remark-order.ts'
import type { ThreadHead } from './remark-order.ts'

const says = (id: string): Block => ({ kind: 'paragraph', id, runs: [{ kind: 'text', text: id }] })
const sections = [{ id: 7, blocks: [says('b'), says('a')] }, { id: 3, blocks: [says('c')] }]
const head = (id: number, block: string, section = 7, state: ThreadHead['state'] = 'open'): ThreadHead => ({ id, section, block, state })

test('remarks follow the text, not the day they were made; of one block the oldest comes first', () => {
  expect(inTextOrder([head(1, 'c', 3), head(2, 'a'), head(3, 'b'), head(4, 'a')], sections).map(({ id }) => id)).toEqual([3, 2, 4, 1])
})

test('a remark whose block is gone stands above its section, and last where the section is gone too', () => {
  expect(inTextOrder([head(1, 'x', 9), head(2, 'c', 3), head(3, 'y', 3), head(4, 'a')], sections).map(({ id }) => id)).toEqual([4, 3, 2, 1])
})

test('blocks are marked with what there is and what waits', () => {
  expect(markedBlocks(inTextOrder([head(1, 'c', 3), head(2, 'a', 7, 'answered'), head(3, 'a')], sections))).toEqual([{ block: 'a', count: 2, open: 1 }, { block: 'c', count: 1, open: 1 }])
})

test('threads at one block stand together, so that marks lead to the page they are on', () => {
  const heads = fc.array(fc.record({ section: fc.constantFrom(7, 3, 9), block: fc.constantFrom('a', 'b', 'c', 'x', 'y') }), { maxLength: 30 })
  fc.assert(
    fc.property(heads, (drawn) => {
      const home: Readonly<Record<string, number>> = { a: 7, b: 7, c: 3 }
      const ordered = inTextOrder(drawn.map(({ section, block }, at) => head(at + 1, block, home[block] ?? section)), sections.concat({ id: 9, blocks: [] }))
      const places = ordered.map(({ block, section }) => `${section}/${block}`)
      expect(places.filter((place, at) => place !== places[at - 1]).length).toBe(new Set(places).size)
    }),
  )
})
