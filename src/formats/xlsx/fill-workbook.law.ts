import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formSheets, indicatorForm, listForm } from '../../../test/builders/blank-form.ts'
import { formBlanks } from '../../core/filling/find-blanks.ts'
import type { FormSheet } from '../../core/filling/form-sheet.ts'
import type { SheetCell } from '../../core/exporting/sheet-columns.ts'
import { cellName } from '../../core/importing/cell.ts'
import { decimal } from '../../core/quantity/decimal.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { fillWorkbook } from './fill-workbook.ts'

const values: fc.Arbitrary<SheetCell> = fc.oneof(
  fc.tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 })).map(([whole, decimals]): SheetCell => ({ kind: 'number', value: decimal(String(whole / 10 ** decimals)), decimals })),
  fc.constantFrom('=1+1', '@SUM(A1)', '示例镇', 'a<b>&"c"', "it's", '  两边有空格', '-', '预计').map((text): SheetCell => ({ kind: 'text', text })),
)
const read = (sheet: FormSheet | undefined): ReadonlyMap<string, string> => new Map((sheet?.cells ?? []).map(({ row, column, text, formula, boxed, decimals }) => [cellName(row, column), formula ? 'formula' : `${text}|${String(boxed)}|${String(decimals)}`]))
const textOf = (value: SheetCell): string => (value === null ? '' : value.kind === 'text' ? value.text.trim() : value.kind === 'number' ? value.value : value.day)

test('every filled blank reads back as what was written, and nothing else of the sheet changed', async () => {
  const form = await indicatorForm()
  const [sheet] = await formSheets(form)
  const found = formBlanks(sheet === undefined ? [] : [sheet])
  if (isRefusal(found)) throw new Error(found.code)
  const before = read(sheet)
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...found.blanks.map(({ cell }) => cell)), values, { maxKeys: 12 }), async (chosen) => {
      const cells = Object.entries(chosen).map(([cell, value]) => ({ sheet: '附表1', cell, value }))
      const { bytes } = await fillWorkbook(form, { cells, lists: [], source: { name: '', inside: false, lines: [] } })
      const [filled, ...more] = await formSheets(bytes)
      expect(more).toEqual([])
      const after = read(filled)
      for (const [cell, value] of Object.entries(chosen)) expect(after.get(cell)?.split('|')[0]).toBe(textOf(value))
      for (const [cell, text] of before) if (!(cell in chosen)) expect(`${cell} ${after.get(cell)}`).toBe(`${cell} ${text}`)
      expect([filled?.merges, filled?.widths]).toEqual([sheet?.merges, sheet?.widths])
    }),
    { seed: 11, numRuns: 60 },
  )
})

test('a list of any length stands row by row, and its sum reaches over all of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 30 }), async (blank, count) => {
      const rows = Array.from({ length: count }, (_, at): readonly SheetCell[] => [{ kind: 'number', value: decimal(String(at + 1)), decimals: 0 }, { kind: 'text', text: `村${at}` }])
      const { bytes, left, lines } = await fillWorkbook(await listForm(blank), { cells: [], lists: [{ sheet: '名单', from: 3, to: 2 + blank, columns: [0, 1], rows }], source: { name: '', inside: false, lines: [[{ sheet: '名单', row: 3 + blank, column: 0, rows: 1, columns: 1 }]] } })
      const [sheet] = await formSheets(bytes)
      const told = (row: number, column: number): string | undefined => sheet?.cells.find((cell) => cell.row === row && cell.column === column)?.text
      expect(left).toEqual([0])
      for (let at = 0; at < count; at += 1) expect([told(3 + at, 0), told(3 + at, 1)]).toEqual([String(at + 1), `村${at}`])
      const sum = Number(/\d+$/.exec(lines[0]?.[0] ?? '')?.[0])
      expect([sum, told(sum, 0), told(sum + 2, 0)]).toEqual([3 + Math.max(blank, count), '合计', '审核人：'])
    }),
    { seed: 12, numRuns: 30 },
  )
})
