import type { Post } from '../access/policy.ts'
import { isOfficePost, mayUse } from '../access/policy.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { Day } from '../time/day.ts'
import { yearOf } from '../time/day.ts'

/** The states of a supervision item: raised from an instruction, signed for, reported on, confirmed done (HANDBOOK §2.20). */
export const supervisionStates = ['raised', 'signed', 'reported', 'closed'] as const
export type SupervisionState = (typeof supervisionStates)[number]

export type SupervisionAct = 'supervision.sign' | 'supervision.report' | 'supervision.close'

/** From which states each act goes, and where to. */
const acts: Readonly<Record<SupervisionAct, { readonly from: readonly SupervisionState[]; readonly to: SupervisionState }>> = {
  'supervision.sign': { from: ['raised'], to: 'signed' },
  'supervision.report': { from: ['signed', 'reported'], to: 'reported' },
  'supervision.close': { from: ['reported'], to: 'closed' },
}

export const stateAfter = (act: SupervisionAct): SupervisionState => acts[act].to

/**
 * Why someone may not take a step: only the office that acts signs and reports, only the town office closes, and never what it
 * acted on itself (the one who does is not the one who checks).
 */
export const supervisionProblem = (posts: readonly Post[], act: SupervisionAct, item: { readonly org: string; readonly state: SupervisionState }): Refusal | undefined => {
  const actsOnIt = posts.some((post) => (isOfficePost(post) || post.role === 'office') && post.org === item.org)
  if (act === 'supervision.close') {
    if (!posts.some((post) => post.role === 'office') || !mayUse(posts, act)) return refuse('forbidden', { verb: act })
    if (actsOnIt) return refuse('own-supervision')
  } else if (!actsOnIt || !mayUse(posts, act)) return refuse('forbidden', { verb: act })
  return acts[act].from.includes(item.state) ? undefined : refuse('supervision-state', { state: item.state })
}

/** The next number of a year's one series: 督〔2023〕4号 after 3. */
export const nextNumber = (today: Day, standing: readonly string[]): string => {
  const year = yearOf(today)
  const taken = standing.flatMap((number) => {
    const found = /^督〔(\d{4})〕(\d+)号$/.exec(number)
    return found !== null && Number(found[1]) === year ? [Number(found[2])] : []
  })
  return `督〔${year}〕${Math.max(0, ...taken) + 1}号`
}

/** Whether an item that is not closed has run past its day. */
export const isOverdue = (item: { readonly due: string; readonly state: SupervisionState }, today: Day): boolean => item.state !== 'closed' && item.due < today
