import { expect, test } from 'vitest'
import type { Begun, Walked } from '../../../../test/builders/walked-matter.ts'
import { columnsOf, photo, untaken, walk } from '../../../../test/builders/walked-matter.ts'
import { riverProblem as plan } from './river-problem.ts'

const village = 'village@330282112203'
const room = 'line@sthj'
const begun: Begun = { keeper: 'sthj', org: '330282112203', day: '2022-09-23', first: '330282112203', fields: { kind: 'outlet' } }
const proof = { note: '已清理', files: photo }

const onTheSpot: readonly Walked[] = [
  ['09-23', 'village@330282112209', 'deal-with', proof, 'forbidden'],
  ['09-23', room, 'give-out', { to_org: 'czjs' }, 'matter-state'],
  ['09-23', village, 'deal-with', { note: '已清理' }, 'files: field-required'],
  ['09-23', village, 'deal-with', proof, 'checking'],
  ['09-26', village, 'pass', proof, 'forbidden'],
  ['09-26', room, 'pass', proof, 'closed'],
]

const reported: readonly Walked[] = [
  ['09-24', village, 'report', proof, 'reported'],
  ['09-26', village, 'deal-with', proof, 'matter-state'],
  ['09-27', room, 'give-out', { to_org: 'sthj' }, 'fixing'],
  ['09-28', room, 'whistle', { to_org: 'zhzf', note: '查偷排' }, 'fixing'],
  ['09-29', 'line@zhzf', 'report-in', { note: '已查' }, 'fixing'],
  ['09-29', 'leader@330282112', 'nudge', {}, 'fixing'],
  ['10-08', room, 'prolong', { more: '5', note: '管网改造', notice: '2022-10-08' }, 'forbidden'],
  ['10-08', 'head@sthj', 'prolong', { more: '5', note: '管网改造', notice: '2022-10-08' }, 'fixing'],
  ['10-10', room, 'fixed', proof, 'checking'],
  ['10-11', room, 'pass', proof, 'matter-same-hand'],
  ['10-11', 'line@sthj/2', 'fail', { note: '仍有渗漏' }, 'fixing'],
  ['10-19', room, 'fixed', proof, 'checking'],
  ['10-19', 'line@sthj/2', 'pass', proof, 'closed'],
]

const upwards: readonly Walked[] = [
  ['09-24', village, 'report', proof, 'reported'],
  ['09-26', 'line@czjs', 'pass-up', { note: '跨镇河道' }, 'forbidden'],
  ['09-26', room, 'pass-up', { note: '跨镇河道' }, 'passed-up'],
  ['10-13', room, 'answered', { note: '市治水办已处置' }, 'checking'],
  ['10-13', room, 'pass', proof, 'closed'],
]

const tooLate: readonly Walked[] = [...reported.slice(0, 3), ['10-13', 'head@sthj', 'prolong', { more: '5', note: '管网改造', notice: '2022-10-13' }, 'clock-overdue']]

test('ten working days over National Day 2022, its Saturday and Sunday worked: 12 October', () => expect(columnsOf(plan, walk(plan, begun, []), 'due', 'holder')).toEqual({ due: '2022-10-12', holder: '330282112203' }))

test('the village deals with it, the town strikes it off and answers the reporter', () => {
  expect(columnsOf(plan, walk(plan, begun, onTheSpot), 'on_time', 'settled')).toEqual({ on_time: true, settled: '2022-09-26' })
})

test('reported, given more time, sent back once, and struck off by another on the last day', () => {
  expect(columnsOf(plan, walk(plan, begun, reported), 'on_time', 'redone', 'nudged', 'settled')).toEqual({ on_time: true, redone: '1', nudged: '1', settled: '2022-10-19' })
})

test('what the town cannot settle is reported upwards, and its time runs on', () => expect(columnsOf(plan, walk(plan, begun, upwards), 'holder', 'on_time')).toEqual({ holder: 'sthj', on_time: false }))

test('after the last day there is no more time', () => expect(walk(plan, begun, tooLate).state).toBe('fixing'))

test('every step was taken', () => expect(untaken(plan, onTheSpot, reported, upwards)).toEqual([]))
