import { z } from 'zod'
import { words } from '../core/words.ts'
import { Can, EntryNumber, Reason, Whole, Words } from './parts.ts'
import { route } from './route.ts'

const Batch = z.string().min(1).max(200)

/** Why an entry of a batch stays as it is; `by` and `at` say who changed it since. */
const Staying = z.object({ entry: EntryNumber, ledger: z.string(), ledgerTitle: Words, code: z.string(), message: Words, by: z.string().nullable(), at: z.string().nullable() })

/** How many entries stay for one reason. */
const Reasons = z.array(z.object({ code: z.string(), message: Words, count: z.number() }))

/**
 * What undoing a batch would do, a part of its entries at a time: `next` is the `after` of the part that follows, null at the end.
 * `seen` is the journal number it was told at, for the undoing. The entries that stay are listed up to a number; `reasons` counts all.
 */
export const readBatch = route({
  verb: 'batch.read',
  method: 'GET',
  title: words('批次', 'Batch'),
  input: z.object({ batch: Batch, after: Whole.default(0) }),
  output: z.object({
    batch: z.string(),
    rows: z.number(),
    by: z.string(),
    recordedAt: z.string(),
    reason: z.string().nullable(),
    ledgers: z.array(z.object({ ledger: z.string(), title: Words })),
    seen: z.number(),
    part: z.object({ entries: z.number(), void: z.number(), restore: z.number(), nothing: z.number(), stay: z.number(), reasons: Reasons, staying: z.array(Staying) }),
    next: z.number().nullable(),
    can: Can,
  }),
})
export type ReadBatch = z.infer<typeof readBatch.output>

/** Undoes what may be undone of one part of a batch and says what stays; all parts go under one new batch, which can be undone like any other. */
export const undoBatch = route({
  verb: 'batch.undo',
  method: 'POST',
  title: words('撤销批次', 'Undo a batch'),
  input: z.object({ batch: Batch, seen: EntryNumber, after: Whole.default(0), reason: Reason }),
  output: z.object({ batch: z.string(), undone: z.number(), stay: z.number(), reasons: Reasons, staying: z.array(Staying), next: z.number().nullable() }),
})
