import excel from 'exceljs'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { SheetCell } from '../../core/exporting/sheet-columns.ts'
import { decimal } from '../../core/quantity/decimal.ts'
import { day } from '../../core/time/day.ts'
import { streamTable } from './stream-table.ts'

const heads = ['村', '日期', '金额（元）', '证照']
const about = { name: '说明', lines: [['台账', '交售'], ['筛选', '=1+1']] as const }
const properties = { title: '交售', creator: '张三', created: '2023-07-03T02:00:00.000Z', description: '筛选：全部' }

async function* given(rows: readonly (readonly SheetCell[])[]): AsyncGenerator<readonly SheetCell[]> {
  yield* rows
}

const written = async (rows: readonly (readonly SheetCell[])[], limit?: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  const table = { name: '交售/2023', columns: heads.map((head) => ({ head, width: 12 })), rows: given(rows), about: () => about, properties: () => properties }
  for await (const chunk of streamTable(table, limit)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const opened = async (bytes: Buffer): Promise<excel.Workbook> => {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  return book
}

const text = (it: string): SheetCell => ({ kind: 'text', text: it })
const number = (value: string, decimals: number): SheetCell => ({ kind: 'number', value: decimal(value), decimals })

test('another library reads heads, numbers with their decimals, days and codes', async () => {
  const book = await opened(await written([[text('一村'), { kind: 'day', day: day('2023-06-30') }, number('1234.5', 2), text('913302821234567890')], [null, { kind: 'day', day: day('1900-02-28') }, number('123456789012345678', 0), null]]))
  const [sheet, words] = book.worksheets
  expect(book.worksheets.map((each) => each.name)).toEqual(['交售 2023', '说明'])
  expect(['A1', 'B1', 'C1', 'D1'].map((at) => sheet?.getCell(at).value)).toEqual(heads)
  expect(sheet?.getCell('B2').value).toEqual(new Date('2023-06-30T00:00:00.000Z'))
  expect([sheet?.getCell('C2').value, sheet?.getCell('C2').numFmt, sheet?.getCell('D2').value]).toEqual([1234.5, '0.00', '913302821234567890'])
  expect([sheet?.getCell('A3').value, sheet?.getCell('B3').value, sheet?.getCell('C3').value]).toEqual([null, '1900-02-28', '123456789012345678'])
  expect([words?.getCell('A2').value, words?.getCell('B2').value, words?.getCell('B2').type]).toEqual(['筛选', '=1+1', excel.ValueType.String])
  expect([book.title, book.creator, book.description]).toEqual(['交售', '张三', '筛选：全部'])
  expect(sheet?.autoFilter).toBe('A1:D3')
})

test('a text that begins like a formula is text, marked as Excel marks it, and unchanged', async () => {
  const bytes = await written(['=1+1', '+A1', '-A1', '@x', '\tx', '＝1', '_x0041_', 'a\rb'].map((each) => [text(each)]))
  const sheet = (await opened(bytes)).worksheets[0]
  for (const at of [2, 3, 4, 5, 6, 7]) expect([sheet?.getCell(at, 1).type, sheet?.getCell(at, 1).style.numFmt]).toEqual([excel.ValueType.String, '@'])
  const { sheets } = await readXlsx(bytes)
  expect(sheets[0]?.rows.slice(1).map((row) => row[0])).toEqual(['=1+1', '+A1', '-A1', '@x', '\tx', '＝1', '_x0041_', 'a\rb'])
})

test('any text and any number come back as they were', async () => {
  const sign = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '<', '&', '"', "'", ']', '_x0041_', '_', '镇', '𠮷', ' ', '0', 'a')
  const texts = fc.string({ unit: sign, minLength: 1, maxLength: 12 })
  const numbers = fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 })).map(([whole, scale]) => decimal((whole / 10 ** scale).toFixed(scale)))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(texts, numbers), { minLength: 1, maxLength: 30 }), async (rows) => {
      const { sheets } = await readXlsx(await written(rows.map(([it, value]) => [text(it), null, { kind: 'number', value, decimals: 2 }])))
      expect(sheets[0]?.rows.slice(1).map((row) => [row[0], decimal(Number(row[2]).toFixed(6))])).toEqual(rows.map(([it, value]) => [it, value]))
    }),
    { seed: 20230703, numRuns: 60 },
  )
})

test('rows beyond a sheet go on in the next under the same heads; none is lost', async () => {
  const book = await opened(await written(Array.from({ length: 5 }, (_, at) => [text(`第${at}行`)]), 3))
  expect(book.worksheets.map((each) => [each.name, each.rowCount])).toEqual([['交售 2023', 3], ['交售 2023 2', 3], ['交售 2023 3', 2], ['说明', 2]])
  expect(book.worksheets.slice(0, 3).map((each) => each.getCell('A1').value)).toEqual(['村', '村', '村'])
})

test('no rows are a sheet of heads', async () => {
  const book = await opened(await written([]))
  expect(book.worksheets.map((each) => each.rowCount)).toEqual([1, 2])
})

test('a text longer than Excel keeps is cut and says so', async () => {
  const sheet = (await opened(await written([[text('字'.repeat(40_000))]]))).worksheets[0]
  expect(String(sheet?.getCell('A2').value)).toMatch(/^字{32766}…$/)
})

test('whoever stops reading stops the rows', async () => {
  let ended = false
  const rows = async function* (): AsyncGenerator<readonly SheetCell[]> {
    try {
      for (;;) yield [text('行'.repeat(1000))]
    } finally {
      ended = true
    }
  }
  const table = { name: '一', columns: [{ head: '一', width: 9 }], rows: rows(), about: () => about, properties: () => properties }
  let seen = 0
  for await (const chunk of streamTable(table)) {
    seen += chunk.length
    if (seen > 2_000) break
  }
  expect(ended).toBe(true)
})
