import { z } from 'zod'
import { words } from '../core/words.ts'
import { FieldsIn } from './entry.ts'
import { Can, DayText, EntryNumber, MonthText, Reason, Words } from './parts.ts'
import { route } from './route.ts'

export const listCloses = route({
  verb: 'close.list',
  method: 'GET',
  title: words('结账', 'Closed months'),
  input: z.object({}),
  output: z.object({ closes: z.array(z.object({ entry: z.number(), ledger: z.string(), ledgerTitle: Words, month: z.string(), by: z.string(), recordedAt: z.string() })), can: Can }),
})

export const createClose = route({
  verb: 'close.create',
  method: 'POST',
  title: words('结账', 'Close a month'),
  input: z.object({ ledger: z.string(), month: MonthText }),
  output: z.object({ id: z.number(), journal: z.number() }),
})

/** A figure before and after; after is null where people are counted once and the count must be made anew. */
export const MovedFigureOut = z.object({ measure: z.string(), title: Words, period: z.string(), before: z.string(), after: z.string().nullable() })

/** What a month of a ledger holds, and everything that stands in the way of closing it; nothing does where `problems` is empty. */
export const previewClose = route({
  verb: 'close.preview',
  method: 'GET',
  title: words('结账前查看', 'A month before it is closed'),
  input: z.object({ ledger: z.string(), month: MonthText }),
  output: z.object({
    entries: z.number(),
    voided: z.number(),
    late: z.number(),
    sums: z.array(z.object({ field: z.string(), title: Words, sum: z.string(), unit: z.string().nullable() })),
    figures: z.array(z.object({ measure: z.string(), title: Words, text: z.string() })),
    corrections: z.array(z.lazy(() => CorrectionOut)),
    problems: z.array(Words),
    closed: z.boolean(),
    can: Can,
  }),
})

/** A correction that needs a second person: proposed by one, confirmed or returned by another. */
export const CorrectionOut = z.object({
  entry: z.number(),
  version: z.number(),
  ledger: z.string(),
  ledgerTitle: Words,
  target: z.number(),
  act: z.enum(['correct', 'void', 'change', 'end']),
  changed: z.array(z.object({ field: z.string(), title: Words, before: Words.nullable(), after: Words.nullable() })),
  reason: z.string(),
  proposer: z.string(),
  state: z.enum(['proposed', 'approved', 'refused']),
  decider: z.string().nullable(),
  day: DayText,
  can: Can,
})
export type CorrectionOut = z.infer<typeof CorrectionOut>

export const listCorrections = route({ verb: 'correction.list', method: 'GET', title: words('更正', 'Corrections'), input: z.object({ state: z.enum(['proposed', 'approved', 'refused']).optional() }), output: z.object({ corrections: z.array(CorrectionOut) }) })

/** The figures of the whole town that a proposed correction would move. */
export const correctionEffect = route({ verb: 'correction.effect', method: 'GET', title: words('更正的影响', 'What a correction would move'), input: z.object({ entry: EntryNumber }), output: z.object({ figures: z.array(MovedFigureOut) }) })

export const proposeCorrection = route({
  verb: 'correction.propose',
  method: 'POST',
  title: words('提出更正', 'Propose a correction'),
  input: z.object({ ledger: z.string(), entry: EntryNumber, saw: EntryNumber, act: z.enum(['correct', 'void']), set: FieldsIn.optional(), reason: Reason }),
  output: z.object({ id: z.number(), journal: z.number() }),
})

export const approveCorrection = route({ verb: 'correction.approve', method: 'POST', title: words('同意更正', 'Confirm a correction'), input: z.object({ entry: EntryNumber, saw: EntryNumber }), output: z.object({ id: z.number(), journal: z.number() }) })
export const refuseCorrection = route({ verb: 'correction.refuse', method: 'POST', title: words('退回更正', 'Return a correction'), input: z.object({ entry: EntryNumber, saw: EntryNumber, reason: Reason }), output: z.object({ id: z.number(), journal: z.number() }) })
