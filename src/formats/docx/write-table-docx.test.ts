import { expect, test } from 'vitest'
import { decimal } from '../../core/quantity/decimal.ts'
import { period } from '../../core/time/period.ts'
import { writeTableDocx } from './write-table-docx.ts'
import { readEntry } from './zip.ts'

const table = {
  title: '主要指标完成情况表',
  covers: '单位：示例镇',
  heads: ['序号', '指标', '本期'],
  rows: [[{ kind: 'number', value: decimal('1'), decimals: 0 }, { kind: 'text', text: '产值 <&>' }, { kind: 'number', value: decimal('7.1'), decimals: 2, mark: '预计' }]],
  notes: [],
  signature: '制表人：张三　审核人：　日期：2023-07-03',
} as const

test('a table goes to Word on landscape A4 with its heads repeated and the line of who answers for it', async () => {
  const bytes = await writeTableDocx(table, { org: '示例镇', period: period('2023H1'), demo: '演示数据' })
  const body = readEntry(bytes, 'word/document.xml') ?? ''
  expect(body).toMatch(/<w:pgSz(?=[^>]*w:w="16838")(?=[^>]*w:h="11906")(?=[^>]*w:orient="landscape")/)
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  const text = [...body.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1])
  expect(text).toEqual(['主要指标完成情况表', '单位：示例镇', '序号', '指标', '本期', '1', '产值 &lt;&amp;&gt;', '预计7.10', table.signature])
  expect(await writeTableDocx(table, { org: '示例镇', period: period('2023H1'), demo: '演示数据' })).toEqual(bytes)
})
