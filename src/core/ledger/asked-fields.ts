import type { Field } from './field.ts'
import type { Ledger } from './ledger.ts'

/** The fields a person fills in: not what a verb of its own writes, not what is retired, and no document. */
export const askedFields = (ledger: Pick<Ledger, 'fields'>): readonly Field[] => ledger.fields.filter((field) => field.kind !== 'document' && field.fixed !== true && field.retired !== true)
