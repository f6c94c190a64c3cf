import type { Ledger } from '../ledger/ledger.ts'
import type { Measure } from '../measure/measure.ts'
import type { Post } from './policy.ts'

type Kept = Pick<Ledger | Measure, 'owner'>

/**
 * Whether someone who may declare at all may declare this: the town office anything, the head of a line office what her office keeps, and neither takes
 * from nor gives to another.
 */
export const mayDeclare = (posts: readonly Post[], before: Kept | undefined, after: Kept): boolean =>
  posts.some((post) => post.role === 'office' || (post.role === 'head' && after.owner === post.org && (before === undefined || before.owner === post.org)))
