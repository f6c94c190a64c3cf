import { useRef, useState } from 'react'
import type { Field } from '../../../core/ledger/field.ts'
import type { ValueProblem } from '../../../core/ledger/kinds/kind.ts'
import type { Fields, Value } from '../../../core/ledger/value.ts'
import type { Words } from '../../../core/words.ts'
import { callLedger } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { ApiError, hasCode, wordsOf } from '../../app/errors.ts'
import { problemWords } from './problem-words.ts'
import { undoWhole } from './undo-whole.ts'

/** One cell to be changed: of which entry, what was seen there, and what shall stand there. */
export type CellEdit = { readonly entry: number; readonly saw: number; readonly field: Field; readonly before: Value; readonly value: Value }

/** What another person did meanwhile to the entry of an edit. */
export type EditConflict = { readonly entry: number; readonly version: number; readonly by: string; readonly theirs: Fields; readonly yours: Fields }

/** What the line under the grid tells: a cell that was not changed and why, or what was undone. */
export type Notice = { readonly kind: 'refused'; readonly entry: number; readonly field: string | undefined; readonly words: Words; readonly mayPropose: boolean } | { readonly kind: 'undone'; readonly undone: number; readonly stay: number }

type Done = { readonly kind: 'cell'; readonly edit: CellEdit } | { readonly kind: 'batch'; readonly batch: string }

/**
 * Changes cell by cell: each goes out as a correction when the one before has answered, with the reason that is asked for once; what is on its way is
 * shown already. The last one can be taken back.
 */
export const useCellEdits = (ledger: string, undoReason: (reason: string) => string) => {
  const [reason, setReason] = useState<string>()
  const [waiting, setWaiting] = useState<CellEdit>()
  const [shown, setShown] = useState<ReadonlyMap<string, Value>>(new Map())
  const [notice, setNotice] = useState<Notice>()
  const [conflict, setConflict] = useState<EditConflict>()
  const [done, setDone] = useState<readonly Done[]>([])
  const line = useRef<Promise<void>>(Promise.resolve())
  const versions = useRef(new Map<number, number>())

  const inLine = (act: () => Promise<void>): Promise<void> => (line.current = line.current.then(act, act))
  const show = (entry: number, key: string, value: Value | undefined) =>
    setShown((before) => {
      const after = new Map(before)
      if (value === undefined) after.delete(`${entry}/${key}`)
      else after.set(`${entry}/${key}`, value)
      return after
    })
  const refuse = (entry: number, field: string | undefined, thrown: unknown): void => {
    const told = thrown instanceof ApiError ? thrown.fields.find((each) => each.field === field) : undefined
    setNotice({ kind: 'refused', entry, field, words: told?.message ?? wordsOf(thrown), mayPropose: hasCode(thrown, 'month-closed', 'second-person-required') })
  }
  const correct = async (entry: number, saw: number, set: Fields, why: string): Promise<void> => {
    const { journal } = await callLedger(ledger, 'correct', { entry, saw: Math.max(saw, versions.current.get(entry) ?? 0), set, reason: why })
    versions.current.set(entry, journal)
  }
  const send = (edit: CellEdit, why: string): void => {
    const { entry, field, value } = edit
    setNotice(undefined)
    show(entry, field.key, value)
    void inLine(async () => {
      try {
        await correct(entry, edit.saw, { [field.key]: value }, why)
        setDone((before) => [...before, { kind: 'cell', edit }])
        await rereadBook()
      } catch (thrown) {
        if (hasCode(thrown, 'stale-version')) setConflict(conflictOf(thrown, entry, { [field.key]: value }))
        else refuse(entry, field.key, thrown)
      }
      show(entry, field.key, undefined)
    })
  }

  return {
    shown,
    notice,
    conflict,
    reason,
    waiting,
    setReason,
    drop: () => {
      setConflict(undefined)
      void rereadBook()
    },
    forget: () => setNotice(undefined),
    tell: (problem: ValueProblem, entry: number, field: string) => void problemWords(problem).then((words) => setNotice({ kind: 'refused', entry, field, words, mayPropose: false })),
    /** Changes one cell; asks for the reason first where none was given yet. */
    save: (edit: CellEdit) => {
      if (edit.value === edit.before) return
      if (reason === undefined) setWaiting(edit)
      else send(edit, reason)
    },
    /** The reason for what waits, and for all that follows; without one the edit is dropped. */
    answer: (why: string | undefined) => {
      setWaiting(undefined)
      if (why === undefined) return
      setReason(why)
      if (waiting !== undefined) send(waiting, why)
    },
    settle: (kept: Fields) => {
      const it = conflict
      setConflict(undefined)
      if (it === undefined || reason === undefined) return
      versions.current.set(it.entry, it.version)
      void inLine(async () => {
        await correct(it.entry, it.version, kept, reason).catch((thrown: unknown) => refuse(it.entry, undefined, thrown))
        await rereadBook()
      })
    },
    /** Remembers a batch so that it can be taken back like a cell. */
    wrote: (batch: string) => setDone((before) => [...before, { kind: 'batch', batch }]),
    canUndo: done.length > 0,
    undo: () => {
      const last = done.at(-1)
      if (last === undefined) return
      setDone((before) => before.slice(0, -1))
      setNotice(undefined)
      void inLine(async () => {
        try {
          if (last.kind === 'cell') await correct(last.edit.entry, last.edit.saw, { [last.edit.field.key]: last.edit.before }, undoReason(reason ?? ''))
          const taken = last.kind === 'cell' ? { undone: 1, stay: 0 } : await undoWhole(last.batch, undoReason(reason ?? ''))
          setNotice({ kind: 'undone', undone: taken.undone, stay: taken.stay })
        } catch (thrown) {
          refuse(last.kind === 'cell' ? last.edit.entry : 0, undefined, thrown)
        }
        await rereadBook()
      })
    },
  }
}

export type CellEdits = ReturnType<typeof useCellEdits>

const conflictOf = (thrown: ApiError, entry: number, set: Fields): EditConflict => {
  const { version, by, theirs } = thrown.details as { version?: number; by?: string; theirs?: Fields }
  return { entry, version: version ?? 0, by: by ?? '', theirs: theirs ?? {}, yours: set }
}
