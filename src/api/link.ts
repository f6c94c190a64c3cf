import { z } from 'zod'
import { words } from '../core/words.ts'
import { FieldsOut } from './entry.ts'
import { MonthText, Words } from './parts.ts'
import { route } from './route.ts'

const Key = z.string().max(48)

/** Entries of a register found by what was typed into a field: by number, code, name, or the first letters of the name's syllables; at most twenty. */
export const findLinked = route({
  verb: 'link.find',
  method: 'GET',
  title: words('查找关联条目', 'Find an entry to link'),
  /** The ledger that is filled in, and its field that finds. */
  input: z.object({ ledger: Key, field: Key, q: z.string().max(100) }),
  output: z.object({
    register: z.object({ key: z.string(), title: Words }),
    found: z.array(z.object({ entry: z.number(), title: z.string(), facts: z.array(z.object({ title: Words, text: Words })), fill: FieldsOut })),
    more: z.boolean(),
  }),
})
export type FoundEntry = z.infer<typeof findLinked.output>['found'][number]

/** How many cells of forms nobody had to type, by month; a plain total of the town. */
export const readSaved = route({
  verb: 'link.saved',
  method: 'GET',
  title: words('免填单元格', 'Cells saved'),
  input: z.object({}),
  output: z.object({ total: z.number(), months: z.array(z.object({ month: MonthText, cells: z.number() })) }),
})
