import { z } from 'zod'
import type { Figure } from '../measure/figure.ts'

/**
 * A figure as a sealed edition pins it: what it said, by which version of its measure, and the hash of the
 * set of rows behind it at the sealed journal number.
 */
export const Pin = z
  .object({
    measure: z.string(),
    version: z.number(),
    value: z.string().nullable(),
    exact: z.string().nullable(),
    unit: z.string(),
    text: z.string(),
    change: z.string().nullable(),
    status: z.string().nullable(),
    source: z.enum(['computed', 'formula', 'reported', 'stated']),
    rows: z.number(),
    rowSet: z.string(),
  })
  .readonly()
export type Pin = z.infer<typeof Pin>

/** All an edition pins, and where in the book: the scope and the journal number it was read at. */
export const Pins = z.object({ period: z.string(), org: z.string(), cutoff: z.string(), asOf: z.number(), figures: z.array(Pin).readonly() }).readonly()
export type Pins = z.infer<typeof Pins>

export const pinOf = (figure: Figure, change: string | null, rowSet: string): Pin => ({
  measure: figure.measure,
  version: figure.version,
  value: figure.value,
  exact: figure.exact,
  unit: figure.unit,
  text: figure.text,
  change,
  status: figure.status,
  source: figure.source,
  rows: figure.rows,
  rowSet,
})

/** Whether a figure has moved since it was pinned, in its value, its change or its standing. */
export const moved = (pin: Pin, figure: Figure | undefined, change: string | null): boolean =>
  figure === undefined || pin.exact !== figure.exact || pin.change !== change || pin.status !== figure.status
