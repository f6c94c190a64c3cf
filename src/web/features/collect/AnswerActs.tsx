import { useState } from 'react'
import { Button } from 'antd'
import type { AnswerOut } from '../../../api/answer.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { AcceptDialog } from './AcceptDialog.tsx'
import type { AnswerWork } from './useAnswer.ts'

type Props = { readonly answer: AnswerOut; readonly it: AnswerWork; readonly writes: boolean; readonly onEdit: () => void }

/** The steps that may be taken now, and what the answer waits for after them. */
export const AnswerActs = ({ answer, it, writes, onEdit }: Props) => {
  const { m, w } = useSpeech()
  const words = m.collect.answer
  const [asking, setAsking] = useState<'return' | 'accept'>()
  const done = { onSuccess: () => setAsking(undefined) }
  const empty = it.draft.blocks.length === 0 && it.draft.told.length === 0 && !it.draft.nothing
  return (
    <div className="answer-acts">
      {it.touched && (
        <p className="faint" role="status">
          {it.found ? words.keptOlder : words.kept}
        </p>
      )}
      {!it.touched && (answer.state === 'written' || answer.state === 'confirmed') && (
        <p className="faint" role="status">
          {answer.state === 'written' ? words.sent : words.confirmed}
        </p>
      )}
      {it.touched && may(answer.can, 'answer.confirm') && (
        <p className="over-budget" role="note">
          {words.headEdits}
        </p>
      )}
      <Refused error={it.conflict === undefined ? (it.write.error ?? it.confirm.error ?? it.remind.error) : undefined} />
      <div className="form-acts">
        {writes && (it.touched || answer.state === 'asked' || answer.state === 'returned') && (
          <Button type="primary" loading={it.write.isPending} disabled={empty || it.conflict !== undefined} onClick={() => it.write.mutate(it.draft)}>
            {answer.state === 'asked' ? words.send : words.sendAgain}
          </Button>
        )}
        {it.touched && <Button onClick={it.drop}>{words.drop}</Button>}
        {!it.touched && may(answer.can, 'answer.confirm') && (
          <Button type="primary" loading={it.confirm.isPending} onClick={() => it.confirm.mutate()}>
            {words.confirm}
          </Button>
        )}
        {may(answer.can, 'answer.accept') && (
          <Button type="primary" onClick={() => setAsking('accept')}>
            {words.accept}
          </Button>
        )}
        {!writes && may(answer.can, 'answer.write') && <Button onClick={onEdit}>{words.edit}</Button>}
        {may(answer.can, 'answer.return') && <Button onClick={() => setAsking('return')}>{words.give}</Button>}
        {may(answer.can, 'answer.remind') && (
          <Button loading={it.remind.isPending} onClick={() => it.remind.mutate()}>
            {m.collect.board.remind}
          </Button>
        )}
      </div>
      {asking === 'return' && <ReasonDialog title={words.giveTitle(w(answer.orgName))} act={words.give} busy={it.giveBack.isPending} error={it.giveBack.error} onClose={() => setAsking(undefined)} onReason={(remark) => it.giveBack.mutate(remark, done)} />}
      {asking === 'accept' && <AcceptDialog answer={answer} busy={it.accept.isPending} error={it.accept.error} onAccept={(mode) => it.accept.mutate(mode, done)} onClose={() => setAsking(undefined)} />}
    </div>
  )
}
