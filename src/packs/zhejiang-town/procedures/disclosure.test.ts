import { expect, test } from 'vitest'
import type { Begun, Walked } from '../../../../test/builders/walked-matter.ts'
import { columnsOf, photo, untaken, walk } from '../../../../test/builders/walked-matter.ts'
import { disclosure as plan } from './disclosure.ts'

const desk = 'office@dzb'
const other = 'office@dzb/2'
const begun = (on: string): Begun => ({ keeper: 'dzb', org: 'dzb', day: on })
const answer = { document: '新公开〔2026〕2号', sent_on: '2026-03-16', files: photo }

const usual: readonly Walked[] = [
  ['2026-02-10', 'line@nync', 'accept-request', {}, 'forbidden'],
  ['2026-02-11', desk, 'accept-request', {}, 'handling'],
  ['2026-03-02', desk, 'answer', answer, 'matter-state'],
  ['2026-03-10', desk, 'draft', { result: 'given', note: '依申请提供' }, 'drafted'],
  ['2026-03-11', desk, 'answer', answer, 'matter-same-hand'],
  ['2026-03-11', desk, 'rework', { note: '改' }, 'matter-same-hand'],
  ['2026-03-11', other, 'rework', { note: '补充依据' }, 'handling'],
  ['2026-03-12', desk, 'draft', { result: 'given', note: '已补充' }, 'drafted'],
  ['2026-03-16', other, 'answer', answer, 'answered'],
]

test('twenty working days over the Spring Festival end on 16 March, and who drafts does not send', () => {
  expect(columnsOf(plan, walk(plan, begun('2026-02-10'), usual.slice(0, 2)), 'due')).toEqual({ due: '2026-03-16' })
  expect(columnsOf(plan, walk(plan, begun('2026-02-10'), usual), 'on_time', 'settled', 'redone')).toEqual({ on_time: true, settled: '2026-03-16', redone: '1' })
})

const corrected: readonly Walked[] = [
  ['2023-04-10', desk, 'ask-correct', { note: '请写明文件名称', until: '2023-04-25' }, 'correcting'],
  ['2023-04-20', desk, 'corrected', {}, 'handling'],
  ['2023-04-27', desk, 'consult', { pause: 'third-party', to_org: 'nync', note: '涉及承包合同' }, 'asking'],
  ['2023-05-04', desk, 'prolong', { more: '20', notice: '2023-05-04', note: '仍在征求' }, 'matter-state'],
  ['2023-05-16', desk, 'consulted', { note: '第三方同意' }, 'handling'],
  ['2023-05-20', desk, 'prolong', { more: '21', notice: '2023-05-20', note: '档案调取' }, 'clock-extended-too-far'],
  ['2023-05-20', desk, 'prolong', { more: '10', notice: '2023-05-20', note: '档案调取' }, 'handling'],
]
const tooLate: readonly Walked[] = [['2023-04-14', desk, 'ask-correct', { note: '请写明', until: '2023-04-28' }, 'clock-overdue']]
const dropped: readonly Walked[] = [corrected[0] as Walked, ['2023-05-04', desk, 'give-up', { note: '逾期未补正' }, 'dropped']]

test('corrected papers start the clock anew, those who are asked are not counted, and more time adds to it', () => {
  // Corrected on 20 April: 21, 23 (worked), 24–27 April are six; asked from 27 April to 16 May; 24 are left, from 17 May: 11 in May, 13 in June, the last on Monday 19 June.
  expect(columnsOf(plan, walk(plan, begun('2023-04-03'), corrected), 'due')).toEqual({ due: '2023-06-19' })
  expect(columnsOf(plan, walk(plan, begun('2023-04-03'), corrected.slice(0, 1)), 'due', 'on_time')).toEqual({ due: null, on_time: null })
})

test('correction is asked for within seven working days, and papers that never come give the request up', () => {
  walk(plan, begun('2023-04-03'), tooLate)
  expect(columnsOf(plan, walk(plan, begun('2023-04-03'), dropped), 'settled', 'due')).toEqual({ settled: '2023-05-04', due: null })
})

test('every step was taken', () => expect(untaken(plan, usual, corrected, dropped)).toEqual([]))
