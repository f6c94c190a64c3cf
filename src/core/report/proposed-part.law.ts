import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptProposal, movedUnder } from './accept-proposal.ts'
import type { Block } from './document.ts'
import { proposedPart } from './proposed-part.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const text = fc.constantFrom('原文', '甲', '乙')
const says = (id: string, words: string): Block => ({ kind: 'paragraph', id, runs: [{ kind: 'text', text: words }] })
/** Some of the names in any order, each with a text. */
const version = fc.shuffledSubarray([...names]).chain((ids) => fc.array(text, { minLength: ids.length, maxLength: ids.length }).map((words) => ids.map((id, at) => says(id, words[at] ?? ''))))
const some = fc.subarray([...names]).map((ids) => new Set<string>(ids))
const at = (blocks: readonly Block[], id: string): Block | undefined => blocks.find((block) => block.id === id)

test('with all its blocks a proposal is itself, with none what it was made from', () => {
  fc.assert(fc.property(version, version, (base, proposed) => {
    expect(proposedPart(base, proposed, new Set(names))).toEqual(proposed)
    expect(proposedPart(base, proposed, new Set())).toEqual(base)
  }))
})

test('a block that is wanted is as proposed, any other as it was, and none stands twice', () => {
  fc.assert(fc.property(version, version, some, (base, proposed, wanted) => {
    const part = proposedPart(base, proposed, wanted)
    for (const id of names) expect(at(part, id)).toEqual(at(wanted.has(id) ? proposed : base, id))
    expect(new Set(part.map((block) => block.id)).size).toBe(part.length)
    const untouched = base.filter((block) => !wanted.has(block.id ?? '')).map((block) => block.id)
    expect(part.map((block) => block.id).filter((id) => untouched.includes(id))).toEqual(untouched)
  }))
})

test('a part now and the rest later say the same as the whole at once, and nothing is left then', () => {
  fc.assert(fc.property(version, version, some, (base, proposed, wanted) => {
    const part = acceptProposal(base, proposed, base, { blocks: wanted })
    const rest = acceptProposal(base, proposed, part.blocks, {})
    expect([part.open, rest.open, rest.left]).toEqual([[], [], false])
    for (const id of names) expect(at(rest.blocks, id)).toEqual(at(proposed, id))
    if (!part.left) expect(part.blocks).toEqual(rest.blocks)
  }))
})

test('two proposals accepted one after the other: each block is as one of them has it, as it was, or both texts are told', () => {
  fc.assert(fc.property(version, version, version, (base, one, other) => {
    const { blocks, open } = acceptProposal(base, other, acceptProposal(base, one, base, {}).blocks, {})
    const told = new Map(open.map((conflict) => [conflict.id, conflict]))
    for (const id of names) {
      const conflict = told.get(id)
      if (conflict === undefined) expect([at(one, id), at(other, id)]).toContainEqual(at(blocks, id))
      else expect([conflict.mine, conflict.theirs]).toEqual([at(other, id) ?? null, at(one, id) ?? null])
    }
  }))
})

test('where nothing moved under a proposal, accepting it on what stands now changes exactly what was seen', () => {
  fc.assert(fc.property(version, version, version, version, (base, proposed, saw, now) => {
    const moved = new Set(movedUnder(base, proposed, saw, now, undefined).map((each) => each.id))
    const [seen, done] = [acceptProposal(base, proposed, saw, {}), acceptProposal(base, proposed, now, {})]
    const open = new Set([...seen.open, ...done.open].map((each) => each.id))
    for (const id of names) {
      if (moved.has(id) || open.has(id)) continue
      const changes = at(base, id) !== at(proposed, id) && JSON.stringify(at(base, id)) !== JSON.stringify(at(proposed, id))
      expect(at(done.blocks, id)).toEqual(changes ? at(proposed, id) : at(now, id))
    }
  }))
})
