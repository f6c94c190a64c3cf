import { expect, test } from 'vitest'
import type { Begun, Walked } from '../../../../test/builders/walked-matter.ts'
import { columnsOf, photo, untaken, walk } from '../../../../test/builders/walked-matter.ts'
import { deputySuggestion as plan } from './deputy-suggestion.ts'

const presidium = 'line@zrd'
const builder = 'line@czjs'
const head = 'head@czjs'
const begun = (day: string, difficulty = 'ordinary'): Begun => ({ keeper: 'zrd', org: '330282112', day, fields: { difficulty } })
const answer = (outcome: string) => ({ outcome, note: '答复意见', files: photo })

const usual: readonly Walked[] = [
  ['2025-11-30', presidium, 'assign', { to_org: 'czjs' }, 'assigned'],
  ['2025-12-01', 'line@sthj', 'sign', {}, 'forbidden'],
  ['2025-12-01', head, 'reply', answer('a'), 'matter-state'],
  ['2025-12-01', builder, 'sign', {}, 'handling'],
  ['2025-12-02', builder, 'co-handle', { to_org: 'sthj', note: '请会办' }, 'handling'],
  ['2025-12-09', builder, 'co-handle', { to_org: 'zhzf', note: '请会办' }, 'handling'],
  ['2025-12-10', builder, 'co-handle', { to_org: 'sthj', note: '再请' }, 'to_org: matter-called-already'],
  ['2026-01-20', 'line@sthj', 'co-answer', { note: '会办意见', files: photo }, 'handling'],
  ['2026-01-21', 'line@sthj', 'co-answer', { note: '又一次', files: photo }, 'forbidden'],
  ['2026-02-09', head, 'reply', answer('a'), 'matter-answers-open'],
  ['2026-02-24', builder, 'reply', answer('a'), 'forbidden'],
  ['2026-02-28', head, 'reply', answer('a'), 'answered'],
  ['2026-03-02', head, 'content', { satisfied: 'yes' }, 'forbidden'],
  ['2026-03-02', presidium, 'follow-up', { satisfied: 'yes' }, 'matter-other-kind'],
  ['2026-03-02', presidium, 'content', { satisfied: 'yes' }, 'closed'],
]

const returned: readonly Walked[] = [
  ['2025-03-10', presidium, 'assign', { to_org: 'sthj' }, 'assigned'],
  ['2025-03-12', 'line@sthj', 'return', { note: '属道路养护' }, 'return-asked'],
  ['2025-03-13', presidium, 'refuse-return', { note: '含河道' }, 'assigned'],
  ['2025-03-20', 'line@sthj', 'return', { note: '再次说明' }, 'return-asked'],
  ['2025-03-20', 'line@sthj', 'sign', {}, 'matter-state'],
  ['2025-03-20', presidium, 'allow-return', {}, 'new'],
  ['2025-03-21', presidium, 'assign', { to_org: 'czjs' }, 'assigned'],
  ['2025-04-01', builder, 'return', { note: '过了十日' }, 'clock-overdue'],
  ['2025-04-01', builder, 'sign', {}, 'handling'],
]

const again: readonly Walked[] = [
  ['2025-03-17', presidium, 'assign', { to_org: 'czjs' }, 'assigned'],
  ['2025-03-18', builder, 'sign', {}, 'handling'],
  ['2025-06-10', builder, 'prolong', { more: '3', note: '列入年度计划' }, 'forbidden'],
  ['2025-06-10', presidium, 'prolong', { more: '4', note: '列入年度计划' }, 'clock-extended-too-far'],
  ['2025-06-10', presidium, 'prolong', { more: '3', note: '列入年度计划' }, 'handling'],
  ['2025-09-17', head, 'reply', answer('c'), 'answered'],
  ['2025-09-22', presidium, 'do-again', { note: '未答到点上' }, 'again'],
  ['2025-10-20', head, 'reply', answer('b'), 'answered'],
  ['2025-10-22', presidium, 'content', { satisfied: 'yes' }, 'matter-other-kind'],
  ['2025-10-22', presidium, 'follow-up', { satisfied: 'mostly' }, 'tracking'],
  ['2025-10-22', head, 'answer-again', { ...answer('b') }, 'outcome: not-choice'],
  ['2025-11-03', builder, 'whistle', { to_org: 'zhzf', note: '请清障' }, 'tracking'],
  ['2025-11-04', 'line@zhzf', 'report-in', { note: '已清' }, 'tracking'],
  ['2025-11-05', presidium, 'nudge', {}, 'tracking'],
  ['2026-04-10', head, 'answer-again', answer('a'), 'answered'],
  ['2026-04-13', presidium, 'content', { satisfied: 'yes' }, 'closed'],
]

const hard: readonly Walked[] = [
  ['2025-08-31', presidium, 'assign', { to_org: 'czjs' }, 'assigned'],
  ['2025-09-01', builder, 'sign', {}, 'handling'],
  ['2025-09-02', presidium, 'prolong', { more: '3', note: '再延' }, 'matter-other-kind'],
]

test('three months from 30 November end on 28 February, a Saturday that is worked', () => {
  expect(columnsOf(plan, walk(plan, begun('2025-11-30'), []), 'due', 'safe_due')).toEqual({ due: '2026-02-28', safe_due: '2026-02-28' })
  expect(columnsOf(plan, walk(plan, begun('2025-11-30'), usual), 'on_time', 'settled')).toEqual({ on_time: true, settled: '2026-03-02' })
})

test('each co-handler has two months of its own, and the answer waits for who has not given a view until they are over', () => {
  // Called on 2 and 9 December: the second one's two months end on Monday 9 February.
  const due = (rows: number) => columnsOf(plan, walk(plan, begun('2025-11-30'), usual.slice(0, rows)), 'due', 'due_clock', 'called')
  expect(due(6)).toEqual({ due: '2026-02-02', due_clock: 'co-handle', called: '|sthj|zhzf|' })
  expect(due(8)).toEqual({ due: '2026-02-09', due_clock: 'co-handle', called: '|zhzf|' })
  const { whistles } = walk(plan, begun('2025-11-30'), usual)
  expect(whistles.map(({ org, answered, limit }) => [org, answered, limit?.clock.stopped])).toEqual([['sthj', '2026-01-20', '2026-01-20'], ['zhzf', null, '2026-02-28']])
})

test('ten days to return what is not its own, with the consent of who assigned it', () => {
  expect(columnsOf(plan, walk(plan, begun('2025-03-10'), returned), 'holder', 'returned')).toEqual({ holder: 'czjs', returned: '1' })
})

test('extended to six months, answered again within one, followed up and answered when done', () => {
  const matter = walk(plan, begun('2025-03-17'), again)
  expect([columnsOf(plan, matter, 'on_time', 'redone', 'nudged'), matter.written]).toEqual([{ on_time: true, redone: '1', nudged: '1' }, { outcome: 'a', satisfied: 'yes' }])
  expect(columnsOf(plan, walk(plan, begun('2025-03-17'), again.slice(0, 7)), 'due')).toEqual({ due: '2025-10-22' })
})

test('a hard one has six months from the start and no more', () => {
  expect(columnsOf(plan, walk(plan, begun('2025-08-31', 'hard'), hard), 'due')).toEqual({ due: '2026-02-28' })
})

test('every step was taken', () => expect(untaken(plan, usual, returned, again, hard)).toEqual([]))
