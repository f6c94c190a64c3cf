import { z } from 'zod'
import { supervisionSources } from '../core/report/supervision.ts'
import { words } from '../core/words.ts'
import { DayText, EntryNumber } from './parts.ts'
import { route } from './route.ts'

/** Raises a supervision item, from an instruction or otherwise, and gives it to an office with its day; numbered in the year's one series. What follows are steps of its matter. */
export const createSupervision = route({
  verb: 'supervision.create',
  method: 'POST',
  title: words('立项督办', 'Raise a supervision item'),
  input: z.object({
    source: z.enum(supervisionSources).default('instruction'),
    /** Needed where the source is an instruction. */
    instruction: EntryNumber.optional(),
    org: z.string().min(1).max(32),
    due: DayText,
    content: z.string().trim().min(2).max(1000),
  }),
  output: z.object({ ledger: z.string(), entry: z.number(), journal: z.number(), number: z.string() }),
})
