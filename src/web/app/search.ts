/**
 * The state of lists and panels lives in the address as plain text. Unknown keys are dropped and empty values
 * left out, so that two addresses of one state are equal.
 */
export type Search = Readonly<Record<string, string | undefined>>

export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))

export const searchText = (search: Record<string, unknown>): string => {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) if (value !== undefined && value !== null && value !== '') query.set(key, String(value))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** Takes the named texts out of an address. */
export const pick =
  <K extends string>(...keys: readonly K[]) =>
  (search: Record<string, unknown>): { readonly [P in K]?: string } =>
    Object.fromEntries(keys.flatMap((key) => (search[key] === undefined || search[key] === '' ? [] : [[key, String(search[key])]]))) as { readonly [P in K]?: string }
