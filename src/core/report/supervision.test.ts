import { expect, test } from 'vitest'
import type { Day } from '../time/day.ts'
import type { SupervisionAct, SupervisionState } from './supervision.ts'
import { isOverdue, nextNumber, supervisionProblem } from './supervision.ts'

const says = (role: string, org: string, act: SupervisionAct, state: SupervisionState, acting = 'farm') => supervisionProblem([{ role, org }], act, { org: acting, state })?.code ?? 'allowed'

test('only the office that acts signs and reports, in order', () => {
  expect(says('line', 'farm', 'supervision.sign', 'raised')).toBe('allowed')
  expect(says('head', 'farm', 'supervision.report', 'signed')).toBe('allowed')
  expect(says('head', 'farm', 'supervision.report', 'reported')).toBe('allowed')
  expect(says('line', 'order', 'supervision.sign', 'raised')).toBe('forbidden')
  expect(says('office', 'town', 'supervision.report', 'signed')).toBe('forbidden')
  expect(says('line', 'farm', 'supervision.report', 'raised')).toBe('supervision-state')
  expect(says('line', 'farm', 'supervision.sign', 'signed')).toBe('supervision-state')
})

test('the town office closes what was reported, and never what it acted on itself', () => {
  expect(says('office', 'town', 'supervision.close', 'reported')).toBe('allowed')
  expect(says('office', 'town', 'supervision.close', 'signed')).toBe('supervision-state')
  expect(says('office', 'town', 'supervision.close', 'reported', 'town')).toBe('own-supervision')
  expect(says('line', 'farm', 'supervision.close', 'reported')).toBe('forbidden')
  expect(says('leader', 'town', 'supervision.close', 'reported')).toBe('forbidden')
})

test('numbers run in one series a year', () => {
  const today = '2023-07-03' as Day
  expect(nextNumber(today, [])).toBe('督〔2023〕1号')
  expect(nextNumber(today, ['督〔2023〕9号', '督〔2023〕10号', '督〔2022〕40号', '旧〔2023〕99号'])).toBe('督〔2023〕11号')
})

test('an item is late from the day behind its last, until it is closed', () => {
  const on = (day: string, state: SupervisionState) => isOverdue({ due: '2023-07-03', state }, day as Day)
  expect([on('2023-07-03', 'raised'), on('2023-07-04', 'reported'), on('2023-07-04', 'closed')]).toEqual([false, true, false])
})
