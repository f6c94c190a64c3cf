import type { ChangeSet } from '../../core/ledger/change.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { Town } from '../../store/town.ts'

type Change = ChangeSet['changes'][number]

/** A change, and what must be written with it or not at all. */
type Item = { readonly change: Change; readonly with?: readonly Change[] }

/** Which items were written and which the book refused, with the reason for each. */
export type CommittedApart<Of> = { readonly done: readonly Of[]; readonly refused: readonly { readonly item: Of; readonly refusal: Refusal }[] }

/**
 * Commits changes of one batch as bulk work: together, and where the book refuses them, by halves until those that do not go are found. What was
 * refused is tried once more when the others stand: a key they gave up may be free by then.
 */
export const commitApart = async <Of extends Item>(town: Pick<Town, 'commit'>, set: Omit<ChangeSet, 'changes'>, items: readonly Of[]): Promise<CommittedApart<Of>> => {
  const first = await halved(town, set, items)
  if (first.refused.length === 0 || first.done.length === 0) return first
  const again = await halved(town, set, first.refused.map(({ item }) => item))
  return { done: [...first.done, ...again.done], refused: again.refused }
}

const halved = async <Of extends Item>(town: Pick<Town, 'commit'>, set: Omit<ChangeSet, 'changes'>, items: readonly Of[]): Promise<CommittedApart<Of>> => {
  const [only] = items
  if (only === undefined) return { done: [], refused: [] }
  const outcome = await town.commit({ ...set, changes: items.flatMap(({ change, with: others = [] }) => [change, ...others]) }, { bulk: true })
  if (!isRefusal(outcome)) return { done: items, refused: [] }
  if (items.length === 1) return { done: [], refused: [{ item: only, refusal: outcome }] }
  const half = Math.ceil(items.length / 2)
  const left = await halved(town, set, items.slice(0, half))
  const right = await halved(town, set, items.slice(half))
  return { done: [...left.done, ...right.done], refused: [...left.refused, ...right.refused] }
}
