import { expect, test } from 'vitest'
import type { Begun, Walked } from '../../../../test/builders/walked-matter.ts'
import { columnsOf, photo, untaken, walk } from '../../../../test/builders/walked-matter.ts'
import { supervision as plan } from './supervision.ts'

const office = 'office@dzb'
const farm = 'line@nync'
const leader = 'leader@330282112'
const begun: Begun = { keeper: 'dzb', org: 'nync', day: '2023-06-12' }

const rows: readonly Walked[] = [
  ['06-12', office, 'assign', { to_org: 'nync', note: '月底前报送' }, 'assigned'],
  ['06-12', 'line@jjfz', 'sign', {}, 'forbidden'],
  ['06-13', farm, 'return', { note: '不属本办' }, 'raised'],
  ['06-13', office, 'assign', { to_org: 'nync', note: '仍由你办牵头' }, 'assigned'],
  ['06-14', farm, 'sign', {}, 'working'],
  ['06-15', farm, 'close', { note: '已办', files: photo }, 'forbidden'],
  ['06-16', farm, 'prolong', { more: '5', note: '待数据' }, 'forbidden'],
  ['06-16', leader, 'prolong', { more: '5', note: '待数据' }, 'working'],
  ['06-20', farm, 'report', { note: '已完成' }, 'reported'],
  ['06-21', office, 'send-back', { note: '缺佐证' }, 'working'],
  ['06-26', farm, 'report', { note: '补充佐证', files: photo }, 'reported'],
  ['06-27', office, 'close', { note: '属实' }, 'files: field-required'],
  ['06-27', office, 'close', { note: '属实', files: photo }, 'closed'],
  ['06-28', leader, 'reopen', {}, 'working'],
]

test('an item is assigned, returned in its window, signed for, sent back once and closed by another', () => {
  // Assigned again on 13 June: 15 + 5 working days; 22 and 23 June are holidays, Sunday 25 June is worked: 12 in June, 8 in July.
  expect(columnsOf(plan, walk(plan, begun, rows.slice(0, 8)), 'due', 'returned')).toEqual({ due: '2023-07-12', returned: '1' })
  expect(columnsOf(plan, walk(plan, begun, rows.slice(0, 13)), 'settled', 'on_time', 'closed', 'redone')).toEqual({ settled: '2023-06-27', on_time: true, closed: '2023-06-27', redone: '1' })
  expect(columnsOf(plan, walk(plan, begun, rows), 'settled', 'closed', 'state')).toEqual({ settled: null, closed: null, state: 'working' })
})

test('a day named with the task takes the place of the rule, and is not before the task', () => {
  const named = (actBy: string, comes: string): readonly Walked[] => [['06-12', office, 'assign', { to_org: 'nync', act_by: actBy, note: '月底前报送' }, comes]]
  walk(plan, begun, named('2023-06-11', 'act_by: below-minimum'))
  const matter = walk(plan, begun, [...named('2023-06-30', 'assigned'), ['06-12', farm, 'sign', {}, 'working']])
  expect(columnsOf(plan, matter, 'due', 'act_by')).toEqual({ due: '2023-06-30', act_by: '2023-06-30' })
})

test('every step was taken', () => expect(untaken(plan, rows)).toEqual([]))
