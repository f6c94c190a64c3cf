import { z } from 'zod'
import { LedgerKey } from '../ledger/field.ts'
import { Scale, UnitKey } from '../quantity/unit.ts'

/** What an office is asked for beside its text: measures by key. */
export const Asked = z.object({ measures: z.array(LedgerKey).max(200).readonly() }).readonly()
export type Asked = z.infer<typeof Asked>

/**
 * What an office tells of one measure: that the book is right, or another value in the unit it has it in, and why. It never enters the
 * book from here: a reported value has its own form, and a counted one moves with its rows.
 */
export const ToldValue = z.discriminatedUnion('as', [
  z.object({ as: z.literal('book'), measure: LedgerKey }).readonly(),
  z.object({ as: z.literal('other'), measure: LedgerKey, value: z.string().regex(/^-?\d{1,20}(?:\.\d{1,12})?$/), scale: Scale, unit: UnitKey, reason: z.string().trim().min(2).max(500) }).readonly(),
])
export type ToldValue = z.infer<typeof ToldValue>
export type OtherValue = Extract<ToldValue, { as: 'other' }>

export const ToldValues = z.object({ values: z.array(ToldValue).max(200).readonly() }).readonly()
export type ToldValues = z.infer<typeof ToldValues>
