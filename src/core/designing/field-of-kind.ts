import type { Choice, Field } from '../ledger/field.ts'
import type { UnitKey } from '../quantity/unit.ts'

/** Kinds that can be chosen on screen; a reference and a document are declared, not designed. */
export const designKinds = ['text', 'note', 'integer', 'decimal', 'day', 'period', 'choice', 'flag', 'org', 'sealed', 'file'] as const satisfies readonly Field['kind'][]
export type DesignKind = (typeof designKinds)[number]

/** The same field as another kind: what only the former kind has is left behind; a number takes the unit its column names. */
export const fieldOfKind = ({ key, title, required, personal, synonyms, unit, decimals, min, max, choices }: Field, kind: DesignKind, values: readonly Choice[] = [], named?: UnitKey): Field => {
  const number = kind === 'integer' || kind === 'decimal'
  const level = kind === 'sealed' ? 'sealed' : personal === 'sealed' ? undefined : personal
  return {
    key, title, kind,
    ...(required === true && { required }),
    ...(synonyms !== undefined && { synonyms }),
    ...(level !== undefined && { personal: level }),
    ...(number && { ...((unit ?? named) !== undefined && { unit: unit ?? named }), ...(min !== undefined && { min }), ...(max !== undefined && { max }) }),
    ...(kind === 'decimal' && { decimals: decimals ?? 2 }),
    ...(kind === 'choice' && { choices: choices ?? values }),
  }
}
