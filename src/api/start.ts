import { z } from 'zod'
import { words } from '../core/words.ts'
import { DayText, scope, Words } from './parts.ts'
import { StateText } from './report.ts'
import { route } from './route.ts'

/** How many of some figures are there, and the first of those that are not. */
const Cover = z.object({ have: z.number(), of: z.number(), missing: z.array(z.object({ measure: z.string(), title: Words })) })

/** The way to a town's first report, each step as the book shows it: nothing here is ticked off by hand. */
export const readStart = route({
  verb: 'start.read',
  method: 'GET',
  title: words('第一份报告', 'The first report'),
  input: z.object({ period: scope.period }),
  output: z.object({
    period: z.string(),
    periodTitle: Words,
    baseTitle: Words,
    sources: z.object({ count: z.number(), figures: z.number(), commitments: z.number(), latest: z.object({ entry: z.number(), title: z.string(), day: DayText }).nullable() }),
    /** Figures told with a change against last year, and for how many of them last year's value is there. */
    opening: Cover,
    /** Ledgers the reader may open. */
    ledgers: z.array(z.object({ key: z.string(), title: Words, ownerName: Words, entries: z.number(), write: z.boolean() })),
    report: z.object({ title: z.string(), state: StateText, sections: z.number() }).nullable(),
    /** Figures of the period that have rows or a stated value behind them. */
    figures: Cover,
  }),
})
export type StartOut = z.infer<typeof readStart.output>
