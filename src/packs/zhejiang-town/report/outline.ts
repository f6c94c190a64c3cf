import type { ReportOutline } from '../../../core/report/document.ts'
import { economy, overall } from './economy.ts'
import { environment } from './environment.ts'
import { government } from './government.ts'
import { order } from './order.ts'
import { people } from './people.ts'
import { plan } from './plan.ts'
import { heading } from './write.ts'

/** The half-year report of the town, in our own words; every number in it is a figure. */
export const outline: ReportOutline = {
  title: '{period}工作回顾及下半年工作安排',
  blocks: [heading(1, '一、{period}工作回顾'), ...overall, ...economy, ...environment, ...people, ...order, ...government, ...plan],
}
