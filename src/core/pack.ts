import type { Org } from './access/org-tree.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Measure } from './measure/measure.ts'
import type { ReportOutline } from './report/document.ts'
import type { WindowKind } from './time/period.ts'
import type { Words } from './words.ts'

/**
 * All that makes one kind of town, as data: its offices and villages, its ledgers and measures, the windows
 * its distinct counts are kept for, and the outline of its report.
 */
export type Pack = {
  readonly key: string
  /** Whole number, raised with every change of a declaration. */
  readonly version: number
  readonly title: Words
  readonly about: Words
  readonly orgs: readonly Org[]
  /** Code of the office that keeps the town's order and writes its report. */
  readonly townOffice: string
  /** The model town's places in the words of the pack: its city and county, and spots of its own that mean nothing elsewhere. */
  readonly places: { readonly city: Words; readonly county: Words; readonly spots: readonly Words[] }
  readonly ledgers: readonly Ledger[]
  /** In an order fit for declaring: a formula follows its operands. */
  readonly measures: readonly Measure[]
  readonly windows: readonly WindowKind[]
  readonly report: ReportOutline
}

/** One line of work of a pack: the ledgers it keeps and the measures it answers for. */
export type PackLine = { readonly ledgers: readonly Ledger[]; readonly measures: readonly Measure[] }
