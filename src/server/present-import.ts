import type { CellProblemOut, ImportOut } from '../api/import.ts'
import type { OrgTree } from '../core/access/org-tree.ts'
import { importFields } from '../core/importing/import-fields.ts'
import type { CellProblem, CellWarning } from '../core/importing/read-rows.ts'
import { warningWords } from '../core/ledger/check-digits/warning-words.ts'
import type { Field } from '../core/ledger/field.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { refusalMessage } from '../core/refusal/catalogue.ts'
import { words } from '../core/words.ts'
import type { StoredImport } from '../store/imports.ts'
import type { Example, Job } from './importing/import-job.ts'
import { fieldText } from './present-fields.ts'

/** So many problems are shown at a time; all of them stand in the workbook of problems. */
const shownProblems = 200

/** An import as its owner sees it. */
export const presentImport = (job: Job, ledger: Ledger, tree: OrgTree, before: (StoredImport & { readonly by: string }) | undefined): ImportOut => {
  const fields = importFields(ledger)
  const { outline } = job
  const mapped = new Set(outline?.mapping.columns.flatMap((column) => column.field ?? []))
  return {
    import: job.id,
    ledger: job.ledger,
    name: job.name,
    state: job.state,
    progress: { rows: job.state === 'writing' ? job.touched : job.rows, of: job.state === 'writing' ? job.counts.create + job.counts.correct : job.of },
    sheets: job.sheets.map((sheet) => ({ ...sheet })),
    sheet: outline?.mapping.sheet ?? null,
    headerTo: outline?.mapping.headerTo ?? null,
    columns: (outline?.matches ?? []).map((match, at) => ({ at: match.column.at, title: match.column.title, unit: match.column.unit ?? null, field: match.field, by: match.by, samples: [...(outline?.samples[at] ?? [])] })),
    fields: fields.map((field) => ({ key: field.key, title: field.title, required: field.required === true, kind: field.kind, unit: field.unit ?? null, choices: (field.choices ?? []).map(({ key, title }) => ({ key, title })) })),
    key: outline === undefined || outline.mapping.key === null ? null : [...outline.mapping.key],
    keys: (ledger.unique ?? []).filter((key) => key.every((each) => mapped.has(each))).map((key) => [...key]),
    fixed: (outline?.mapping.fixed ?? []).map((each) => ({ ...each })),
    counts: job.counts,
    problems: job.problems.slice(0, shownProblems).map(({ row, problem }) => presentProblem(row, problem, fields, job)),
    warned: job.warned,
    warnings: job.warnings.map(({ row, warning }) => ({ row, cell: warning.cell, title: titleOf(warning, fields, job), code: warning.code, message: warningWords[warning.code] })),
    examples: job.examples.map((example) => presentExample(example, fields, tree)),
    before: before === undefined ? null : { day: before.day, by: before.by, created: before.created, corrected: before.corrected },
    failure: job.failure === undefined ? null : { code: job.failure.code, message: words(refusalMessage(job.failure.code, job.failure.details, 'zh'), refusalMessage(job.failure.code, job.failure.details, 'en')) },
    batch: job.batch ?? null,
  }
}

const presentProblem = (row: number, problem: CellProblem, fields: readonly Field[], job: Job): CellProblemOut => ({
  row,
  cell: problem.cell,
  title: titleOf(problem, fields, job),
  code: problem.code,
  message: words(refusalMessage(problem.code, problem.details, 'zh'), refusalMessage(problem.code, problem.details, 'en')),
})

const titleOf = ({ field, column }: Pick<CellProblem | CellWarning, 'field' | 'column'>, fields: readonly Field[], job: Job): string =>
  fields.find((each) => each.key === field)?.title.zh ?? job.outline?.mapping.columns.find((each) => each.at === column)?.title ?? ''

const presentExample = ({ row, does, entry, before, after }: Example, fields: readonly Field[], tree: OrgTree): ImportOut['examples'][number] => ({
  row,
  does,
  entry,
  fields: fields
    .filter((field) => after[field.key] !== undefined || before[field.key] !== undefined)
    .map((field) => ({ field: field.key, title: field.title, before: does === 'correct' ? (fieldText(field, before, true, tree)?.zh ?? null) : null, after: fieldText(field, after, true, tree)?.zh ?? null })),
})
