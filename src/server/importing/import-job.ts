import type { Outline } from '../../core/importing/outline.ts'
import type { Asked } from '../../core/importing/outline.ts'
import type { CellProblem, CellWarning } from '../../core/importing/read-rows.ts'
import type { Fields } from '../../core/ledger/value.ts'
import type { Survey } from '../designing/survey-task.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import type { Day } from '../../core/time/day.ts'
import type { Sheet } from './counted-sheets.ts'

export type JobState = 'reading' | 'ready' | 'writing' | 'done' | 'stopped' | 'failed'

/** Rows by what they do; what they did once they are written. */
export type Counts = { readonly create: number; readonly correct: number; readonly same: number; readonly problem: number; readonly skipped: number }
export const noCounts: Counts = { create: 0, correct: 0, same: 0, problem: 0, skipped: 0 }

/** A row waiting to be written. */
export type StagedRow = { readonly row: number; readonly does: 'create'; readonly fields: Fields; readonly from: Day | null; readonly to: Day | null } | { readonly row: number; readonly does: 'correct'; readonly entry: number; readonly saw: number; readonly set: Fields }

/** A row shown as an example of what will be done. */
export type Example = { readonly row: number; readonly does: 'create' | 'correct' | 'same'; readonly entry: number | null; readonly before: Fields; readonly after: Fields }

/** An import under way, kept by the server while it lasts: the file and the rows waiting lie in a directory of its own. */
export type Job = {
  readonly id: string
  readonly person: number
  /** The ledger it goes into; empty while one is designed for it. */
  ledger: string
  readonly name: string
  readonly directory: string
  readonly hash: string
  state: JobState
  asked: Asked
  sheets: readonly Sheet[]
  outline: Outline | undefined
  /** What was seen of a sheet a ledger is designed for. */
  survey: Survey | undefined
  rows: number
  of: number | null
  counts: Counts
  problems: { readonly row: number; readonly problem: CellProblem }[]
  /** Codes and numbers that look wrong in rows that are taken: how many, and the first of them. */
  warned: number
  warnings: { readonly row: number; readonly warning: CellWarning }[]
  examples: Example[]
  parts: number
  failure: Refusal | undefined
  batch: string | undefined
  entry: number | undefined
  touched: number
  stop: AbortController
}

/** A job whose file lies in its directory under the name `file`. */
export const newJob = (it: Pick<Job, 'id' | 'person' | 'ledger' | 'name' | 'directory' | 'hash'>): Job => ({ ...it, state: 'reading', asked: {}, sheets: [], outline: undefined, survey: undefined, rows: 0, of: null, counts: noCounts, problems: [], warned: 0, warnings: [], examples: [], parts: 0, failure: undefined, batch: undefined, entry: undefined, touched: 0, stop: new AbortController() })

/** So many problems are kept to be shown and marked; more are counted. */
export const mostProblems = 20_000
/** So many warnings are shown; more are counted. */
export const mostWarnings = 200
/** So many examples of each kind. */
export const mostExamples = 8
