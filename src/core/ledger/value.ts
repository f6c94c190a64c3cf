/**
 * What a field holds. Decimals, days, choices, org codes and entry numbers are text; a flag is a
 * boolean; an empty field is null. So every value survives JSON, the database driver and a hash unchanged.
 */
export type Value = string | boolean | null

/** Field key to value; a key that is absent is empty. */
export type Fields = Readonly<Record<string, Value>>

export const valueOf = (fields: Fields, key: string): Value => fields[key] ?? null
