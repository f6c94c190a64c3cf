import type { Span } from '../../../../core/ledger/entry.ts'
import { fromScale } from '../../../../core/quantity/unit.ts'
import type { Decimal } from '../../../../core/quantity/decimal.ts'
import { decimal } from '../../../../core/quantity/decimal.ts'
import { addDays, yearOf, type Day } from '../../../../core/time/day.ts'
import { period, type Period } from '../../../../core/time/period.ts'
import { town } from '../../orgs.ts'
import { zhejiangTown } from '../../pack.ts'
import type { Ground } from '../ground.ts'
import { figureId } from '../targets.ts'

/** A value an office reports, and the day it does so. */
export type ReportedRow = { readonly on: Day; readonly owner: string; readonly period: string; readonly span: Span }

const sources: Readonly<Record<string, readonly [source: string, status: string]>> = {
  'gdp-h1': ['市统计局反馈（示例）', 'feedback'],
  'industrial-output-h1': ['镇统计站联网直报（示例）', 'flash'],
  'export-h1': ['经济发展办公室测算（示例）', 'estimate'],
  'agri-output-h1': ['市统计局反馈（示例）', 'feedback'],
  'above-limit-retail-consumption-h1': ['镇统计站联网直报（示例）', 'flash'],
  'below-limit-retail-yoy': ['市统计局抽样反馈（示例）', 'feedback'],
  'pm25-change': ['市生态环境分局（示例）', 'department'],
  'ozone-change': ['市生态环境分局（示例）', 'department'],
}

/** What offices report, year to date, each on the eighteenth of the month after; the half-year of the targets as aimed at. */
export const reportedRows = (g: Ground): readonly ReportedRow[] => {
  const measures = zhejiangTown.measures.filter((measure) => measure.definition.kind === 'reported')
  const rows: ReportedRow[] = []
  for (let year = yearOf(g.from); year <= yearOf(g.to); year += 1) {
    for (const [key, part] of [[`${year}Q1`, 0.47], [`${year}H1`, 1], [`${year}-01..${year}-09`, 1.53], [`${year}`, 2.12]] as const) {
      const of = period(key)
      const on = addDays(of.to, 18)
      if (of.from < g.from || on > g.to) continue
      for (const measure of measures) rows.push({ on, owner: measure.owner, period: key, span: { from: null, to: null, fields: fieldsOf(g, measure.key, of, part) } })
    }
  }
  return rows
}

const fieldsOf = (g: Ground, key: string, of: Period, part: number): Span['fields'] => {
  const measure = zhejiangTown.measures.find((each) => each.key === key)
  const target = g.targets[figureId(key)]
  const [source = '示例', status = 'final'] = sources[key] ?? []
  const draw = g.random.fork(`reported/${key}/${of.key}`)
  const exact = of.key === '2023H1'
  const settled = yearOf(of.to) < 2023 && status === 'estimate' ? 'final' : status
  const aimed = target?.value ?? null
  const value = aimed === null || measure === undefined ? null : fromScale(decimal(aimed), measure.display.scale)
  const growth = exact ? target?.growth : target?.growth === undefined ? undefined : rounded(Number(target.growth) * draw.between(0.5, 1.05), measure?.display.changeDecimals ?? 1)
  return {
    measure: key, org: town, period: of.key, day: of.to, status: settled, source,
    ...(value === null ? {} : { value: exact ? value : level(Number(value), Number(target?.growth ?? 6), of, part, draw.between(0.97, 1.03)) }),
    ...(growth === undefined ? {} : { growth: decimal(growth) }),
  }
}

/** A plausible level for another period: part of a year's run, and a growth step for each year away from the aim. */
const level = (value: number, growth: number, of: Period, part: number, noise: number): Decimal => {
  const away = 2023 - yearOf(of.to)
  const step = 1 + Math.max(-20, Math.min(60, growth)) / 100
  return decimal(String(Math.round((value * part * noise) / step ** away / 10_000) * 10_000))
}

const rounded = (value: number, decimals: number): string => value.toFixed(decimals)
