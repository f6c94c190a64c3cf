import { expect, test } from 'vitest'
import { orgTree } from '../access/org-tree.ts'
import type { Org } from '../access/org-tree.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { decimal } from '../quantity/decimal.ts'
import type { Day } from '../time/day.ts'
import { byPlace, contributors, headlineMeasures } from './brief.ts'

test('those who moved a figure are told in the direction it went, the largest first', () => {
  const of = (amounts: Readonly<Record<string, string>>): ReadonlyMap<string, Decimal> => new Map(Object.entries(amounts).map(([org, amount]) => [org, decimal(amount)]))
  const [now, before] = [of({ v1: '10', v2: '3', v4: '9' }), of({ v1: '4', v2: '5', v3: '2', v4: '8' })]
  expect(contributors(now, before, 'up', 3)).toEqual([{ org: 'v1', now: '10', before: '4' }, { org: 'v4', now: '9', before: '8' }])
  expect(contributors(now, before, 'down', 1)).toEqual([{ org: 'v2', now: '3', before: '5' }])
})

test('a grid counts with its village', () => {
  const org = (code: string, kind: Org['kind'], parent: string | null): Org => ({ code, zh: code, en: code, kind, parent, successor: null, from: '2000-01-01' as Day, to: null })
  const tree = orgTree([org('town', 'town', null), org('v1', 'village', 'town'), org('g1', 'grid', 'v1')], '2023-06-30' as Day)
  expect(byPlace(new Map([['g1', { amount: decimal('2'), rows: 1 }], ['v1', { amount: decimal('3'), rows: 2 }], ['town', { amount: decimal('1'), rows: 1 }]]), tree)).toEqual(new Map([['v1', { amount: '5', rows: 3 }], ['town', { amount: '1', rows: 1 }]]))
})

test('a report opens with the figures of its first paragraph that tells one', () => {
  const value = (measure: string) => ({ kind: 'figure', measure, show: 'value' }) as const
  expect(headlineMeasures([{ kind: 'heading', level: 1, text: '一、' }, { kind: 'paragraph', runs: [{ kind: 'text', text: '…' }] }, { kind: 'paragraph', runs: [value('a'), value('b'), { kind: 'figure', measure: 'a', show: 'change' }, value('c')] }, { kind: 'paragraph', runs: [value('d')] }], 2)).toEqual(['a', 'b'])
  expect(headlineMeasures([], 2)).toEqual([])
})
