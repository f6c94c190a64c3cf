import { useState } from 'react'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { changeProblems, withProcedure } from '../../../core/matter/change-procedure.ts'
import { compareProcedures } from '../../../core/matter/compare-procedures.ts'
import type { Procedure } from '../../../core/matter/procedure.ts'
import { procedureProblems } from '../../../core/matter/procedure-problem.ts'
import { call } from '../../app/call.ts'
import { useBookAct } from '../agree/useBookAct.ts'

/** A procedure being changed: its draft, what that amounts to, what is wrong with it by the rules the server has too, and its saving. */
export const useProcedureDraft = (ledger: Ledger, before: Procedure, matters: Readonly<Record<string, number>>, saw: number, onSaved: () => void) => {
  const [draft, setDraft] = useState(before)
  const [reason, setReason] = useState('')
  const next = withProcedure(ledger, draft)
  const problems = [...procedureProblems(draft, next), ...changeProblems(before, draft, reason, (state) => matters[state] ?? 0)]
  const save = useBookAct(() => call('ledger.declare', { ledger: next, saw, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }), onSaved)
  return {
    draft,
    /** The ledger as it would be declared. */
    next,
    change: (more: Partial<Procedure>): void => setDraft((before) => ({ ...before, ...more })),
    replace: setDraft,
    reason,
    setReason,
    changes: compareProcedures(before, draft),
    problems,
    problemsAt: (at: 'state' | 'step' | 'clock' | 'reminder', key: string) => problems.filter((problem) => problem.at === at && problem.key === key).map(({ said }) => said),
    save,
  }
}
export type ProcedureDraft = ReturnType<typeof useProcedureDraft>
