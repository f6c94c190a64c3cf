import type { checkDesign, DesignOut } from '../api/design.ts'
import type { OrgTree } from '../core/access/org-tree.ts'
import type { Post } from '../core/access/policy.ts'
import { isOfficePost } from '../core/access/policy.ts'
import type { TakenColumn } from '../core/designing/draft.ts'
import { proposeDraft } from '../core/designing/propose-draft.ts'
import { cellText } from '../core/importing/cell.ts'
import { outlineOf } from '../core/importing/outline.ts'
import { rowReader } from '../core/importing/read-rows.ts'
import type { Declared } from '../core/journal/declaration.ts'
import type { Field } from '../core/ledger/field.ts'
import type { RefusalCode } from '../core/refusal/catalogue.ts'
import { refusalMessage } from '../core/refusal/catalogue.ts'
import type { FieldProblem } from '../core/refusal/refusal.ts'
import type { Day } from '../core/time/day.ts'
import { yearOf } from '../core/time/day.ts'
import type { Words } from '../core/words.ts'
import { words } from '../core/words.ts'
import type { z } from 'zod'
import type { Survey } from './designing/survey-task.ts'
import type { Job } from './importing/import-job.ts'
import { orgNames } from './importing/read-import.ts'
import { fieldText } from './present-fields.ts'
import { spelled } from './spelled.ts'
import { takenKey } from './taken-keys.ts'

type Checked = z.input<typeof checkDesign.output>

/** So many rows of the sheet are shown as they stand; so many as they would be read, and so many of those behind them that have a problem. */
const [shownTop, shownTried, shownWrong] = [12, 8, 8]

/** A sheet and the ledger proposed for it, to be kept by the office of the one who asks. */
export const presentDesign = (job: Job, posts: readonly Post[], declared: Declared): DesignOut => {
  const { survey } = job
  const surveyed = survey?.surveyed
  const owner = (posts.find(isOfficePost) ?? posts[0])?.org ?? ''
  const draft = surveyed === undefined ? null : proposeDraft(surveyed, { name: job.name, owner, line: lineOf(owner, declared), spell: spelled, isTaken: takenKey(declared) })
  return {
    design: job.id,
    name: job.name,
    state: job.state,
    rows: job.rows,
    sheets: job.sheets.map((sheet) => ({ ...sheet })),
    sheet: survey?.sheet ?? null,
    headerTo: survey?.header?.to ?? null,
    top: (survey?.top ?? []).slice(0, shownTop).map((row) => ({ row: row.at, cells: row.cells.slice(0, 40).map((cell) => cellText(cell).slice(0, 60)) })),
    columns: (surveyed?.columns ?? []).map(({ column, survey: { filled, reads, unique, samples, values } }) => ({ at: column.at, title: column.title, unit: column.unit ?? null, filled, reads: { ...reads }, unique, samples: [...samples], values: values === null ? null : [...values] })),
    more: survey?.more ?? 0,
    draft: draft === null ? null : { ...draft, unique: [...draft.unique], lines: draft.lines.map((line) => ({ ...line })) },
    failure: job.failure === undefined ? null : { code: job.failure.code, message: messageOf(job.failure.code, job.failure.details) },
  }
}

/** The line of work most of an office's ledgers belong to. */
const lineOf = (owner: string, { ledgers }: Declared): string => {
  const counts = new Map<string, number>()
  for (const ledger of ledgers.values()) if (ledger.owner === owner && ledger.system !== true) counts.set(ledger.line, (counts.get(ledger.line) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'government'
}

export const presentProblems = (problems: readonly FieldProblem[]): Checked['problems'] => problems.map(({ field, code, details }) => ({ field, code, message: messageOf(code, details) }))

/** The first rows below the head and what is wrong in those behind them, read for the fields as they are designed now. */
export const presentTried = (survey: Survey, fields: readonly Field[], columns: readonly TakenColumn[], given: Readonly<Record<string, string>>, tree: OrgTree, today: Day): Checked['rows'] => {
  const { header } = survey
  if (header === undefined) return []
  const known = { orgs: orgNames(tree), year: yearOf(today) }
  const outline = outlineOf(survey.sheet, survey.top, survey.merges, fields, [], { headerTo: header.to, columns, fixed: Object.entries(given).map(([field, text]) => ({ field, text })), key: null }, undefined, known)
  if (outline === undefined) return []
  const read = rowReader({ fields, mapping: outline.mapping, header, merges: survey.merges, known })
  const rows = survey.top.filter((row) => row.at > header.to).map((row) => read(row)).flatMap((row) => (row.kind === 'skipped' ? [] : [row]))
  const wrong = rows.slice(shownTried).filter((row) => row.kind === 'problem').slice(0, shownWrong)
  return [...rows.slice(0, shownTried), ...wrong].map((row) => {
    const problems = new Map(row.kind === 'problem' ? row.problems.map((problem) => [problem.field, messageOf(problem.code, problem.details)]) : [])
    return { row: row.row, cells: Object.fromEntries(fields.flatMap((field) => (problems.has(field.key) || row.fields[field.key] !== undefined ? [[field.key, { text: textOf(field, row.fields, tree), problem: problems.get(field.key) ?? null }]] : []))) }
  })
}

/** What is sealed is not sealed yet; it is not shown either. */
const textOf = (field: Field, fields: Parameters<typeof fieldText>[1], tree: OrgTree): Words | null => {
  if (fields[field.key] === undefined) return null
  return field.kind === 'sealed' ? words('••••••', '••••••') : field.kind === 'reference' ? words(String(fields[field.key]), String(fields[field.key])) : fieldText(field, fields, true, tree)
}

const messageOf = (code: RefusalCode, details: Readonly<Record<string, unknown>>): Words => words(refusalMessage(code, details, 'zh'), refusalMessage(code, details, 'en'))
