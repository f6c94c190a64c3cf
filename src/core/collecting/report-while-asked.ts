import type { ReportState } from '../report/state.ts'

/**
 * Where a call moves its report (HANDBOOK App. C, COLLECT → DRAFT). A report is made as a draft; the first call begins its collecting, which keeps it
 * from being frozen. A later call leaves it where it is: drafting has begun from what was collected, and a step back is the office's own word, with a reason.
 * Undefined where the state stays.
 */
export const stateOnCall = (state: ReportState, earlierCalls: number): ReportState | undefined => (state === 'draft' && earlierCalls === 0 ? 'collect' : undefined)

/** Where closing a call moves its report: with none open any more, collecting is over and drafting is next. */
export const stateOnClose = (state: ReportState, stillOpen: number): ReportState | undefined => (state === 'collect' && stillOpen === 0 ? 'draft' : undefined)
