import type { Block } from '../../../core/report/document.ts'
import type { BlockConflict } from '../../../core/report/merge-blocks.ts'
import { ApiError, hasCode } from '../../app/errors.ts'
import type { Desk } from './saving.ts'
import { isDirty, sameBlocks, saved, takenIn } from './saving.ts'

/** How a section's words stand with the book. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | undefined }
  | { readonly kind: 'unsaved' | 'saving' | 'offline' }
  | { readonly kind: 'conflict'; readonly by: string; readonly conflicts: readonly BlockConflict[]; readonly mine: readonly Block[] }
  | { readonly kind: 'stopped'; readonly error: ApiError }

/** What saving needs of the world: the call, a clock, waiting, and a place to keep words on this machine. */
export type Around = {
  readonly send: (saw: number, blocks: readonly Block[]) => Promise<{ readonly version: number; readonly blocks: readonly Block[] }>
  readonly now: () => number
  readonly wait: (work: () => void, milliseconds: number) => () => void
  readonly keep: (desk: Desk) => void
  readonly drop: () => void
  /** Shows words in the editor that someone else changed. */
  readonly take: (blocks: readonly Block[]) => void
}

export type Saver = {
  readonly state: () => SaveState
  readonly listen: (listener: () => void) => () => void
  /** The writer typed. */
  readonly typed: (mine: readonly Block[]) => void
  /** Saves now what is not saved; answered when the server has. */
  readonly save: () => Promise<void>
  /** Another version of the section stands. */
  readonly heard: (version: number, theirs: readonly Block[]) => void
  /** The writer chose between two sides. */
  readonly decide: (mine: readonly Block[]) => void
  readonly desk: () => Desk
  /** The writer goes: what is not saved is sent once more. */
  readonly leave: () => void
}

/** After the last key, and at most this long while typing, in milliseconds. */
const afterKey = 1500
const atMost = 8000
const retries = [1000, 2000, 4000, 8000, 15_000] as const

/**
 * Saves what is typed by itself: soon after the last key, and again until the server answers. Another's version is taken in; where both
 * changed one place the writer is asked, and nothing is sent before she chose. Nothing typed is dropped: what is not saved is kept.
 */
export const sectionSaver = (begin: Desk, around: Around): Saver => {
  let desk = begin
  let state: SaveState = { kind: 'saved', at: undefined }
  let cancel: (() => void) | undefined
  let since: number | undefined
  let tries = 0
  let running: Promise<void> | undefined
  const listeners = new Set<() => void>()

  const tell = (next: SaveState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const later = (milliseconds: number): void => {
    cancel?.()
    cancel = around.wait(() => void save(), milliseconds)
  }

  /** Takes a version that stands into the desk and shows it; false where the writer must choose. */
  const settle = (next: ReturnType<typeof takenIn>, by: string): boolean => {
    const shown = desk.mine
    desk = next.desk
    if (!sameBlocks(shown, desk.mine)) around.take(desk.mine)
    if (next.conflicts.length === 0) return true
    tell({ kind: 'conflict', by, conflicts: next.conflicts, mine: desk.mine })
    return false
  }

  const failed = (thrown: unknown): void => {
    if (hasCode(thrown, 'section-changed')) {
      const { version, theirs, by } = thrown.details as { readonly version: number; readonly theirs: readonly Block[]; readonly by: string }
      if (settle(takenIn(desk, version, theirs), by)) later(0)
    } else if (refusedForGood(thrown)) tell({ kind: 'stopped', error: thrown })
    else {
      tell({ kind: 'offline' })
      later(retries[Math.min(tries, retries.length - 1)] ?? 0)
      tries += 1
    }
  }

  const send = async (): Promise<void> => {
    const sent = desk.mine
    tell({ kind: 'saving' })
    try {
      const answer = await around.send(desk.saw, sent)
      tries = 0
      if (!settle(saved(desk, sent, answer.version, answer.blocks), '')) return
      if (isDirty(desk)) later(afterKey)
      else {
        around.drop()
        tell({ kind: 'saved', at: new Date(around.now()).toISOString() })
      }
    } catch (thrown) {
      failed(thrown)
    }
  }

  const save = async (): Promise<void> => {
    cancel?.()
    cancel = since = undefined
    if (state.kind === 'conflict') return
    if (running === undefined && !isDirty(desk)) return around.drop()
    running ??= send().finally(() => void (running = undefined))
    return running
  }

  return {
    state: () => state,
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    typed: (mine) => {
      desk = { ...desk, mine }
      if (!isDirty(desk)) return
      around.keep(desk)
      if (state.kind === 'conflict') return tell({ ...state, mine })
      if (state.kind === 'saved') tell({ kind: 'unsaved' })
      const now = around.now()
      since ??= now
      if (state.kind !== 'offline') later(Math.max(0, Math.min(afterKey, since + atMost - now)))
    },
    save,
    heard: (version, theirs) => {
      if (version > desk.saw && state.kind !== 'conflict' && running === undefined) settle(takenIn(desk, version, theirs), '')
    },
    decide: (mine) => {
      desk = { ...desk, mine }
      around.take(mine)
      tell({ kind: 'unsaved' })
      void save()
    },
    desk: () => desk,
    leave: () => void (isDirty(desk) && save()),
  }
}

/** A refusal that trying again would not help. */
const refusedForGood = (thrown: unknown): thrown is ApiError => thrown instanceof ApiError && thrown.status >= 400 && thrown.status < 500 && !hasCode(thrown, 'stale-version', 'book-moved', 'too-many-requests', 'not-signed-in')
