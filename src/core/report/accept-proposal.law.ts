import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from './document.ts'
import type { Choice } from './accept-proposal.ts'
import { acceptProposal } from './accept-proposal.ts'

const says = (id: string, text: string): Block => ({ kind: 'paragraph', id, runs: [{ kind: 'text', text }] })
const base = ['a', 'b', 'c'].map((id) => says(id, '原文'))
const version = fc.array(fc.constantFrom('原文', '甲', '乙', null), { minLength: 3, maxLength: 3 }).map((texts) => base.flatMap((block, at) => { const text = texts[at] ?? null; return text === null ? [] : [says(block.id ?? '', text)] }))
const all = (choice: Choice) => Object.fromEntries(base.map((block) => [block.id ?? '', choice]))
const textAt = (blocks: readonly Block[], id: string) => JSON.stringify(blocks.find((block) => block.id === id) ?? null)

test('nothing is decided silently: a block both changed is told until someone chose, and then it is as chosen', () => {
  fc.assert(
    fc.property(version, version, (proposed, now) => {
      const undecided = acceptProposal(base, proposed, now, {})
      for (const choice of ['mine', 'theirs'] as const) {
        const { blocks, open } = acceptProposal(base, proposed, now, { choices: all(choice) })
        expect(open).toEqual([])
        for (const { id } of undecided.open) expect(textAt(blocks, id)).toBe(textAt(choice === 'mine' ? proposed : now, id))
      }
    }),
  )
})

test('what only the proposal changed is taken, and what only the section gained stays', () => {
  const proposed = [says('a', '甲'), ...base.slice(1)]
  const now = [...base.slice(0, 2), says('c', '乙'), says('d', '新增')]
  expect(acceptProposal(base, proposed, now, {})).toEqual({ blocks: [says('a', '甲'), says('b', '原文'), says('c', '乙'), says('d', '新增')], open: [], left: false })
})
