import { expect, test } from 'vitest'
import type { Begun, Walked } from '../../../../test/builders/walked-matter.ts'
import { columnsOf, photo, untaken, walk } from '../../../../test/builders/walked-matter.ts'
import { wageClaim as plan } from './wage-claim.ts'

const room = 'line@pafz'
const other = 'line@pafz/2'
const head = 'head@pafz'
const begun = (day: string): Begun => ({ keeper: 'pafz', org: '330282112203', day })
const agreed = { agreed: '68000.00', pay_by: '2023-05-31', outcome: 'mediated', files: photo }

const usual: readonly Walked[] = [
  ['05-08', 'line@shsw', 'take', {}, 'forbidden'],
  ['05-08', room, 'agree', agreed, 'matter-state'],
  ['05-09', room, 'take', {}, 'mediating'],
  ['05-16', room, 'agree', { ...agreed, outcome: 'ordered' }, 'outcome: not-choice'],
  ['05-16', room, 'agree', agreed, 'paying'],
  ['05-31', room, 'paid', { paid_on: '2023-05-31' }, 'files: field-required'],
  ['05-31', room, 'paid', { paid_on: '2023-05-31', files: photo }, 'checking'],
  ['05-31', room, 'verify', { note: '电话核实' }, 'matter-same-hand'],
  ['05-31', room, 'not-paid', { note: '尚欠' }, 'matter-same-hand'],
  ['06-01', other, 'verify', { note: '逐人电话核实' }, 'closed'],
]

const investigated: readonly Walked[] = [
  ['2025-01-02', room, 'take', {}, 'mediating'],
  ['2025-01-06', room, 'give-time', { more: '8', note: '双方约定再谈', notice: '2025-01-06' }, 'forbidden'],
  ['2025-01-06', head, 'give-time', { more: '8', note: '双方约定再谈', notice: '2025-01-06' }, 'mediating'],
  ['2025-01-07', room, 'whistle', { to_org: 'czjs', note: '查总包' }, 'mediating'],
  ['2025-01-08', 'line@czjs', 'report-in', { note: '总包已约谈' }, 'mediating'],
  ['2025-01-09', head, 'open-case', { note: '拒不到场' }, 'investigating'],
  ['2025-01-20', head, 'stay', { pause: 'hearing', note: '当事人逃匿' }, 'pause: not-choice'],
  ['2025-01-20', head, 'stay', { pause: 'party-gone', note: '负责人失联' }, 'stayed'],
  ['2025-01-20', head, 'order', { agreed: '52000', pay_by: '2025-05-01', outcome: 'ordered', files: photo }, 'matter-state'],
  ['2025-01-21', room, 'tell', {}, 'stayed'],
  ['2025-02-17', room, 'go-on', { note: '已到案' }, 'investigating'],
  ['2025-02-18', head, 'prolong', { more: '31', note: '人数多', notice: '2025-02-18' }, 'clock-extended-too-far'],
  ['2025-02-18', head, 'prolong', { more: '30', note: '人数多', notice: '2025-02-18' }, 'investigating'],
  ['2025-03-03', 'leader@330282112', 'nudge', {}, 'investigating'],
  ['2025-04-01', room, 'order', { agreed: '52000', pay_by: '2025-05-01', outcome: 'ordered', files: photo }, 'forbidden'],
  ['2025-04-01', head, 'order', { agreed: '52000', pay_by: '2025-05-01', outcome: 'ordered', files: photo }, 'paying'],
  ['2025-05-06', room, 'paid', { paid_on: '2025-05-06', files: photo }, 'checking'],
  ['2025-05-07', other, 'not-paid', { note: '三人未到账' }, 'paying'],
  ['2025-05-12', room, 'paid', { paid_on: '2025-05-12', files: photo }, 'checking'],
  ['2025-05-13', head, 'verify', { note: '回单齐全' }, 'closed'],
]

const late: readonly Walked[] = [
  ['01-02', room, 'take', {}, 'mediating'],
  ['01-24', head, 'give-time', { more: '3', note: '再谈', notice: '2025-01-24' }, 'clock-overdue'],
  ['01-24', head, 'pass-on', { note: '涉嫌拒不支付劳动报酬' }, 'files: field-required'],
  ['01-24', head, 'pass-on', { note: '涉嫌拒不支付劳动报酬', files: photo }, 'passed-on'],
]

const refused: readonly Walked[] = [
  ['05-09', room, 'refuse', {}, 'note: field-required'],
  ['05-09', room, 'refuse', { note: '已申请仲裁' }, 'refused'],
  ['05-10', room, 'take', {}, 'matter-state'],
]

test('a claim is taken within five working days, agreed and paid, and another verifies it', () => {
  expect(columnsOf(plan, walk(plan, begun('2023-05-08'), []), 'due')).toEqual({ due: '2023-05-15' })
  expect(columnsOf(plan, walk(plan, begun('2023-05-08'), usual), 'settled', 'on_time', 'redone')).toEqual({ settled: '2023-06-01', on_time: true, redone: null })
})

test('an investigation of 60 + 30 working days stands still while the party is gone', () => {
  // From 9 January 2025 seven working days count (10, 13–17, 20); it stands still to 17 February; 83 are left: 9 in February, 21 in March, 22 in April, 19 in May, 12 in June.
  const before = walk(plan, begun('2025-01-02'), investigated.slice(0, 13))
  expect(columnsOf(plan, { ...before, clocks: new Map([...before.clocks].filter(([key]) => key === 'invest')) }, 'due')).toEqual({ due: '2025-06-18' })
  expect(columnsOf(plan, walk(plan, begun('2025-01-02'), investigated), 'on_time', 'redone', 'settled')).toEqual({ on_time: true, redone: '1', settled: '2025-05-13' })
})

test('after its last day mediation is given no more time; what is a crime is passed on', () => {
  expect(columnsOf(plan, walk(plan, begun('2025-01-02'), late), 'settled', 'on_time')).toEqual({ settled: '2025-01-24', on_time: false })
})

test('what is not for inspection is refused with its reason', () => {
  expect(columnsOf(plan, walk(plan, begun('2023-05-08'), refused), 'due', 'on_time')).toEqual({ due: null, on_time: null })
})

test('every step was taken', () => expect(untaken(plan, usual, investigated, late, refused)).toEqual([]))
