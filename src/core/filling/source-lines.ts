import { reportedStatuses } from '../ledger/system.ts'
import { period as periodOf, titleOf } from '../time/period.ts'
import type { Show } from './binding.ts'
import type { FilledCell, Missing } from './fill-cells.ts'
import type { FilledList } from './fill-list.ts'

/** A cell or a block of cells of the form, as it stood before rows were put in; columns from 0. */
export type FormPlace = { readonly sheet: string; readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }

/** What stands in a line of the sheet of sources. */
export type SourceText = string | FormPlace

/** How what fills a form is called. */
export type SourceWords = {
  readonly period: string
  readonly placeOf: (cell: FilledCell) => FormPlace
  readonly shown: (cell: FilledCell) => string
  readonly orgName: (code: string) => string
  readonly methodOf: (measure: string) => string
  readonly ledgerTitle: (key: string) => string
  readonly filterOf: (list: FilledList) => string
}

export const sourceHeads = ['单元格', '表中项目', '填写内容', '来源', '单位', '期间', '内容', '行数', '状态', '口径'] as const

/** Where every cell of a filled form comes from, a line each; what stayed blank is named with why. */
export const sourceLines = (cells: readonly FilledCell[], lists: readonly FilledList[], about: SourceWords): readonly (readonly SourceText[])[] => [...cells.map((cell) => cellLine(cell, about)), ...lists.map((list) => listLine(list, about))]

const cellLine = (cell: FilledCell, about: SourceWords): readonly SourceText[] => {
  const { from, missing, by } = cell
  const head = [about.placeOf(cell), cell.heads, about.shown(cell)] as const
  if (from === null) return [...head, missing !== null ? missingTexts[missing] : by === 'typed' ? '手工填写' : '填报信息']
  return [...head, `指标：${from.title}`, about.orgName(from.org), titleOf(periodOf(from.period)).zh, showTexts[from.show], String(from.rows), missing === null ? statusText(from.status) : missingTexts[missing], about.methodOf(from.measure)]
}

const listLine = (filled: FilledList, about: SourceWords): readonly SourceText[] => {
  const { list, rows, missing, masked, more, partial } = filled
  const columns = list.columns.map(({ column }) => column)
  const [first, last] = [Math.min(...columns), Math.max(...columns)]
  const place: FormPlace = { sheet: list.sheet, row: list.from, column: first, rows: Math.max(1, rows.length === 0 ? list.to - list.from + 1 : rows.length), columns: last - first + 1 }
  if (missing !== null || list.ledger === null) return [place, list.heads, '', missing === 'closed' ? '未填：无权查看该台账' : missingTexts['no-source']]
  const notes = [...(masked.length > 0 ? [`未填（个人信息，无权查看）：${masked.join('、')}`] : []), ...(partial ? ['只含填表人有权查看的条目'] : []), ...(more > 0 ? [`另有 ${more} 条未填入`] : [])]
  return [place, list.heads, `${rows.length} 行`, `台账：${about.ledgerTitle(list.ledger)}`, '', list.inPeriod ? about.period : '全部', '', String(rows.length), notes.join('；'), about.filterOf(filled)]
}

const showTexts: Readonly<Record<Show, string>> = { value: '数值', change: '同比', target: '年度目标', completion: '完成年度目标' }

const missingTexts: Readonly<Record<Missing, string>> = { 'no-source': '未填：没有来源', 'no-value': '未填：账上没有这一期的数', 'unit-unfit': '未填：单位不能换算', 'unknown-measure': '未填：指标已不存在' }

const statusText = (status: string | null): string => reportedStatuses.find(({ key }) => key === status)?.title.zh ?? ''
