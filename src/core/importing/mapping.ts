import { z } from 'zod'

/** A value every row has in a field the sheet has no column for, as it was written. */
export const FixedValue = z.object({ field: z.string(), text: z.string() }).readonly()
export type FixedValue = z.infer<typeof FixedValue>

/** How the columns of a sheet were taken for fields: kept with the import, and used again where a later sheet has the same heads. */
export const Mapping = z
  .object({
    sheet: z.string(),
    /** The last row of the head; 0 of a sheet without one. */
    headerTo: z.number().int().min(0),
    columns: z.array(z.object({ at: z.number().int().min(0), title: z.string(), unit: z.string().nullable(), field: z.string().nullable() }).readonly()).readonly(),
    /** The fields by which a row is known again; null where every row is new. */
    key: z.array(z.string()).readonly().nullable(),
    fixed: z.array(FixedValue).readonly().optional(),
  })
  .readonly()
export type Mapping = z.infer<typeof Mapping>

/** Reads a mapping back from the text it was kept as; undefined where it is none. */
export const readMapping = (text: string): Mapping | undefined => {
  try {
    return Mapping.safeParse(JSON.parse(text)).data
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined
    throw problem
  }
}
