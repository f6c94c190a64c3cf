import { readFile } from 'node:fs/promises'
import type { LedgerRights } from '../../core/access/ledger-rights.ts'
import { cellName } from '../../core/importing/cell.ts'
import { apartFromTakenOver, takenOverAction } from '../../core/importing/taken-over.ts'
import type { Actor } from '../../core/journal/row.ts'
import type { Change } from '../../core/ledger/change.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { beginMatter } from '../../core/matter/begin-matter.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import type { Day } from '../../core/time/day.ts'
import type { WorkCalendar } from '../../core/time/work-calendar.ts'
import type { Town } from '../../store/town.ts'
import { commitApart } from '../batch/commit-apart.ts'
import type { Job, StagedRow } from './import-job.ts'
import { mostProblems } from './import-job.ts'
import { partPath } from './read-import.ts'

/** How staged rows are written: by whom, with which rights, and from which day new register entries hold that say none. `whole` ends at the first row that does not go. */
export type Writing = { readonly town: Town; readonly ledger: Ledger; readonly by: Actor; readonly rights: LedgerRights; readonly reason: string | undefined; readonly from: Day; readonly today: Day; readonly batch: string; readonly whole: boolean }

/** Writes the rows of a job in parts under one batch; a row the book refuses becomes a problem. Stops between parts when it is asked to. */
export const writeImport = async (job: Job, it: Writing): Promise<void> => {
  for (let part = 0; part < job.parts; part += 1) {
    if (job.stop.signal.aborted) return
    const { calendar } = await it.town.book()
    const rows = JSON.parse(await readFile(partPath(job, part), 'utf8')) as readonly StagedRow[]
    const [mine, foreign] = [rows.filter((row) => row.does === 'correct' || it.rights.writes(row.fields)), rows.filter((row) => row.does === 'create' && !it.rights.writes(row.fields))]
    const { done, refused } = await commitApart(it.town, { by: it.by, batch: it.batch, ...(it.reason === undefined ? {} : { reason: it.reason }) }, mine.map((row) => ({ row, ...changesOf(it, calendar, row, job.name) })))
    job.touched += done.length
    for (const row of foreign) fail(job, row, refuse('import-not-yours'))
    for (const { item, refusal } of refused) fail(job, item.row, refusal)
    if (it.whole && foreign.length + refused.length > 0) return
  }
}

/** What a row changes; one that says where its case stood in an older register comes with the step that tells so. */
const changesOf = (it: Writing, calendar: WorkCalendar, row: StagedRow, source: string): { readonly change: Change; readonly with?: readonly Change[] } => {
  const { ledger, by, today } = it
  const { own, told } = row.does === 'create' ? apartFromTakenOver(ledger, row.fields) : { own: {}, told: {} }
  const action = takenOverAction(ledger, told, { person: by.person, org: ledger.owner, today, source })
  if (action === undefined || ledger.procedure === undefined) return { change: changeOf(it, row) }
  const opening = { day: own[ledger.dateField ?? ''] as Day, raiser: by.person, first: ledger.owner, fields: own }
  const [change, ...others] = beginMatter(ledger, ledger.procedure, opening, [action], calendar, `${ledger.key}.create`, `row-${row.row}`)
  return change === undefined ? { change: changeOf(it, row) } : { change, with: others }
}

const changeOf = ({ ledger, from }: Writing, row: StagedRow): Change =>
  row.does === 'create'
    ? { act: 'create', verb: `${ledger.key}.create`, ledger: ledger.key, spans: [{ from: ledger.shape === 'register' ? (row.from ?? from) : null, to: row.to, fields: row.fields }] }
    : { act: 'correct', verb: `${ledger.key}.correct`, ledger: ledger.key, entry: row.entry, saw: row.saw, set: row.set }

const fail = (job: Job, row: StagedRow, refusal: Refusal): void => {
  const first = refusal.fields?.[0]
  const columns = job.outline?.mapping.columns ?? []
  const column = (columns.find((each) => each.field !== null && each.field === first?.field) ?? columns.find((each) => each.field !== null))?.at ?? 0
  job.counts = { ...job.counts, [row.does]: job.counts[row.does] - 1, problem: job.counts.problem + 1 }
  if (job.problems.length < mostProblems) job.problems.push({ row: row.row, problem: { cell: cellName(row.row, column), column, field: first?.field ?? '', code: first?.code ?? refusal.code, details: first?.details ?? refusal.details } })
}
