import { z } from 'zod'
import { Words } from '../core/words.ts'

/** Query text and shapes that several nouns share. */
export const patterns = { day: /^\d{4}-\d{2}-\d{2}$/, asOf: /^(#\d{1,15}|\d{4}-\d{2}-\d{2})$/, month: /^\d{4}-\d{2}$/ } as const
export const DayText = z.string().regex(patterns.day)
export const MonthText = z.string().regex(patterns.month)
/** A journal number (`#123`), or a day in the town's zone, inclusive. */
export const AsOf = z.string().regex(patterns.asOf)
export const PeriodText = z.string().min(4).max(20)
export const Whole = z.coerce.number().int().min(0)
export const EntryNumber = z.coerce.number().int().positive()
/** A file's bytes in base64; how large a file may be is told of its bytes by whoever reads it. */
export const FileContent = z.string().min(1).max(40_000_000)
export const Reason = z.string().trim().min(2).max(2000)

/** Where a figure is asked for: everything but the period has a default. */
export const scope = {
  period: PeriodText,
  org: z.string().max(32).optional(),
  asOf: AsOf.optional(),
  cutoff: DayText.optional(),
}

export const OrgRef = z.object({ code: z.string(), zh: z.string(), en: z.string(), kind: z.string(), parent: z.string().nullable() })
export const PersonRef = z.object({ id: z.number(), name: z.string() })

/** Which verbs the caller may use on the object it travels with. */
export const Can = z.record(z.string(), z.boolean())

export { Words }
