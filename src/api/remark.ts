import { z } from 'zod'
import { words } from '../core/words.ts'
import { Can, DayText, EntryNumber, Whole, Words } from './parts.ts'
import { route } from './route.ts'

const Text = z.string().trim().min(2).max(2000)
const Written = z.object({ remark: z.number(), journal: z.number() })
const Said = z.object({ entry: z.number(), text: z.string(), by: z.string(), org: z.string(), orgName: Words, day: DayText, recordedAt: z.string() })

/** A remark with its answers. It is at `block` of its section; where that block is gone, at the section, by its quote. */
export const RemarkOut = Said.extend({
  section: z.number(),
  block: z.string(),
  quote: z.string().nullable(),
  state: z.enum(['open', 'answered', 'withdrawn']),
  origin: z.enum(['desk', 'word']),
  /** Who signed it in Word. */
  author: z.string().nullable(),
  answers: z.array(Said),
  can: Can,
})
export type RemarkOut = z.infer<typeof RemarkOut>

/** Remarks on a report in the order of its text, withdrawn ones left out, a page of them; `marks` count them all by their blocks, in that same order. */
export const listRemarks = route({
  verb: 'remark.list',
  method: 'GET',
  title: words('批注', 'Remarks'),
  input: z.object({ report: EntryNumber, state: z.enum(['open', 'all']).optional(), offset: Whole.default(0), limit: Whole.max(200).default(50) }),
  output: z.object({ remarks: z.array(RemarkOut), total: z.number(), marks: z.array(z.object({ block: z.string(), count: z.number(), open: z.number() })), can: Can }),
})

export const createRemark = route({ verb: 'remark.create', method: 'POST', title: words('批注', 'Remark'), input: z.object({ section: EntryNumber, block: z.string().min(1).max(40), quote: z.string().trim().min(1).max(500).optional(), text: Text }), output: Written })

/** Answers a remark in its thread; it no longer waits. */
export const answerRemark = route({ verb: 'remark.answer', method: 'POST', title: words('答复批注', 'Answer a remark'), input: z.object({ remark: EntryNumber, text: Text }), output: Written })

export const withdrawRemark = route({ verb: 'remark.withdraw', method: 'POST', title: words('撤回批注', 'Take a remark back'), input: z.object({ remark: EntryNumber }), output: Written })
