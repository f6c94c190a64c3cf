import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'

/** From where a field is filled: the field that finds the entry, the register it is of, and which of its fields. */
export type FillSource = { readonly by: string; readonly ledger: string; readonly attribute: string }

/** The register whose entries a field finds: a reference those of its ledger, a text those of the one it names. */
export const foundIn = (field: Field): string | undefined => (field.kind === 'reference' ? field.ledger : field.finds)

/** From where a field is filled; undefined where it is not, or no longer asked for. */
export const sourceOf = (ledger: Pick<Ledger, 'fields'>, field: Field): FillSource | undefined => {
  const [by = '', attribute = ''] = field.filledBy?.split('.') ?? []
  const finder = by === '' || field.retired === true ? undefined : findField(ledger, by)
  const register = finder === undefined ? undefined : foundIn(finder)
  return register === undefined ? undefined : { by, ledger: register, attribute }
}

/** The fields a finding field fills, each with the attribute it takes. What it finds by fills itself where it says so. */
export const filledFrom = (ledger: Pick<Ledger, 'fields'>, by: string): readonly { readonly field: Field; readonly attribute: string }[] =>
  ledger.fields.flatMap((field) => {
    const source = sourceOf(ledger, field)
    return source?.by === by ? [{ field, attribute: source.attribute }] : []
  })

/** Whether what one field holds may stand in another as it is. */
export const fits = (from: Pick<Field, 'kind' | 'unit' | 'choices' | 'ledger'>, to: Pick<Field, 'kind' | 'unit' | 'choices' | 'ledger'>): boolean => {
  if (isText(to)) return isText(from)
  if (to.kind !== from.kind) return to.kind === 'decimal' && from.kind === 'integer' && to.unit === from.unit
  if (to.kind === 'reference') return to.ledger === from.ledger
  return to.unit === from.unit && (from.choices ?? []).every(({ key }) => to.choices?.some((choice) => choice.key === key) === true)
}

const isText = ({ kind }: Pick<Field, 'kind'>): boolean => kind === 'text' || kind === 'note'
