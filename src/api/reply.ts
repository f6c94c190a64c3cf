import { z } from 'zod'
import { words } from '../core/words.ts'
import { Can, DayText, EntryNumber, Words } from './parts.ts'
import { route } from './route.ts'

/** What the last report promised for the period of a report, and where it is answered. */

export const PromiseOut = z.object({
  key: z.string(),
  quote: z.string(),
  deadline: DayText.nullable(),
  orgName: Words.nullable(),
  /** The entry of the commitment, where the town keeps it as one. */
  commitment: z.number().nullable(),
  /** `at` is the index of the block that answers, null where it no longer stands. */
  reply: z.object({ entry: z.number(), version: z.number(), at: z.number().nullable() }).nullable(),
})
export type PromiseOut = z.infer<typeof PromiseOut>

export const listReplies = route({
  verb: 'reply.list',
  method: 'GET',
  title: words('上期安排', 'Promises of the last plan'),
  input: z.object({ report: EntryNumber }),
  output: z.object({ previous: z.object({ title: z.string(), period: z.string() }).nullable(), promises: z.array(PromiseOut), can: Can }),
})
export type RepliesOut = z.infer<typeof listReplies.output>

const Written = z.object({ reply: z.number(), journal: z.number() })

/** Says that a block of the report answers a promise; another block may be named instead. */
export const createReply = route({ verb: 'reply.create', method: 'POST', title: words('回应承诺', 'Answer a promise'), input: z.object({ report: EntryNumber, promise: z.string().regex(/^[ct][0-9a-f]{1,16}(-\d{1,4})?$/), block: z.string().min(1).max(40) }), output: Written })

export const voidReply = route({ verb: 'reply.void', method: 'POST', title: words('撤销回应', 'Take an answer back'), input: z.object({ reply: EntryNumber, saw: EntryNumber }), output: Written })
