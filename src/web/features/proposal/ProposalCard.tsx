import { useState } from 'react'
import { Button, Checkbox } from 'antd'
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
import { freeChanges, wantedPart } from './wanted-part.ts'

/** One proposal: who made it and why, what it would change in the section as it stands, and the decision on all of it or on some of its places. */
export const ProposalCard = ({ proposal }: { proposal: ProposalOut }) => {
  const { m } = useSpeech()
  const [choices, setChoices] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({})
  const [declining, setDeclining] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { taken, whole, ...wanted } = wantedPart(proposal, { left, choices })
  const again = (): void => {
    setLeft(new Set())
    setChoices({})
  }
  const accept = useBookAct(
    () => call('proposal.accept', { proposal: proposal.entry, saw: proposal.version, choices: wanted.choices, ...(wanted.blocks !== undefined && { blocks: [...wanted.blocks] }) }),
    again,
    (error) => {
      if (!hasCode(error, 'proposal-moved') && !hasCode(error, 'proposal-conflict')) return
      again()
      void rereadBook()
    },
  )
  const decline = useBookAct((reason: string) => call('proposal.decline', { proposal: proposal.entry, reason }))
  const changes = freeChanges(proposal)
  const accepts = may(proposal.can, 'proposal.accept')
  const picks = accepts && changes.length + proposal.conflicts.length > 1
  const tick = (id: string, on: boolean): void => setLeft(on ? new Set([...left].filter((each) => each !== id)) : new Set([...left, id]))
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
        {changes.map((change) =>
          picks ? (
            <div key={change.id} className="proposal-pick">
              <Checkbox aria-label={m.agree.proposal.take(change.pieces.map((piece) => piece.text).join('').slice(0, 24))} checked={!left.has(change.id)} onChange={(event) => tick(change.id, event.target.checked)} />
              <MarkedText change={change} />
            </div>
          ) : (
            <MarkedText key={change.id} change={change} />
          ),
        )}
        {changes.length === 0 && proposal.conflicts.length === 0 && <p className="faint">{m.agree.proposal.nothing}</p>}
      </div>
      {proposal.conflicts.length > 0 && <ConflictChoices conflicts={proposal.conflicts} choices={choices} onChoose={(id, choice) => setChoices({ ...choices, [id]: choice })} />}
      <Refused error={accept.error} />
      <div className="remark-acts">
        {accepts && (
          <Button type="primary" disabled={taken === 0 && !whole} loading={accept.isPending} onClick={() => accept.mutate(undefined)}>
            {whole ? m.agree.proposal.accept : m.agree.proposal.acceptSome(taken)}
          </Button>
        )}
        {may(proposal.can, 'proposal.decline') && <Button onClick={() => setDeclining(true)}>{m.agree.proposal.decline}</Button>}
      </div>
      {declining && <ReasonDialog title={m.agree.proposal.declineTitle} act={m.agree.proposal.decline} busy={decline.isPending} error={decline.error} onClose={() => setDeclining(false)} onReason={(reason) => decline.mutate(reason)} />}
    </section>
  )
}
