import { z } from 'zod'
import { purposeKeys } from '../core/access/purpose.ts'
import { readVerbs } from '../core/access/read-row.ts'
import { words } from '../core/words.ts'
import { RowOut } from './entry.ts'
import { Can, EntryNumber, Reason, Whole, Words } from './parts.ts'
import { route } from './route.ts'

/** For what personal data is asked: one of the purposes, and in her own words. */
const purpose = { purpose: z.enum(purposeKeys), note: z.string().trim().min(4).max(200) }

/** One field of one entry, in full, for a short while; the read stands in the chain before the value is told. */
export const revealField = route({
  verb: 'entry.reveal',
  method: 'POST',
  title: words('查看一项个人信息', 'Show one personal field'),
  input: z.object({ ledger: z.string().max(48), entry: EntryNumber, field: z.string().max(48), ...purpose }),
  output: z.object({ value: z.string(), seconds: z.number(), number: z.number() }),
})

/** Rows whose sealed field has exactly this value; the value itself is neither kept nor sent in an address. */
export const findSealed = route({
  verb: 'entry.find',
  method: 'POST',
  title: words('按加密项查找', 'Find by a sealed field'),
  input: z.object({ ledger: z.string().max(48), field: z.string().max(48), value: z.string().trim().min(4).max(200), ...purpose }),
  output: z.object({ rows: z.array(RowOut), number: z.number() }),
})

/** Told before a list with personal fields is printed: the number its watermark carries; null where there is nothing personal on it. */
export const printList = route({
  verb: 'entry.print',
  method: 'POST',
  title: words('打印列表', 'Print a list'),
  input: z.object({ ledger: z.string().max(48), rows: Whole.max(1_000_000) }),
  output: z.object({ number: z.number().nullable() }),
})

export const ReadOut = z.object({
  number: z.number(),
  recordedAt: z.string(),
  by: z.string(),
  mine: z.boolean(),
  verb: z.enum(readVerbs),
  ledger: z.string(),
  ledgerTitle: Words,
  entry: z.number().nullable(),
  fields: z.array(Words),
  rows: z.number().nullable(),
  purpose: Words.nullable(),
  note: z.string(),
})
export type ReadOut = z.infer<typeof ReadOut>

/** Reads of personal data, newest first: an auditor sees all, the keeper of a ledger those of it, everyone her own. */
export const listReads = route({
  verb: 'read.list',
  method: 'GET',
  title: words('个人信息查阅记录', 'Reads of personal data'),
  input: z.object({ ledger: z.string().max(48).optional(), entry: EntryNumber.optional(), before: EntryNumber.optional() }),
  output: z.object({ reads: z.array(ReadOut), more: z.boolean(), all: z.boolean() }),
})

export const ErasureOut = z.object({
  entry: z.number(),
  version: z.number(),
  ledger: z.string(),
  ledgerTitle: Words,
  target: z.number(),
  field: Words,
  reason: z.string(),
  proposer: z.string(),
  state: z.enum(['proposed', 'approved', 'refused']),
  decider: z.string().nullable(),
  day: z.string(),
  can: Can,
})
export type ErasureOut = z.infer<typeof ErasureOut>

export const listErasures = route({ verb: 'erasure.list', method: 'GET', title: words('依法删除', 'Erasures'), input: z.object({}), output: z.object({ erasures: z.array(ErasureOut) }) })
export const proposeErasure = route({ verb: 'erasure.propose', method: 'POST', title: words('申请依法删除', 'Ask for an erasure'), input: z.object({ ledger: z.string().max(48), entry: EntryNumber, field: z.string().max(48), reason: Reason }), output: z.object({ id: z.number(), journal: z.number() }) })
export const approveErasure = route({ verb: 'erasure.approve', method: 'POST', title: words('同意依法删除', 'Confirm an erasure'), input: z.object({ entry: EntryNumber, saw: EntryNumber }), output: z.object({ id: z.number(), journal: z.number() }) })
export const refuseErasure = route({ verb: 'erasure.refuse', method: 'POST', title: words('退回删除申请', 'Return an erasure'), input: z.object({ entry: EntryNumber, saw: EntryNumber, reason: Reason }), output: z.object({ id: z.number(), journal: z.number() }) })
