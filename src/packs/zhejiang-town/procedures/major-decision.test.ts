import { expect, test } from 'vitest'
import type { Begun, Walked } from '../../../../test/builders/walked-matter.ts'
import { columnsOf, photo, untaken, walk } from '../../../../test/builders/walked-matter.ts'
import { majorDecision as plan } from './major-decision.ts'

const law = 'line@pafz'
const builder = 'line@czjs'
const mayor = 'leader@330282112'
const begun: Begun = { keeper: 'pafz', org: '330282112', day: '2023-03-01', fields: { kind: 'works' } }
const proof = { note: '材料', files: photo }

const asked: readonly Walked[] = [
  ['03-01', builder, 'begin', { to_org: 'czjs' }, 'forbidden'],
  ['03-01', law, 'begin', { to_org: 'czjs' }, 'drafting'],
  ['03-06', builder, 'ask-public', proof, 'asking'],
  ['03-08', 'head@czjs', 'call-hearing', { hearing_on: '2023-03-28' }, 'asking'],
]

const tooLate: readonly Walked[] = [...asked, ['03-22', builder, 'hand-papers', { files: photo }, 'clock-overdue']]

const usual: readonly Walked[] = [
  ...asked,
  ['03-21', builder, 'hand-papers', { files: photo }, 'asking'],
  ['04-05', builder, 'close-asking', proof, 'matter-too-early'],
  ['04-06', builder, 'close-asking', proof, 'weighing'],
  ['04-10', builder, 'submit', proof, 'checking'],
  ['04-19', law, 'pass', proof, 'matter-too-early'],
  ['04-20', mayor, 'decide', { ...proof, document: '新政〔2023〕9号' }, 'matter-state'],
  ['04-20', builder, 'pass', proof, 'forbidden'],
  ['04-20', law, 'pass', proof, 'ready'],
  ['04-24', mayor, 'decide', { ...proof, document: '新政〔2023〕9号' }, 'decided'],
  ['05-06', law, 'publish', { files: photo }, 'closed'],
]

const hurried: readonly Walked[] = [
  ...asked.slice(0, -1),
  ['03-08', builder, 'shorten', { less: '10', note: '汛期将至' }, 'forbidden'],
  ['03-08', mayor, 'shorten', { less: '10' }, 'note: field-required'],
  ['03-08', mayor, 'shorten', { less: '30', note: '汛期将至' }, 'clock-shortened-too-far'],
  ['03-08', mayor, 'shorten', { less: '10', note: '汛期将至' }, 'asking'],
  ['03-16', builder, 'close-asking', proof, 'matter-too-early'],
  ['03-17', builder, 'close-asking', proof, 'weighing'],
  ['03-20', builder, 'submit', proof, 'checking'],
  ['03-21', law, 'send-back', { note: '缺风险评估' }, 'weighing'],
  ['03-24', mayor, 'drop', { note: '暂缓实施' }, 'dropped'],
]

test('the public is asked for thirty days, the law is checked for seven working days, and no step comes before', () => {
  expect(columnsOf(plan, walk(plan, begun, usual), 'due', 'on_time', 'settled')).toEqual({ due: null, on_time: true, settled: '2023-05-06' })
  expect(walk(plan, begun, usual).written).toEqual({ document: '新政〔2023〕9号' })
})

test('made public within twenty working days of the decision', () => {
  // 25–28 April and, of the holiday's notice, 4–6, 8–12, 15–19 and 22–24 May.
  expect(columnsOf(plan, walk(plan, begun, usual.slice(0, -1)), 'due', 'due_clock')).toEqual({ due: '2023-05-24', due_clock: 'publish' })
})

test('papers of a hearing on 28 March are handed out by the 21st, or not at all', () => {
  expect([asked, tooLate].map((walked) => columnsOf(plan, walk(plan, begun, walked), 'due', 'due_clock'))).toEqual([{ due: '2023-03-21', due_clock: 'hearing-papers' }, { due: '2023-03-21', due_clock: 'hearing-papers' }])
})

test('a leader shortens the asking with a stated reason, to less than it is', () => expect(columnsOf(plan, walk(plan, begun, hurried), 'redone', 'settled')).toEqual({ redone: '1', settled: '2023-03-24' }))

test('every step was taken', () => expect(untaken(plan, usual, hurried)).toEqual([]))
