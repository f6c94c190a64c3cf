import { expect, test } from 'vitest'
import type { Begun, Walked } from '../../../../test/builders/walked-matter.ts'
import { columnsOf, photo, untaken, walk } from '../../../../test/builders/walked-matter.ts'
import { reviewAnswer as plan } from './review-answer.ts'

const office = 'office@dzb'
const team = 'line@zhzf'
const mayor = 'leader@330282112'
const begun = (day: string, kind = 'ordinary'): Begun => ({ keeper: 'dzb', org: '330282112', day, fields: { kind } })
const answer = { note: '答复书及证据目录', files: photo }

const usual: readonly Walked[] = [
  ['04-01', team, 'assign', { to_org: 'zhzf' }, 'forbidden'],
  ['04-01', office, 'assign', { to_org: 'zhzf' }, 'preparing'],
  ['04-02', office, 'submit', answer, 'forbidden'],
  ['04-02', mayor, 'sign', {}, 'matter-state'],
  ['04-03', team, 'whistle', { to_org: 'pafz', note: '请核法条' }, 'preparing'],
  ['04-07', 'line@pafz', 'report-in', { note: '已核' }, 'preparing'],
  ['04-07', office, 'nudge', {}, 'preparing'],
  ['04-08', team, 'submit', answer, 'signing'],
  ['04-09', mayor, 'send-back', { note: '证据缺送达回证' }, 'preparing'],
  ['04-11', team, 'submit', answer, 'signing'],
  ['04-11', office, 'sign', {}, 'forbidden'],
  ['04-16', mayor, 'sign', {}, 'answered'],
  ['06-03', office, 'uphold', { decided: '2024-06-01', files: photo }, 'closed'],
]

const overturned: readonly Walked[] = [
  ['12-22', office, 'assign', { to_org: 'zhzf' }, 'preparing'],
  ['12-25', team, 'submit', answer, 'signing'],
  ['2024-01-03', mayor, 'sign', {}, 'answered'],
  ['2024-02-19', office, 'overturn', { result: 'upheld', decided: '2024-02-18', files: photo }, 'result: not-choice'],
  ['2024-02-19', office, 'overturn', { result: 'annulled', decided: '2024-02-18', files: photo }, 'correcting'],
  ['2024-03-11', office, 'correct-it', answer, 'forbidden'],
  ['2024-03-11', team, 'correct-it', answer, 'closed'],
]

const withdrawn: readonly Walked[] = [
  ['09-29', office, 'assign', { to_org: 'zhzf' }, 'preparing'],
  ['09-30', office, 'withdraw', { note: '申请人撤回' }, 'withdrawn'],
  ['10-09', team, 'submit', answer, 'matter-state'],
]

test('ten working days, the Qingming holiday left out and Sunday 7 April counted; answered on the last of them', () => {
  expect(columnsOf(plan, walk(plan, begun('2024-04-01'), []), 'due')).toEqual({ due: '2024-04-16' })
  expect(columnsOf(plan, walk(plan, begun('2024-04-01'), usual), 'on_time', 'redone', 'holder', 'settled')).toEqual({ on_time: true, redone: '1', holder: 'zhzf', settled: '2024-06-03' })
})

test('before 2024 the ten days were calendar days: 1 January moves to the 2nd, and the 3rd is late', () => {
  expect(columnsOf(plan, walk(plan, begun('2023-12-22'), []), 'due', 'safe_due')).toEqual({ due: '2024-01-02', safe_due: '2023-12-29' })
  const matter = walk(plan, begun('2023-12-22'), overturned)
  expect([columnsOf(plan, matter, 'on_time'), matter.written]).toEqual([{ on_time: false }, { result: 'annulled', decided: '2024-02-18' }])
})

test('the simple procedure leaves five working days; a review that ends leaves none', () => {
  expect(columnsOf(plan, walk(plan, begun('2025-09-29', 'simple'), []), 'due')).toEqual({ due: '2025-10-13' })
  expect(columnsOf(plan, walk(plan, begun('2025-09-29', 'simple'), withdrawn), 'due', 'settled')).toEqual({ due: null, settled: '2025-09-30' })
})

test('every step was taken', () => expect(untaken(plan, usual, overturned, withdrawn)).toEqual([]))
