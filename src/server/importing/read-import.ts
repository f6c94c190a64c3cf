import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OrgTree } from '../../core/access/org-tree.ts'
import type { Post } from '../../core/access/policy.ts'
import { importFields } from '../../core/importing/import-fields.ts'
import type { Mapping } from '../../core/importing/mapping.ts'
import type { ReadRow } from '../../core/importing/read-rows.ts'
import { merge } from '../../core/journal/apply-change.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import type { Day } from '../../core/time/day.ts'
import { yearOf } from '../../core/time/day.ts'
import type { MasterKey } from '../../store/seal/master-key.ts'
import { onSnapshot } from '../../store/snapshot.ts'
import type { Town } from '../../store/town.ts'
import type { CheckedRow } from './check-part.ts'
import { checkPart } from './check-part.ts'
import type { Job, StagedRow } from './import-job.ts'
import { mostExamples, mostProblems, mostWarnings, noCounts } from './import-job.ts'
import { readApart } from './read-apart.ts'

/** Who imports into what, on which day. */
export type Importing = { readonly town: Town; readonly ledger: Ledger; readonly posts: readonly Post[] | 'all'; readonly today: Day; readonly master: MasterKey | undefined; readonly remembered: Mapping | undefined }

/** Rows read, checked and written at a time. */
export const partRows = 5000

/** Reads the file of a job to its end: every row is read by its columns, held against the book, and laid ready to be written. Nothing is written yet. */
export const readImport = async (job: Job, it: Importing): Promise<void> => {
  const { town, ledger, today } = it
  const book = await town.book()
  const tree = book.treeAt(today)
  Object.assign(job, { state: 'reading', outline: undefined, rows: 0, of: null, counts: noCounts, problems: [], warned: 0, warnings: [], examples: [], parts: 0, failure: undefined })
  const take = async (rows: readonly ReadRow[]): Promise<void> => {
    const mapping = job.outline?.mapping
    if (mapping === undefined) return
    const checked = await onSnapshot(town.db, (handle) => checkPart({ handle, schema: town.schema, book, ledger, mapping, posts: it.posts, tree, today, master: it.master, writing: town.db.pool }, rows))
    await stage(job, checked)
    warn(job, rows, checked)
    job.rows += rows.length
    job.counts = { ...job.counts, skipped: job.counts.skipped + rows.filter((row) => row.kind === 'skipped').length }
  }
  const refusal = await readApart(
    { path: join(job.directory, 'file'), fields: importFields(ledger), keys: ledger.unique ?? [], asked: job.asked, remembered: it.remembered, known: { orgs: orgNames(tree), year: yearOf(today) }, part: partRows },
    { onSheets: (sheets) => void (job.sheets = sheets), onOutline: (outline) => void (job.outline = outline), onRows: take, signal: job.stop.signal },
  )
  if (job.stop.signal.aborted) job.state = 'stopped'
  else if (refusal !== undefined) Object.assign(job, { state: refusal.code === 'import-no-table' ? 'ready' : 'failed', failure: refusal })
  else job.state = 'ready'
}

/** Every name a living organisation goes by; one that two share names none. */
export const orgNames = (tree: OrgTree): ReadonlyMap<string, string> => {
  const names = new Map<string, string | null>()
  const add = (name: string, code: string): void => void names.set(name, names.has(name) && names.get(name) !== code ? null : code)
  for (const org of tree.orgs.values()) {
    if (org.to !== null) continue
    for (const name of new Set([org.code, org.zh, org.en, org.zh.replace(/(村|社区|居委会|村委会|村民委员会)$/, ''), `${org.zh}委会`, `${org.zh}民委员会`, `${org.zh}居委会`, `${org.zh}居民委员会`])) if (name.length > 1 || name === org.code) add(name, org.code)
  }
  return new Map([...names].flatMap(([name, code]) => (code === null ? [] : [[name, code] as const])))
}

const stage = async (job: Job, checked: readonly CheckedRow[]): Promise<void> => {
  const staged: StagedRow[] = []
  const counts = { ...job.counts }
  const shown = { create: 0, correct: 0, same: 0 }
  for (const example of job.examples) shown[example.does] += 1
  for (const each of checked) {
    if ('problems' in each) {
      counts.problem += 1
      for (const problem of each.problems) if (job.problems.length < mostProblems) job.problems.push({ row: each.row, problem })
      continue
    }
    const { row, decided } = each
    counts[decided.does] += 1
    if (decided.does === 'create') staged.push({ row, does: 'create', fields: decided.span.fields, from: decided.span.from, to: decided.span.to })
    else if (decided.does === 'correct') staged.push({ row, does: 'correct', entry: decided.entry, saw: decided.saw, set: decided.set })
    if (shown[decided.does] >= mostExamples) continue
    shown[decided.does] += 1
    job.examples.push(decided.does === 'create' ? { row, does: 'create', entry: null, before: {}, after: decided.span.fields } : decided.does === 'correct' ? { row, does: 'correct', entry: decided.entry, before: decided.before, after: merge(decided.before, decided.set) } : { row, does: 'same', entry: decided.entry, before: {}, after: {} })
  }
  job.counts = counts
  if (staged.length === 0) return
  await writeFile(partPath(job, job.parts), JSON.stringify(staged), { mode: 0o600 })
  job.parts += 1
}

/** Keeps what looks wrong in rows that are taken. */
const warn = (job: Job, rows: readonly ReadRow[], checked: readonly CheckedRow[]): void => {
  const taken = new Set(checked.flatMap((each) => ('problems' in each ? [] : [each.row])))
  for (const each of rows)
    for (const warning of each.kind === 'data' && taken.has(each.row) ? (each.warnings ?? []) : []) {
      job.warned += 1
      if (job.warnings.length < mostWarnings) job.warnings.push({ row: each.row, warning })
    }
}

export const partPath = (job: Job, part: number): string => join(job.directory, `part-${part}`)

/** A job that waits for a person, or why it does not. */
export const notReady = (job: Job) => (job.state === 'ready' && job.failure === undefined ? undefined : refuse('import-state'))
