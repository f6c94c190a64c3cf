import type { Predicate } from '../access/predicate.ts'
import { both, everything, fieldsOf } from '../access/predicate.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import type { Definition } from './measure.ts'

/** Columns of a matter that a merged one still has, or has for another reason than its own end. */
const standing: readonly string[] = ['state', 'settled', 'on_time']

/**
 * The rows a measure counts: those its condition names. Of matters, a measure that looks at where they stand leaves out those merged into another, which
 * are settled with that other and not by themselves (decision 0013); one whose condition speaks of merging itself is taken at its word.
 */
export const countedOf = (definition: Definition, ledger: Ledger): Predicate => {
  if (definition.kind === 'formula' || definition.kind === 'reported') return everything
  const where = definition.where ?? everything
  const asked = fieldsOf(where)
  if (ledger.procedure === undefined || asked.includes('merged') || findField(ledger, 'merged') === undefined) return where
  const days = definition.kind === 'cohort' ? [definition.found, definition.event] : []
  return [...asked, ...days].some((key) => key !== undefined && standing.includes(key)) ? both(where, unmerged) : where
}

const unmerged: Predicate = { kind: 'not', of: { kind: 'is', field: 'merged', value: true } }
