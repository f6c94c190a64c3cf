import { mergeLinked } from '../../api/link.ts'
import type { LedgerRights } from '../../core/access/ledger-rights.ts'
import { mayUse } from '../../core/access/policy.ts'
import { isNothing } from '../../core/access/predicate.ts'
import { mergeOf } from '../../core/linking/merge-entries.ts'
import type { Undoing } from '../../core/journal/undo-batch.ts'
import { undoBatched } from '../../core/journal/undo-batch.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { EntryChange } from '../../core/ledger/change.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import type { EntryOfBatch } from '../../store/batches.ts'
import { entriesOfBatch } from '../../store/batches.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { openLedgers } from '../routes/ledger.ts'

/** So many entries are looked at, and taken back, at a time. */
export const undoPart = 5000

export type Staying = { readonly entry: number; readonly ledger: Ledger; readonly refusal: Refusal; readonly later: EntryOfBatch['later'] }

/** What undoing would do to one part of a batch. `hidden` counts entries that stay and that the caller may not see. */
export type UndoPlan = {
  readonly entries: number
  readonly changes: readonly { readonly ledger: Ledger; readonly does: 'void' | 'restore'; readonly change: EntryChange }[]
  readonly nothing: number
  readonly staying: readonly Staying[]
  readonly hidden: number
  readonly next: number | null
}

/** Holds one part of a batch against the rule of undoing, with the caller's rights over each ledger. */
export const planUndo = async (ask: Ask<unknown>, reader: Reader, verb: string, batch: string, after: number): Promise<UndoPlan> => {
  const open = new Map(openLedgers(ask).map((each) => [each.ledger.key, each]))
  const part = await entriesOfBatch(reader, ask.town.schema, batch, after, undoPart)
  const changes: UndoPlan['changes'][number][] = []
  const staying: Staying[] = []
  const beyond = movedByMerge(ask, batch)
  let [nothing, hidden] = [0, 0]
  for (const each of part) {
    const known = open.get(each.ledger)
    const moved = beyond(each.ledger)
    if (moved !== undefined) {
      const undoing = undoBatched(ask.book, moved, () => true, verb, each)
      if (undoing.does === 'nothing') nothing += 1
      else if (undoing.does === 'stays') hidden += 1
      else changes.push({ ledger: moved, does: undoing.does, change: undoing.change })
      continue
    }
    if (known === undefined || !sees(known.rights, each)) {
      hidden += 1
      continue
    }
    const undoing: Undoing = undoBatched(ask.book, known.ledger, known.rights.writes, verb, each)
    if (undoing.does === 'nothing') nothing += 1
    else if (undoing.does === 'stays') staying.push({ entry: each.current.id, ledger: known.ledger, refusal: undoing.refusal, later: each.later })
    else changes.push({ ledger: known.ledger, does: undoing.does, change: undoing.change })
  }
  return { entries: part.length, changes, nothing, staying, hidden, next: part.length < undoPart ? null : (part.at(-1)?.current.id ?? null) }
}

/** A merge moved references in ledgers of others too: whoever may merge in the register may put those back, though she need not see the rows. */
const movedByMerge = (ask: Ask<unknown>, batch: string): ((ledger: string) => Ledger | undefined) => {
  const merge = mergeOf(batch)
  const register = openLedgers(ask).find(({ ledger }) => ledger.key === merge?.ledger)
  if (register === undefined || isNothing(register.rights.write) || !mayUse(ask.caller.posts, mergeLinked.verb)) return () => undefined
  return (key) => (key === register.ledger.key ? undefined : ask.book.declared.ledgers.get(key))
}

const sees = (rights: LedgerRights, { current }: EntryOfBatch): boolean => rights.reads(lastSpan(current).fields)

/** How a caller is told of entries she may not see. */
export const hiddenRefusal = (verb: string): Refusal => refuse('forbidden', { verb })
