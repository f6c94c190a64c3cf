import { abs, isNegative, isZero, parseDecimal } from '../quantity/decimal.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { parsePeriod, titleOf } from '../time/period.ts'
import type { ReadChange, ReadFigure } from './reading.ts'

/** A workbook told as text, a row a line with its cells set apart, and the figures its columns name. */
export type TableReading = { readonly text: string; readonly figures: readonly ReadFigure[] }

export type TableSheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }

/** Between two cells of a line. */
export const cellMark = ' | '

type Column = 'measure' | 'value' | 'unit' | 'scope' | 'period' | 'change' | 'source'

/**
 * What heads a column, without brackets and spaces; 单位 alone is the unit of measure where no 计量单位 stands, and else whose the number is. 责任单位 is
 * neither: it answers for the measure.
 */
const heads: Readonly<Record<Column, readonly string[]>> = {
  measure: ['指标', '指标名称', '项目', '名称', '主要指标', 'measure', 'indicator'],
  value: ['数值', '指标值', '本期值', '期初数', '实绩', '完成数', '数量', '值', 'value'],
  unit: ['计量单位', '数值单位', '单位', 'unit'],
  scope: ['统计范围', '范围', '所属单位', '单位', 'scope', 'organisation'],
  period: ['所属期', '期间', '时期', '时间', 'period'],
  change: ['同比', '同比增长', '增长率', '增幅', 'change'],
  source: ['来源', '数据来源', '出处', 'source'],
}

/**
 * Reads the sheets of a workbook. Below a row that names at least 指标 and 数值, each row with a measure and a number, or
 * a change alone, is a figure; hidden sheets are named and not read.
 */
export const readTable = (sheets: readonly TableSheet[], hidden: readonly string[]): TableReading => {
  const lines: string[] = []
  const figures: ReadFigure[] = []
  let at = 0
  const write = (line: string): number => {
    const from = at
    lines.push(line)
    at += [...line].length + 1
    return from
  }
  for (const { name, rows } of sheets) {
    if (sheets.length > 1) write(name)
    let columns: ReadonlyMap<Column, number> | undefined
    for (const row of rows) {
      if (row.every((cell) => cell === '')) continue
      const named = columnsOf(row)
      const cells = row.map((cell) => cell.replaceAll('|', '｜'))
      const line = cells.join(cellMark).replace(/[ |]+$/, '')
      const from = write(line)
      if (named !== undefined) columns = named
      else if (columns !== undefined) figures.push(...figureIn(cells, columns, line, from))
    }
  }
  for (const name of hidden) write(`（隐藏的工作表“${name}”未读。）`)
  return { text: lines.join('\n'), figures }
}

const columnsOf = (row: readonly string[]): ReadonlyMap<Column, number> | undefined => {
  const found = new Map<Column, number>()
  const plain = row.map((cell) => cell.normalize('NFKC').replace(/\(.*?\)|[\s*:]/g, '').toLowerCase())
  for (const column of Object.keys(heads) as Column[]) {
    const at = heads[column].map((head) => plain.indexOf(head)).find((place) => place >= 0)
    if (at !== undefined) found.set(column, at)
  }
  if (found.get('scope') === found.get('unit')) found.delete('scope')
  return found.has('measure') && (found.has('value') || found.has('change')) ? found : undefined
}

const figureIn = (cells: readonly string[], columns: ReadonlyMap<Column, number>, line: string, from: number): readonly ReadFigure[] => {
  const cell = (column: Column): string => cells[columns.get(column) ?? -1] ?? ''
  const subject = cell('measure')
  const { value, unit } = numberIn(cell('value'))
  const change = changeIn(cell('change'))
  if (subject === '' || (value === null && change === null)) return []
  const quoted: Column = value === null ? 'change' : 'value'
  const column = columns.get(quoted) ?? 0
  const before = cells.slice(0, column).map((each) => [...each].length + cellMark.length)
  const offset = from + before.reduce((all, each) => all + each, 0)
  const quote = [...line].slice(offset - from, offset - from + [...cell(quoted)].length).join('')
  return [
    {
      quote, offset, subject, value, unit: unitOf(unit, cell('unit')), qualifier: null, value_high: null, change, share_percent: null, completion_percent: null, completion_base: null,
      period: cell('period') === '' ? null : periodWords(cell('period')), attached: [], row: { source: cell('source'), scope: cell('scope') }, rules: ['table-row'],
    },
  ]
}

/** '1,234.5万元' is 1234.5 万元; anything else than one number and a unit is none. */
const numberIn = (text: string): { readonly value: Decimal | null; readonly unit: string | null } => {
  const found = /^([+-]?[\d,]+(?:\.\d+)?)\s*([^\d\s]*)$/.exec(text.normalize('NFKC').trim())
  const value = parseDecimal((found?.[1] ?? '').replace(/[+,]/g, ''))
  return value === undefined ? { value: null, unit: null } : { value, unit: found?.[2] === '' ? null : (found?.[2] ?? null) }
}

/** A unit beside the number is what a person sees there and goes before the column's; a bare 万 or 亿 scales it. */
const unitOf = (own: string | null, column: string): string | null => {
  if (own === null) return column === '' ? null : column
  return /^[万亿]$/.test(own) && !/^[万亿]/.test(column) ? `${own}${column}` : own
}

/** '8.5', '-3%', '增长8.5%', '下降1.2个百分点'. */
const changeIn = (text: string): ReadChange | null => {
  const found = /^(增长|上升|提高|下降|减少)?([+-]?\d+(?:\.\d+)?)(%|个百分点|百分点)?$/.exec(text.normalize('NFKC').replace(/[\s,]/g, ''))
  const number = parseDecimal((found?.[2] ?? '').replace('+', ''))
  if (found === null || number === undefined || isZero(number)) return null
  const down = isNegative(number) !== /下降|减少/.test(found[1] ?? '')
  const points = found[3]?.endsWith('百分点') === true
  return { direction: down ? 'down' : 'up', percent: points ? null : abs(number), points: points ? abs(number) : null, basis: '同比', qualifier: null }
}

/** A key is told in words; a month written as a day or 2022-06 is that month. */
const periodWords = (text: string): string => {
  const known = parsePeriod(text.toUpperCase()) ?? parsePeriod(/^(\d{4}-\d{2})-01$/.exec(text)?.[1] ?? '')
  return known === undefined ? text : titleOf(known).zh
}
