import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { AnswerRef } from '../../../api/answer.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { AnswerState } from './AnswerState.tsx'

type Props = { readonly answers: readonly AnswerRef[]; readonly onRemind: (answer: AnswerRef) => void; readonly reminding: boolean; readonly error: unknown }

/** The parts of a call in the order of the report, each with its office, its state and what is missing. */
export const AnswerTable = ({ answers, onRemind, reminding, error }: Props) => {
  const { m, w } = useSpeech()
  const navigate = useNavigate()
  const words = m.collect.board
  const reminds = answers.some((answer) => may(answer.can, 'answer.remind'))
  const columns: readonly Column<AnswerRef>[] = [
    { key: 'section', title: words.section, lead: true, wide: true, cell: (row) => <span lang="zh-CN">{row.sectionTitle}</span> },
    { key: 'org', title: words.org, wide: true, cell: (row) => w(row.orgName) },
    { key: 'state', title: words.state, cell: (row) => <AnswerState state={row.state} late={row.late} nothing={row.nothing} /> },
    { key: 'length', title: words.length, numeric: true, cell: (row) => (row.length === 0 && row.budget === null ? '' : <span className={row.budget !== null && row.length > row.budget ? 'over-budget number-text' : 'number-text'}>{row.budget === null ? row.length : words.lengthOf(row.length, row.budget)}</span>) },
    { key: 'missing', title: words.missing, numeric: true, cell: (row) => (row.missing === 0 ? '' : words.missingOf(row.missing, row.asked)) },
    { key: 'people', title: words.people, line: true, cell: (row) => m.ui.listed(namesOf(row)) || <span className="faint">{words.nobody}</span> },
    { key: 'reminded', title: words.reminded, cell: (row) => (row.reminders > 0 && row.reminded !== null ? <span className="number-text">{words.remindedOf(row.reminders, row.reminded)}</span> : '') },
    ...(reminds
      ? [{
          key: 'remind',
          title: '',
          cell: (row: AnswerRef) =>
            may(row.can, 'answer.remind') && (
              <Button size="small" loading={reminding} onClick={() => onRemind(row)} aria-label={`${words.remind} ${w(row.orgName)}`}>
                {words.remind}
              </Button>
            ),
        }]
      : []),
  ]
  return (
    <section aria-label={words.table}>
      <Refused error={error} />
      <DataTable caption={words.table} columns={columns} rows={answers} keyOf={(row) => row.entry} onOpen={(row) => void navigate({ to: '/report/answers/$answer', params: { answer: String(row.entry) } })} />
    </section>
  )
}

/** Whom to call: who wrote, and who holds it now; all of the office while nobody has. */
const namesOf = ({ people, state, writer, confirmer }: AnswerRef): readonly string[] => {
  const names = writer === null ? [...people.writers, ...people.heads] : [writer, ...(confirmer !== null ? [confirmer] : state === 'written' ? people.heads : [])]
  return [...new Set(names)]
}
