import type { Taken } from '../../core/matter/take-step.ts'
import { unmergeMatters, unsplitMatter } from '../../core/matter/tie-matters.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { MatterTie } from '../../store/matter-ties.ts'
import { findTies } from '../../store/matter-ties.ts'
import type { Ask, Reader } from '../endpoint.ts'
import type { LoadedMatter } from '../load-matter.ts'
import { askerOf, loadNamed } from '../load-matter.ts'

/** What taking a tie back comes to: the records in one or both matters, and the part that goes. */
type Untying = { readonly taken: readonly (readonly [LoadedMatter, Taken])[]; readonly part: LoadedMatter | undefined }

/** What taking back a split or a merge would come to, asked of the matter `seen`, or why it may not be. A split is taken back where it was made, a merge from either side. */
export const untying = async (ask: Ask<unknown>, reader: Reader, seen: LoadedMatter, tie: MatterTie, note: string): Promise<Untying | Refusal> => {
  const { town, caller } = ask
  if (tie.kind !== 'merged' && (tie.kind !== 'part' || tie.away)) return refuse('matter-moved-since')
  if (tie.kind === 'merged' && seen.matter.beforeMerge?.other !== String(tie.other)) return refuse('matter-moved-since')
  const other = await loadNamed({ ...ask, input: { ledger: tie.ledger, entry: tie.other } }, reader)
  if (isRefusal(other)) return other
  if (tie.kind === 'part') {
    const taken = unsplitMatter(other, seen, (await findTies(reader, town.schema, other.ledger.key, other.entry.id)).length, note, askerOf(caller))
    return isRefusal(taken) ? taken : { taken: [[seen, taken]], part: other }
  }
  const [from, into] = tie.away ? [seen, other] : [other, seen]
  const apart = unmergeMatters(from, into, note, askerOf(caller))
  return isRefusal(apart) ? apart : { taken: [[from, apart.from], [into, apart.into]], part: undefined }
}
