import { expect, test } from 'vitest'
import type { Begun, Walked } from '../../../../test/builders/walked-matter.ts'
import { columnsOf, photo, untaken, walk } from '../../../../test/builders/walked-matter.ts'
import { serviceRequest as plan } from './service-request.ts'

const window = 'line@bmfw'
const other = 'line@bmfw/2'
const mayor = 'leader@330282112'
const begun = (kind: string, day: string): Begun => ({ keeper: 'bmfw', org: '330282112203', day, fields: { kind } })

const licence: readonly Walked[] = [
  ['04-29', 'line@czjs', 'take', {}, 'forbidden'],
  ['04-29', window, 'serve', {}, 'matter-other-kind'],
  ['04-29', window, 'grant', {}, 'matter-state'],
  ['05-09', window, 'ask-correction', { note: '缺平面图' }, 'fixing'],
  ['05-11', window, 'ask-correction', { note: '再缺一份' }, 'matter-state'],
  ['05-11', window, 'corrected', {}, 'handling'],
  ['05-12', window, 'whistle', { to_org: 'yjxf', note: '请现场核查' }, 'handling'],
  ['05-13', 'line@yjxf', 'report-in', { note: '已核查' }, 'handling'],
  ['05-13', window, 'nudge', {}, 'handling'],
  ['05-15', window, 'set-apart', { pause: 'experts', note: '专家评审' }, 'special'],
  ['05-18', window, 'grant', {}, 'matter-state'],
  ['05-25', window, 'go-on', { note: '评审通过' }, 'handling'],
  ['06-15', window, 'prolong', { more: '10', note: '需补核', notice: '2026-06-15' }, 'forbidden'],
  ['06-15', mayor, 'prolong', { more: '11', note: '需补核', notice: '2026-06-15' }, 'clock-extended-too-far'],
  ['06-15', mayor, 'prolong', { more: '10', note: '需补核', notice: '2026-06-15' }, 'handling'],
  ['06-30', window, 'grant', {}, 'granted'],
  ['07-03', window, 'hand-out', { files: photo }, 'closed'],
]

const rated: readonly Walked[] = [
  ['10-09', window, 'take', {}, 'matter-other-kind'],
  ['10-09', window, 'serve', {}, 'closed'],
  ['10-10', 'line@czjs', 'rate-bad', { note: '等候太久' }, 'forbidden'],
  ['10-10', window, 'rate-bad', { note: '等候太久' }, 'rating'],
  ['10-12', window, 'answer-rating', { note: '已致歉' }, 'matter-same-hand'],
  ['10-12', other, 'answer-rating', { note: '已致歉并增开窗口' }, 'closed'],
]

const denied: readonly Walked[] = [
  ['10-09', window, 'take', {}, 'handling'],
  ['10-16', mayor, 'prolong', { more: '5', note: '过期才批', notice: '2026-10-16' }, 'clock-overdue'],
  ['10-16', window, 'deny', { note: '不符合条件' }, 'files: field-required'],
  ['10-16', window, 'deny', { note: '不符合条件', files: photo }, 'refused'],
]

const lapsed: readonly Walked[] = [
  ['05-08', window, 'ask-correction', { note: '缺身份证明' }, 'fixing'],
  ['06-08', window, 'lapse', { note: '逾期未补正' }, 'lapsed'],
]

const tooLate: readonly Walked[] = [['05-11', window, 'ask-correction', { note: '缺平面图' }, 'clock-overdue']]

test('five working days to ask for corrections over May Day 2026, once and in time', () => {
  expect(columnsOf(plan, walk(plan, begun('licence', '2026-04-29'), []), 'due')).toEqual({ due: '2026-05-09' })
  expect(walk(plan, begun('licence', '2026-04-29'), tooLate).state).toBe('received')
})

test('a licence: twenty working days from the corrected papers, experts left out, ten more granted by a leader', () => {
  // From 11 May four days count (12–15), it stands still to 25 May, 16 are left: 26–29 May, 1–5, 8–12 and 15–16 June; ten more: 17, 18, 22–26, 29, 30 June, 1 July.
  const begins = begun('licence', '2026-04-29')
  expect(columnsOf(plan, walk(plan, begins, licence.slice(0, 12)), 'due')).toEqual({ due: '2026-06-16' })
  expect(columnsOf(plan, walk(plan, begins, licence.slice(0, 15)), 'due')).toEqual({ due: '2026-07-01' })
  expect(columnsOf(plan, walk(plan, begins, licence), 'on_time', 'settled')).toEqual({ on_time: true, settled: '2026-07-03' })
})

test('done at the counter, rated badly, answered by another', () => {
  expect(columnsOf(plan, walk(plan, begun('instant', '2026-10-09'), rated), 'on_time', 'redone', 'settled')).toEqual({ on_time: null, redone: '1', settled: '2026-10-12' })
})

test('promised within five working days, Saturday 10 October among them, and denied a day late', () => {
  expect(columnsOf(plan, walk(plan, begun('promised', '2026-10-09'), denied.slice(0, 1)), 'due')).toEqual({ due: '2026-10-15' })
  expect(columnsOf(plan, walk(plan, begun('promised', '2026-10-09'), denied), 'on_time')).toEqual({ on_time: false })
})

test('what is not corrected lapses', () => expect(walk(plan, begun('joint', '2026-04-29'), lapsed).written).toEqual({ result: 'lapsed' }))

test('every step was taken', () => expect(untaken(plan, licence, rated, denied, lapsed)).toEqual([]))
