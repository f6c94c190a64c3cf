import { useState } from 'react'
import { Link, useParams } from '@tanstack/react-router'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { AnswerRef } from '../../../api/answer.ts'
import type { CallOut } from '../../../api/call.ts'
import { isOwed } from '../../../core/collecting/answer-state.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { AnswerTable } from './AnswerTable.tsx'
import { DifferenceBoard } from './DifferenceBoard.tsx'
import './collect.css'

/** How a call stands: who has not answered, who is late, what waits to be accepted, and which figures are told differently. */
export const CallBoard = () => {
  const { m } = useSpeech()
  const { call: entry } = useParams({ from: '/report/calls/$call' })
  const query = useCall('call.read', { call: Number(entry) })
  return (
    <div className="page">
      <p className="crumb">
        <Link to="/report/calls">{m.collect.toCalls}</Link>
      </p>
      <Answer query={query} lines={10}>
        {(data) => <Board board={data} />}
      </Answer>
    </div>
  )
}

const Board = ({ board }: { readonly board: CallOut }) => {
  const { m } = useSpeech()
  const [asking, setAsking] = useState<'remind' | 'close'>()
  const owed = board.answers.filter((answer) => isOwed(answer.state))
  const toRemind = owed.filter((answer) => may(answer.can, 'answer.remind'))
  const remind = useMutation({
    mutationFn: (answers: readonly AnswerRef[]) => call('answer.remind', { call: board.entry, answers: answers.map((answer) => answer.entry) }),
    onSuccess: async () => {
      await rereadBook()
      setAsking(undefined)
    },
  })
  const close = useMutation({
    mutationFn: () => call('call.close', { call: board.entry, saw: board.version }),
    onSuccess: async () => {
      await rereadBook()
      setAsking(undefined)
    },
  })
  return (
    <>
      <PageHead
        title={board.title}
        note={
          <>
            {m.collect.callState[board.state]} · {m.collect.due(board.due)} · {m.collect.progress(board.parts, board.owed)}
            {board.late > 0 && <span className="badge badge-void">{m.collect.lateCount(board.late)}</span>}
          </>
        }
      >
        {toRemind.length > 0 && <Button onClick={() => setAsking('remind')}>{m.collect.board.remindAll(toRemind.length)}</Button>}
        {may(board.can, 'call.close') && <Button onClick={() => setAsking('close')}>{m.collect.board.close}</Button>}
      </PageHead>
      {board.note !== null && <p className="call-note note-text">{board.note}</p>}
      <AnswerTable answers={board.answers} onRemind={(answer) => remind.mutate([answer])} reminding={remind.isPending} error={asking === undefined ? remind.error : undefined} />
      <DifferenceBoard differences={board.differences} told={board.answers.some((answer) => answer.state !== 'asked')} />
      {asking === 'remind' && (
        <FormDialog title={m.collect.board.remindAll(toRemind.length)} about={m.collect.board.remindAbout} act={m.collect.board.remind} ready busy={remind.isPending} error={remind.error} onSubmit={() => remind.mutate(toRemind)} onClose={() => setAsking(undefined)}>
          <RemindNames answers={toRemind} />
        </FormDialog>
      )}
      {asking === 'close' && (
        <FormDialog title={m.collect.board.close} about={`${owed.length > 0 ? m.collect.board.closeOwed(owed.length) : ''}${m.collect.board.closeAbout}`} act={m.collect.board.close} danger ready busy={close.isPending} error={close.error} onSubmit={() => close.mutate()} onClose={() => setAsking(undefined)} />
      )}
    </>
  )
}

/** Whom a reminder reaches. */
const RemindNames = ({ answers }: { readonly answers: readonly AnswerRef[] }) => {
  const { m, w } = useSpeech()
  return (
    <ul className="remind-names">
      {answers.map((answer) => {
        const names = [...new Set([...answer.people.writers, ...answer.people.heads])]
        return <li key={answer.entry}>{m.collect.board.remindLine(w(answer.orgName), answer.sectionTitle, names.length === 0 ? m.collect.board.nobody : m.ui.listed(names))}</li>
      })}
    </ul>
  )
}
