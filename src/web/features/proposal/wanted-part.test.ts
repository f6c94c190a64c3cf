import { expect, test } from 'vitest'
import type { ProposalOut } from '../../../api/proposal.ts'
import { wantedPart } from './wanted-part.ts'

const change = (id: string, kind: 'same' | 'changed' = 'changed', moved = false): ProposalOut['changes'][number] => ({ kind, id, moved, was: null, now: null, pieces: [] })
const torn = (id: string): ProposalOut['conflicts'][number] => ({ id, base: null, mine: null, theirs: null })
const proposal = { changes: [change('a'), change('b'), change('c', 'same'), change('d', 'same', true), change('x')], conflicts: [torn('x')] }
const wanted = (left: readonly string[], choices: Readonly<Record<string, 'mine' | 'theirs'>>) => wantedPart(proposal, { left: new Set(left), choices })

test('all ticked and all settled is the whole, whichever text stands', () => {
  expect(wanted([], { x: 'theirs' })).toEqual({ taken: 3, whole: true, choices: { x: 'theirs' } })
  expect(wanted([], { x: 'mine' })).toMatchObject({ taken: 4, whole: true })
})

test('else what is ticked is named; a conflict that is not settled, or settled for the text, waits', () => {
  expect(wanted(['b'], { x: 'mine' })).toEqual({ taken: 3, whole: false, blocks: ['a', 'd', 'x'], choices: { x: 'mine' } })
  expect(wanted([], {})).toEqual({ taken: 3, whole: false, blocks: ['a', 'b', 'd'], choices: {} })
  expect(wanted(['a', 'b', 'd'], { x: 'theirs' })).toMatchObject({ taken: 0, whole: false, blocks: [], choices: {} })
})
