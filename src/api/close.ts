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

export const proposeCorrection = route({
  verb: 'correction.propose',
  method: 'POST',
  title: words('提出更正', 'Propose a correction'),
  input: z.object({ ledger: z.string(), entry: EntryNumber, saw: EntryNumber, act: z.enum(['correct', 'void']), set: FieldsIn.optional(), reason: Reason }),
  output: z.object({ id: z.number(), journal: z.number() }),
})

export const approveCorrection = route({ verb: 'correction.approve', method: 'POST', title: words('同意更正', 'Confirm a correction'), input: z.object({ entry: EntryNumber, saw: EntryNumber }), output: z.object({ id: z.number(), journal: z.number() }) })
export const refuseCorrection = route({ verb: 'correction.refuse', method: 'POST', title: words('退回更正', 'Return a correction'), input: z.object({ entry: EntryNumber, saw: EntryNumber, reason: Reason }), output: z.object({ id: z.number(), journal: z.number() }) })
