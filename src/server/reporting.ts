import type { Post } from '../core/access/policy.ts'
import type { Fields } from '../core/ledger/value.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import { refuse } from '../core/refusal/refusal.ts'
import type { TownBook } from '../store/book.ts'
import { fieldProblem } from './read-scope.ts'

/**
 * A value is reported for a measure that is declared so, or stated as an opening number of one that is counted,
 * by the office that answers for it or by the town office.
 */
export const reportingProblem = (posts: readonly Post[], book: TownBook, fields: Fields, verb: string): Refusal | undefined => {
  const key = fields['measure']
  const measure = typeof key === 'string' ? book.declared.measures.get(key) : undefined
  if (measure === undefined || (measure.definition.kind !== 'reported' && fields['status'] !== 'stated')) return fieldProblem('measure', 'not-found', { what: key ?? '' })
  return posts.some((post) => post.org === measure.owner || post.role === 'office') ? undefined : refuse('forbidden', { verb })
}
