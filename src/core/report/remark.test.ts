import { expect, test } from 'vitest'
import type { RemarkState } from './remark.ts'
import { answerProblem, withdrawProblem } from './remark.ts'

const place = (state: RemarkState = 'open') => ({ state, person: 1, sectionOrg: 'farm' })
const answers = (role: string, org: string, person = 2, state: RemarkState = 'open') => answerProblem([{ role, org }], person, place(state))?.code ?? 'allowed'
const withdraws = (role: string, org: string, person = 2, state: RemarkState = 'open') => withdrawProblem([{ role, org }], person, place(state))?.code ?? 'allowed'

test('whoever writes the section answers, the town office, leaders, and who made the remark', () => {
  expect([answers('line', 'farm'), answers('office', 'town'), answers('leader', 'town'), answers('line', 'order', 1)]).toEqual(['allowed', 'allowed', 'allowed', 'allowed'])
  expect([answers('line', 'order'), answers('auditor', 'town'), answers('line', 'farm', 2, 'withdrawn')]).toEqual(['forbidden', 'forbidden', 'remark-withdrawn'])
})

test('who made a remark takes it back, or the town office does', () => {
  expect([withdraws('leader', 'town', 1), withdraws('office', 'town'), withdraws('leader', 'town'), withdraws('line', 'farm')]).toEqual(['allowed', 'allowed', 'forbidden', 'forbidden'])
  expect(withdraws('leader', 'town', 1, 'withdrawn')).toBe('remark-withdrawn')
})
