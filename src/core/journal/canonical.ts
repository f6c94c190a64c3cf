/**
 * The one text of a value: keys sorted by code unit, no spaces. Of an entry empty fields are left out; of a
 * declaration they are kept, because a filter may ask for an empty field. What is hashed is this text, and
 * the journal keeps it as it was hashed.
 */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

export const canonical = (value: Json, nulls: 'left-out' | 'kept' = 'left-out'): string => {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each, nulls)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const record = value as { readonly [key: string]: Json | undefined }
  const keys = Object.keys(record).sort()
  let text = '{'
  for (const key of keys) {
    const part = record[key]
    if (part === undefined || (part === null && nulls === 'left-out')) continue
    text += `${text.length > 1 ? ',' : ''}${JSON.stringify(key)}:${canonical(part, nulls)}`
  }
  return `${text}}`
}
