import { useState } from 'react'
import { Button } from 'antd'
import type { ProposalOut } from '../../../api/proposal.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { hasCode } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { momentText } from '../../ui/moment-text.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { MarkedText } from '../agree/MarkedText.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import { ConflictChoices } from './ConflictChoices.tsx'

/** One proposal: who made it and why, what it would change in the section as it stands, and the decision. */
export const ProposalCard = ({ proposal }: { proposal: ProposalOut }) => {
  const { m } = useSpeech()
  const [choices, setChoices] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({})
  const [declining, setDeclining] = useState(false)
  const accept = useBookAct(() => call('proposal.accept', { proposal: proposal.entry, saw: proposal.version, choices }))
  const decline = useBookAct((reason: string) => call('proposal.decline', { proposal: proposal.entry, reason }))
  const moved = hasCode(accept.error, 'proposal-moved') || hasCode(accept.error, 'proposal-conflict')
  const conflicts = new Set(proposal.conflicts.map((conflict) => conflict.id))
  const changes = proposal.changes.filter((change) => (change.kind !== 'same' || change.moved) && !conflicts.has(change.id))
  const settled = proposal.conflicts.every((conflict) => choices[conflict.id] !== undefined)
  return (
    <section className="proposal" aria-label={`${proposal.sectionTitle} ${m.agree.proposal.from(proposal.by)}`}>
      <h2 lang="zh-CN">{proposal.sectionTitle}</h2>
      <p className="remark-by">
        <b>{m.agree.proposal.from(proposal.by)}</b>
        <span className="number-text">{momentText(proposal.recordedAt)}</span>
        {proposal.origin === 'word' && <span>{m.agree.remark.word}</span>}
        {proposal.decider !== null && <span>{m.agree.proposal.decided(m.agree.proposal.states[proposal.state], proposal.decider)}</span>}
      </p>
      {proposal.note !== null && <q>{proposal.note}</q>}
      <div className="proposal-text">
        {changes.map((change) => (
          <MarkedText key={change.id} change={change} />
        ))}
        {changes.length === 0 && conflicts.size === 0 && <p className="faint">{m.agree.proposal.nothing}</p>}
      </div>
      {conflicts.size > 0 && <ConflictChoices conflicts={proposal.conflicts} choices={choices} onChoose={(id, choice) => setChoices({ ...choices, [id]: choice })} />}
      <Refused error={accept.error} />
      {moved && (
        <Button size="small" onClick={() => void rereadBook()}>
          {m.ui.retry}
        </Button>
      )}
      <div className="remark-acts">
        {may(proposal.can, 'proposal.accept') && (
          <Button type="primary" disabled={!settled} loading={accept.isPending} onClick={() => accept.mutate(undefined)}>
            {m.agree.proposal.accept}
          </Button>
        )}
        {may(proposal.can, 'proposal.decline') && <Button onClick={() => setDeclining(true)}>{m.agree.proposal.decline}</Button>}
      </div>
      {declining && <ReasonDialog title={m.agree.proposal.declineTitle} act={m.agree.proposal.decline} busy={decline.isPending} error={decline.error} onClose={() => setDeclining(false)} onReason={(reason) => decline.mutate(reason)} />}
    </section>
  )
}
