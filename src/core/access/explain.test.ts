import { expect, test } from 'vitest'
import type { Ledger } from '../ledger/ledger.ts'
import { day } from '../time/day.ts'
import { words } from '../words.ts'
import { explainField, explainRows, explainVerb } from './explain.ts'
import type { Org } from './org-tree.ts'
import { orgTree } from './org-tree.ts'

const org = (code: string, kind: Org['kind'], parent: string | null): Org => ({ code, zh: code, en: code, kind, parent, successor: null, from: day('2020-01-01'), to: null })
const tree = orgTree([org('town', 'town', null), org('care', 'office', 'town'), org('farm', 'office', 'town'), org('v1', 'village', 'town')], day('2023-06-30'))
const ledger = (more: Partial<Ledger> = {}): Ledger => ({
  key: 'visit', title: words('走访', 'Visits'), shape: 'event', line: 'test', owner: 'care', orgField: 'org', dateField: 'day',
  fields: [{ key: 'org', title: words('村', 'Village'), kind: 'org', required: true }, { key: 'name', title: words('姓名', 'Name'), kind: 'text', personal: 'restricted' }, { key: 'identity', title: words('证件号', 'Identity'), kind: 'sealed', personal: 'sealed' }],
  ...more,
})
const village = [{ role: 'village', org: 'v1' }]
const kindsOf = (kinds: readonly { role: string; at: string }[]): readonly string[] => kinds.map(({ role, at }) => `${role} ${at}`)

test('an open ledger is read by all offices, and by a village for its own rows', () => {
  const told = explainRows(village, ledger(), tree)
  expect([told.yours, told.sensitive]).toEqual(['part', false])
  expect(kindsOf(told.full)).toEqual(['leader anywhere', 'office anywhere', 'line anywhere', 'head anywhere', 'village own-rows', 'auditor anywhere'])
})

test('a sensitive ledger is read by its keeper and the auditor only, and says so', () => {
  const told = explainRows([{ role: 'leader', org: 'town' }], ledger({ sensitive: 'relief' }), tree)
  expect([told.yours, told.sensitive]).toEqual(['none', true])
  expect(kindsOf(told.full)).toEqual(['office keeper', 'line keeper', 'head keeper', 'auditor anywhere'])
})

test('a restricted field stands open for who keeps the row, and for a purpose to who may reveal', () => {
  const told = explainField([{ role: 'line', org: 'farm' }], ledger(), tree, 'name')
  expect([told?.yours, told?.level]).toEqual(['none', 'restricted'])
  expect(kindsOf(told?.full ?? [])).toEqual(['office keeper', 'line keeper', 'head keeper'])
  expect(kindsOf(told?.reveal ?? [])).toEqual(['office anywhere', 'line anywhere', 'head anywhere', 'auditor anywhere'])
  expect(explainField([], ledger(), tree, 'org')).toBeUndefined()
})

test('a sealed field stands open for nobody', () => {
  const told = explainField([{ role: 'line', org: 'care' }], ledger(), tree, 'identity')
  expect([told?.yours, told?.full]).toEqual(['none', []])
})

test('a verb of a ledger follows who writes its rows; any other follows the roles', () => {
  expect(kindsOf(explainVerb(village, 'visit.correct', ledger({ villageEntry: true }), tree).full)).toEqual(['office keeper', 'line keeper', 'head keeper', 'village own-rows'])
  expect(explainVerb([{ role: 'line', org: 'care' }], 'visit.correct', ledger(), tree).yours).toBe('all')
  expect(kindsOf(explainVerb(village, 'edition.seal', undefined, tree).full)).toEqual(['office anywhere'])
  expect(explainVerb(village, 'edition.seal', undefined, tree).yours).toBe('none')
})
