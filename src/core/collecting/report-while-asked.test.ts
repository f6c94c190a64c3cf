import { expect, test } from 'vitest'
import { settledStates, writingStates } from '../report/state.ts'
import { stateOnCall, stateOnClose } from './report-while-asked.ts'

const all = [...writingStates, ...settledStates]

test('the first call of a draft begins its collecting; a later one, or one in any other state, moves nothing', () => {
  expect(all.map((state) => stateOnCall(state, 0))).toEqual(all.map((state) => (state === 'draft' ? 'collect' : undefined)))
  expect(all.map((state) => stateOnCall(state, 1))).toEqual(all.map(() => undefined))
})

test('collecting ends with the last open call, and only then', () => {
  expect(all.map((state) => stateOnClose(state, 0))).toEqual(all.map((state) => (state === 'collect' ? 'draft' : undefined)))
  expect(all.map((state) => stateOnClose(state, 2))).toEqual(all.map(() => undefined))
})
