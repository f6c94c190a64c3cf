import { join } from 'node:path'
import type { OrgTree } from '../../core/access/org-tree.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import type { Day } from '../../core/time/day.ts'
import { yearOf } from '../../core/time/day.ts'
import type { Job } from '../importing/import-job.ts'
import { orgNames } from '../importing/read-import.ts'
import { surveyApart } from './survey-apart.ts'

/** Looks at the file of a job to its end, so that a ledger can be proposed for it. Nothing is written. */
export const surveyJob = async (job: Job, tree: OrgTree, today: Day): Promise<void> => {
  Object.assign(job, { state: 'reading', survey: undefined, rows: 0, failure: undefined })
  const seen = await surveyApart({ path: join(job.directory, 'file'), asked: { sheet: job.asked.sheet, headerTo: job.asked.headerTo }, known: { orgs: orgNames(tree), year: yearOf(today) } }, (rows) => void (job.rows = rows), job.stop.signal)
  if (seen === undefined) job.state = 'stopped'
  else if (seen.kind === 'refused') Object.assign(job, { state: 'failed', failure: seen.refusal })
  else Object.assign(job, { state: 'ready', sheets: seen.sheets, survey: seen.survey, rows: seen.survey.surveyed?.rows ?? 0, failure: seen.survey.surveyed === undefined ? refuse('import-no-table') : undefined })
}
