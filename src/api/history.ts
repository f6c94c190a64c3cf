import { z } from 'zod'
import { Block } from '../core/report/document.ts'
import { words } from '../core/words.ts'
import { BlockChangeOut } from './block-change.ts'
import { EntryNumber } from './parts.ts'
import { StateText } from './report.ts'
import { route } from './route.ts'

/** A moment of a report's making: from its first journal row to `number`, its last, after which the report stood as it can be compared. */
export const MomentOut = z.object({
  number: z.number(),
  first: z.number(),
  steps: z.number(),
  verb: z.string(),
  by: z.string(),
  approvedBy: z.string().nullable(),
  recordedAt: z.string(),
  reason: z.string().nullable(),
  /** The state it left the report in, where it moved it. */
  state: StateText.nullable(),
  sections: z.array(z.object({ entry: z.number(), title: z.string() })),
  /** A version by name: a beginning, a move, a freeze, an edition. */
  named: z.boolean(),
})
export type MomentOut = z.infer<typeof MomentOut>

/** How a report came to be what it is, newest first; `before` goes on from `next`. */
export const reportHistory = route({
  verb: 'report.history',
  method: 'GET',
  title: words('报告历史', 'History of a report'),
  input: z.object({ report: EntryNumber, before: EntryNumber.optional() }),
  output: z.object({ title: z.string(), period: z.string(), moments: z.array(MomentOut), next: z.number().nullable() }),
})

/** The marked differences between a report as two journal numbers left it; the later one is now unless said. */
export const compareReport = route({
  verb: 'report.compare',
  method: 'GET',
  title: words('比较版本', 'Compare versions'),
  input: z.object({ report: EntryNumber, from: EntryNumber, to: EntryNumber.optional() }),
  output: z.object({
    title: z.object({ was: z.string(), now: z.string() }),
    from: z.number(),
    to: z.number(),
    counts: z.object({ added: z.number(), removed: z.number(), changed: z.number(), moved: z.number() }),
    /** In the order of the later text; each with the section it stands, or stood, in. */
    changes: z.array(BlockChangeOut.extend({ section: z.number().nullable() })),
    /** Sections whose words the later text has otherwise, or no more, as the earlier had them; one that is gone may be put back behind `after`. */
    sections: z.array(z.object({ entry: z.number(), title: z.string(), org: z.string(), budget: z.number().nullable(), stands: z.boolean(), after: z.number().nullable(), blocks: z.array(Block) })),
  }),
})
export type ComparisonOut = z.infer<typeof compareReport.output>
