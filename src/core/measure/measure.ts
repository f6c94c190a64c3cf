import { z } from 'zod'
import { Predicate } from '../access/predicate.ts'
import { FieldKey, LedgerKey } from '../ledger/field.ts'
import { Display } from '../quantity/unit.ts'
import { Words } from '../words.ts'

/** One operand of a formula: a measure taken so many times, at the cutoff or at the end of the year before. */
export const Term = z
  .object({
    measure: LedgerKey,
    /** Plain decimal, usually 1 or -1. */
    times: z.string().default('1'),
    at: z.enum(['cutoff', 'year-start']).default('cutoff'),
  })
  .readonly()
export type Term = z.infer<typeof Term>

const over = { ledger: LedgerKey, where: Predicate.optional() }

/**
 * How a measure counts (BOOK §6). The first five post: each change of an entry adds to balances. A formula
 * is a linear sum of measures over another, times a constant, so its value can always be shared out over
 * the rows behind it.
 */
export const Definition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), ...over }),
  z.object({ kind: z.literal('sum'), ...over, field: FieldKey }),
  z.object({ kind: z.literal('distinct'), ...over, fields: z.array(FieldKey).min(1).readonly() }),
  z.object({ kind: z.literal('stock'), ...over, field: FieldKey.optional() }),
  /** Belongs to the month of `found`; seen by a cutoff from the day of `event` on. */
  z.object({ kind: z.literal('cohort'), ...over, found: FieldKey, event: FieldKey.optional(), field: FieldKey.optional() }),
  z.object({ kind: z.literal('reported'), basis: z.enum(['month', 'quarter', 'year-to-date', 'point']) }),
  z.object({
    kind: z.literal('formula'),
    numerator: z.array(Term).min(1).readonly(),
    denominator: z.array(Term).min(1).readonly().optional(),
    times: z.string().default('1'),
  }),
])
export type Definition = z.infer<typeof Definition>
export type Posting = Exclude<Definition, { kind: 'formula' }>

/** A declared way to count: the entry of the town's indicator dictionary (HANDBOOK §3.3 指标字典). */
export const Measure = z
  .object({
    key: LedgerKey,
    title: Words,
    /** What is counted and what is not (口径). */
    about: Words,
    line: z.string().min(1),
    /** Code of the office that answers for it. */
    owner: z.string().min(1),
    display: Display,
    definition: Definition,
    /** How a change against last year is told. */
    change: z.enum(['percent', 'points', 'none']).default('percent'),
    /** Which way is better; neither for plain counts. */
    better: z.enum(['up', 'down']).optional(),
    /** The measure this one is a part of (其中). */
    partOf: LedgerKey.optional(),
    /** A working part of other measures, left out of catalogues. */
    part: z.boolean().optional(),
  })
  .readonly()
export type Measure = z.infer<typeof Measure>

/** Ledger a measure posts from; undefined for a formula. */
export const ledgerOf = (definition: Definition): string | undefined => {
  switch (definition.kind) {
    case 'formula':
      return undefined
    case 'reported':
      return 'reported'
    default:
      return definition.ledger
  }
}

/** Measures a formula is made of, itself excluded. */
export const operandsOf = (definition: Definition): readonly string[] =>
  definition.kind === 'formula' ? [...definition.numerator, ...(definition.denominator ?? [])].map((term) => term.measure) : []
