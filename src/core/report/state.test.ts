import { expect, test } from 'vitest'
import { isRefusal } from '../refusal/refusal.ts'
import { freezeProblem, isWriting, moveProblem, movesFrom, sectionProblem, settledStates, stateOf, thawProblem, writingStates } from './state.ts'

const office = [{ role: 'office', org: 'dzb' }]
const farm = [{ role: 'line', org: 'farm' }]
const code = (problem: unknown): string | undefined => (isRefusal(problem) ? problem.code : undefined)

test('a report that tells no state is being drafted', () => expect([stateOf(null), stateOf('nonsense'), stateOf('sent')]).toEqual(['draft', 'draft', 'sent']))

test('the office moves a written report as its work goes, with a reason when it goes back', () => {
  for (const from of writingStates) for (const to of writingStates) if (from !== to) expect(code(moveProblem(from, to, '重写'))).toBe(undefined)
  expect(code(moveProblem('draft', 'leaders', undefined))).toBe(undefined)
  expect(code(moveProblem('leaders', 'draft', undefined))).toBe('reason-required')
  expect(code(moveProblem('draft', 'draft', '原地'))).toBe('report-state')
})

test('what is settled is left by its own verbs only', () => {
  for (const state of settledStates) {
    expect(isWriting(state)).toBe(false)
    expect(movesFrom(state)).toEqual(state === 'published' ? ['archived'] : [])
    expect(code(moveProblem(state, 'draft', '重写'))).toBe('report-state')
    expect(code(freezeProblem(state))).toBe('report-state')
  }
  expect(code(freezeProblem('collect'))).toBe('report-state')
  expect(code(freezeProblem('committee'))).toBe(undefined)
})

test('a section is written by the town office and by its own office, while the report is written', () => {
  expect(code(sectionProblem(office, 'draft', 'farm', 'section.write'))).toBe(undefined)
  expect(code(sectionProblem(farm, 'draft', 'farm', 'section.write'))).toBe(undefined)
  expect(code(sectionProblem([{ role: 'head', org: 'farm' }], 'draft', 'farm', 'section.write'))).toBe(undefined)
  expect(code(sectionProblem(farm, 'draft', 'order', 'section.write'))).toBe('forbidden')
  expect(code(sectionProblem([{ role: 'leader', org: 'town' }], 'draft', 'farm', 'section.write'))).toBe('forbidden')
  expect(code(sectionProblem(farm, 'draft', 'farm', 'section.assign'))).toBe('forbidden')
  expect(code(sectionProblem(office, 'frozen', 'farm', 'section.write'))).toBe('report-frozen')
})

test('a thaw is approved by someone else, once it is asked for', () => {
  expect(code(thawProblem('standing', null, 1))).toBe('thaw-not-asked')
  expect(code(thawProblem('thaw-asked', 1, 1))).toBe('same-person')
  expect(code(thawProblem('thaw-asked', 1, 2))).toBe(undefined)
})
