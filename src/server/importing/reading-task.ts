import type { Mapping } from '../../core/importing/mapping.ts'
import type { Asked, Outline } from '../../core/importing/outline.ts'
import type { Known } from '../../core/importing/read-cell.ts'
import type { ReadRow } from '../../core/importing/read-rows.ts'
import type { Field } from '../../core/ledger/field.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import type { Sheet } from './counted-sheets.ts'

/** What the reading thread is given; `part` rows are handed over at a time. */
export type ReadingTask = { readonly path: string; readonly fields: readonly Field[]; readonly keys: readonly (readonly string[])[]; readonly asked: Asked; readonly remembered: Mapping | undefined; readonly known: Known; readonly part: number }

/** What it tells, in this order: how it reads, the rows part by part, and the end with the rows of all sheets; or why it cannot. */
export type WorkerMessage =
  | { readonly kind: 'outline'; readonly sheets: readonly Sheet[]; readonly outline: Outline }
  | { readonly kind: 'rows'; readonly rows: readonly ReadRow[] }
  | { readonly kind: 'end'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly sheets: readonly Sheet[] }
