import { useState } from 'react'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { changeProblems, withProcedure } from '../../../core/matter/change-procedure.ts'
import { compareProcedures } from '../../../core/matter/compare-procedures.ts'
import type { Procedure } from '../../../core/matter/procedure.ts'
import { procedureProblems } from '../../../core/matter/procedure-problem.ts'
import { call } from '../../app/call.ts'
import { useBookAct } from '../agree/useBookAct.ts'

/** A procedure being changed: its draft, what that amounts to, what is wrong with it by the rules the server has too, and its saving. */
export const useProcedureDraft = (ledger: Ledger, standing: Procedure, saw: number, onSaved: () => void) => {
  const [draft, setDraft] = useState(standing)
  const [reason, setReason] = useState('')
  const next = withProcedure(ledger, draft)
  const problems = [...procedureProblems(draft, next), ...changeProblems(standing, draft, reason)]
  const save = useBookAct(() => call('ledger.declare', { ledger: next, saw, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }), onSaved)
  return {
    draft,
    change: (more: Partial<Procedure>): void => setDraft((before) => ({ ...before, ...more })),
    replace: setDraft,
    reason,
    setReason,
    changes: compareProcedures(standing, draft),
    problems,
    problemsAt: (at: 'state' | 'step' | 'clock', key: string) => problems.filter((problem) => problem.at === at && problem.key === key).map(({ said }) => said),
    save,
  }
}
export type ProcedureDraft = ReturnType<typeof useProcedureDraft>
