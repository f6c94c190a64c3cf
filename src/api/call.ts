import { z } from 'zod'
import { words } from '../core/words.ts'
import { AnswerRef } from './answer.ts'
import { Can, DayText, EntryNumber, Words } from './parts.ts'
import { route } from './route.ts'

/** One part of a call: what one office is asked for one section. */
export const PartIn = z.object({ section: EntryNumber, org: z.string().min(1).max(32), budget: z.number().int().min(1).max(100_000).optional(), measures: z.array(z.string().max(64)).max(200) })
export type PartIn = z.input<typeof PartIn>

/** What a report itself suggests asking, for the town office to change before it is sent. */
export const draftCall = route({
  verb: 'call.draft',
  method: 'GET',
  title: words('拟征集', 'Draft a call'),
  input: z.object({ report: EntryNumber }),
  output: z.object({
    report: z.number(),
    title: z.string(),
    periodTitle: Words,
    sections: z.array(z.object({ entry: z.number(), title: z.string() })),
    /** Offices that have someone to write and someone else to confirm. */
    orgs: z.array(z.object({ code: z.string(), name: Words })),
    measures: z.array(z.object({ key: z.string(), title: Words, owner: z.string() })),
    parts: z.array(z.object({ section: z.number(), org: z.string(), budget: z.number().nullable(), measures: z.array(z.string()) })),
  }),
})
export type CallDraftOut = z.infer<typeof draftCall.output>

export const createCall = route({
  verb: 'call.create',
  method: 'POST',
  title: words('发出征集', 'Send a call'),
  input: z.object({ report: EntryNumber, title: z.string().trim().min(2).max(120), due: DayText, note: z.string().trim().max(2000).optional(), parts: z.array(PartIn).min(1).max(200) }),
  output: z.object({ call: z.number(), answers: z.number(), journal: z.number() }),
})

const CallRef = z.object({
  entry: z.number(),
  version: z.number(),
  report: z.number(),
  reportTitle: z.string(),
  period: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  day: DayText,
  due: DayText,
  state: z.enum(['open', 'closed']),
  /** How many parts the reader may see, and how many of them are owed, late, and accepted. */
  parts: z.number(),
  owed: z.number(),
  late: z.number(),
  accepted: z.number(),
  can: Can,
})

/** Calls the reader may see, and the reports one may be sent for. */
export const listCalls = route({
  verb: 'call.list',
  method: 'GET',
  title: words('征集', 'Calls'),
  input: z.object({ report: EntryNumber.optional() }),
  output: z.object({ calls: z.array(CallRef), reports: z.array(z.object({ entry: z.number(), title: z.string() })), can: Can }),
})
export type CallListed = z.infer<typeof listCalls.output>['calls'][number]

/** One figure told differently: by whom, as what, and why. A value is printed in the unit of its measure, exact; null where the book has none. */
export const DifferenceOut = z.object({
  measure: z.string(),
  title: Words,
  owner: Words,
  book: Words.nullable(),
  sides: z.array(z.object({ answer: z.number(), orgName: Words, writer: z.string().nullable(), asBook: z.boolean(), value: Words.nullable(), reason: z.string().nullable() })),
})
export type DifferenceOut = z.infer<typeof DifferenceOut>

/** The board of a call: a row for each part, and the figures that are told differently. */
export const readCall = route({
  verb: 'call.read',
  method: 'GET',
  title: words('征集进度', 'Progress of a call'),
  input: z.object({ call: EntryNumber }),
  output: CallRef.extend({ answers: z.array(AnswerRef), differences: z.array(DifferenceOut) }),
})
export type CallOut = z.infer<typeof readCall.output>

/** Ends the asking: what was confirmed may still be accepted, the rest stays as it is. */
export const closeCall = route({ verb: 'call.close', method: 'POST', title: words('结束征集', 'Close a call'), input: z.object({ call: EntryNumber, saw: EntryNumber }), output: z.object({ call: z.number(), journal: z.number() }) })
