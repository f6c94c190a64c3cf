import { z } from 'zod'
import { words } from '../core/words.ts'
import { AsOf, EntryNumber, Words } from './parts.ts'
import { route } from './route.ts'

/** One side of a comparison: the entry as the book knew it at a journal number; null numbers where it did not exist yet. */
const Side = z.object({ number: z.number().nullable(), recordedAt: z.string().nullable(), void: z.boolean() })

/** One entry at two moments, side by side. What is masked is masked on both sides, and still told to differ. */
export const compareEntry = route({
  verb: 'entry.compare',
  method: 'GET',
  title: words('条目前后对照', 'An entry at two moments'),
  input: z.object({ ledger: z.string().max(48), entry: EntryNumber, from: AsOf, to: AsOf.optional() }),
  output: z.object({
    before: Side,
    after: Side,
    fields: z.array(z.object({ field: z.string(), title: Words, before: Words.nullable(), after: Words.nullable(), same: z.boolean() })),
    between: z.number(),
  }),
})
