import { expect, test } from 'vitest'
import type { Field } from '../ledger/field.ts'
import { words } from '../words.ts'
import type { Cell, Merge, SheetRow } from './cell.ts'
import { cellName } from './cell.ts'
import { findHeader } from './find-header.ts'
import type { ReadRow } from './read-rows.ts'
import { rowReader } from './read-rows.ts'

const fields: readonly Field[] = [
  { key: 'org', title: words('村', 'Village'), kind: 'org', required: true },
  { key: 'name', title: words('户主', 'Name'), kind: 'text', required: true },
  { key: 'head', title: words('头数', 'Head'), kind: 'integer', unit: '头' },
]
const known = { orgs: new Map([['一村', 'v1'], ['二村', 'v2']]), year: 2023 }
type Given = string | number | null

const read = (lines: readonly (readonly Given[])[], { merges = [], key = null, of = fields }: { merges?: readonly Merge[]; key?: readonly string[] | null; of?: readonly Field[] } = {}): readonly ReadRow[] => {
  const rows: readonly SheetRow[] = [['村', '户主', '头数'], ...lines].map((line, at) => ({ at: at + 1, cells: line.map((value): Cell => (value === null ? null : typeof value === 'number' ? { kind: 'number', text: String(value), percent: false } : { kind: 'text', text: value })) }))
  const header = findHeader(rows, merges)
  if (header === undefined) throw new Error('no head')
  const readRow = rowReader({ fields: of, header, merges, known, mapping: { sheet: '表', headerTo: 1, key, columns: ['org', 'name', 'head'].map((field, at) => ({ at, title: field, unit: null, field })) } })
  return rows.slice(1).map(readRow)
}
const told = (rows: readonly ReadRow[]): readonly unknown[] => rows.map((row) => (row.kind === 'skipped' ? row.why : row.kind === 'data' ? row.fields : row.problems.map((problem) => `${problem.cell} ${problem.code}`).join(', ')))

test('rows become fields, and what is no data is left out and told', () => {
  expect(told(read([['一村', '示例甲', 3], [null, ' ', null], ['村', '户主', '头数'], ['二村', '示例乙', null], ['合计', null, 3], ['制表人：示例甲', null, null]]))).toEqual([{ org: 'v1', name: '示例甲', head: '3' }, 'blank', 'head', { org: 'v2', name: '示例乙' }, 'total', 'footer'])
})

test('every problem of a row stands at its own cell, and what is required is missed once', () => {
  expect(told(read([['七村', null, '许多'], [null, '示例乙', 1]]))).toEqual(['A2 not-org, C2 not-number, B2 field-required', 'A3 field-required'])
  expect(told(read([[null, '示例甲', 1]], { key: ['name'] }))).toEqual([{ name: '示例甲', head: '1' }])
  expect(told(read([[null, '示例甲', 1]], { of: [fields[0], { ...fields[1], kind: 'reference', ledger: 'household', carries: [{ from: 'org', to: 'org' }] }, fields[2]] as readonly Field[] }))).toEqual([{ name: '示例甲', head: '1' }])
})

test('a key that stood in the sheet before is told at the later row with the earlier', () => {
  const rows = read([['一村', '示例甲', 1], ['一村', '示例乙', 1], ['二村', '示例甲', 2], ['一村', ' 示例甲 ', 3]], { key: ['org', 'name'] })
  expect(told(rows)).toEqual([{ org: 'v1', name: '示例甲', head: '1' }, { org: 'v1', name: '示例乙', head: '1' }, { org: 'v2', name: '示例甲', head: '2' }, 'A5 row-twice'])
  expect(rows[3]).toMatchObject({ problems: [{ details: { row: 2 } }] })
})

test('words merged over rows stand in each of them; a number merged so belongs to none', () => {
  const down = (column: number, fromRow: number, toRow: number): Merge => ({ fromRow, toRow, fromColumn: column, toColumn: column })
  expect(told(read([['一村', '示例甲', 1], [null, '示例乙', 2], [null, '示例丙', 3], [null, '示例丁', 4], ['二村', '示例戊', 5]], { merges: [down(0, 2, 4)] }))).toEqual([
    { org: 'v1', name: '示例甲', head: '1' }, { org: 'v1', name: '示例乙', head: '2' }, { org: 'v1', name: '示例丙', head: '3' }, 'A5 field-required', { org: 'v2', name: '示例戊', head: '5' },
  ])
  expect(told(read([['一村', '示例甲', 5], ['一村', '示例乙', null]], { merges: [down(2, 2, 3)] }))).toEqual(['C2 number-merged', 'C3 number-merged'])
})

test('cells are named as the sheet names them', () => {
  expect([cellName(12, 2), cellName(1, 25), cellName(1, 26), cellName(1, 701), cellName(1, 702), cellName(1_048_576, 16_383)]).toEqual(['C12', 'Z1', 'AA1', 'ZZ1', 'AAA1', 'XFD1048576'])
})
