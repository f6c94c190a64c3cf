import type { LedgerRights } from '../access/ledger-rights.ts'
import type { Predicate } from '../access/predicate.ts'
import { both, isNothing } from '../access/predicate.ts'
import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import { firstText } from './naming-fields.ts'

/** By what entries look like one. `plain` fields must agree as they stand, `folded` ones without spaces, signs and case; a sealed one by its blind index. */
export type DuplicateRule = { readonly rule: 'code' | 'name' | 'phone'; readonly plain: readonly string[]; readonly folded: readonly string[]; readonly right: Predicate }

/**
 * By what a register's entries may be found to be double, each with the rows that may be compared by it. What is personal is compared only among rows that are the
 * person's to write: that two masked names agree would give them away.
 */
export const duplicateRules = (ledger: Ledger, rights: Pick<LedgerRights, 'read' | 'write'>): readonly DuplicateRule[] => {
  if (ledger.shape !== 'register' || ledger.system === true) return []
  const asked = ledger.fields.filter((field) => field.retired !== true)
  const name = findField(ledger, firstText(ledger) ?? '')
  const code = asked.filter((field) => (field.kind === 'text' || field.kind === 'sealed') && (field.format === 'credit-code' || field.format === 'citizen-number'))
  const phone = asked.filter((field) => field.kind === 'text' && field.format === 'phone')
  const rule = (key: DuplicateRule['rule'], plain: readonly Field[], folded: readonly Field[]): DuplicateRule => ({ rule: key, plain: plain.map((each) => each.key), folded: folded.map((each) => each.key), right: [...plain, ...folded].some((each) => each.personal !== undefined) ? both(rights.read, rights.write) : rights.read })
  const org = findField(ledger, ledger.orgField)
  return [
    ...code.map((field) => (field.kind === 'sealed' ? rule('code', [field], []) : rule('code', [], [field]))),
    ...(name === undefined || org === undefined ? [] : [rule('name', [org], [name])]),
    ...(name === undefined ? [] : phone.map((field) => rule('phone', [], [field, name]))),
  ].filter((each) => !isNothing(each.right))
}
