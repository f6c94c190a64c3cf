import { changePhrase } from '../quantity/comparison.ts'
import type { Change } from '../quantity/comparison.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { Lang, Words } from '../words.ts'
import { words } from '../words.ts'
import type { IndicatorColumn, IndicatorRow, Mark, Standing } from './indicator-table.ts'

/** A cell of a printed table: words, or a number with the decimals it is shown with and words before it. */
export type PrintedCell = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'number'; readonly value: Decimal; readonly decimals: number; readonly mark?: string }

/** A table as it goes to paper, Word or Excel: a title, what it covers, heads, rows, notes, and who answers for it. */
export type PrintedTable = {
  readonly title: string
  readonly covers: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly PrintedCell[])[]
  readonly notes: readonly string[]
  readonly signature: string
}

/** What stands where a number is not known. */
export const unknown = '—'

export const columnTitles: Readonly<Record<IndicatorColumn, Words>> = {
  target: words('全年目标', 'Target of the year'),
  value: words('本期', 'This period'),
  change: words('同比', 'On last year'),
  toDate: words('年初累计', 'Year to date'),
  toDateChange: words('累计同比', 'Year to date on last year'),
  completion: words('完成率（%）', 'Completion (%)'),
  place: words('位次', 'Place'),
  time: words('时间进度（%）', 'Time passed (%)'),
  pace: words('进度比较', 'Against time'),
}

export const markWords: Readonly<Record<Mark, Words>> = { estimate: words('预计', 'estimate'), stated: words('期初', 'stated') }

export const standingWords: Readonly<Record<Standing, Words>> = {
  ahead: words('快于时间', 'ahead'),
  even: words('与时间同步', 'on time'),
  behind: words('慢于时间', 'behind'),
  met: words('已达目标', 'met'),
  unmet: words('未达目标', 'not met'),
}

/** The pace in words: '快于时间3.2个百分点', 'behind by 1.5 points'. */
export const paceText = ({ pace, standing }: Pick<IndicatorRow, 'pace' | 'standing'>, lang: Lang): string => {
  if (standing === null) return unknown
  const said = standingWords[standing][lang]
  if (pace === null || standing === 'even') return said
  const points = pace.replace('-', '')
  return lang === 'zh' ? `${said}${points}个百分点` : `${said} by ${points} points`
}

/** A change as a column tells it, short: '6.6%', '-18.18%', '1.2个百分点'. */
export const changeText = (change: Change | null, lang: Lang): string => {
  if (change === null) return unknown
  if (change.kind === 'none') return changePhrase(change, lang)
  const sign = change.direction === 'down' ? '-' : ''
  return change.kind === 'percent' ? `${sign}${change.percent}%` : lang === 'zh' ? `${sign}${change.points}个百分点` : `${sign}${change.points} points`
}

/** How an indicator table is laid out for print, with the orgs beside the whole; `unitOf` tells the unit of a measure. */
export type Layout = {
  readonly title: string
  readonly covers: string
  readonly columns: readonly IndicatorColumn[]
  readonly orgs: readonly { readonly code: string; readonly name: Words }[]
  readonly unitOf: (measure: string) => string
  readonly maker: string
  readonly day: string
  readonly lang: Lang
}

/** The table on paper. Numbers stay numbers, so that Excel can go on counting with them. */
export const printTable = (rows: readonly IndicatorRow[], { title, covers, columns, orgs, unitOf, maker, day, lang }: Layout): PrintedTable => {
  const shareTitle = words('占比（%）', 'share (%)')
  return {
    title,
    covers,
    heads: [
      ...[words('序号', 'No.'), words('指标', 'Measure'), words('计量单位', 'Unit')].map((head) => head[lang]),
      ...columns.map((column) => columnTitles[column][lang]),
      ...orgs.flatMap(({ name }) => [name[lang], `${name[lang]}${lang === 'zh' ? '' : ' '}${shareTitle[lang]}`]),
    ],
    rows: rows.map((row, at) => [
      number(String(at + 1) as Decimal),
      plain(row.title[lang]),
      plain(unitOf(row.measure)),
      ...columns.map((column) => cellOf(row, column, lang)),
      ...row.parts.flatMap((part) => [number(part.value), number(part.share, 1)]),
    ]),
    notes: notesOf(rows, lang),
    signature: signatureLine(maker, day, lang),
  }
}

/** 制表人, 审核人 and 日期 in one line; the checker signs by hand. */
export const signatureLine = (maker: string, day: string, lang: Lang): string => (lang === 'zh' ? `制表人：${maker}　　　　审核人：　　　　　　　　日期：${day}` : `Made by: ${maker}        Checked by:                Date: ${day}`)

const plain = (text: string): PrintedCell => ({ kind: 'text', text })

const number = (value: Decimal | null, decimals = decimalsOf(value), mark?: Mark | null, lang: Lang = 'zh'): PrintedCell =>
  value === null ? plain(unknown) : { kind: 'number', value, decimals, ...(mark == null ? {} : { mark: markWords[mark][lang] }) }

const decimalsOf = (value: Decimal | null): number => (value?.split('.')[1] ?? '').length

const cellOf = (row: IndicatorRow, column: IndicatorColumn, lang: Lang): PrintedCell => {
  switch (column) {
    case 'target':
      return number(row.target)
    case 'value':
      return number(row.value, undefined, row.mark, lang)
    case 'toDate':
      return number(row.toDate, undefined, row.toDateMark, lang)
    case 'change':
      return plain(changeText(row.change, lang))
    case 'toDateChange':
      return plain(changeText(row.toDateChange, lang))
    case 'completion':
      return number(row.completion, 1)
    case 'time':
      return number(row.time, 1)
    case 'place':
      return plain(row.place === null ? unknown : `${row.place.place}/${row.place.among}`)
    case 'pace':
      return plain(paceText(row, lang))
    default:
      return column satisfies never
  }
}

const notesOf = (rows: readonly IndicatorRow[], lang: Lang): readonly string[] => {
  const marks = new Set(rows.flatMap((row) => [row.mark, row.toDateMark]))
  return [
    ...(marks.has('estimate') ? [words('标“预计”的为预计数。', 'Values marked "estimate" are estimates.')] : []),
    ...(marks.has('stated') ? [words('标“期初”的为附来源的期初数。', 'Values marked "stated" are opening numbers with a source.')] : []),
  ].map((note) => note[lang])
}
