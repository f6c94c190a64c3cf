import type { LedgerRights } from '../core/access/ledger-rights.ts'
import type { Post } from '../core/access/policy.ts'
import { secondPersonProblem } from '../core/access/second-person.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import type { Fields } from '../core/ledger/value.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import { refuse } from '../core/refusal/refusal.ts'
import type { TownBook } from '../store/book.ts'
import type { Correction } from '../store/corrections.ts'
import type { Ask } from './endpoint.ts'
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

/** A target or a place is kept for a measure the town has, by the office that answers for it or by the town office. */
export const targetingProblem = (posts: readonly Post[], book: TownBook, fields: Fields, verb: string): Refusal | undefined => {
  const key = fields['measure']
  const measure = typeof key === 'string' ? book.declared.measures.get(key) : undefined
  if (measure === undefined) return fieldProblem('measure', 'not-found', { what: key ?? '' })
  return posts.some((post) => post.org === measure.owner || post.role === 'office') ? undefined : refuse('forbidden', { verb })
}

/** Whether someone may decide a correction; of a reported value only who could have reported it, or the town office. */
export const decidingProblem = (correction: Correction, rights: LedgerRights, { caller, book }: Pick<Ask<unknown>, 'caller' | 'book'>, verb: string): Refusal | undefined => {
  const fields = correction.before === undefined ? {} : lastSpan(correction.before).fields
  return secondPersonProblem(caller.posts, caller.person, correction.proposer, rights, fields, verb) ?? answeringProblem(correction.ledger)?.(caller.posts, book, fields, verb)
}

/** How a ledger asks who answers for the measure of a row; undefined for ledgers whose rows are of no measure. */
export const answeringProblem = (ledger: string): typeof reportingProblem | undefined => (ledger === 'reported' ? reportingProblem : ledger === 'target' || ledger === 'ranking' ? targetingProblem : undefined)
