import type { SurveyedSheet } from '../../core/designing/propose-draft.ts'
import type { Merge, SheetRow } from '../../core/importing/cell.ts'
import type { Header } from '../../core/importing/find-header.ts'
import type { Known } from '../../core/importing/read-cell.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import type { Sheet } from '../importing/counted-sheets.ts'

/** What the surveying thread is given: the file, and the sheet and head a person chose. */
export type SurveyTask = { readonly path: string; readonly asked: { readonly sheet?: string | undefined; readonly headerTo?: number | undefined }; readonly known: Known }

/** A sheet as it was seen: its first rows, its head where it has one, and every column looked at to the last row. */
export type Survey = {
  readonly sheet: string
  readonly top: readonly SheetRow[]
  readonly merges: readonly Merge[]
  readonly header: Header | undefined
  readonly surveyed: SurveyedSheet | undefined
  /** Columns beyond those that were looked at. */
  readonly more: number
}

/** What the thread tells: how far it is, and what it saw; or why it cannot. */
export type SurveyMessage =
  | { readonly kind: 'rows'; readonly rows: number }
  | { readonly kind: 'seen'; readonly sheets: readonly Sheet[]; readonly survey: Survey }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
