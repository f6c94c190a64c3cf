import { Link } from '@tanstack/react-router'
import type { NoticeProblem } from '../../../core/time/read-calendar-notice.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { DataTable } from '../../ui/DataTable.tsx'

type Preview = OutputOf<'calendar.preview'>

/** What a notice says and what it would move, or line by line what is wrong with it. */
export const NoticePreview = ({ seen }: { readonly seen: Preview }) => {
  const { m, w } = useSpeech()
  const { calendar } = m
  if (seen.notice === null)
    return (
      <div className="calendar-problems" role="alert">
        <p>{calendar.problems(seen.problems.length)}</p>
        <ul>
          {(seen.problems as unknown as readonly NoticeProblem[]).map((problem, at) => (
            <li key={at}>
              {problem.line !== null && calendar.atLine(problem.line)}
              <ProblemText problem={problem} />
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <div className="calendar-preview" aria-live="polite">
      <p>{calendar.read(seen.notice.year, seen.notice.off.length, seen.notice.work.length)}</p>
      {seen.days.length === 0 ? (
        <p>{calendar.noDays}</p>
      ) : (
        <DataTable
          caption={calendar.days}
          rows={seen.days}
          keyOf={(row) => row.day}
          columns={[
            { key: 'day', title: calendar.columns.day, lead: true, line: true, cell: (row) => <span className="number-text">{row.day}</span> },
            { key: 'was', title: calendar.columns.was, cell: (row) => calendar.kinds[row.was] },
            { key: 'is', title: calendar.columns.is, cell: (row) => calendar.kinds[row.is] },
          ]}
        />
      )}
      <p>{calendar.effect(seen.open, seen.moved, seen.settled)}</p>
      {seen.matters.length > 0 && (
        <DataTable
          caption={calendar.matters}
          rows={seen.matters}
          keyOf={(row) => `${row.ledger} ${row.entry}`}
          columns={[
            {
              key: 'title',
              title: calendar.columns.title,
              lead: true,
              wide: true,
              cell: (row) => (
                <Link to="/matters/$ledger/$entry" params={{ ledger: row.ledger, entry: String(row.entry) }} target="_blank">
                  {row.title}
                </Link>
              ),
            },
            { key: 'ledger', title: calendar.columns.ledger, cell: (row) => w(row.ledgerTitle) },
            { key: 'was', title: calendar.columns.wasDue, line: true, cell: (row) => <Due due={row.was} safe={row.wasSafe} /> },
            { key: 'is', title: calendar.columns.isDue, line: true, cell: (row) => <Due due={row.is} safe={row.isSafe} /> },
          ]}
        />
      )}
      {seen.moved > seen.matters.length && <p className="faint">{calendar.withheld(seen.moved - seen.matters.length)}</p>}
    </div>
  )
}

/** The legal day, and the working day before it where that is another. */
const Due = ({ due, safe }: { readonly due: string | null; readonly safe: string | null }) => {
  const { calendar } = useSpeech().m
  return (
    <span className="number-text">
      {due ?? calendar.noDue}
      {safe !== null && safe !== due && <small className="calendar-safe">{calendar.safe(safe)}</small>}
    </span>
  )
}

const ProblemText = ({ problem }: { readonly problem: NoticeProblem }) => {
  const told = useSpeech().m.calendar.problem
  switch (problem.kind) {
    case 'no-day':
    case 'no-mark':
      return told[problem.kind](problem.text)
    case 'twice':
      return told.twice(problem.day, problem.first)
    case 'worked-anyway':
      return told['worked-anyway'](problem.day)
    case 'other-year':
      return told['other-year'](problem.day, problem.year)
    case 'other-count':
      return told['other-count'](problem.said, problem.found)
    case 'no-year':
    case 'no-rows':
    case 'no-national-day':
    case 'too-long':
      return told[problem.kind]
    default:
      return problem satisfies never
  }
}
