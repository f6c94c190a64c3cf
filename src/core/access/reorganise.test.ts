import { describe, expect, test } from 'vitest'
import type { Entry } from '../ledger/entry.ts'
import { isRefusal } from '../refusal/refusal.ts'
import { day } from '../time/day.ts'
import type { Org } from './org-tree.ts'
import { orgTree } from './org-tree.ts'
import { handOver, mergeOrg, moveOrg, placesOf } from './reorganise.ts'

const org = (code: string, parent: string | null, more: Partial<Org> = {}): Org => ({ code, zh: code, en: code, kind: 'village', parent, successor: null, from: day('2020-01-01'), to: null, ...more })
const tree = orgTree([org('town', null, { kind: 'town' }), org('a', 'town'), org('b', 'town'), org('c', 'a')], day('2023-01-01'))
const entryOf = (code: string): Entry => ({ id: 3, ledger: 'org', version: 3, void: false, spans: [{ from: day('2020-01-01'), to: null, fields: { code } }] })
const refused = (it: unknown): string => (isRefusal(it) ? (it.fields?.[0]?.code ?? it.code) : 'accepted')

describe('an org', () => {
  test('moves under another parent', () => expect(refused(moveOrg(entryOf('c'), tree, 'b', day('2023-07-01')))).toBe('accepted'))
  test('never moves under itself or what is below it', () => {
    expect(refused(moveOrg(entryOf('a'), tree, 'c', day('2023-07-01')))).toBe('org-under-itself')
    expect(refused(moveOrg(entryOf('a'), tree, 'a', day('2023-07-01')))).toBe('org-under-itself')
    expect(refused(moveOrg(entryOf('town'), tree, 'a', day('2023-07-01')))).toBe('org-under-itself')
  })
  test('moves and merges only to an org that is known', () => {
    expect(refused(moveOrg(entryOf('c'), tree, 'x', day('2023-07-01')))).toBe('not-org')
    expect(refused(mergeOrg(entryOf('c'), tree, 'x', day('2023-07-01')))).toBe('not-org')
    expect(refused(mergeOrg(entryOf('c'), tree, 'b', day('2023-07-01')))).toBe('accepted')
  })
})

describe('the tree at a day', () => {
  const states = [org('town', null, { kind: 'town' }), org('a', 'town'), org('b', 'town'), org('v', 'a', { to: day('2022-07-01') }), org('v', 'b', { from: day('2022-07-01') }), org('w', 'a', { to: day('2023-01-01'), successor: 'b' })]
  const below = (code: string, at: string): readonly string[] => [...orgTree(states, day(at)).subtree(code)].sort()
  test('follows a move from its day on', () => {
    expect(below('a', '2022-06-30')).toEqual(['a', 'v', 'w'])
    expect(below('a', '2022-07-01')).toEqual(['a', 'w'])
    expect(below('b', '2022-07-01')).toEqual(['b', 'v'])
  })
  test('rolls a merged org up to its successor', () => {
    expect(below('b', '2023-01-01')).toEqual(['b', 'v', 'w'])
    expect(orgTree(states, day('2023-06-30')).ancestors('w')).toEqual(['w', 'b', 'town'])
  })
  test('lets who took over answer for what has ended, once it has, and where that has ended too, for both', () => {
    const answers = (code: string, at: string): readonly string[] => [...orgTree([...states, org('x', 'town', { to: day('2022-01-01'), successor: 'w' }), org('y', 'a', { to: day('2022-01-01') })], day(at)).answersFor(code)].sort()
    expect([answers('w', '2021-12-31'), answers('w', '2022-06-30'), answers('w', '2023-01-01')]).toEqual([['w'], ['w', 'x'], ['w']])
    expect([answers('b', '2022-12-31'), answers('b', '2023-01-01'), answers('town', '2023-01-01')]).toEqual([['b'], ['b', 'w', 'x'], ['town']])
    expect([answers('a', '2021-12-31'), answers('a', '2022-01-01')]).toEqual([['a'], ['a', 'y']])
  })
  test('knows an org before it began, so that its earlier rows are not lost', () => expect(below('town', '2019-01-01')).toContain('a'))
})

test('a hand-over ends every open post and opens it again for the other', () => {
  const post = (id: number, person: number, to: string | null = null): Entry => ({ id, ledger: 'post', version: id, void: false, spans: [{ from: day('2021-01-01'), to: to === null ? null : day(to), fields: { person: String(person), role: 'line', org: 'a' } }] })
  const changes = handOver([post(1, 7), post(2, 8), post(3, 7, '2022-01-01')], 7, 8, day('2023-07-01'))
  expect(isRefusal(changes) ? [] : changes.map((change) => change.act)).toEqual(['end', 'create'])
  expect(refused(handOver([post(1, 7)], 7, 7, day('2023-07-01')))).toBe('same-person')
  expect(refused(handOver([post(2, 8)], 7, 8, day('2023-07-01')))).toBe('not-found')
})

test('a new name leaves an org where it stands; a new parent does not', () => {
  const named = (zh: string, parent = 'town') => ({ code: 'a', zh, parent })
  const before: Entry = { id: 3, ledger: 'org', version: 3, void: false, spans: [{ from: day('2020-01-01'), to: null, fields: named('旧名') }] }
  const then = (fields: Record<string, string>): Entry => ({ ...before, spans: [{ from: day('2020-01-01'), to: day('2023-07-01'), fields: named('旧名') }, { from: day('2023-07-01'), to: null, fields }] })
  expect(placesOf(then(named('新名')))).toBe(placesOf(before))
  expect(placesOf(then(named('旧名', 'b')))).not.toBe(placesOf(before))
})
