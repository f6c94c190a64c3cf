/**
 * What reading a text yields, in the shape others rely on: numbers are decimal texts, offsets count code points, and the text from an offset is the
 * quote to the letter.
 */
export type Reading = {
  readonly figures: readonly ReadFigure[]
  readonly commitments: readonly ReadCommitment[]
  /** Clauses of a plan that name nothing one can point at: directions (方向), without proof. */
  readonly directions: readonly { readonly quote: string; readonly offset: number }[]
}

export type Qualifier = 'over' | 'about' | 'at_least' | 'at_most' | 'range'

export type ReadChange = { readonly direction: 'up' | 'down'; readonly percent: string | null; readonly points: string | null; readonly basis: string | null; readonly qualifier: Qualifier | null }

export type ReadAttached = { readonly role: 'change' | 'share' | 'completion' | 'completion_base'; readonly quote: string; readonly offset: number }

/** A number the text states about the place, with what the text says of it. */
export type ReadFigure = {
  readonly quote: string
  readonly offset: number
  readonly subject: string
  /** As written; 万 and 亿 stay in the unit. Null where only a change or a completion is told. */
  readonly value: string | null
  readonly unit: string | null
  readonly qualifier: Qualifier | null
  readonly value_high: string | null
  readonly change: ReadChange | null
  readonly share_percent: string | null
  readonly completion_percent: string | null
  readonly completion_base: { readonly value: string; readonly unit: string } | null
  readonly period: string | null
  readonly attached: readonly ReadAttached[]
  /** What a row of a workbook says beside its number, as written: where the number is from, and whose it is. Absent in running text. */
  readonly row?: { readonly source: string; readonly scope: string }
  /** The rules that made it, in order. */
  readonly rules: readonly string[]
}

export type ReadTarget = { readonly value: string; readonly unit: string; readonly qualifier: Qualifier | null }

export type ReadMilestone = { readonly text: string; readonly deadline_text: string | null; readonly deadline: string | null }

/** A promise of a plan: what is to be done, how much, by when. */
export type ReadCommitment = {
  readonly quote: string
  readonly offset: number
  /** Its verb, as written. */
  readonly action: string
  readonly target: ReadTarget | null
  readonly deadline_text: string | null
  /** ISO day. */
  readonly deadline: string | null
  readonly modality: 'plain' | 'strive' | 'ensure'
  readonly milestones: readonly ReadMilestone[]
  readonly rules: readonly string[]
}
