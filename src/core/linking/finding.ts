import type { LedgerRights } from '../access/ledger-rights.ts'
import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import type { Fields, Value } from '../ledger/value.ts'
import { filledFrom } from './fill-source.ts'
import { firstText, namingFields } from './naming-fields.ts'

/** Most entries that are offered for what was typed. */
export const mostFound = 20

/** The fields entries are found by: what they are called by, and their codes. Who sees one masked does not find by it: the answer would give it away. */
export const findingFields = (register: Ledger, rights: Pick<LedgerRights, 'searchesPersonal'>): readonly string[] => {
  const codes = register.fields.filter((field) => field.kind === 'text' && field.format !== undefined).map((field) => field.key)
  return [...new Set([...namingFields(register), ...codes])].filter((key) => {
    const field = findField(register, key)
    return field !== undefined && field.retired !== true && (field.personal === undefined || (field.personal === 'restricted' && rights.searchesPersonal))
  })
}

/**
 * What choosing an entry fills (BOOK §6: copied on the day, and ordinary values of the row from then on). What the person sees masked is left out: in
 * a row of her own she would read it. A text that finds entries takes what they are called by, unless it says another attribute.
 */
export const fillValues = (ledger: Pick<Ledger, 'fields'>, by: Field, register: Ledger, entry: Fields, plain: boolean): Fields => {
  const sees = (key: string): boolean => findField(register, key)?.personal === undefined || (plain && findField(register, key)?.personal === 'restricted')
  const own = by.finds === undefined || filledFrom(ledger, by.key).some(({ field }) => field.key === by.key) ? undefined : firstText(register)
  const pairs = [...(own === undefined ? [] : [{ field: by, attribute: own }]), ...filledFrom(ledger, by.key)]
  return Object.fromEntries(pairs.flatMap(({ field, attribute }): readonly (readonly [string, Value])[] => {
    const value = entry[attribute] ?? null
    return value === null || !sees(attribute) ? [] : [[field.key, value]]
  }))
}
