import { expect, test } from 'vitest'
import type { Begun, Walked } from '../../../../test/builders/walked-matter.ts'
import { columnsOf, photo, untaken, walk } from '../../../../test/builders/walked-matter.ts'
import { penaltyCase as plan } from './penalty-case.ts'

const officer = 'line@zhzf'
const reviewer = 'line@zhzf/2'
const head = 'head@zhzf'
const mayor = 'leader@330282112'
const begun = (day: string): Begun => ({ keeper: 'zhzf', org: '330282112203', day })
const proof = { note: '案卷', files: photo }
const decision = { document: '慈新综执罚〔2024〕3号', fine: '2000' }

const usual: readonly Walked[] = [
  ['01-12', 'line@yjxf', 'submit', proof, 'forbidden'],
  ['01-15', officer, 'register-evidence', proof, 'investigating'],
  ['01-22', officer, 'settle-evidence', { note: '发还' }, 'investigating'],
  ['01-23', officer, 'appraise', { pause: 'hearing', note: '送检' }, 'pause: not-choice'],
  ['01-23', officer, 'appraise', { pause: 'appraisal', note: '送检' }, 'appraising'],
  ['01-25', officer, 'submit', proof, 'matter-state'],
  ['02-02', officer, 'appraised', { files: photo }, 'investigating'],
  ['02-04', officer, 'submit', proof, 'reviewing'],
  ['02-05', officer, 'pass', { note: '通过' }, 'matter-same-hand'],
  ['02-05', reviewer, 'send-back', { note: '缺询问笔录' }, 'investigating'],
  ['02-06', officer, 'nudge', {}, 'investigating'],
  ['02-06', officer, 'whistle', { to_org: 'yjxf', note: '请提供检查记录' }, 'investigating'],
  ['02-07', 'line@yjxf', 'report-in', { note: '已提供' }, 'investigating'],
  ['02-18', officer, 'submit', proof, 'reviewing'],
  ['02-19', reviewer, 'pass', { note: '通过' }, 'approved'],
  ['02-19', officer, 'tell', { files: photo }, 'noticed'],
  ['02-26', mayor, 'decide', decision, 'matter-too-early'],
  ['02-27', officer, 'ask-hearing', { hearing_on: '2024-03-18', pause: 'hearing', note: '当事人来电' }, 'clock-overdue'],
  ['02-27', officer, 'decide', decision, 'forbidden'],
  ['02-27', mayor, 'decide', decision, 'decided'],
  ['02-28', officer, 'serve', { files: photo }, 'served'],
  ['03-14', head, 'enforce', proof, 'matter-too-early'],
  ['03-14', officer, 'paid', { files: photo }, 'closed'],
]

const heard: readonly Walked[] = [
  ['01-15', officer, 'submit', proof, 'reviewing'],
  ['01-16', reviewer, 'pass', { note: '通过' }, 'approved'],
  ['01-17', officer, 'tell', { files: photo }, 'noticed'],
  ['01-24', officer, 'ask-hearing', { hearing_on: '2024-02-22', pause: 'hearing', note: '书面要求' }, 'hearing'],
  ['01-25', mayor, 'decide', decision, 'matter-state'],
  ['02-08', officer, 'notify-hearing', {}, 'clock-overdue'],
]

const heardInTime: readonly Walked[] = [
  ...heard.slice(0, 5),
  ['02-07', officer, 'notify-hearing', { files: photo }, 'hearing'],
  ['02-22', officer, 'heard', proof, 'matter-same-hand'],
  ['02-22', reviewer, 'heard', proof, 'deciding'],
  ['05-10', mayor, 'decide-heard', decision, 'decided'],
  ['05-11', officer, 'serve', { files: photo }, 'served'],
  ['05-27', head, 'enforce', proof, 'enforcing'],
  ['07-01', officer, 'paid', { files: photo }, 'closed'],
]

const dropped: readonly Walked[] = [
  ['01-15', head, 'drop', { note: '轻微并改正' }, 'forbidden'],
  ['01-15', mayor, 'drop', {}, 'note: field-required'],
  ['01-15', mayor, 'drop', { note: '初次违法、轻微并及时改正' }, 'dropped'],
  ['01-16', officer, 'submit', proof, 'matter-state'],
]

test('ninety days from filing, ten of appraisal left out; no decision while the party may still ask to be heard', () => {
  expect(columnsOf(plan, walk(plan, begun('2024-01-12'), []), 'due')).toEqual({ due: '2024-04-11' })
  // 11 April and ten days, 23 January to 2 February: 21 April, a Sunday.
  const told = walk(plan, begun('2024-01-12'), usual.slice(0, 7))
  expect(columnsOf(plan, { ...told, clocks: new Map([...told.clocks].filter(([key]) => key === 'decide')) }, 'due', 'safe_due')).toEqual({ due: '2024-04-22', safe_due: '2024-04-19' })
  expect(columnsOf(plan, walk(plan, begun('2024-01-12'), usual), 'on_time', 'redone', 'settled')).toEqual({ on_time: true, redone: '1', settled: '2024-03-14' })
})

test('notice of a hearing on 22 February is given seven working days ahead, by 7 February, or not at all', () => {
  expect(columnsOf(plan, walk(plan, begun('2024-01-12'), heard), 'state', 'due_clock', 'due')).toEqual({ state: 'hearing', due_clock: 'hearing-notice', due: '2024-02-07' })
})

test('the time of a hearing is left out: 11 April and 29 days are 10 May', () => {
  const matter = walk(plan, begun('2024-01-12'), heardInTime)
  expect([columnsOf(plan, matter, 'on_time', 'settled'), matter.written]).toEqual([{ on_time: true, settled: '2024-07-01' }, { ...decision, decided: '2024-05-10' }])
})

test('what is slight and put right is not punished, by a leader with a reason', () => {
  expect(columnsOf(plan, walk(plan, begun('2024-01-12'), dropped), 'due', 'settled')).toEqual({ due: null, settled: '2024-01-15' })
})

test('every step was taken', () => expect(untaken(plan, usual, heard, heardInTime, dropped)).toEqual([]))
