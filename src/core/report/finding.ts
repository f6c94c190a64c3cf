import type { Words } from '../words.ts'

/** Something a report says that the book does not bear out, at its place. */
export type Finding = {
  readonly rule: 'unbound' | 'missing' | 'unlabelled-estimate' | 'growth-word' | 'part-above-whole' | 'two-values' | 'bound-word' | 'superlative' | 'stale' | 'base-restated' | 'carried'
  readonly severity: 'error' | 'warning' | 'note'
  /** Index of the block it stands in. */
  readonly block: number
  readonly quote: string
  readonly message: Words
  /** The reckoning in figures, where there is one. */
  readonly arithmetic: string | null
}
