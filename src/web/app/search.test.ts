import { expect, test } from 'vitest'
import { parseSearch, pick, searchText } from './search.ts'

test('an address keeps text as text, also where it looks like a number', () => {
  expect(parseSearch(searchText({ period: '2023', asOf: '#12', q: '' }))).toEqual({ period: '2023', asOf: '#12' })
})

test('unknown and empty keys are dropped', () => {
  expect(pick('q', 'sort')({ q: '猪', sort: '', other: '1' })).toEqual({ q: '猪' })
})
