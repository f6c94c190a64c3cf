import { z } from 'zod'
import { answerStates } from '../core/collecting/answer-state.ts'
import { words } from '../core/words.ts'
import { CorrectionOut } from './close.ts'
import { DayText, Words } from './parts.ts'
import { route } from './route.ts'

/** An office's answer to a call, in brief; `remark` where it was sent back. */
export const AnswerWaiting = z.object({ entry: z.number(), call: z.number(), callTitle: z.string(), sectionTitle: z.string(), orgName: Words, due: DayText, late: z.boolean(), state: z.enum(answerStates), remark: z.string().nullable(), reminders: z.number() })
export type AnswerWaiting = z.infer<typeof AnswerWaiting>

/** Answers that wait for the reader: to write, to confirm, to accept; and those the town office still waits for. */
export const TodayAnswers = z.object({ write: z.array(AnswerWaiting), confirm: z.array(AnswerWaiting), accept: z.array(AnswerWaiting), owed: z.array(AnswerWaiting) })
export type TodayAnswers = z.infer<typeof TodayAnswers>

/** What waits for the person who asks, and where the book stands. */
export const readToday = route({
  verb: 'today.read',
  method: 'GET',
  title: words('今日', 'Today'),
  input: z.object({}),
  output: z.object({
    today: DayText,
    head: z.object({ number: z.number(), hash: z.string(), recordedAt: z.string() }),
    /** Corrections another person waits for the reader to confirm. */
    waiting: z.array(CorrectionOut),
    /** The reader's own proposals still open. */
    mine: z.array(CorrectionOut),
    /** Reported measures of the reader's office without a value for the current period. */
    missing: z.array(z.object({ measure: z.string(), title: Words, period: z.string() })),
    answers: TodayAnswers,
    /** Editions whose figures have moved since they were sealed. */
    /** Thaws that wait for the reader's decision. */
    thaws: z.array(z.object({ title: z.string(), period: z.string(), asker: z.string(), reason: z.string().nullable() })),
    /** Remarks that wait for an answer in the sections of the reader's office. */
    remarks: z.array(z.object({ entry: z.number(), period: z.string(), by: z.string(), quote: z.string().nullable(), text: z.string(), recordedAt: z.string() })),
    /** Reports with proposed wording the reader may decide on. */
    proposals: z.array(z.object({ report: z.number(), title: z.string(), period: z.string(), count: z.number() })),
    restated: z.array(z.object({ edition: z.number(), number: z.number(), title: z.string(), figures: z.number() })),
  }),
})

export const verifyBook = route({
  verb: 'book.verify',
  method: 'GET',
  title: words('核账', 'Verify the book'),
  input: z.object({}),
  output: z.object({ ok: z.boolean(), journal: z.object({ rows: z.number(), head: z.string() }), figures: z.number(), differences: z.array(z.object({ kind: z.string(), where: z.string(), expected: z.string(), found: z.string() })) }),
})
