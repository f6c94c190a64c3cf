import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import type { Fault } from '../../../test/builders/faulty-workbook.ts'
import { cases, dataRows, faultyWorkbook, fields, known, seed } from '../../../test/builders/faulty-workbook.ts'
import type { Outline } from '../../core/importing/outline.ts'
import { fitOf, lookRows, outlineOf } from '../../core/importing/outline.ts'
import type { ReadRow } from '../../core/importing/read-rows.ts'
import { rowReader } from '../../core/importing/read-rows.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { openWorkbook } from './read-workbook.ts'

const held: { bytes: Uint8Array; listed: readonly Fault[]; outline: Outline | undefined; rows: readonly ReadRow[] } = { bytes: new Uint8Array(), listed: [], outline: undefined, rows: [] }

beforeAll(async () => {
  held.bytes = new Uint8Array(await readFile(new URL('faulty-workbook.xlsx', cases)))
  held.listed = JSON.parse(await readFile(new URL('faulty-workbook.json', cases), 'utf8')) as readonly Fault[]
  const workbook = await openWorkbook(held.bytes)
  if (isRefusal(workbook)) throw new Error(workbook.code)
  for (const { name } of workbook.sheets) {
    const top = await workbook.top(name, lookRows)
    const outline = outlineOf(name, top.rows, top.merges, fields, [['producer', 'day']], {}, undefined, known)
    if (outline === undefined || fitOf(outline) <= fitOf(held.outline)) continue
    const read = rowReader({ fields, mapping: outline.mapping, header: outline.header, merges: top.merges, known })
    const rows: ReadRow[] = []
    for await (const row of workbook.rows(name)) if (row.at > outline.header.to) rows.push(read(row))
    Object.assign(held, { outline, rows })
  }
})

test('its sheet, its head of two levels and all of its columns are found by themselves', () => {
  expect([held.outline?.mapping.sheet, held.outline?.header.from, held.outline?.header.to, held.outline?.mapping.key]).toEqual(['检查台账', 3, 4, ['producer', 'day']])
  expect(held.outline?.mapping.columns.map(({ title, field, unit }) => [title, field, unit])).toEqual([
    ['序号', null, null], ['基本情况/村', 'org', null], ['基本情况/养殖主体', 'producer', null], ['基本情况/统一社会信用代码', 'code', null], ['基本情况/联系电话', 'phone', null],
    ['检查情况/检查日期', 'day', null], ['检查情况/畜种', 'kind', null], ['检查情况/存栏数', 'head', '头'], ['检查情况/占地面积', 'area', '亩'],
    ['效益/年产值', 'output', '万元'], ['效益/粪污利用率', 'rate', null], ['结论/是否合格', 'passed', null], ['结论/处理结果', 'result', null], ['结论/备注', 'remark', null],
  ])
})

test('exactly its 40 listed faults are found, each at its cell', () => {
  expect(held.listed).toHaveLength(40)
  expect(held.rows.flatMap((row) => (row.kind === 'problem' ? row.problems : [])).map(({ cell, field, code }) => ({ cell, field, code }))).toEqual(held.listed)
})

test('every other row is data, and totals, repeated heads and the foot are left out and told', () => {
  const skipped = held.rows.flatMap((row) => (row.kind === 'skipped' ? [row.why] : []))
  expect(skipped.sort()).toEqual(['footer', 'footer', ...Array.from({ length: 8 }, () => 'head'), ...Array.from({ length: 5 }, () => 'total')])
  expect(held.rows.filter((row) => row.kind === 'data')).toHaveLength(dataRows - 40)
})

test('the workbook is the one its builder makes', { timeout: 60_000 }, async () => {
  const made = await faultyWorkbook(seed)
  expect(made.faults).toEqual(held.listed)
  expect(Buffer.compare(made.bytes, held.bytes)).toBe(0)
})
