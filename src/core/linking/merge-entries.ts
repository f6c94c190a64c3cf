import type { Change, ChangeSet } from '../ledger/change.ts'
import type { Entry } from '../ledger/entry.ts'
import { lastSpan } from '../ledger/entry.ts'
import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import type { Fields, Value } from '../ledger/value.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { Referral } from './referrals.ts'

/** Into which entry one is merged, as it was seen, and which of the other's fields it takes over. */
export type Into = { readonly keep: number; readonly saw: number; readonly take: readonly string[] }

/** An entry that names another one in some of its fields, in any of its states. */
export type Referer = { readonly ledger: string; readonly entry: Entry; readonly fields: readonly string[] }

/** Most entries whose references one merge moves: it is one step of the writer, which others wait for. */
export const mostReferers = 5000

export type Merging = { readonly ledger: Ledger; readonly kept: Entry; readonly dropped: Entry; readonly take: readonly string[]; readonly referers: readonly Referer[]; readonly verb: string }

/**
 * Merges two entries of a register that are one thing: the other is voided, the kept one takes over what was chosen, and whatever named the other names the kept
 * one, in every state. All of it is ordinary changes of one set, so postings move by the ordinary rules (BOOK §6) and closed months by theirs (§8). What others
 * carried along or copied on the day stays as it was.
 */
export const mergeEntries = ({ ledger, kept, dropped, take, referers, verb }: Merging): readonly Change[] | Refusal => {
  if (ledger.shape !== 'register' || ledger.system === true) return refuse('register-only')
  if (kept.id === dropped.id) return refuse('merge-itself')
  if (kept.void || dropped.void) return refuse('entry-void')
  const itself = namesDropped(ledger, referers, kept.id)
  if (itself !== undefined) return itself
  const others = referers.filter((each) => each.entry.id !== dropped.id)
  if (others.length > mostReferers) return refuse('merge-too-many', { count: others.length, most: mostReferers })
  const wrong = take.find((key) => !mayTake(findField(ledger, key)))
  if (wrong !== undefined) return refuse('bad-input', {}, [{ field: 'take', code: 'field-unknown', details: { field: wrong } }])
  const set = takenOver(ledger, kept, dropped, take)
  return [
    { act: 'void', verb, ledger: ledger.key, entry: dropped.id, saw: dropped.version },
    ...(Object.keys(set).length === 0 ? [] : [{ act: 'correct', verb, ledger: ledger.key, entry: kept.id, saw: kept.version, set } as const]),
    ...others.map((each) => repointing(each, verb, dropped.id, kept.id)),
  ]
}

const repointing = ({ ledger, entry, fields }: Referer, verb: string, from: number, to: number): Change => ({ act: 'repoint', verb, ledger, entry: entry.id, saw: entry.version, fields, from, to })

/** The kept entry may not be one of those that name the other. */
const namesDropped = (register: Ledger, referers: readonly Referer[], keep: number): Refusal | undefined => {
  const itself = referers.find(({ entry }) => entry.id === keep)
  return itself === undefined ? undefined : refuse('merge-refers', { field: findField(register, itself.fields[0] ?? '')?.title.zh ?? '' })
}

/** A merge as a change set has it: in which register, and which entry goes into which. */
export type MergeOfSet = { readonly ledger: string; readonly keep: number; readonly drop: number; readonly verb: string }

/** Which entry a change set merges into which, where it does. */
export const mergingOf = ({ batch, changes }: Pick<ChangeSet, 'batch' | 'changes'>): MergeOfSet | undefined => {
  const merge = batch === undefined ? undefined : mergeOf(batch)
  const gone = merge === undefined ? undefined : changes.find((change) => change.act === 'void' && change.ledger === merge.ledger)
  return merge === undefined || gone?.act !== 'void' ? undefined : { ...merge, drop: gone.entry, verb: gone.verb }
}

/** A merge with everything that names the merged entry at the moment it is written: someone may have named it, or changed a row that does, since it was decided. */
export const withReferers = (set: ChangeSet, register: Ledger, { keep, drop, verb }: MergeOfSet, referers: readonly Referer[]): ChangeSet | Refusal => {
  const itself = namesDropped(register, referers, keep)
  if (itself !== undefined) return itself
  const others = referers.filter(({ entry }) => entry.id !== drop)
  if (others.length > mostReferers) return refuse('merge-too-many', { count: others.length, most: mostReferers })
  return { ...set, changes: [...set.changes.filter(({ act }) => act !== 'repoint'), ...others.map((each) => repointing(each, verb, drop, keep))] }
}

/** What the kept entry takes over from the other: fields that were chosen, hold something there and say it otherwise here. */
const takenOver = (ledger: Ledger, kept: Entry, dropped: Entry, take: readonly string[]): Fields => {
  const [mine, theirs] = [lastSpan(kept).fields, lastSpan(dropped).fields]
  const own = (value: Value): Value => (value === String(kept.id) || value === String(dropped.id) ? null : value)
  return Object.fromEntries(take.flatMap((key) => {
    const value = findField(ledger, key)?.kind === 'reference' ? own(theirs[key] ?? null) : (theirs[key] ?? null)
    return value === null || value === (mine[key] ?? null) ? [] : [[key, value]]
  }))
}

/** Fields one entry may take over from another: not what only a verb of its own writes, nor what is no longer asked for. */
export const mayTake = (field: Field | undefined): field is Field => field !== undefined && field.fixed !== true && field.retired !== true && field.kind !== 'document'

/** Gathers what names an entry, each with the fields that do; `entries` holds those of each referral. */
export const referersAmong = (found: readonly { readonly referral: Referral; readonly entries: readonly Entry[] }[], named: number): readonly Referer[] => {
  const referers = new Map<number, { ledger: string; entry: Entry; fields: string[] }>()
  for (const { referral, entries } of found)
    for (const entry of entries) {
      if (!entry.spans.some((span) => span.fields[referral.field] === String(named))) continue
      const known = referers.get(entry.id) ?? { ledger: referral.ledger.key, entry, fields: [] }
      known.fields.push(referral.field)
      referers.set(entry.id, known)
    }
  return [...referers.values()]
}

/** The name of the batch a merge is kept under: it tells the register and the entry that was kept. */
export const mergeBatch = (ledger: string, keep: number, head: number): string => `merge-${ledger}-${keep}-${head}`

/** The register and the kept entry a batch of this form tells; undefined for any other batch. */
export const mergeOf = (batch: string): { readonly ledger: string; readonly keep: number } | undefined => {
  const [, ledger = '', keep = ''] = /^merge-([a-z][a-z0-9-]*)-(\d{1,15})-\d{1,15}$/.exec(batch) ?? []
  return ledger === '' ? undefined : { ledger, keep: Number(keep) }
}
