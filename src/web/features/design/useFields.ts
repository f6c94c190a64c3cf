import { useReducer } from 'react'
import { useMutation } from '@tanstack/react-query'
import { compareLedgers } from '../../../core/designing/compare-ledgers.ts'
import { nextLedger, standingDraft } from '../../../core/designing/standing-draft.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { findField } from '../../../core/ledger/ledger.ts'
import type { Words } from '../../../core/words.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { ApiError } from '../../app/errors.ts'
import { changedDraft } from './draft-changes.ts'

/** The fields of a ledger that stands, being changed: its draft, what that amounts to, and its saving against the version that was looked at. */
export const useFields = (ledger: Ledger, saw: number, onSaved: () => void) => {
  const [draft, change] = useReducer(changedDraft, ledger, standingDraft)
  const next = nextLedger(ledger, draft)
  const save = useMutation({
    mutationFn: () => call('ledger.declare', { ledger: next, saw }),
    onSuccess: () => {
      onSaved()
      return rereadBook()
    },
  })
  const told = save.error instanceof ApiError ? save.error.fields : []
  const problemsOf = (line: number): readonly Words[] =>
    told.flatMap(({ field, message }) => {
      const at = /^ledger\.fields\.(\d+)\./.exec(field)?.[1]
      return at !== undefined && next.fields[Number(at)]?.key === draft.lines[line]?.field.key ? [message] : []
    })
  return { draft, change, changes: compareLedgers(ledger, next), save, problemsOf, standing: new Set(ledger.fields.map((field) => field.key)), isStanding: (key: string) => findField(ledger, key) !== undefined }
}
