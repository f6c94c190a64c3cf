import { z } from 'zod'
import { words } from '../core/words.ts'
import { FigureOut, TraceRow } from './figure.ts'
import { scope, Words } from './parts.ts'
import { route } from './route.ts'

/** One figure that moved much, and what moved it. Amounts are in the figure's unit. */
export const MoveOut = z.object({
  figure: FigureOut,
  /** Whether it moved the better way; null where neither way is. */
  verdict: z.enum(['better', 'worse']).nullable(),
  orgs: z.array(z.object({ org: Words, now: z.string(), before: z.string() })),
  /** The largest entries behind the figure when it rose, behind last year's when it fell; only those the reader may see. */
  rows: z.array(TraceRow),
  rowsOf: z.string(),
  withheldRows: z.number(),
})
export type MoveOut = z.infer<typeof MoveOut>

/** One page for a leader: headline figures, the largest moves among the report's figures, and why. */
export const briefReport = route({
  verb: 'report.brief',
  method: 'GET',
  title: words('一页摘要', 'One-page summary'),
  input: z.object({ period: scope.period }),
  output: z.object({ title: z.string(), period: z.string(), periodTitle: Words, asOf: z.number(), headline: z.array(FigureOut), moves: z.array(MoveOut), leastRows: z.number() }),
})
export type BriefOut = z.infer<typeof briefReport.output>
