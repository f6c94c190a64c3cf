import type { OrgTree } from '../access/org-tree.ts'
import type { Post } from '../access/policy.ts'
import { mayUse } from '../access/policy.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { Day } from '../time/day.ts'
import type { AnswerState } from './answer-state.ts'
import { isOwed } from './answer-state.ts'
import { isOwnOffice, seesEveryAnswer } from './own-office.ts'

export const answerActs = ['write', 'confirm', 'return', 'accept', 'remind'] as const
export type AnswerAct = (typeof answerActs)[number]

/** All that the next step of an answer depends on. `collecting`: its call is open. `open`: its report may still be written. `placed`: its section stands. */
export type Standing = {
  readonly state: AnswerState
  readonly org: string
  readonly due: Day
  readonly writer: number | null
  readonly reminded: Day | null
  readonly collecting: boolean
  readonly open: boolean
  readonly placed: boolean
}

/** Who acts; `deputyOf` is the absent person in whose name a lent post is used. */
export type Actor = { readonly person: number; readonly posts: readonly (Post & { readonly deputyOf?: number | null })[]; readonly tree: OrgTree }

/** Why a step may not be taken now by this person; undefined where it may. The screen's `can` and the server's refusal are both this. */
export const answerProblem = (act: AnswerAct, answer: Standing, who: Actor, today: Day): Refusal | undefined => {
  if (!who.posts.some((post) => reaches(act, post, answer.org, who.tree))) return refuse('forbidden', { verb: `answer.${act}` })
  if (!answer.open) return refuse('report-frozen')
  if (!answer.collecting && act !== 'accept') return refuse('call-closed')
  return stepProblem(act, answer, today) ?? (act === 'confirm' ? secondPerson(answer, who) : undefined)
}

/** Which steps this person may take now. */
export const availableOn = (answer: Standing, who: Actor, today: Day): Readonly<Record<AnswerAct, boolean>> => {
  const may = (act: AnswerAct): boolean => answerProblem(act, answer, who, today) === undefined
  return { write: may('write'), confirm: may('confirm'), return: may('return'), accept: may('accept'), remind: may('remind') }
}

const wide: ReadonlySet<AnswerAct> = new Set(['return', 'accept', 'remind'])

/** Writing and confirming are the office's own; the town office sends back, accepts and reminds wherever it is. */
const reaches = (act: AnswerAct, post: Post, org: string, tree: OrgTree): boolean =>
  mayUse([post], `answer.${act}`) && (isOwnOffice(post, org, tree) || (wide.has(act) && seesEveryAnswer([post])))

const stepProblem = (act: AnswerAct, { state, reminded, placed }: Standing, today: Day): Refusal | undefined => {
  if (state === 'accepted') return refuse('answer-accepted')
  switch (act) {
    case 'write':
      return state === 'confirmed' ? refuse('answer-confirmed') : undefined
    case 'confirm':
      return state === 'written' ? undefined : refuse(state === 'confirmed' ? 'answer-confirmed' : 'answer-not-written')
    case 'return':
      return state === 'written' || state === 'confirmed' ? undefined : refuse('answer-not-written')
    case 'accept':
      if (state !== 'confirmed') return refuse('answer-not-confirmed')
      return placed ? undefined : refuse('section-gone')
    case 'remind':
      return !isOwed(state) ? refuse('answer-confirmed') : reminded === today ? refuse('reminded-today') : undefined
    default:
      return act satisfies never
  }
}

/** Nobody confirms her own words, nor has a deputy do so in her name (HANDBOOK §4.4). */
const secondPerson = ({ org, writer }: Standing, who: Actor): Refusal | undefined => {
  const others = who.posts.filter((post) => writer === null || post.deputyOf !== writer)
  return who.person !== writer && others.some((post) => reaches('confirm', post, org, who.tree)) ? undefined : refuse('same-writer')
}
