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
  /** Why it is told: a change on last year; behind its target of the year, in percent and percentage points; or new, as there was nothing a year before. */
  why: z.discriminatedUnion('kind', [z.object({ kind: z.literal('change') }), z.object({ kind: z.literal('behind'), target: z.string(), completion: z.string(), time: z.string(), gap: z.string() }), z.object({ kind: z.literal('new') })]),
  orgs: z.array(z.object({ org: Words, now: z.string(), before: z.string() })),
  /** The largest entries behind the figure, or behind last year's where it is told because it fell; only those the reader may see. */
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
