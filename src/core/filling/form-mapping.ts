import { z } from 'zod'
import type { FormMapping as Mapping } from './binding.ts'
import { mostBlanks } from './find-blanks.ts'

export const Binding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figure'), measure: z.string().min(1).max(64), org: z.string().max(32).nullable(), span: z.enum(['same', 'previous', 'to-date', 'year']), yearsBack: z.number().int().min(0).max(10), show: z.enum(['value', 'change', 'target', 'completion']) }),
  z.object({ kind: z.literal('fact'), fact: z.enum(['town', 'office', 'person', 'day', 'period', 'year']) }),
  z.object({ kind: z.literal('text'), text: z.string().max(400) }),
  z.object({ kind: z.literal('none') }),
])

const place = { sheet: z.string().max(64), heads: z.string().max(2000) }
const unit = z.string().max(20).nullable()

export const ListSource = z.discriminatedUnion('kind', [z.object({ kind: z.literal('field'), field: z.string().max(64) }), z.object({ kind: z.literal('number') }), z.object({ kind: z.literal('none') })])

const BoundList = z.object({
  ...place,
  from: z.number().int().min(1),
  to: z.number().int().min(1),
  ledger: z.string().max(64).nullable(),
  where: z.string().max(1000),
  sort: z.string().max(60),
  desc: z.boolean(),
  inPeriod: z.boolean(),
  columns: z.array(z.object({ column: z.number().int().min(0), heads: z.string().max(2000), unit, source: ListSource })).max(200),
})

/** How a form is filled, as it is kept and as it is sent. */
export const FormMapping: z.ZodType<Mapping> = z.object({
  cells: z.array(z.object({ ...place, cell: z.string().regex(/^[A-Z]{1,3}\d{1,7}$/), unit, binding: Binding })).max(mostBlanks),
  lists: z.array(BoundList).max(50),
})
