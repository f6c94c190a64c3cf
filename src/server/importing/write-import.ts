import { readFile } from 'node:fs/promises'
import { cellName } from '../../core/importing/cell.ts'
import type { Actor } from '../../core/journal/row.ts'
import type { Change } from '../../core/ledger/change.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { Day } from '../../core/time/day.ts'
import type { Town } from '../../store/town.ts'
import type { LedgerRights } from '../../core/access/ledger-rights.ts'
import type { Job, StagedRow } from './import-job.ts'
import { mostProblems } from './import-job.ts'
import { partPath } from './read-import.ts'

/** How staged rows are written: by whom, with which rights, and from which day new register entries hold that say none. */
export type Writing = { readonly town: Town; readonly ledger: Ledger; readonly by: Actor; readonly rights: LedgerRights; readonly reason: string | undefined; readonly from: Day; readonly batch: string; readonly resumeAfter?: number }

/**
 * Writes the rows of a job in parts under one batch. A part the book refuses is halved until the rows that do not go are found: they become
 * problems, the others are written. Stops between parts when it is asked to.
 */
export const writeImport = async (job: Job, it: Writing): Promise<void> => {
  let skip = it.resumeAfter ?? 0
  for (let part = 0; part < job.parts; part += 1) {
    if (job.stop.signal.aborted) return
    const staged = JSON.parse(await readFile(partPath(job, part), 'utf8')) as readonly StagedRow[]
    const rows = staged.slice(skip)
    skip = Math.max(0, skip - staged.length)
    const mine = rows.filter((row) => row.does === 'correct' || it.rights.writes(row.fields))
    for (const row of rows) if (!mine.includes(row)) fail(job, row, refuse('import-not-yours'))
    await write(job, it, mine)
  }
}

const write = async (job: Job, it: Writing, rows: readonly StagedRow[]): Promise<void> => {
  if (rows.length === 0) return
  const outcome = await it.town.commit({ by: it.by, changes: rows.map((row) => changeOf(it, row)), batch: it.batch, ...(it.reason === undefined ? {} : { reason: it.reason }) }, { bulk: true })
  if (!isRefusal(outcome)) {
    job.touched += rows.length
    return
  }
  const [only] = rows
  if (rows.length === 1 && only !== undefined) return fail(job, only, outcome)
  const half = Math.ceil(rows.length / 2)
  await write(job, it, rows.slice(0, half))
  await write(job, it, rows.slice(half))
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
