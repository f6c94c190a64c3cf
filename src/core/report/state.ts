import type { Post } from '../access/policy.ts'
import { isOfficePost, mayUse } from '../access/policy.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'

/**
 * The states of a report (HANDBOOK App. C). While it is written the office moves it between the writing states as its work goes;
 * frozen, its text and its figures stand, and only a thaw that someone else approves opens them again.
 */
export const writingStates = ['collect', 'draft', 'ask', 'leaders', 'meeting', 'committee'] as const
export const settledStates = ['frozen', 'sent', 'published', 'archived'] as const
export type ReportState = (typeof writingStates)[number] | (typeof settledStates)[number]

/** The state an entry tells; one that tells none is being drafted. */
export const stateOf = (text: string | null | undefined): ReportState => ([...writingStates, ...settledStates] as readonly string[]).includes(text ?? '') ? (text as ReportState) : 'draft'

export const isWriting = (state: ReportState): boolean => (writingStates as readonly string[]).includes(state)

/** States the office may move a report to from here by its own word. */
export const movesFrom = (state: ReportState): readonly ReportState[] => {
  if (isWriting(state)) return writingStates.filter((each) => each !== state)
  return state === 'published' ? ['archived'] : []
}

/** Why a report may not be moved to a state; a step back asks for a reason. */
export const moveProblem = (from: ReportState, to: ReportState, reason: string | undefined): Refusal | undefined => {
  if (!movesFrom(from).includes(to)) return refuse('report-state', { state: from })
  const back = isWriting(to) && writingStates.indexOf(to as (typeof writingStates)[number]) < writingStates.indexOf(from as (typeof writingStates)[number])
  return back && reason === undefined ? refuse('reason-required') : undefined
}

/** Why a report may not be frozen: only one that is written, and not while offices are still asked. */
export const freezeProblem = (state: ReportState): Refusal | undefined => (isWriting(state) && state !== 'collect' ? undefined : refuse('report-state', { state }))

/** Whether someone may write a section: the town office any, a line office its own, and no one while the report is settled. */
export const sectionProblem = (posts: readonly Post[], state: ReportState, org: string, verb: string): Refusal | undefined => {
  if (!isWriting(state)) return refuse('report-frozen')
  const writes = posts.some((post) => post.role === 'office' || (isOfficePost(post) && post.org === org))
  return writes && mayUse(posts, verb) ? undefined : refuse('forbidden', { verb })
}

/** Whether a thaw may be decided: it was asked for, and by someone else (approve ≠ ask, HANDBOOK §4.4). */
export const thawProblem = (state: string, asker: number | null, person: number): Refusal | undefined => {
  if (state !== 'thaw-asked') return refuse('thaw-not-asked')
  return asker === person ? refuse('same-person') : undefined
}
