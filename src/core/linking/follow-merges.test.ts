import { expect, test } from 'vitest'
import { checks } from '../../../test/builders/linked-ledgers.ts'
import { spanOf } from '../../../test/builders/small-town.ts'
import type { Entry } from '../ledger/entry.ts'
import { followMerges, standingFor } from './follow-merges.ts'

const check = (firm: string, more: Partial<Entry> = {}): Entry => ({ id: 9, ledger: 'check', version: 9, void: false, spans: [spanOf({ org: 'v1', day: '2023-06-01', firm, address: '2' })], ...more })
const merged = new Map([[2, 3], [3, 4]])
const firmOf = (entry: Entry) => entry.spans[0]?.fields['firm']

test('an entry stands for the last it was merged into, and for itself where it was not', () => {
  expect([standingFor(merged, 2), standingFor(merged, 3), standingFor(merged, 4), standingFor(new Map([[1, 2], [2, 1]]), 1)]).toEqual([4, 4, 4, 2])
})

test('only references follow; what is void stays as it is', () => {
  const followed = followMerges(checks, merged, check('2'))
  expect(followed.spans[0]?.fields).toEqual({ org: 'v1', day: '2023-06-01', firm: '4', address: '2' })
  expect([firmOf(followMerges(checks, merged, check('2', { void: true }))), followMerges(checks, merged, check('5'))]).toEqual(['2', check('5')])
})

test('what a merge moved may be moved back, and what it did not move follows', () => {
  expect(firmOf(followMerges(checks, merged, check('2'), check('4')))).toBe('2')
  expect(firmOf(followMerges(checks, merged, check('2'), check('5')))).toBe('4')
  expect(firmOf(followMerges(checks, merged, check('2'), check('4', { void: true })))).toBe('4')
})
