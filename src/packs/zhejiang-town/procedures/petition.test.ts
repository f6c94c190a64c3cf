import { expect, test } from 'vitest'
import { dueOf } from '../../../core/matter/clock.ts'
import { explainClock } from '../../../core/matter/explain-clock.ts'
import { day } from '../../../core/time/day.ts'
import { china } from '../../../../test/builders/china-calendar.ts'
import type { Begun, Walked } from '../../../../test/builders/walked-matter.ts'
import { columnsOf, photo, untaken, walk } from '../../../../test/builders/walked-matter.ts'
import { petition as plan } from './petition.ts'

const desk = 'line@pafz'
const farm = 'line@nync'
const head = 'head@nync'
const leader = 'leader@330282112'
const begun = (on: string): Begun => ({ keeper: 'pafz', org: '330282112203', day: on })
const told = (on: string) => ({ told_on: on, files: photo })
const written = (on: string, more: Readonly<Record<string, string>> = {}) => ({ outcome: 'explained', document: '新信复〔2023〕4号', told_on: on, files: photo, ...more })

/** Suspended for an appraisal, extended, and answered on its last legal day, which the make-up days of a holiday decide. */
const lastDay: readonly Walked[] = [
  ['2023-03-13', farm, 'sort', { route: 'opinion' }, 'forbidden'],
  ['2023-03-13', desk, 'sort', { route: 'opinion' }, 'sorted'],
  ['2023-03-14', desk, 'send', { to_org: 'nync', note: '依法办理' }, 'sent'],
  ['2023-03-15', farm, 'take', told('2023-03-15'), 'handling'],
  ['2023-04-10', farm, 'suspend', { pause: 'busy', note: '人手不足' }, 'pause: not-choice'],
  ['2023-04-10', farm, 'suspend', { pause: 'appraisal', note: '委托测绘' }, 'handling'],
  ['2023-04-10', farm, 'suspend', { pause: 'appraisal', note: '再次' }, 'clock-paused'],
  ['2023-04-20', farm, 'resume', {}, 'handling'],
  ['2023-05-20', farm, 'prolong', { more: '30', notice: '2023-05-20', note: '案情复杂' }, 'forbidden'],
  ['2023-05-20', head, 'prolong', { more: '31', notice: '2023-05-20', note: '案情复杂' }, 'clock-extended-too-far'],
  ['2023-05-20', head, 'prolong', { more: '30', note: '案情复杂' }, 'notice: field-required'],
  ['2023-05-20', head, 'prolong', { more: '30', notice: '2023-05-20', note: '案情复杂' }, 'handling'],
  ['2023-06-25', farm, 'answer', written('2023-06-25'), 'answered'],
]

test('a petition is suspended, extended and answered on its last legal day, and the page says why that day', () => {
  // Taken on 15 March: 60 + 30 calendar days, and the ten from 10 to 20 April, end on Friday 23 June, the second day of the Dragon Boat holiday. Saturday is one too; Sunday 25 June is worked.
  const before = walk(plan, begun('2023-03-13'), lastDay.slice(0, -1))
  const clock = before.clocks.get('handle')
  if (clock === undefined) throw new Error('the clock does not run')
  expect(dueOf(clock, china, day('2023-06-01'))).toEqual({ end: '2023-06-23', legal: '2023-06-25', safe: '2023-06-21', provisional: false })
  const after = walk(plan, begun('2023-03-13'), lastDay)
  expect(columnsOf(plan, after, 'due', 'closed')).toEqual({ due: null, closed: '2023-06-25' })
  expect(explainClock(after.clocks.get('handle') ?? clock, china, day('2023-07-01')).slice(-4)).toEqual([
    { kind: 'end', on: '2023-06-23' },
    { kind: 'roll', over: ['2023-06-23', '2023-06-24'], on: '2023-06-25', clause: '民法典第二百零三条' },
    { kind: 'safe', on: '2023-06-21' },
    { kind: 'stopped', on: '2023-06-25', late: 0 },
  ])
})

const reviewed: readonly Walked[] = [
  ...lastDay,
  ['2023-07-03', farm, 'review', written('2023-07-03'), 'forbidden'],
  ['2023-07-20', desk, 'lapse', {}, 'matter-too-early'],
  ['2023-07-20', desk, 'ask-review', {}, 'reviewing'],
  ['2023-08-10', desk, 'review', written('2023-08-10', { document: '新信查〔2023〕1号' }), 'reviewed'],
  ['2023-09-01', desk, 'ask-again', {}, 're-reviewing'],
  ['2023-09-05', desk, 'hear', { pause: 'hearing', note: '定于九月十二日听证' }, 're-reviewing'],
  ['2023-09-12', desk, 'heard', {}, 're-reviewing'],
  ['2023-10-07', desk, 'review-again', written('2023-10-07'), 'matter-same-hand'],
  ['2023-10-07', 'line@pafz/2', 'review-again', written('2023-10-07', { document: '新信核〔2023〕1号' }), 'ended'],
]

test('who answered does not review, the hearing is not counted, and after the second review it has ended', () => {
  // 30 days from 1 September are 1 October; the seven of the hearing make it 8 October, a Sunday that is worked.
  const clock = walk(plan, begun('2023-03-13'), reviewed.slice(0, -2)).clocks.get('re-review')
  expect(clock === undefined ? undefined : dueOf(clock, china, day('2023-10-01')).legal).toBe('2023-10-08')
  expect(columnsOf(plan, walk(plan, begun('2023-03-13'), reviewed), 'state', 'on_time')).toEqual({ state: 'ended', on_time: true })
})

const objected: readonly Walked[] = [
  ['2023-05-08', desk, 'sort', { route: 'opinion' }, 'sorted'],
  ['2023-05-08', desk, 'send', { to_org: 'nync', note: '依法办理' }, 'sent'],
  ['2023-05-10', farm, 'object', {}, 'note: field-required'],
  ['2023-05-10', farm, 'object', { note: '属住建事项，理由如下' }, 'objected'],
  ['2023-05-10', farm, 'take-back', { note: '自行退回' }, 'forbidden'],
  ['2023-05-11', desk, 'insist', { note: '涉农用地' }, 'sent'],
  ['2023-05-12', farm, 'object', { note: '再次异议' }, 'clock-overdue'],
]
const sentBack: readonly Walked[] = [
  ...objected.slice(0, 4),
  ['2023-05-11', desk, 'take-back', { note: '属实' }, 'sorted'],
  ['2023-05-12', desk, 'guide', told('2023-05-12'), 'matter-other-kind'],
  ['2023-05-12', desk, 'refuse', { told_on: '2023-05-12', note: '已复核终结' }, 'refused'],
]

test('an objection has five working days and its reasons, and goes back only with consent', () => {
  // The objection stopped its clock; a second one finds none that runs.
  expect(columnsOf(plan, walk(plan, begun('2023-05-08'), objected.slice(0, -1)), 'holder', 'due')).toEqual({ holder: 'nync', due: '2023-05-23' })
  expect(columnsOf(plan, walk(plan, begun('2023-05-08'), sentBack), 'holder', 'returned', 'due')).toEqual({ holder: 'pafz', returned: '1', due: null })
})

const guided: readonly Walked[] = [
  ['2023-05-08', desk, 'sort', { route: 'arbitration' }, 'sorted'],
  ['2023-05-09', desk, 'take', told('2023-05-09'), 'matter-other-kind'],
  ['2023-05-09', desk, 'guide', told('2023-05-09'), 'guided'],
]

test('only the sixth route carries the sixty days; on another the petitioner is shown the way', () => {
  const matter = walk(plan, begun('2023-05-08'), guided)
  expect([[...matter.clocks.keys()], columnsOf(plan, matter, 'on_time', 'closed')]).toEqual([['intake'], { on_time: true, closed: '2023-05-09' }])
})

const own: readonly Walked[] = [
  ['2023-05-08', desk, 'sort', { route: 'opinion' }, 'sorted'],
  ['2023-05-09', desk, 'take', told('2023-05-09'), 'handling'],
  ['2023-05-10', leader, 'take-over', {}, 'handling'],
  ['2023-05-10', desk, 'step-aside', { note: '当事人系亲属' }, 'handling'],
  ['2023-05-11', 'head@pafz', 'head-look', { note: '抓紧办理' }, 'handling'],
  ['2023-07-03', desk, 'answer', written('2023-07-03'), 'answered'],
  ['2023-08-02', desk, 'lapse', {}, 'matter-too-early'],
  ['2023-08-03', desk, 'lapse', {}, 'ended'],
]
const settled: readonly Walked[] = [...own.slice(0, 5), ['2023-06-01', desk, 'settle', { files: photo }, 'ended']]
const reviewLapsed: readonly Walked[] = [
  ...own.slice(0, 6),
  ['2023-07-20', desk, 'ask-review', {}, 'reviewing'],
  ['2023-08-01', desk, 'review', written('2023-08-01'), 'matter-same-hand'],
  ['2023-08-01', leader, 'review', written('2023-08-01'), 'reviewed'],
  ['2023-08-31', desk, 'lapse-again', {}, 'matter-too-early'],
  ['2023-09-01', desk, 'lapse-again', {}, 'ended'],
]

test('thirty days without a request end it; the time the petitioner has is due for nobody', () => {
  expect(columnsOf(plan, walk(plan, begun('2023-05-08'), own.slice(0, 6)), 'due', 'state')).toEqual({ due: null, state: 'answered' })
  expect(columnsOf(plan, walk(plan, begun('2023-05-08'), own), 'settled')).toEqual({ settled: '2023-08-03' })
  expect(columnsOf(plan, walk(plan, begun('2023-05-08'), settled), 'settled', 'on_time')).toEqual({ settled: '2023-06-01', on_time: true })
  expect(columnsOf(plan, walk(plan, begun('2023-05-08'), reviewLapsed), 'settled')).toEqual({ settled: '2023-09-01' })
})

test('every step was taken', () => expect(untaken(plan, reviewed, objected, sentBack, guided, own, settled, reviewLapsed)).toEqual([]))
