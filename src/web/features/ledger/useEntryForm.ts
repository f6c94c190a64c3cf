import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import type { FilledForm } from '../../../core/linking/apply-fill.ts'
import { applyFill, typeOver } from '../../../core/linking/apply-fill.ts'
import type { Fields, Value } from '../../../core/ledger/value.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { call, callLedger } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { ApiError, hasCode } from '../../app/errors.ts'
import type { EntryAct } from './useLedgerGrid.ts'
import type { EntryOut } from './useEntry.ts'

/** What another person did meanwhile: her fields, ours, and the version to submit against next. */
export type Conflict = { readonly version: number; readonly by: string; readonly theirs: Fields; readonly yours: Fields }

type Options = { readonly ledger: Ledger; readonly act: EntryAct; readonly entry: EntryOut | undefined; readonly start?: Fields; readonly filled?: FilledForm['marks']; readonly onDone: (entry: number) => void }

/**
 * One change of one entry, from the first key pressed to the journal. Only fields that were touched are sent.
 * A stale version ends in both sides being shown; a closed month or a second-person rule in an offer to propose.
 */
export const useEntryForm = ({ ledger, act, entry, start, filled: marked = {}, onDone }: Options) => {
  const before: Fields = entry?.spans[entry.spans.length - 1]?.fields ?? start ?? {}
  const [set, setSet] = useState<Fields>(act === 'create' ? (start ?? {}) : {})
  const [marks, setMarks] = useState<FilledForm['marks']>(marked)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const [saw, setSaw] = useState(entry?.version ?? 0)
  const [conflict, setConflict] = useState<Conflict>()
  const [proposed, setProposed] = useState<number>()

  const send = useMutation({
    mutationFn: async () => {
      const target = { entry: entry?.id ?? 0, saw }
      const why = reason.trim()
      const filled = Object.entries(marks).map(([field, mark]) => ({ field, entry: mark.entry }))
      const counted = filled.length > 0 && { filled }
      switch (act) {
        case 'create':
          return callLedger(ledger.key, 'create', { fields: given(set), ...counted, ...(ledger.shape === 'register' && { ...(from !== '' && { from }), ...(to !== '' && { to }) }) })
        case 'correct':
          return callLedger(ledger.key, 'correct', { ...target, set, reason: why, ...counted })
        case 'change':
          return callLedger(ledger.key, 'change', { ...target, from, set, ...counted, ...(why !== '' && { reason: why }) })
        case 'end':
          return callLedger(ledger.key, 'end', { ...target, to, ...(why !== '' && { reason: why }) })
        case 'void':
          return callLedger(ledger.key, 'void', { ...target, reason: why })
        default:
          return act satisfies never
      }
    },
    onSuccess: async (done) => {
      await rereadBook()
      onDone(act === 'create' ? done.id : (entry?.id ?? done.id))
    },
    onError: (thrown) => {
      if (!hasCode(thrown, 'stale-version')) return
      setConflict(conflictOf(thrown, set))
      void rereadBook()
    },
  })

  const propose = useMutation({
    mutationFn: () => call('correction.propose', { ledger: ledger.key, entry: entry?.id ?? 0, saw, act: act === 'void' ? 'void' : 'correct', ...(act === 'void' ? {} : { set }), reason: reason.trim() }),
    onSuccess: async (done) => {
      setProposed(done.id)
      await rereadBook()
    },
  })

  return {
    values: { ...before, ...set },
    touched: Object.keys(set).length > 0,
    set: (key: string, value: Value) => {
      setSet((earlier) => withValue(earlier, before, key, value, act === 'create'))
      setMarks((earlier) => typeOver({ values: {}, marks: earlier }, key, value).marks)
    },
    marks,
    /** An entry was chosen in a field: it fills what is known and still empty. */
    fill: (by: string, values: Fields, entry: number) => {
      const next = applyFill({ values: { ...before, ...set }, marks }, by, values, entry)
      setSet((earlier) => Object.entries(next.values).reduce((all, [key, value]) => (value === ({ ...before, ...earlier }[key] ?? null) ? all : withValue(all, before, key, value, act === 'create')), earlier))
      setMarks(next.marks)
    },
    /** Fills fields that are still empty: what a photo says of itself. */
    offer: (offered: Fields) => setSet((earlier) => Object.entries(offered).reduce((next, [key, value]) => ((next[key] ?? before[key] ?? null) === null ? withValue(next, before, key, value, act === 'create') : next), earlier)),
    from,
    setFrom,
    to,
    setTo,
    reason,
    setReason,
    conflict,
    settle: (kept: Fields) => {
      if (conflict !== undefined) setSaw(conflict.version)
      setSet(kept)
      setConflict(undefined)
      send.reset()
    },
    problemAt: (key: string) => (send.error instanceof ApiError ? send.error.fields.find((each) => each.field === key)?.message : undefined),
    error: propose.error ?? send.error,
    mayPropose: entry !== undefined && (act === 'correct' || act === 'void') && hasCode(send.error, 'month-closed', 'second-person-required'),
    proposed,
    busy: send.isPending || propose.isPending,
    submit: () => send.mutate(),
    propose: () => propose.mutate(),
  }
}

const given = (set: Fields): Fields => Object.fromEntries(Object.entries(set).filter(([, value]) => value !== null && value !== ''))

const withValue = (set: Fields, before: Fields, key: string, value: Value, creating: boolean): Fields => {
  const next = value === '' ? null : value
  const rest = Object.fromEntries(Object.entries(set).filter(([each]) => each !== key))
  return !creating && next === (before[key] ?? null) ? rest : { ...rest, [key]: next }
}

const conflictOf = (thrown: ApiError, set: Fields): Conflict => {
  const { version, by, theirs, yours } = thrown.details as { version?: number; by?: string; theirs?: Fields; yours?: Fields }
  return { version: version ?? 0, by: by ?? '', theirs: theirs ?? {}, yours: yours ?? set }
}
