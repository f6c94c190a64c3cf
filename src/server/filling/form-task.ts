import type { FormSheet } from '../../core/filling/form-sheet.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import type { FormWrites } from '../../formats/xlsx/fill-workbook.ts'

/** What the thread is given: a workbook to be read, or one to be filled. */
export type FormTask = { readonly bytes: Uint8Array; readonly writes?: FormWrites }

/** A workbook that was read; `bytes` are what can be filled, which are others where it was of an older kind. */
export type FormRead = { readonly kind: 'read'; readonly bytes: Uint8Array; readonly sheets: readonly FormSheet[] }

/** A workbook that was filled, and the lines of its sources. */
export type FormFilled = { readonly kind: 'filled'; readonly bytes: Uint8Array; readonly left: readonly number[]; readonly lines: readonly (readonly string[])[] }

export type FormMessage = FormRead | FormFilled | { readonly kind: 'refused'; readonly refusal: Refusal }
