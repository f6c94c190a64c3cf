import { z } from 'zod'
import type { Figure } from '../measure/figure.ts'
import type { Told } from './print.ts'

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
    /** What else a sentence told of it: round, of the year's target, of its whole. */
    about: z.string().nullable().optional(),
    completion: z.string().nullable().optional(),
    share: z.string().nullable().optional(),
  })
  .readonly()
export type Pin = z.infer<typeof Pin>

/** All an edition pins, and where in the book: the scope and the journal number it was read at. */
export const Pins = z.object({ period: z.string(), org: z.string(), cutoff: z.string(), asOf: z.number(), figures: z.array(Pin).readonly() }).readonly()
export type Pins = z.infer<typeof Pins>

/** A figure pinned with what its sentence told and the hash of its row set. */
export const pinOf = (figure: Figure, told: Told, rowSet: string): Pin => ({
  measure: figure.measure,
  version: figure.version,
  value: figure.value,
  exact: figure.exact,
  unit: figure.unit,
  text: figure.text,
  change: told.change,
  status: figure.status,
  source: figure.source,
  rows: figure.rows,
  rowSet,
  about: told.about ?? null,
  completion: told.completion ?? null,
  share: told.share ?? null,
})

/** What a sentence tells of a pinned figure. */
export const toldByPin = ({ text, status, change, about, completion, share }: Pin): Told => ({ text, status, change, about: about ?? null, completion: completion ?? null, share: share ?? null })

/** Whether a figure has moved since it was pinned, in its value, its change, its standing, or what it was held against. */
export const moved = (pin: Pin, figure: Figure | undefined, told: Told | undefined): boolean =>
  figure === undefined ||
  told === undefined ||
  pin.exact !== figure.exact ||
  pin.change !== told.change ||
  pin.status !== figure.status ||
  (pin.completion !== undefined && pin.completion !== (told.completion ?? null)) ||
  (pin.share !== undefined && pin.share !== (told.share ?? null))
