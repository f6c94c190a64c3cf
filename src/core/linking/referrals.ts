import type { Ledger } from '../ledger/ledger.ts'

/** A field of some ledger whose values name entries of a register. */
export type Referral = { readonly ledger: Ledger; readonly field: string }

/** Everything that may point to entries of a ledger, fields that are no longer asked for among them: their rows say so still. */
export const referralsTo = (ledgers: Iterable<Ledger>, register: string): readonly Referral[] =>
  [...ledgers].flatMap((ledger) => ledger.fields.flatMap((field) => (field.kind === 'reference' && field.ledger === register ? [{ ledger, field: field.key }] : [])))
