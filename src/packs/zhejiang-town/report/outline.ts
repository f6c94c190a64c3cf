import type { ReportOutline } from '../../../core/report/document.ts'

/** The half-year report of the town, in our own words; every number in it is a figure. */
export const outline: ReportOutline = { title: '{period}工作回顾及下半年工作计划', blocks: [] }
