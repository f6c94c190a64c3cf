import type { Words } from '../words.ts'

/** The rules a text is held against, each in a file of its name. */
export type CheckRule =
  | 'part-above-whole' | 'parts-and-whole' | 'growth-base' | 'growth-between-parts' | 'share' | 'completion' | 'half-way' | 'short-of-target' | 'two-values' | 'announced-count'
  | 'estimate-unlabelled' | 'estimate-old' | 'direction-sign' | 'false-precision' | 'lists-differ' | 'stage-backward' | 'deadline-passed' | 'known-bound' | 'book'

export type Severity = 'error' | 'warning' | 'note'

/** Something a text says that does not hold, at its place; or, among what was confirmed, something reckoned that does. */
export type CheckFinding = {
  readonly rule: CheckRule
  /** `error`: cannot be so; `warning`: hardly; `note`: worth a look. */
  readonly severity: Severity
  readonly quote: string
  /** In code points. */
  readonly offset: number
  readonly message: Words
  /** The reckoning in figures, where there is one: 7.1 ÷ 14.7 = 48.30%. */
  readonly arithmetic: string | null
}

export type Checked = { readonly findings: readonly CheckFinding[]; readonly confirmed: readonly CheckFinding[] }
