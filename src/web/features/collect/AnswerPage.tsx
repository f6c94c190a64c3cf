import { useState } from 'react'
import { Link, useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { AnswerOut } from '../../../api/answer.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { AnswerActs } from './AnswerActs.tsx'
import { AnswerState } from './AnswerState.tsx'
import { AnswerText } from './AnswerText.tsx'
import { AskedFigures } from './AskedFigures.tsx'
import { ConflictNote } from './ConflictNote.tsx'
import { LastTime } from './LastTime.tsx'
import { useAnswer } from './useAnswer.ts'
import { useFigureTells } from './useFigureTells.ts'
import './collect.css'

/** An office's own page: what is asked of it, what was said last time, its figures now, and its text; and what may be done next. */
export const AnswerPage = () => {
  const { answer: entry } = useParams({ from: '/report/answers/$answer' })
  const query = useCall('answer.read', { answer: Number(entry) })
  return (
    <div className="page page-reading answer">
      <Answer query={query} lines={12}>
        {(data) => <Own key={data.entry} answer={data} />}
      </Answer>
    </div>
  )
}

const Own = ({ answer }: { readonly answer: AnswerOut }) => {
  const { m, w } = useSpeech()
  const it = useAnswer(answer)
  const [editing, setEditing] = useState<number>()
  const writes = may(answer.can, 'answer.write') && (answer.state !== 'written' || editing === answer.version || it.touched)
  const tells = useFigureTells(answer, it.draft.blocks, writes)
  return (
    <>
      <p className="crumb">
        <Link to="/report/calls/$call" params={{ call: String(answer.call) }}>
          {answer.callTitle}
        </Link>
      </p>
      <PageHead
        title={answer.sectionTitle}
        note={
          <>
            {w(answer.orgName)} · {m.collect.due(answer.due)} <AnswerState state={answer.state} late={answer.late} nothing={answer.nothing} />
          </>
        }
      />
      <p className="answer-by faint">
        {[answer.writer === null ? undefined : m.collect.answer.writer(answer.writer), answer.confirmer === null ? undefined : m.collect.answer.confirmer(answer.confirmer), answer.reminded === null ? undefined : m.collect.answer.reminded(answer.reminders, answer.reminded)].filter((each) => each !== undefined).join(' · ')}
      </p>
      {answer.remark !== null && <Alert type="warning" showIcon role="note" title={m.collect.answer.returned} description={answer.remark} />}
      {answer.note !== null && <p className="call-note note-text">{answer.note}</p>}
      {it.conflict !== undefined && <ConflictNote conflict={it.conflict} it={it} tells={tells} />}
      <AskedFigures answer={answer} it={it} writes={writes} />
      <LastTime answer={answer} writes={writes && !it.draft.nothing} onReuse={(blocks) => it.set({ blocks: [...it.draft.blocks, ...blocks] })} />
      <AnswerText answer={answer} it={it} writes={writes} tells={tells} />
      <AnswerActs answer={answer} it={it} writes={writes} onEdit={() => setEditing(answer.version)} />
    </>
  )
}
