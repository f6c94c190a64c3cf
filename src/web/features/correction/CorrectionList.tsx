import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { CorrectionOut } from '../../../api/close.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { CorrectionEffect } from './CorrectionEffect.tsx'
import { useCorrection } from './useCorrection.ts'
import './correction.css'

/** Proposed corrections, each with what would change and why. */
export const CorrectionList = ({ corrections }: { corrections: readonly CorrectionOut[] }) => (
  <ol className="corrections">
    {corrections.map((correction) => (
      <Correction key={correction.entry} correction={correction} />
    ))}
  </ol>
)

const Correction = ({ correction }: { correction: CorrectionOut }) => {
  const { m, w } = useSpeech()
  const { approve, refuse } = useCorrection(correction)
  const [returning, setReturning] = useState(false)
  const name = `${w(correction.ledgerTitle)} #${correction.target}`
  return (
    <li>
      <p className="correction-head">
        <b>{m.ledger.acts[correction.act]}</b>
        <Link to="/ledgers/$ledger" params={{ ledger: correction.ledger }} search={{ entry: String(correction.target) }}>
          {name}
        </Link>
        <span className="badge">{m.correction.state[correction.state]}</span>
        <small>
          {m.correction.by(correction.proposer)} · {correction.day}
          {correction.decider !== null && ` · ${m.correction.decidedBy(correction.decider)}`}
        </small>
      </p>
      <q>{correction.reason}</q>
      {correction.changed.length > 0 && (
        <ul className="correction-changes">
          {correction.changed.map((change) => (
            <li key={change.field}>
              {w(change.title)}：<s>{change.before === null ? m.ui.blank : w(change.before)}</s> → <b>{change.after === null ? m.ui.blank : w(change.after)}</b>
            </li>
          ))}
        </ul>
      )}
      {may(correction.can, 'correction.approve') && <CorrectionEffect correction={correction.entry} />}
      <Refused error={approve.error} />
      {(may(correction.can, 'correction.approve') || may(correction.can, 'correction.refuse')) && (
        <div className="form-acts">
          {may(correction.can, 'correction.approve') && (
            <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate()} aria-label={`${m.correction.approve} ${name}`}>
              {m.correction.approve}
            </Button>
          )}
          {may(correction.can, 'correction.refuse') && (
            <Button onClick={() => setReturning(true)} aria-label={`${m.correction.refuse} ${name}`}>
              {m.correction.refuse}
            </Button>
          )}
        </div>
      )}
      {returning && <ReasonDialog title={m.correction.refuse} about={name} act={m.correction.refuse} busy={refuse.isPending} error={refuse.error} onClose={() => setReturning(false)} onReason={(reason) => refuse.mutate(reason, { onSuccess: () => setReturning(false) })} />}
    </li>
  )
}
