import { expect, test } from 'vitest'
import type { Begun, Walked } from '../../../../test/builders/walked-matter.ts'
import { columnsOf, photo, untaken, walk } from '../../../../test/builders/walked-matter.ts'
import { legacyProblem as plan } from './legacy-problem.ts'

const mayor = 'leader@330282112'
const builder = 'line@czjs'
const office = 'office@dzb'
const begun: Begun = { keeper: 'dzb', org: '330282112203', day: '2024-01-15', fields: { kind: 'house' } }
const proof = { note: '材料', files: photo }

const usual: readonly Walked[] = [
  ['01-16', office, 'take-case', { to_org: 'czjs' }, 'forbidden'],
  ['01-16', mayor, 'take-case', {}, 'to_org: field-required'],
  ['01-16', mayor, 'take-case', { to_org: 'czjs' }, 'studying'],
  ['01-17', office, 'propose', proof, 'forbidden'],
  ['01-17', mayor, 'approve', {}, 'matter-state'],
  ['02-05', builder, 'propose', proof, 'approving'],
  ['02-06', mayor, 'send-back', { note: '资金未落实' }, 'studying'],
  ['02-27', builder, 'propose', proof, 'approving'],
  ['02-29', mayor, 'approve', {}, 'settling'],
  ['03-12', builder, 'note', { note: '已签三户' }, 'settling'],
  ['04-10', builder, 'whistle', { to_org: 'czgl', note: '请拨款' }, 'settling'],
  ['04-12', 'line@czgl', 'report-in', { note: '已拨' }, 'settling'],
  ['05-10', office, 'nudge', {}, 'settling'],
  ['2025-02-28', builder, 'prolong', { more: '6', note: '一户涉诉', notice: '2025-02-28' }, 'forbidden'],
  ['2025-02-28', mayor, 'prolong', { more: '6', note: '一户涉诉', notice: '2025-02-28' }, 'settling'],
  ['2025-05-08', builder, 'settled', proof, 'checking'],
  ['2025-05-09', builder, 'confirm', { note: '确认' }, 'forbidden'],
  ['2025-05-09', office, 'fail', { note: '一户未办证' }, 'settling'],
  ['2025-08-29', builder, 'settled', proof, 'checking'],
  ['2025-08-29', office, 'confirm', { note: '均已办证' }, 'closed'],
]

const back: readonly Walked[] = [
  ...usual,
  ['2025-10-09', builder, 'come-back', { note: '又上访' }, 'forbidden'],
  ['2025-10-09', office, 'come-back', { note: '一户反悔' }, 'settling'],
  ['2026-03-02', office, 'end-by-law', { note: '法院终审', files: photo }, 'forbidden'],
  ['2026-03-02', mayor, 'end-by-law', { note: '法院终审', files: photo }, 'ended'],
  ['2026-03-03', office, 'come-back', { note: '再提' }, 'matter-state'],
]

const declined: readonly Walked[] = [
  ...usual.slice(0, 9),
  ['03-12', builder, 'hand-over', { to_org: 'nync', note: '多为承包地问题' }, 'settling'],
  ['03-13', 'line@nync', 'decline', { note: '属房屋确权' }, 'settling'],
]

const tooLate: readonly Walked[] = [...usual.slice(0, 13), ['2025-03-03', mayor, 'prolong', { more: '6', note: '一户涉诉', notice: '2025-03-03' }, 'clock-overdue']]

test('twelve months from 29 February 2024 end on 28 February 2025; with six more, eighteen from the same day, on 29 August', () => {
  expect(columnsOf(plan, walk(plan, begun, usual.slice(0, 9)), 'due')).toEqual({ due: '2025-02-28' })
  expect(columnsOf(plan, walk(plan, begun, usual.slice(0, 15)), 'due')).toEqual({ due: '2025-08-29' })
  expect(columnsOf(plan, walk(plan, begun, usual), 'holder', 'on_time', 'redone', 'settled')).toEqual({ holder: 'czjs', on_time: true, redone: '2', settled: '2025-08-29' })
})

test('it may come back, under its old number, until it is ended by law', () => expect(columnsOf(plan, walk(plan, begun, back), 'redone', 'settled', 'due')).toEqual({ redone: '3', settled: '2026-03-02', due: null }))

test('no more time once the year is over', () => expect(walk(plan, begun, tooLate).state).toBe('settling'))

test('an office that is asked to take it over and declines leaves it with the office that has it, not with the one first asked', () => {
  expect(columnsOf(plan, walk(plan, begun, declined), 'holder', 'asked', 'returned')).toEqual({ holder: 'czjs', asked: null, returned: '1' })
})

test('every step was taken', () => expect(untaken(plan, usual, back)).toEqual([]))
