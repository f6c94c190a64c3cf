import { expect, test } from 'vitest'
import type { Step } from './history.ts'
import { momentsOf } from './history.ts'

const step = (number: number, time: string, more: Partial<Step> = {}): Step => ({ number, ledger: 'section', entry: 7, verb: 'section.write', person: 1, approvedBy: null, recordedAt: `2023-07-03T${time}:00.000Z`, reason: null, state: null, ...more })
const told = (...steps: readonly Step[]) => momentsOf(steps).map(({ number, first, steps: many }) => [number, first, many])

test('savings of one section by one person are one moment while no half hour lies between them', () => {
  expect(told(step(9, '10:50'), step(8, '10:20'), step(7, '09:51'))).toEqual([[9, 7, 3]])
  expect(told(step(9, '10:50'), step(8, '10:19'))).toEqual([[9, 9, 1], [8, 8, 1]])
})

test('another person, another section and another act are moments of their own', () => {
  expect(told(step(9, '10:05'), step(8, '10:04', { person: 2 }), step(7, '10:03', { entry: 8 }), step(6, '10:02', { verb: 'section.move' }), step(5, '10:01'))).toEqual([[9, 5, 2], [8, 8, 1], [7, 7, 1], [6, 6, 1]])
})

test('what one decision wrote is one named moment with the state it left', () => {
  const [freeze, ...rest] = momentsOf([step(9, '10:05', { ledger: 'report', verb: 'freeze.create', entry: 3, state: 'frozen' }), step(8, '10:05', { ledger: 'freeze', verb: 'freeze.create' })])
  expect([freeze?.named, freeze?.state, freeze?.steps, freeze?.sections, rest]).toEqual([true, 'frozen', 2, [], []])
})
