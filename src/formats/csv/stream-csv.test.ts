import { parseCsv } from 'hucre/csv'
import { expect, test } from 'vitest'
import { fromCsvText } from '../../core/exporting/csv-text.ts'
import type { SheetCell } from '../../core/exporting/sheet-columns.ts'
import { decimal } from '../../core/quantity/decimal.ts'
import { day } from '../../core/time/day.ts'
import { streamCsv } from './stream-csv.ts'

const written = async (rows: readonly (readonly SheetCell[])[]): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  const source = (async function* () {
    yield* rows
  })()
  for await (const chunk of streamCsv(['名称', '值'], source)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test('the file begins with the mark of UTF-8, and days and numbers are plain', async () => {
  const bytes = await written([[{ kind: 'day', day: day('2023-06-30') }, { kind: 'number', value: decimal('-12.5'), decimals: 2 }], [null, { kind: 'text', text: '甲,"乙"' }]])
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(bytes.subarray(3).toString('utf8')).toBe('名称,值\r\n2023-06-30,-12.5\r\n,"甲,""乙"""\r\n')
})

test('texts that would compute or lose digits come back unchanged', async () => {
  const texts = ['=cmd|calc', '+1', '-1', '@x', "'=1", '913302821234567890', '007', '两行\n文字', ' 空格']
  const rows = parseCsv((await written(texts.map((text) => [{ kind: 'text', text }, null]))).toString('utf8'), { header: false })
  const cells = rows.slice(1).map((row) => String((row as readonly unknown[])[0]))
  expect(cells.map(fromCsvText)).toEqual(texts)
  expect(cells.every((cell) => !/^[=+\-@\t\r]/.test(cell))).toBe(true)
})
