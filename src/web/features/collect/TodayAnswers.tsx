import { Link } from '@tanstack/react-router'
import type { AnswerWaiting, TodayAnswers as Waiting } from '../../../api/today.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { AnswerState } from './AnswerState.tsx'
import './collect.css'

const kinds = ['write', 'confirm', 'accept', 'owed'] as const

/** Answers that wait for the reader, and those the town office waits for; each opens its own page. */
export const TodayAnswers = ({ answers }: { answers: Waiting }) => {
  const { m } = useSpeech()
  return kinds.map(
    (kind) =>
      answers[kind].length > 0 && (
        <section key={kind} aria-labelledby={`today-${kind}`}>
          <h2 id={`today-${kind}`}>
            {m.collect.today[kind]}
            <small>{answers[kind].length}</small>
          </h2>
          <ul className="plain-list">
            {answers[kind].map((each) => (
              <Line key={each.entry} answer={each} office={kind !== 'write'} />
            ))}
          </ul>
        </section>
      ),
  )
}

/** How many answers wait for the reader herself. */
export const countOf = ({ write, confirm, accept }: Waiting): number => write.length + confirm.length + accept.length

const Line = ({ answer, office }: { answer: AnswerWaiting; office: boolean }) => {
  const { m, w } = useSpeech()
  return (
    <li className="answer-line">
      <Link to="/report/answers/$answer" params={{ answer: String(answer.entry) }}>
        {office ? m.ui.named(w(answer.orgName), answer.sectionTitle) : answer.sectionTitle}
      </Link>
      <span>
        {answer.callTitle} · {m.collect.due(answer.due)}
        {answer.reminders > 0 && ` · ${m.collect.today.reminded(answer.reminders)}`}
      </span>
      <AnswerState state={answer.state} late={answer.late} nothing={false} />
      {answer.remark !== null && <q>{answer.remark}</q>}
    </li>
  )
}
