import { expect, test } from 'vitest'
import { smallLedgers } from '../../../test/builders/small-town.ts'
import type { BoundList } from './binding.ts'
import { countCells } from './count-cells.ts'
import type { FilledCell } from './fill-cells.ts'
import { blankList } from './fill-list.ts'
import { savedCells } from './saved-cells.ts'

const cell = (by: FilledCell['by']): FilledCell => ({ sheet: '一', cell: 'A1', heads: '', value: null, by, missing: null, from: null })
const column = (source: BoundList['columns'][number]['source']): BoundList['columns'][number] => ({ column: 0, heads: '', unit: null, source })
const list: BoundList = { sheet: '一', from: 3, to: 5, heads: '', ledger: 'sale', where: '', sort: '', desc: false, inPeriod: true, columns: [column({ kind: 'number' }), column({ kind: 'field', field: 'head' }), column({ kind: 'none' })] }
const told = { kind: 'text', text: 'x' } as const
const ledgerOf = (key: string) => smallLedgers.find((each) => each.key === key)

test('cells are counted by who filled them; what is empty in the ledger too was not asked for', () => {
  expect(countCells([cell('book'), cell('typed'), cell('none'), cell('book')], [], ledgerOf)).toEqual({ book: 2, typed: 1, none: 1 })
  expect(countCells([], [{ ...blankList(list, null), rows: [[told, told, null], [told, null, null]] }], ledgerOf)).toEqual({ book: 3, typed: 0, none: 2 })
  expect(countCells([], [{ ...blankList(list, null), masked: ['头数'], rows: [[told, null, null]] }], ledgerOf)).toEqual({ book: 1, typed: 0, none: 2 })
  expect(countCells([], [blankList(list, 'no-source')], ledgerOf)).toEqual({ book: 0, typed: 0, none: 9 })
})

test('saved cells are added up by month; a form filled again for the same period saves nothing more', () => {
  const fillings = [{ form: 1, period: '2023H1', filling: 5, month: '2023-07', book: 10 }, { form: 1, period: '2023H1', filling: 9, month: '2023-08', book: 12 }, { form: 1, period: '2023', filling: 7, month: '2023-07', book: 3 }, { form: 2, period: '2023H1', filling: 8, month: '2023-07', book: 1 }]
  const saved = { total: 21, months: [{ month: '2023-08', forms: 12, entries: 0 }, { month: '2023-07', forms: 4, entries: 3 }, { month: '2023-06', forms: 0, entries: 2 }] }
  const entries = [{ month: '2023-07', cells: 3 }, { month: '2023-06', cells: 2 }]
  expect(savedCells(fillings, entries)).toEqual(saved)
  expect(savedCells([...fillings].reverse(), entries)).toEqual(saved)
})
