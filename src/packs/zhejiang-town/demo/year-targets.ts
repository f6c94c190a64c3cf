import type { Decimal } from '../../../core/quantity/decimal.ts'
import { decimal, divide, floorTo, isZero, plus, round, times } from '../../../core/quantity/decimal.ts'
import { zhejiangTown } from '../pack.ts'
import type { Targets } from './targets.ts'
import { figureId } from './targets.ts'

/** A target of the year 2023 for the demonstration, in the unit the measure is shown in. */
export type YearTarget = { readonly measure: string; readonly value: string; readonly source: string }

/** A place the demonstration invents, so that the column is not empty. */
export type DemoPlace = { readonly measure: string; readonly place: string; readonly among: string }

/** What the published plan prints for the whole year. */
const planned: readonly YearTarget[] = [{ measure: 'fai-h1', value: '14.7', source: '2023年下半年工作计划' }]

/** Invented: how many percent of the year's target are reached by the middle of the year. No number of penalties or complaints is a target. */
const reached: Readonly<Record<string, string>> = {
  'gdp-h1': '48', 'industrial-output-h1': '48', 'export-h1': '48.3', 'fai-manufacturing-h1': '55.3', 'domestic-capital-h1': '51.7',
  'low-eff-land-revived': '55.4', 'sanluanwu-rectified': '51.5', 'ningbo-specialised-new': '57',
  'agri-output-h1': '48.9', 'pigs-slaughtered': '51.8', 'farm-loans': '49.1', 'sanwu-boats': '60',
  'wholesale-sales-h1': '52', 'retail-sales-h1': '50', 'catering-turnover-h1': '51.7',
  'illegal-building-demolished': '62.8', 'collective-income-h1': '49.7', 'mixed-outlets': '64', 'solid-waste-agreements': '72',
  'childcare-places-new': '60', 'low-income-visits': '50.5', 'barrier-free-homes': '64', 'public-rental-new': '55', 'benefit-events': '48',
  'traffic-points-fixed': '86', 'guardrail-length': '62', 'safety-trainees': '61.7',
  'fiscal-revenue-h1': '51', 'general-budget-revenue-h1': '50.7',
}

/** The year's targets beside these values of its first half: what the plan prints, and round values of the demonstration that go with them, named as such. */
export const yearTargetsOf = (targets: Targets): readonly YearTarget[] => [
  ...planned,
  ...zhejiangTown.measures.flatMap(({ key, display }): YearTarget[] => {
    const [share, half] = [reached[key], decimal(targets[figureId(key)]?.value ?? '0')]
    return share === undefined || isZero(half) ? [] : [{ measure: key, value: roundTarget(divide(times(half, decimal('100')), decimal(share), 6), display.decimals), source: '演示目标' }]
  }),
]

/** A value as a plan would set it: two digits that count, in the measure's decimals. */
const roundTarget = (value: Decimal, decimals: number): Decimal => {
  const [whole = ''] = value.split('.')
  if (whole.length < 2) return round(value, Math.min(decimals, whole === '0' ? 2 : 1))
  const step = decimal(`1${'0'.repeat(whole.length - 2)}`)
  return floorTo(plus(value, divide(step, decimal('2'), 1)), step)
}

export const demoPlaces: readonly DemoPlace[] = [
  { measure: 'gdp-h1', place: '7', among: '18' },
  { measure: 'industrial-output-h1', place: '9', among: '18' },
  { measure: 'fai-h1', place: '3', among: '18' },
]
