import { expect, test } from 'vitest'
import type { Ledger } from '../ledger/ledger.ts'
import { words } from '../words.ts'
import { compareLedgers } from './compare-ledgers.ts'
import { nextLedger, standingDraft } from './standing-draft.ts'

const ledger: Ledger = {
  key: 'checks', title: words('台账', 'Ledger'), shape: 'event', line: 'safety', owner: 'order', orgField: 'org', dateField: 'day', sensitive: 'case', columns: ['day', 'kind'], unique: [['kind'], ['day', 'org']],
  fields: [
    { key: 'org', title: words('村', 'Village'), kind: 'org', required: true }, { key: 'day', title: words('日期', 'Day'), kind: 'day', required: true }, { key: 'kind', title: words('类别', 'Kind'), kind: 'text', required: true },
    { key: 'old', title: words('旧栏', 'Old'), kind: 'text', retired: true }, { key: 'hash', title: words('摘要', 'Digest'), kind: 'text', fixed: true }, { key: 'plan', title: words('方案', 'Plan'), kind: 'document' },
  ],
}

test('a ledger that is not changed stays as it is, to the last word', () => {
  expect(nextLedger(ledger, standingDraft(ledger))).toEqual(ledger)
})

test('lines that are not taken are retired, those taken again restored, and new ones added at the end', () => {
  const draft = standingDraft(ledger)
  const lines = draft.lines.map((line) => ({ ...line, take: line.field.key === 'kind' ? false : true }))
  const next = nextLedger(ledger, { ...draft, lines: [...lines, { at: null, take: true, role: 'field', field: { key: 'note', title: words('备注', 'Note'), kind: 'note' } }] })
  expect(compareLedgers(ledger, next).map((change) => [change.what, change.field])).toEqual([['retired', 'kind'], ['restored', 'old'], ['added', 'note']])
  expect([next.fields.map((field) => field.key), next.fields[2]?.required, next.sensitive, next.unique]).toEqual([['org', 'day', 'kind', 'old', 'hash', 'plan', 'note'], undefined, 'case', [['kind'], ['day', 'org']]])
})
