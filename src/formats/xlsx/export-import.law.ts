import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OrgTree } from '../../core/access/org-tree.ts'
import { orgTree } from '../../core/access/org-tree.ts'
import { everything } from '../../core/access/predicate.ts'
import { orgTexts } from '../../core/exporting/org-text.ts'
import type { SheetCell } from '../../core/exporting/sheet-columns.ts'
import { sheetColumns } from '../../core/exporting/sheet-columns.ts'
import { templateOf } from '../../core/exporting/template.ts'
import { importFields } from '../../core/importing/import-fields.ts'
import { outlineOf } from '../../core/importing/outline.ts'
import { rowReader } from '../../core/importing/read-rows.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Fields } from '../../core/ledger/value.ts'
import { decimal } from '../../core/quantity/decimal.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { words } from '../../core/words.ts'
import { streamCsv } from '../csv/stream-csv.ts'
import { openWorkbook } from './read-workbook.ts'
import { streamTable } from './stream-table.ts'
import { writeTemplate } from './write-template.ts'

/** What leaves as a file and is dropped back is what it was: heads are found, columns are matched, values are read. */

const ledger: Ledger = {
  key: 'sale', title: words('交售', 'Sales'), shape: 'event', line: 'test', owner: 'farm', orgField: 'org', dateField: 'day',
  fields: [
    { key: 'day', title: words('日期', 'Day'), kind: 'day', required: true }, { key: 'org', title: words('村', 'Village'), kind: 'org', required: true }, { key: 'firm', title: words('企业名称', 'Firm'), kind: 'text' },
    { key: 'code', title: words('统一社会信用代码', 'Credit code'), kind: 'text' }, { key: 'head', title: words('头数', 'Head'), kind: 'integer', unit: '头' }, { key: 'money', title: words('金额', 'Money'), kind: 'decimal', decimals: 2, unit: '元' },
    { key: 'kind', title: words('类别', 'Kind'), kind: 'choice', choices: [{ key: 'pig', title: words('猪', 'pig') }, { key: 'sheep', title: words('羊', 'sheep') }] }, { key: 'urgent', title: words('是否紧急', 'Urgent'), kind: 'flag' },
    { key: 'period', title: words('所属期', 'Period'), kind: 'period' }, { key: 'note', title: words('备注', 'Note'), kind: 'note' },
  ],
}
const org = (code: string, zh: string, kind: 'town' | 'village', parent: string | null) => ({ code, zh, en: code, kind, parent, successor: null, from: '2000-01-01', to: null })
const tree: OrgTree = orgTree([org('town', '示例镇', 'town', null), org('v1', '一村', 'village', 'town'), org('v2', '二村', 'village', 'town'), org('v3', '二村', 'village', 'town')] as never, '2023-07-03' as never)
const known = { orgs: new Map([['一村', 'v1'], ['v2', 'v2'], ['v3', 'v3'], ['示例镇', 'town']]), year: 2023 }
const rights = { read: everything, write: everything, reads: () => true, writes: () => true, searchesPersonal: true }

const sign = fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '示', '例', '𠮷', ' ', '\n', '0', '7', 'e', '.', '/', '_x0041_', '<', '&')
const text = fc.string({ unit: sign, minLength: 1, maxLength: 14 }).map((it) => `${it}`.trim()).filter((it) => it !== '' && !/^[-—/\\]+$/.test(it))
const row: fc.Arbitrary<Fields> = fc.record({
  day: fc.integer({ min: 1, max: 28 }).map((n) => `2023-06-${String(n).padStart(2, '0')}`), org: fc.constantFrom('v1', 'v2', 'v3', 'town'), firm: fc.option(text), code: fc.option(fc.stringMatching(/^9[0-9]{14,17}$/)),
  head: fc.option(fc.integer({ min: 0, max: 99_999 }).map(String)), money: fc.option(fc.integer({ min: -9_999_999, max: 99_999_999 }).map((n) => decimal((n / 100).toFixed(2)))),
  kind: fc.option(fc.constantFrom('pig', 'sheep')), urgent: fc.option(fc.boolean()), period: fc.option(fc.constantFrom('2023-06', '2023H1', '2023Q2', '2023')), note: fc.option(text),
})

const bytesOf = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

const exported = async (rows: readonly Fields[], format: 'xlsx' | 'csv'): Promise<Uint8Array> => {
  const columns = sheetColumns(ledger, { rights, orgText: orgTexts(tree, 'zh'), lang: 'zh', voided: false })
  const cells = (async function* (): AsyncGenerator<readonly SheetCell[]> {
    for (const [at, fields] of rows.entries()) yield columns.map((column) => column.cell({ id: at + 1, ledger: 'sale', version: 1, void: false, spans: [{ from: null, to: null, fields }] } satisfies Entry))
  })()
  const properties = { title: '交售', creator: '张三', created: '2023-07-03T00:00:00Z', description: '' }
  return bytesOf(format === 'csv' ? streamCsv(columns.map(({ head }) => head), cells) : streamTable({ name: '交售', columns, rows: cells, about: () => ({ name: '说明', lines: [] }), properties: () => properties }))
}

const readBack = async (bytes: Uint8Array): Promise<readonly Fields[]> => {
  const workbook = await openWorkbook(bytes)
  if (isRefusal(workbook)) throw new Error(workbook.code)
  const sheet = workbook.sheets[0]?.name ?? ''
  const { rows, merges } = await workbook.top(sheet, 80)
  const outline = outlineOf(sheet, rows, merges, importFields(ledger), [], {}, undefined, known)
  if (outline === undefined) throw new Error('no head was found')
  const read = rowReader({ fields: importFields(ledger), mapping: outline.mapping, header: outline.header, merges, known })
  const found: Fields[] = []
  for await (const each of workbook.rows(sheet)) {
    if (each.at <= outline.header.to) continue
    const it = read(each)
    if (it.kind !== 'data') throw new Error(JSON.stringify([it, each]))
    found.push(it.fields)
  }
  return found
}

const withoutEmpty = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))

for (const format of ['xlsx', 'csv'] as const)
  test(`a list that left as ${format} comes back as it was`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        expect(await readBack(await exported(rows, format))).toEqual(rows.map(withoutEmpty))
      }),
      { seed: 20230704, numRuns: 80 },
    )
  })

test('the heads of a template are found again, each for its own field', async () => {
  const bytes = await writeTemplate(templateOf(ledger, tree, (key) => words(key, key), 'zh'), 'zh')
  const workbook = await openWorkbook(bytes)
  if (isRefusal(workbook)) throw new Error(workbook.code)
  expect(workbook.sheets).toEqual([{ name: '交售', hidden: false }, { name: '填写说明', hidden: false }])
  const { rows, merges } = await workbook.top('交售', 80)
  const outline = outlineOf('交售', rows, merges, importFields(ledger), [], {}, undefined, known)
  expect(outline?.matches.map(({ field }) => field)).toEqual(ledger.fields.map(({ key }) => key))
})
