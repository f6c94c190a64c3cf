import { expect, test } from 'vitest'
import type { Day } from '../time/day.ts'
import { words } from '../words.ts'
import type { Action } from './matter.ts'
import { foldMatter } from './matter.ts'
import type { Procedure, Step } from './procedure.ts'
import { wayAhead, wayTo } from './way.ts'

const step = (key: string, from: string, to: string, more: Partial<Step> = {}): Step => ({ key, title: words(key, key), from: [from], to, who: [{ is: 'keeper' }], ...more })
const procedure: Procedure = {
  first: 'new', clocks: [],
  states: (['new', 'working', 'checking', 'closed', 'dropped'] as const).map((key) => ({ key, title: words(key, key), kind: key === 'closed' ? 'done' : key === 'dropped' ? 'ended' : 'open' })),
  steps: [
    step('drop', 'new', 'dropped', { weight: 'more' }), step('take', 'new', 'working'), step('skip', 'new', 'closed', { when: { key: 'kind', in: ['small'] } }),
    step('mend', 'working', 'checking'), step('refuse', 'checking', 'working'), step('strike', 'checking', 'closed'),
  ],
}
const began = (kind: string) => ({ day: '2023-06-30' as Day, raiser: 1, first: 'office', fields: { kind } })
const taken = (...steps: readonly string[]) => steps.map((each): Action => ({ step: each, day: '2023-07-03' as Day, person: 1, org: 'office', given: {} }))
const ways = (kind: string, ...steps: readonly string[]) => [wayTo(procedure, began(kind), taken(...steps), 'office'), wayAhead(procedure, foldMatter(procedure, began(kind), taken(...steps), 'office'))]

test('what lies ahead is the usual way to the settling, and what was passed is what led here', () => {
  expect(ways('large')).toEqual([['new'], ['working', 'checking', 'closed']])
  expect(ways('small')).toEqual([['new'], ['closed']])
  expect(ways('large', 'take', 'mend')).toEqual([['new', 'working', 'checking'], ['closed']])
  expect(ways('large', 'take', 'mend', 'strike')).toEqual([['new', 'working', 'checking', 'closed'], []])
})

test('a matter that came back is where it came back to', () => {
  expect(ways('large', 'take', 'mend', 'refuse')).toEqual([['new', 'working'], ['checking', 'closed']])
  expect(ways('large', 'drop')).toEqual([['new', 'dropped'], []])
})
