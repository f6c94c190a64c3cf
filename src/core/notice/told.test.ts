import { expect, test } from 'vitest'
import type { Org } from '../access/org-tree.ts'
import { orgTree } from '../access/org-tree.ts'
import { day } from '../time/day.ts'
import type { Seat } from './told.ts'
import { toldOfReminder, toldOfStep, waitsFor } from './told.ts'

const org = (code: string, kind: Org['kind'], parent: string | null): Org => ({ code, zh: code, en: code, kind, parent, successor: null, from: day('2000-01-01'), to: null })
const tree = orgTree([org('town', 'town', null), org('farm', 'office', 'town'), org('order', 'office', 'town'), org('v1', 'village', 'town')], day('2023-07-03'))
const seat = (person: number, role: string, org: string, deputyOf: number | null = null): Seat => ({ person, role, org, deputyOf })
const [mayor, deputy, head, clerk, other, village, auditor, standIn] = [1, 2, 3, 4, 5, 6, 7, 8]
const seats = [seat(mayor, 'leader', 'town'), seat(head, 'head', 'farm'), seat(clerk, 'line', 'farm'), seat(other, 'line', 'order'), seat(village, 'village', 'v1'), seat(auditor, 'auditor', 'town')]
const held = { owner: clerk, holder: 'farm', asked: null, whistles: [], settled: null }

test('a reminder goes to who handles it, to the head of the office, and to the leader nearest above', () => {
  expect(toldOfReminder(['owner'], held, seats, tree)).toEqual([clerk])
  expect(toldOfReminder(['owner', 'office'], held, seats, tree)).toEqual([clerk, head])
  expect(toldOfReminder(['leader'], held, seats, tree)).toEqual([mayor])
  expect(toldOfReminder(['leader'], held, [...seats, seat(deputy, 'leader', 'farm')], tree)).toEqual([deputy])
})

test('where nobody of its org handles it, or who did has left, those who handle matters there are told', () => {
  expect(toldOfReminder(['owner'], { owner: null, holder: 'farm' }, seats, tree)).toEqual([head, clerk])
  expect(toldOfReminder(['owner'], { owner: 99, holder: 'farm' }, seats, tree)).toEqual([head, clerk])
  expect(toldOfReminder(['office'], { owner: village, holder: 'v1' }, seats, tree)).toEqual([village])
})

test('whoever stands in for someone is told with her', () => {
  expect(toldOfReminder(['owner'], held, [...seats, seat(standIn, 'line', 'farm', clerk)], tree)).toEqual([clerk, standIn])
})

test('a step is told to those for whom the matter waits now and did not before, never to who took it', () => {
  const before = waitsFor(held)
  const told = (after: Parameters<typeof waitsFor>[0], doer: number) => toldOfStep(before, waitsFor(after), doer, seats, tree)
  expect(told({ ...held, asked: { org: 'order', on: day('2023-07-03') } }, clerk)).toEqual([{ kind: 'asked', person: other }])
  expect(told({ ...held, whistles: [{ org: 'v1', on: day('2023-07-03'), answered: null }] }, clerk)).toEqual([{ kind: 'called', person: village }])
  expect(told({ ...held, owner: null }, mayor)).toEqual([{ kind: 'waits', person: head }, { kind: 'waits', person: clerk }])
  expect(told(held, mayor)).toEqual([{ kind: 'moved', person: clerk }])
  expect(told(held, clerk)).toEqual([])
  expect(told({ ...held, settled: day('2023-07-03') }, mayor)).toEqual([])
})

test('a new matter is told to the office it waits for, and to who handles it if that is another than who brought it', () => {
  expect(toldOfStep(undefined, waitsFor({ ...held, owner: null, holder: 'order' }), village, seats, tree)).toEqual([{ kind: 'waits', person: other }])
  expect(toldOfStep(undefined, waitsFor(held), clerk, seats, tree)).toEqual([])
  expect(toldOfStep(undefined, waitsFor({ ...held, owner: village, holder: 'order' }), village, seats, tree)).toEqual([{ kind: 'waits', person: other }])
})
