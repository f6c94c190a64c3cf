import { expect, test } from 'vitest'
import type { Ledger } from '../ledger/ledger.ts'
import { words } from '../words.ts'
import { compareLedgers } from './compare-ledgers.ts'

const ledger: Ledger = {
  key: 'checks', title: words('台账', 'Ledger'), shape: 'event', line: 'safety', owner: 'order', orgField: 'org', dateField: 'day',
  fields: [{ key: 'org', title: words('村', 'Village'), kind: 'org', required: true }, { key: 'day', title: words('日期', 'Day'), kind: 'day', required: true }, { key: 'kind', title: words('类别', 'Kind'), kind: 'choice', choices: [{ key: 'a', title: words('甲', 'a') }] }],
}
const kind = ledger.fields[2]
if (kind === undefined) throw new Error('kind')
const others = ledger.fields.slice(0, 2)
const what = (after: Ledger, before = ledger) => told(before, after)
const told = (before: Ledger | undefined, after: Ledger) => compareLedgers(before, after).map((change) => [change.what, change.field])

test('versions of a ledger are told by what they changed', () => {
  expect(told(undefined, ledger)).toEqual([['declared', null]])
  expect(what(structuredClone(ledger))).toEqual([])
  expect(what({ ...ledger, title: words('新台账', 'Ledger') })).toEqual([['renamed', null]])
  expect(what({ ...ledger, fields: [...ledger.fields, { key: 'note', title: words('备注', 'Note'), kind: 'text' }] })).toEqual([['added', 'note']])
  expect(what({ ...ledger, fields: [...others, { ...kind, retired: true, title: words('种类', 'Kind') }] })).toEqual([['renamed', 'kind'], ['retired', 'kind']])
  expect(what(ledger, { ...ledger, fields: [...others, { ...kind, retired: true }] })).toEqual([['restored', 'kind']])
  expect(what({ ...ledger, unique: [['kind']], fields: [...others, { ...kind, required: true, choices: [...(kind.choices ?? []), { key: 'b', title: words('乙', 'b') }] }] })).toEqual([['required', 'kind'], ['choices', 'kind'], ['keys', null]])
  expect(what({ ...ledger, villageEntry: true, fields: [...others, { ...kind, personal: 'restricted' }] })).toEqual([['changed', 'kind'], ['other', null]])
})
