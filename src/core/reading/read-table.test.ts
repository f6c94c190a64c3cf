import { expect, test } from 'vitest'
import { readTable } from './read-table.ts'
import { periodKeyOf } from './period-key.ts'

const heads = ['指标名称', '所属期', '数值', '计量单位', '同比（%）', '来源']
const read = (...rows: readonly (readonly string[])[]) => readTable([{ name: '期初数', rows }], [])

test('a workbook becomes lines of cells, and each row under its heads a figure at its place', () => {
  const { text, figures } = read(['期初数'], heads, ['生猪出栏', '2022H1', '1,100.5', '头', '8.5', '示例报表'], ['𠮷产值', '2022年上半年', '3万元', '', '-3%', ''], [], ['只报增幅', '2022-06', '', '%', '下降1.2个百分点', ''])
  expect(text.split('\n')[2]).toBe('生猪出栏 | 2022H1 | 1,100.5 | 头 | 8.5 | 示例报表')
  for (const { quote, offset } of figures) expect([...text].slice(offset, offset + [...quote].length).join('')).toBe(quote)
  expect(figures.map(({ subject, quote, value, unit, period, change }) => [subject, quote, value, unit, periodKeyOf(period ?? '', null), change?.direction, change?.percent, change?.points])).toEqual([
    ['生猪出栏', '1,100.5', '1100.5', '头', '2022H1', 'up', '8.5', null],
    ['𠮷产值', '3万元', '3', '万元', '2022H1', 'down', '3', null],
    ['只报增幅', '下降1.2个百分点', null, '%', '2022-06', 'down', null, '1.2'],
  ])
})

test.each(['2022', '2022H1', '2022H2', '2022Q2', '2022-05', '2022-01..2022-05', '2022-06-01'])('period %s is told in words that read back as itself', (key) => {
  const [figure] = read(heads, ['甲', key, '1', '个', '', '']).figures
  expect(periodKeyOf(figure?.period ?? '', null)).toBe(key === '2022-06-01' ? '2022-06' : key)
})

test('rows without a number, totals of nothing and sheets without heads are text only', () => {
  expect(read(heads, ['甲', '2022', '', '个', '', ''], ['', '2022', '3', '个', '', ''], ['乙', '2022', '3至5', '个', '', '']).figures).toEqual([])
  const { text, figures } = readTable([{ name: '一', rows: [['去年工业产值3亿元。']] }, { name: '二', rows: [['a|b', 'c']] }], ['底稿'])
  expect(figures).toEqual([])
  expect(text).toBe('一\n去年工业产值3亿元。\n二\na｜b | c\n（隐藏的工作表“底稿”未读。）')
})

test('单位 is the unit of measure unless 计量单位 stands beside it', () => {
  expect(read(['项目', '单位', '数量'], ['甲', '亩', '5']).figures.map((figure) => figure.unit)).toEqual(['亩'])
  const [both] = read(['项目', '单位', '数量', '计量单位'], ['甲', '一村', '5', '亩']).figures
  expect([both?.unit, both?.row?.scope]).toEqual(['亩', '一村'])
})

test('a unit beside the number goes before the column, a bare scale into it', () => {
  expect(['12.5%', '3万', '3万元', '3'].map((value) => read(['项目', '数值', '计量单位'], ['甲', value, '头']).figures[0]?.unit)).toEqual(['%', '万头', '万元', '头'])
  expect(read(['项目', '数值', '计量单位'], ['甲', '3亿', '']).figures[0]?.unit).toBe('亿')
})

test('a row carries its source and whose the number is; the office that answers is neither', () => {
  const rows = read(['指标', '责任单位', '统计范围', '数值', '来源'], ['甲', '农业办', '一村', '5', '县统计局月报 | 快报'], ['乙', '农业办', '', '6', ''])
  expect(rows.figures.map((figure) => figure.row)).toEqual([{ source: '县统计局月报 ｜ 快报', scope: '一村' }, { source: '', scope: '' }])
})
