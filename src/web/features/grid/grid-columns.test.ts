import { expect, test } from 'vitest'
import { words } from '../../../core/words.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { columnsText, moveColumn, readColumns } from './grid-columns.ts'

const ledger: Ledger = {
  key: 'sale', title: words('售', 'sale'), shape: 'event', line: 'test', owner: 'farm', orgField: 'org', dateField: 'day',
  fields: [
    { key: 'org', title: words('村', 'Village'), kind: 'org', required: true },
    { key: 'day', title: words('日期', 'Day'), kind: 'day', required: true },
    { key: 'head', title: words('头数', 'Head'), kind: 'integer' },
    { key: 'note', title: words('备注', 'Note'), kind: 'note' },
  ],
}
const keys = (text: string | undefined) => readColumns(ledger, text).map((column) => column.key)

test('an address names columns in their order and width, and leaves out what the ledger has not', () => {
  expect(keys(undefined)).toEqual(['day', 'org', 'head'])
  expect(readColumns(ledger, 'note.300,head,colour,note.5000').map(({ key, width }) => [key, width])).toEqual([['note', 300], ['head', 120]])
  expect(columnsText(ledger, readColumns(ledger, 'note.300,head'))).toBe('note.300,head')
  expect(columnsText(ledger, readColumns(ledger, undefined))).toBeUndefined()
  expect(columnsText(ledger, moveColumn(readColumns(ledger, undefined), 2, 0))).toBe('head,day,org')
  expect(moveColumn(readColumns(ledger, undefined), 0, -1).map((column) => column.key)).toEqual(['day', 'org', 'head'])
})
