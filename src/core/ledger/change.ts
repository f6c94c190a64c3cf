import type { Day } from '../time/day.ts'
import type { Declaration } from '../journal/declaration.ts'
import type { Actor } from '../journal/row.ts'
import type { Span } from './entry.ts'
import type { Fields } from './value.ts'

/**
 * What a person decided, as data: the verbs on entries (BOOK §4) with the versions she saw. A change set
 * is taken whole or refused whole.
 */
export type ChangeSet = {
  readonly by: Actor
  readonly changes: readonly Change[]
  readonly reason?: string
  /** The second person, where one is asked for. */
  readonly approvedBy?: number
  /** Name under which many changes were made and can be undone together. */
  readonly batch?: string
}

/** `verb` is the journal's verb; `act` is what happens to the entry. To restore is to put back a state the journal has, as undoing a batch does. To step is to move the columns of a matter, which nothing else moves, as they were reckoned by one state of the calendar. To repoint is to correct, in every state, which entry references name. */
export type Change =
  | { readonly act: 'create'; readonly verb: string; readonly ledger: string; readonly spans: readonly Span[]; readonly handle?: string }
  | { readonly act: 'correct'; readonly verb: string; readonly ledger: string; readonly entry: number; readonly saw: number; readonly set: Fields; readonly span?: number; readonly from?: Day; readonly to?: Day | null }
  | { readonly act: 'change'; readonly verb: string; readonly ledger: string; readonly entry: number; readonly saw: number; readonly from: Day; readonly set: Fields }
  | { readonly act: 'end'; readonly verb: string; readonly ledger: string; readonly entry: number; readonly saw: number; readonly to: Day; readonly set?: Fields }
  | { readonly act: 'void'; readonly verb: string; readonly ledger: string; readonly entry: number; readonly saw: number }
  | { readonly act: 'restore'; readonly verb: string; readonly ledger: string; readonly entry: number; readonly saw: number; readonly spans: readonly Span[]; readonly void: boolean }
  | { readonly act: 'repoint'; readonly verb: string; readonly ledger: string; readonly entry: number; readonly saw: number; readonly fields: readonly string[]; readonly from: number; readonly to: number }
  | { readonly act: 'step'; readonly verb: string; readonly ledger: string; readonly entry: number; readonly saw: number; readonly calendar: string; readonly set: Fields }
  | { readonly act: 'declare'; readonly verb: string; readonly declaration: Declaration }

/** A change of one existing entry that someone may also propose. */
export type EntryChange = Exclude<Change, { act: 'create' } | { act: 'step' } | { act: 'declare' }>
