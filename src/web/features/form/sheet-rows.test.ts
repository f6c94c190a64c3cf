import { expect, test } from 'vitest'
import type { BlankOut, ListOut, LookSheet } from '../../../api/form.ts'
import { isTitle, sheetRows } from './sheet-rows.ts'

const cell = (row: number, column: number, text: string): LookSheet['cells'][number] => ({ at: [row, column], text, boxed: row > 1, align: null, formula: false })
const sheet: LookSheet = { name: '一', rows: 3, columns: 2, widths: [], merges: [{ fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 2 }, { fromRow: 2, toRow: 3, fromColumn: 0, toColumn: 0 }], cells: [cell(1, 0, '统计表'), cell(2, 0, '生猪'), cell(2, 1, '')] }
const blank = (row: number, column: number): BlankOut => ({ sheet: '一', cell: '', row, column, heads: '', unit: null, percent: false, binding: { kind: 'none' }, sure: false, near: [], reading: null })

test('a form is laid out with its merged cells; what they cover is left out, and a blank at the edge has a place', () => {
  const rows = sheetRows(sheet, [blank(2, 1), blank(4, 2)], [])
  expect(rows.map(({ cells }) => cells.map(({ name, rows: down, columns, blank: asked }) => `${name} ${down}×${columns}${asked === undefined ? '' : ' blank'}`))).toEqual([['A1 1×3'], ['A2 2×1', 'B2 1×1 blank', 'C2 1×1'], ['B3 1×1', 'C3 1×1'], ['A4 1×1', 'B4 1×1', 'C4 1×1 blank']])
  expect([rows[0]?.cells[0]?.align, rows[1]?.cells[0]?.align]).toEqual(['center', null])
  expect([rows[0]?.cells[0], rows[1]?.cells[0]].map((each) => each !== undefined && isTitle(each, 3))).toEqual([true, false])
})

test('the cells of a list know their list', () => {
  const list = { sheet: '一', from: 2, to: 3, columns: [{ column: 1, heads: '', unit: null, source: { kind: 'none' } }] } as unknown as ListOut
  expect(sheetRows(sheet, [], [list]).map(({ cells }) => cells.filter((each) => each.list !== undefined).map(({ name }) => name))).toEqual([[], ['B2'], ['B3']])
})
