import { period as periodOf, titleOf } from '../core/time/period.ts'
import type { IndicatorContent } from '../core/report/indicator-content.ts'
import type { IndicatorColumn } from '../core/report/indicator-table.ts'
import { indicatorColumns, yearToDate } from '../core/report/indicator-table.ts'
import { isRefusal, refuse } from '../core/refusal/refusal.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import type { FigureQuery } from '../store/figures.ts'
import { findIndicators } from '../store/indicators.ts'
import type { Indicators } from '../store/read-indicators.ts'
import { readIndicators } from '../store/read-indicators.ts'
import type { Ask, Reader } from './endpoint.ts'
import { fieldProblem, readScope } from './read-scope.ts'
import type { ScopeWords } from './read-scope.ts'

type Asked = ScopeWords & { readonly table?: number | undefined; readonly measures?: string | undefined; readonly orgs?: string | undefined; readonly columns?: string | undefined }

/** A table about to be shown or sent. */
export type LoadedIndicator = Indicators & { readonly at: Omit<FigureQuery, 'measures'>; readonly title: string; readonly columns: readonly IndicatorColumn[]; readonly orgs: readonly string[] }

/** Reads the table a call asks for: what it names itself, else what was saved, else the town's own targets. */
export const loadIndicator = async (ask: Ask<Asked>, reader: Reader): Promise<LoadedIndicator | Refusal> => {
  const { input, town, book, today } = ask
  const at = await readScope(input, ask, reader)
  if (isRefusal(at)) return at
  const [saved] = input.table === undefined ? [] : await findIndicators(reader, town.schema, input.table)
  if (input.table !== undefined && saved === undefined) return refuse('not-found', { what: `#${input.table}` })
  const chosen = choose(ask, saved?.content)
  if (isRefusal(chosen)) return chosen
  const indicators = await readIndicators(reader, town.schema, book, at, { ...chosen, today })
  const columns = chosen.columns.length > 0 ? chosen.columns : usualColumns(at.period.key)
  return { ...indicators, at, title: saved?.title ?? usualTitle(at.period.key), columns, orgs: chosen.orgs }
}

/** Refuses names the town does not know, at the field that gives them. */
export const contentProblem = ({ book, today }: Pick<Ask<unknown>, 'book' | 'today'>, { measures, orgs }: Pick<IndicatorContent, 'measures' | 'orgs'>): Refusal | undefined => {
  const measure = measures.find((key) => !book.declared.measures.has(key))
  const org = orgs.find((code) => !book.treeAt(today).orgs.has(code))
  if (measure !== undefined) return fieldProblem('measures', 'not-found', { what: measure })
  return org === undefined ? undefined : fieldProblem('orgs', 'not-org', { value: org })
}

const choose = (ask: Ask<Asked>, saved: IndicatorContent | undefined): IndicatorContent | Refusal => {
  const named = (text: string | undefined): readonly string[] | undefined => (text === undefined ? undefined : [...new Set(text.split(',').map((each) => each.trim()).filter((each) => each !== ''))])
  const measures = named(ask.input.measures) ?? saved?.measures.filter((key) => ask.book.declared.measures.has(key)) ?? []
  const orgs = named(ask.input.orgs) ?? saved?.orgs.filter((code) => ask.book.treeAt(ask.today).orgs.has(code)) ?? []
  const columns = named(ask.input.columns) ?? saved?.columns ?? []
  const unknown = columns.find((column) => !isColumn(column))
  if (unknown !== undefined) return fieldProblem('columns', 'not-choice', { value: unknown })
  if (measures.length > most.measures) return fieldProblem('measures', 'above-maximum', { max: most.measures })
  if (orgs.length > most.orgs) return fieldProblem('orgs', 'above-maximum', { max: most.orgs })
  return contentProblem(ask, { measures, orgs }) ?? { measures, orgs, columns: columns.filter(isColumn) }
}

const most = { measures: 200, orgs: 20 } as const

const isColumn = (text: string): text is IndicatorColumn => (indicatorColumns as readonly string[]).includes(text)

/** The year so far stands beside the period only where the period is a part of it. */
const usualColumns = (key: string): readonly IndicatorColumn[] => {
  const whole = yearToDate(periodOf(key)).key === key
  return indicatorColumns.filter((column) => !whole || (column !== 'toDate' && column !== 'toDateChange'))
}

/** A month's table is the monthly bulletin. */
const usualTitle = (key: string): string => `${titleOf(periodOf(key)).zh}${periodOf(key).kind === 'month' ? '主要指标月报' : '主要指标完成情况表'}`
