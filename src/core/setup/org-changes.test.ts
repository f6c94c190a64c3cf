import { describe, expect, test } from 'vitest'
import type { Entry } from '../ledger/entry.ts'
import { isRefusal } from '../refusal/refusal.ts'
import type { OrgWishes } from './org-changes.ts'
import { firstDayOfOrgs, orgChanges } from './org-changes.ts'

const org = (id: number, code: string, zh: string, parent?: string): [string, Entry] => [
  code,
  { id, ledger: 'org', version: id, void: false, spans: [{ from: firstDayOfOrgs, to: null, fields: { code, zh, en: zh, kind: 'village', ...(parent === undefined ? {} : { parent }) } }] },
]
const standing = new Map([org(1, 't', '某镇'), org(2, 'v1', '一村', 't'), org(3, 'v2', '二村', 't'), org(4, 'v2-1', '二村一组', 'v2'), org(5, 'dzb', '党政办', 't')])
const change = (wishes: Partial<OrgWishes>) => orgChanges(standing, new Set(['dzb']), { add: [], rename: [], remove: [], ...wishes })
const village = (code: string, zh: string) => ({ code, zh, en: zh, kind: 'village' as const, parent: 't' })
const verbs = (wishes: Partial<OrgWishes>) => {
  const changes = change(wishes)
  return isRefusal(changes) ? changes.fields?.map((each) => [each.field, each.code]) : changes.map((each) => each.verb)
}

test('an org is entered, put right, taken out: each a change of its own', () => {
  expect(change({ add: [village('v3', '三村')] })).toEqual([{ act: 'create', verb: 'org.create', ledger: 'org', spans: [{ from: '2000-01-01', to: null, fields: { code: 'v3', zh: '三村', en: '三村', kind: 'village', parent: 't' } }] }])
  expect(change({ rename: [{ code: 'v1', zh: '东一村', en: 'East One' }] })).toEqual([{ act: 'correct', verb: 'org.correct', ledger: 'org', entry: 2, saw: 2, set: { zh: '东一村', en: 'East One' } }])
  expect(change({ remove: ['v1'] })).toEqual([{ act: 'void', verb: 'org.void', ledger: 'org', entry: 2, saw: 2 }])
  expect(verbs({ rename: [{ code: 'v1', zh: '一村', en: '一村' }] })).toEqual([])
})

describe('what cannot be had is told at its place, and nothing of it is done', () => {
  test.each<[string, Partial<OrgWishes>, readonly (readonly [string, string])[]]>([
    ['an org in use', { remove: ['dzb', 'v1'] }, [['remove.0', 'org-in-use']]],
    ['an org with others below it', { remove: ['v2'] }, [['remove.0', 'org-in-use']]],
    ['the town itself', { remove: ['t'] }, [['remove.0', 'org-in-use']]],
    ['an org that is not', { remove: ['x'], rename: [{ code: 'y', zh: '某村', en: '' }] }, [['remove.0', 'not-org'], ['rename.0', 'not-org']]],
    ['a name that is taken', { add: [village('v3', '一村')], rename: [{ code: 'v1', zh: '二村', en: '' }] }, [['rename.0', 'org-named-so'], ['add.0', 'org-named-so']]],
    ['a code that is taken', { add: [village('v1', '新村')] }, [['add.0.code', 'org-coded-so']]],
    ['the same twice', { add: [village('v3', '三村'), village('v4', '三村'), village('v3', '四村')] }, [['add.1', 'org-named-so'], ['add.2.code', 'org-coded-so']]],
    ['renaming what is taken out', { remove: ['v1'], rename: [{ code: 'v1', zh: '新一村', en: '' }] }, [['rename.0', 'not-org']]],
  ])('%s', (_, wishes, told) => expect(verbs(wishes)).toEqual(told))
})

test('what was taken out leaves its name and its code to others; a parent goes with the last below it', () => {
  expect(verbs({ remove: ['v1'], add: [village('v1', '一村')] })).toEqual(['org.void', 'org.create'])
  expect(verbs({ remove: ['v2-1', 'v2'] })).toEqual(['org.void', 'org.void'])
  expect(verbs({ rename: [{ code: 'v1', zh: '二村甲', en: '' }, { code: 'v2', zh: '一村', en: '' }] })).toEqual(['org.correct', 'org.correct'])
})
