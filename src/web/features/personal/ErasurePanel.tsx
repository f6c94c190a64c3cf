import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import type { ErasureOut } from '../../../api/personal.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import '../correction/correction.css'

/** Erasures that were asked for, and the second person's answer to them. */
export const ErasurePanel = () => {
  const { m } = useSpeech()
  const query = useCall('erasure.list', {})
  return (
    <Answer query={query}>
      {({ erasures }) => (
        <>
          <p className="form-about">{m.personal.erasure.listAbout}</p>
          {erasures.length === 0 && <EmptyState title={m.personal.erasure.none} />}
          <ol className="corrections">
            {erasures.map((erasure) => (
              <Erasure key={erasure.entry} erasure={erasure} />
            ))}
          </ol>
        </>
      )}
    </Answer>
  )
}

const Erasure = ({ erasure }: { erasure: ErasureOut }) => {
  const { m, w } = useSpeech()
  const words = m.personal.erasure
  const [asking, setAsking] = useState<'approve' | 'refuse'>()
  const target = { entry: erasure.entry, saw: erasure.version }
  const done = () => setAsking(undefined)
  const approve = useBookAct(() => call('erasure.approve', target), done)
  const refuse = useBookAct((reason: string) => call('erasure.refuse', { ...target, reason }), done)
  const name = `${w(erasure.ledgerTitle)} #${erasure.target}`
  return (
    <li>
      <p className="correction-head">
        <b>{w(erasure.field)}</b>
        <Link to="/ledgers/$ledger" params={{ ledger: erasure.ledger }} search={{ entry: String(erasure.target) }}>
          {name}
        </Link>
        <span className="badge">{words.state[erasure.state]}</span>
        <small>
          {words.by(erasure.proposer)} · {erasure.day}
          {erasure.decider !== null && ` · ${words.decidedBy(erasure.decider)}`}
        </small>
      </p>
      <q>{erasure.reason}</q>
      {may(erasure.can, 'erasure.approve') && (
        <div className="form-acts">
          <Button danger onClick={() => setAsking('approve')} aria-label={`${words.approve} ${name}`}>
            {words.approve}
          </Button>
          <Button onClick={() => setAsking('refuse')} aria-label={`${words.refuse} ${name}`}>
            {words.refuse}
          </Button>
        </div>
      )}
      {asking === 'approve' && (
        <Modal open title={words.approve} okText={words.approve} okButtonProps={{ danger: true }} confirmLoading={approve.isPending} onOk={() => approve.mutate(undefined)} onCancel={done}>
          <Refused error={approve.error} />
          <p>{words.approveAsk(w(erasure.field), name)}</p>
        </Modal>
      )}
      {asking === 'refuse' && <ReasonDialog title={words.refuse} about={name} act={words.refuse} busy={refuse.isPending} error={refuse.error} onClose={done} onReason={(reason) => refuse.mutate(reason)} />}
    </li>
  )
}
