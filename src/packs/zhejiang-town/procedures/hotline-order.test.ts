import { expect, test } from 'vitest'
import type { Begun, Walked } from '../../../../test/builders/walked-matter.ts'
import { columnsOf, photo, untaken, walk } from '../../../../test/builders/walked-matter.ts'
import { hotlineOrder as plan } from './hotline-order.ts'

const room = 'line@zhxx'
const builder = 'line@czjs'
const begun = (kind: string, day: string): Begun => ({ keeper: 'zhxx', org: '330282112203', day, fields: { kind } })
const reply = { result: 'solved', note: '路灯已修好', files: photo }

const usual: readonly Walked[] = [
  ['06-19', builder, 'send', { to_org: 'czjs' }, 'forbidden'],
  ['06-19', room, 'send', { to_org: 'czjs' }, 'sent'],
  ['06-19', builder, 'contact', { note: '先打电话' }, 'matter-state'],
  ['06-19', 'line@yjxf', 'sign', {}, 'forbidden'],
  ['06-19', room, 'sign', {}, 'forbidden'],
  ['06-20', builder, 'sign', {}, 'signed'],
  ['06-20', builder, 'return', { note: '不归我们管' }, 'matter-state'],
  ['06-20', builder, 'contact', { note: '已联系来电人' }, 'handling'],
  ['06-21', builder, 'reply', { result: 'solved' }, 'note: field-required,files: field-required'],
  ['06-25', builder, 'reply', reply, 'replied'],
  ['06-25', builder, 'call-back', { satisfied: 'yes' }, 'forbidden'],
  ['06-25', room, 'call-back', { satisfied: 'no' }, 'satisfied: not-choice'],
  ['06-26', room, 'call-back', { satisfied: 'yes' }, 'closed'],
  ['06-26', room, 'nudge', {}, 'matter-state'],
]

const returned: readonly Walked[] = [
  ['05-08', room, 'send', { to_org: 'czjs' }, 'sent'],
  ['05-09', builder, 'return', {}, 'note: field-required'],
  ['05-09', builder, 'return', { note: '属市场监管职责' }, 'return-asked'],
  ['05-09', builder, 'sign', {}, 'matter-state'],
  ['05-09', room, 'refuse-return', { note: '路面归口村镇建设' }, 'sent'],
  ['05-10', builder, 'return', { note: '仍不同意' }, 'clock-overdue'],
  ['05-10', builder, 'sign', {}, 'signed'],
]

const sentOn: readonly Walked[] = [
  ['05-08', room, 'send', { to_org: 'czjs' }, 'sent'],
  ['05-08', builder, 'return', { note: '属应急职责' }, 'return-asked'],
  ['05-08', room, 'allow-return', {}, 'new'],
  ['05-09', room, 'send', { to_org: 'nowhere' }, 'to_org: not-org'],
  ['05-09', room, 'send', { to_org: 'yjxf' }, 'sent'],
  ['05-10', builder, 'sign', {}, 'forbidden'],
  ['05-10', 'line@yjxf', 'sign', {}, 'signed'],
]

const again: readonly Walked[] = [
  ['05-08', room, 'send', { to_org: 'czjs' }, 'sent'],
  ['05-08', builder, 'sign', {}, 'signed'],
  ['05-09', room, 'raise', { note: '多次来电' }, 'signed'],
  ['05-09', builder, 'contact', { note: '约定现场查看' }, 'handling'],
  ['05-10', builder, 'whistle', { to_org: 'zhzf', note: '请到场执法' }, 'handling'],
  ['05-11', 'line@pafz', 'report-in', { note: '已到' }, 'forbidden'],
  ['05-11', 'line@zhzf', 'report-in', { note: '已到场' }, 'handling'],
  ['05-12', 'leader@330282112', 'nudge', {}, 'handling'],
  ['05-15', builder, 'prolong', { more: '5', note: '等配件', notice: '2023-05-15' }, 'forbidden'],
  ['05-15', 'head@zhxx', 'prolong', { more: '21', note: '等配件', notice: '2023-05-15' }, 'clock-extended-too-far'],
  ['05-15', 'head@zhxx', 'prolong', { more: '5', note: '等配件' }, 'notice: field-required'],
  ['05-15', 'head@zhxx', 'prolong', { more: '5', note: '等配件', notice: '2023-05-15' }, 'handling'],
  ['05-24', builder, 'reply', reply, 'replied'],
  ['05-25', room, 'do-again', { note: '来电人称仍不亮' }, 'handling'],
  ['05-29', builder, 'reply', reply, 'replied'],
  ['05-30', room, 'call-back', { satisfied: 'mostly' }, 'closed'],
]

const askedTooLate: readonly Walked[] = [...again.slice(0, 8), ['05-17', 'head@zhxx', 'prolong', { more: '5', note: '等配件', notice: '2023-05-17' }, 'clock-overdue']]
const askedInTime: readonly Walked[] = [...again.slice(0, 8), ['05-16', 'head@zhxx', 'prolong', { more: '5', note: '等配件', notice: '2023-05-16' }, 'handling']]

const joined: readonly Walked[] = [
  ['05-08', room, 'join', {}, 'same_as: field-required'],
  ['05-08', room, 'join', { same_as: 'GD-2023-0017' }, 'merged'],
  ['05-08', room, 'send', { to_org: 'czjs' }, 'matter-state'],
]

test('a call for help is sent out, signed, answered within five working days over the Dragon Boat holiday, and called back', () => {
  const begins = begun('help', '2023-06-19')
  expect(columnsOf(plan, walk(plan, begins, []), 'state', 'due')).toEqual({ state: 'new', due: '2023-06-27' })
  expect(columnsOf(plan, walk(plan, begins, usual), 'holder', 'due', 'settled', 'on_time')).toEqual({ holder: 'czjs', due: null, settled: '2023-06-26', on_time: true })
})

test('an order is returned within its window only; while it is disputed nobody may sign', () => {
  expect(columnsOf(plan, walk(plan, begun('complain', '2023-05-08'), returned), 'holder', 'returned')).toEqual({ holder: 'czjs', returned: null })
})

test('an order that was rightly returned goes to another office', () => {
  expect(columnsOf(plan, walk(plan, begun('complain', '2023-05-08'), sentOn), 'holder', 'asked', 'returned')).toEqual({ holder: 'yjxf', asked: null, returned: '1' })
})

test('a complaint is given more time, answered on its last day, and done again once', () => {
  const matter = walk(plan, begun('complain', '2023-05-08'), again)
  expect(columnsOf(plan, matter, 'raised', 'nudged', 'redone', 'on_time', 'settled')).toEqual({ raised: '1', nudged: '1', redone: '1', on_time: true, settled: '2023-05-30' })
  expect(matter.written).toEqual({ result: 'solved', satisfied: 'mostly' })
})

test('more time is asked a day before the last at the latest: by 16 May for a complaint that is due on the 17th', () => {
  const begins = begun('complain', '2023-05-08')
  expect([askedTooLate, askedInTime].map((walked) => columnsOf(plan, walk(plan, begins, walked), 'due'))).toEqual([{ due: '2023-05-17' }, { due: '2023-05-24' }])
})

test('a double is joined to the order it repeats, and no clock of it runs on', () => {
  expect(columnsOf(plan, walk(plan, begun('consult', '2023-05-08'), joined), 'due', 'settled')).toEqual({ due: null, settled: '2023-05-08' })
})

test('every step was taken', () => expect(untaken(plan, usual, returned, sentOn, again, joined)).toEqual([]))
