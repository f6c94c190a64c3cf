/** How the columns of a sheet were taken for fields: kept with the import, and used again where a later sheet has the same heads. */
export type Mapping = {
  readonly sheet: string
  /** The last row of the head. */
  readonly headerTo: number
  readonly columns: readonly { readonly at: number; readonly title: string; readonly unit: string | null; readonly field: string | null }[]
  /** The fields by which a row is known again; null where every row is new. */
  readonly key: readonly string[] | null
}

/** Reads a mapping back from the text it was kept as; undefined where it is none. */
export const readMapping = (text: string): Mapping | undefined => {
  try {
    const value = JSON.parse(text) as Mapping
    return Array.isArray(value.columns) && typeof value.headerTo === 'number' ? value : undefined
  } catch {
    return undefined
  }
}
