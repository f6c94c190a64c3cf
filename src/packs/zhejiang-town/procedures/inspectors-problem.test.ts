import { expect, test } from 'vitest'
import type { Begun, Walked } from '../../../../test/builders/walked-matter.ts'
import { columnsOf, photo, planProblem, untaken, walk } from '../../../../test/builders/walked-matter.ts'
import { inspectorsProblem as plan } from './inspectors-problem.ts'

const office = 'office@dzb'
const station = 'line@sthj'
const head = 'head@sthj'
const mayor = 'leader@330282112'
const begun: Begun = { keeper: 'dzb', org: '330282112', day: '2021-08-04', fields: { list: 'environment', level: 'province' } }
const proof = { note: '材料', files: photo }
const done = { learnt: '同类企业一并排查', ...proof }

const usual: readonly Walked[] = [
  ['08-04', station, 'assign', { to_org: 'sthj' }, 'forbidden'],
  ['08-04', office, 'assign', { to_org: 'czjs' }, 'assigned'],
  ['08-05', station, 'sign', {}, 'forbidden'],
  ['08-05', office, 'bounce', {}, 'matter-step-unknown'],
  ['08-05', 'line@czjs', 'return', { note: '属环保' }, 'new'],
  ['08-05', office, 'assign', { to_org: 'sthj' }, 'assigned'],
  ['08-06', station, 'sign', {}, 'planning'],
  ['08-06', head, 'fixed', done, 'matter-state'],
  ['08-12', station, 'plan', proof, 'approving'],
  ['08-13', office, 'approve', {}, 'forbidden'],
  ['08-13', mayor, 'send-back', { note: '责任未到人' }, 'planning'],
  ['08-18', station, 'plan', proof, 'approving'],
  ['08-19', mayor, 'approve', {}, 'fixing'],
  ['09-01', mayor, 'list-off', { note: '无' }, 'matter-not-listed'],
  ['09-01', mayor, 'list-up', { note: '进度滞后' }, 'fixing'],
  ['09-02', mayor, 'list-up', { note: '再挂' }, 'matter-listed'],
  ['09-02', office, 'nudge', {}, 'fixing'],
  ['09-06', station, 'whistle', { to_org: 'zhzf', note: '联合执法' }, 'fixing'],
  ['09-07', 'line@zhzf', 'report-in', { note: '已查处' }, 'fixing'],
  ['09-18', station, 'fixed', done, 'forbidden'],
  ['09-18', head, 'fixed', proof, 'learnt: field-required'],
  ['09-18', head, 'fixed', done, 'checking'],
  ['09-24', office, 'fail', { note: '台账不全' }, 'fixing'],
  ['09-26', head, 'prolong', { more: '30', note: '工程量大', notice: '2021-09-26' }, 'forbidden'],
  ['09-26', mayor, 'prolong', { more: '30', note: '工程量大', notice: '2021-09-26' }, 'fixing'],
  ['10-15', head, 'fixed', done, 'checking'],
  ['10-20', mayor, 'list-off', { note: '完成' }, 'checking'],
  ['10-20', office, 'pass', proof, 'closed'],
]

const tooLate: readonly Walked[] = [...usual.slice(0, 13), ['10-09', mayor, 'prolong', { more: '30', note: '工程量大', notice: '2021-10-09' }, 'clock-overdue']]

test('sixty days from 4 August end in National Day: due on 8 October, safe on 30 September', () => expect(columnsOf(plan, walk(plan, begun, []), 'due', 'safe_due')).toEqual({ due: '2021-10-08', safe_due: '2021-09-30' }))

test('declined, planned twice, listed, not accepted once, and struck off with what it means elsewhere', () => {
  expect(columnsOf(plan, walk(plan, begun, usual), 'listed', 'returned', 'redone', 'nudged', 'on_time', 'settled')).toEqual({ listed: null, returned: '1', redone: '2', nudged: '1', on_time: true, settled: '2021-10-20' })
})

test('no more time once it is over', () => expect(walk(plan, begun, tooLate).state).toBe('fixing'))

test('a list of another name is an option a town adds', () => {
  const lists = plan.fields.find(({ key }) => key === 'list')?.choices?.map(({ key }) => key)
  expect(lists).toEqual(['inspection', 'audit', 'supervision', 'environment', 'safety', 'opinion', 'petition'])
  const more = { ...plan, fields: plan.fields.map((field) => (field.key === 'list' ? { ...field, choices: [...(field.choices ?? []), { key: 'people', title: { zh: '民生', en: 'livelihood' } }] } : field)) }
  expect(planProblem(more)).toBeUndefined()
})

test('every step was taken', () => expect(untaken(plan, usual)).toEqual([]))
