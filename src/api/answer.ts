import { z } from 'zod'
import { answerStates } from '../core/collecting/answer-state.ts'
import { putModes } from '../core/collecting/put-in-section.ts'
import { ToldValue } from '../core/collecting/told-value.ts'
import { Block } from '../core/report/document.ts'
import { words } from '../core/words.ts'
import { FigureOut } from './figure.ts'
import { Can, DayText, EntryNumber, Reason, Words } from './parts.ts'
import { ToldOut } from './report.ts'
import { route } from './route.ts'

/** Where an office's answer stands. `length` is what it prints, in characters; `people` are who may write and who may confirm. */
export const AnswerRef = z.object({
  entry: z.number(),
  version: z.number(),
  call: z.number(),
  callTitle: z.string(),
  section: z.number(),
  sectionTitle: z.string(),
  org: z.string(),
  orgName: Words,
  due: DayText,
  state: z.enum(answerStates),
  late: z.boolean(),
  nothing: z.boolean(),
  budget: z.number().nullable(),
  length: z.number(),
  /** Reported values asked for that nobody has entered. */
  missing: z.number(),
  asked: z.number(),
  writer: z.string().nullable(),
  confirmer: z.string().nullable(),
  remark: z.string().nullable(),
  reminders: z.number(),
  reminded: DayText.nullable(),
  people: z.object({ writers: z.array(z.string()), heads: z.array(z.string()) }),
  can: Can,
})
export type AnswerRef = z.infer<typeof AnswerRef>

/** One figure asked for, as the book has it now, and what the office tells of it. `report` is the period the reader may enter its value for, where it is missing and hers to give. */
export const AskedFigure = z.object({ measure: z.string(), title: Words, owner: Words, figure: FigureOut.nullable(), missing: z.boolean(), report: z.string().nullable(), told: ToldValue.nullable() })
export type AskedFigure = z.infer<typeof AskedFigure>

/** An office's own page. `mode` is how it would be put into the section unless the town office says otherwise; there is no `standing` once the section is taken out. */
export const readAnswer = route({
  verb: 'answer.read',
  method: 'GET',
  title: words('供稿', 'Answer'),
  input: z.object({ answer: EntryNumber }),
  output: AnswerRef.extend({
    note: z.string().nullable(),
    report: z.number(),
    reportTitle: z.string(),
    period: z.string(),
    periodTitle: Words,
    callState: z.enum(['open', 'closed']),
    blocks: z.array(Block),
    figures: z.array(AskedFigure),
    told: z.array(ToldOut),
    last: z.object({ title: z.string(), blocks: z.array(Block), told: z.array(ToldOut) }).nullable(),
    standing: z.object({ version: z.number(), blocks: z.array(Block), mode: z.enum(putModes) }).nullable(),
  }),
})
export type AnswerOut = z.infer<typeof readAnswer.output>

const seen = { answer: EntryNumber, saw: EntryNumber }
const Moved = z.object({ answer: z.number(), journal: z.number() })

export const writeAnswer = route({
  verb: 'answer.write',
  method: 'POST',
  title: words('报送供稿', 'Hand in an answer'),
  input: z.object({ ...seen, blocks: z.array(Block).max(500), told: z.array(ToldValue).max(200), nothing: z.boolean() }),
  output: Moved.extend({ length: z.number(), over: z.boolean() }),
})

export const confirmAnswer = route({ verb: 'answer.confirm', method: 'POST', title: words('审核供稿', 'Confirm an answer'), input: z.object(seen), output: Moved })

export const returnAnswer = route({ verb: 'answer.return', method: 'POST', title: words('退回供稿', 'Return an answer'), input: z.object({ ...seen, remark: Reason }), output: Moved })

/** `section` is the version of the section the town office saw. */
export const acceptAnswer = route({ verb: 'answer.accept', method: 'POST', title: words('采用供稿', 'Accept an answer'), input: z.object({ ...seen, section: EntryNumber, mode: z.enum(putModes) }), output: Moved })

/** Reminds the offices of some answers of one call; each at most once a day. */
export const remindAnswers = route({ verb: 'answer.remind', method: 'POST', title: words('催报', 'Remind'), input: z.object({ call: EntryNumber, answers: z.array(EntryNumber).min(1).max(200) }), output: z.object({ reminded: z.number(), journal: z.number() }) })
