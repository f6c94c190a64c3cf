import type { FieldProblem } from '../refusal/refusal.ts'
import type { Entry } from './entry.ts'
import { lastSpan } from './entry.ts'
import type { Ledger } from './ledger.ts'
import type { RawFields } from './read-fields.ts'

/** Entry numbers given in reference fields, with the ledger each points to. */
export const referencesIn = (ledger: Ledger, raw: RawFields): readonly { readonly field: string; readonly ledger: string; readonly entry: number }[] =>
  ledger.fields.flatMap((field) => {
    const text = String(raw[field.key] ?? '').trim()
    return field.kind === 'reference' && field.ledger !== undefined && /^[1-9][0-9]{0,14}$/.test(text) ? [{ field: field.key, ledger: field.ledger, entry: Number(text) }] : []
  })

/**
 * Copies the named attributes of the entries a row points to into the row (BOOK §6, carried attributes), so
 * that measures never join. `find` answers an entry the writer may point to. A reference to nothing, and a
 * carried attribute typed by hand against the reference, are problems at their fields.
 */
export const carryFields = (ledger: Ledger, raw: RawFields, find: (ledger: string, entry: number) => Entry | undefined): { readonly raw: RawFields; readonly problems: readonly FieldProblem[] } => {
  const carried: Record<string, RawFields[string]> = { ...raw }
  const problems: FieldProblem[] = []
  for (const reference of referencesIn(ledger, raw)) {
    const target = find(reference.ledger, reference.entry)
    if (target === undefined || target.void) {
      problems.push({ field: reference.field, code: 'not-found', details: { what: `#${reference.entry}` } })
      continue
    }
    const { fields } = lastSpan(target)
    for (const carry of ledger.fields.find((field) => field.key === reference.field)?.carries ?? []) {
      const value = fields[carry.from] ?? null
      const typed = raw[carry.to]
      if (typed !== undefined && typed !== null && typed !== '' && String(typed) !== String(value)) problems.push({ field: carry.to, code: 'field-fixed', details: {} })
      else carried[carry.to] = value
    }
  }
  return { raw: carried, problems }
}
