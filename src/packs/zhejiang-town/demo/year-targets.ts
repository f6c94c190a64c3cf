/** A target of the year 2023 for the demonstration, in the unit the measure is shown in. */
export type YearTarget = { readonly measure: string; readonly value: string; readonly source: string }

/** A place the demonstration invents, so that the column is not empty. */
export type DemoPlace = { readonly measure: string; readonly place: string; readonly among: string }

const plan = '2023年下半年工作计划'
const invented = '演示目标'

/** What the published plan prints for the whole year, and round values of the demonstration beside it, named as such. */
export const yearTargets: readonly YearTarget[] = [
  { measure: 'fai-h1', value: '14.7', source: plan },
  { measure: 'gdp-h1', value: '68', source: invented },
  { measure: 'industrial-output-h1', value: '94', source: invented },
  { measure: 'export-h1', value: '29', source: invented },
  { measure: 'fai-manufacturing-h1', value: '6', source: invented },
  { measure: 'fiscal-revenue-h1', value: '5', source: invented },
  { measure: 'general-budget-revenue-h1', value: '3', source: invented },
  { measure: 'agri-output-h1', value: '3.6', source: invented },
  { measure: 'pigs-slaughtered', value: '4', source: invented },
  { measure: 'low-eff-land-revived', value: '500', source: invented },
  { measure: 'sanluanwu-rectified', value: '200', source: invented },
  { measure: 'sanwu-boats', value: '10', source: invented },
]

export const demoPlaces: readonly DemoPlace[] = [
  { measure: 'gdp-h1', place: '7', among: '18' },
  { measure: 'industrial-output-h1', place: '9', among: '18' },
  { measure: 'fai-h1', place: '3', among: '18' },
]
