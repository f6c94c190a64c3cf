import type { Entry, Span } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'

/** Which entries were merged away and are still, each with the one that was kept. */
export type Merged = ReadonlyMap<number, number>

/** The entry a number stands for now; a kept one may have been merged in turn. */
export const standingFor = (merged: Merged, entry: number): number => {
  let now = entry
  for (let steps = 0; steps <= merged.size; steps += 1) {
    const next = merged.get(now)
    if (next === undefined) break
    now = next
  }
  return now
}

/**
 * An entry as it is written: where it would name one that was merged away, as may be while that is being typed, it names the one that was kept. `restored` is what
 * it was before it was put back: what the merge moved from one to the other may be moved back, which is how a merge is undone.
 */
export const followMerges = (ledger: Ledger, merged: Merged, after: Entry, restored?: Entry): Entry => {
  if (merged.size === 0 || after.void) return after
  const keys = ledger.fields.filter(({ kind }) => kind === 'reference').map(({ key }) => key)
  const follow = (span: Span, at: number): Span => {
    const was = restored === undefined || restored.void ? undefined : restored.spans[at]?.fields
    const moved = keys.flatMap((key) => {
      const named = Number(span.fields[key] ?? 0)
      const now = standingFor(merged, named)
      return now === named || was?.[key] === String(now) ? [] : [[key, String(now)] as const]
    })
    return moved.length === 0 ? span : { ...span, fields: { ...span.fields, ...Object.fromEntries(moved) } }
  }
  const spans = after.spans.map(follow)
  return spans.every((span, at) => span === after.spans[at]) ? after : { ...after, spans }
}
