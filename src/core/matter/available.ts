import { handledOrgs } from '../access/handled-orgs.ts'
import type { OrgTree } from '../access/org-tree.ts'
import type { Post } from '../access/policy.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { Day } from '../time/day.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import { dayBefore, dueOf, earliestOf } from './clock.ts'
import type { Matter } from './matter.ts'
import { fieldsOf, holds } from './matter.ts'
import type { Procedure, Step, Who } from './procedure.ts'
import { isSettled, stateOf } from './procedure-parts.ts'

/** A post as its holder has it; `deputyOf` is the person in whose name a deputy (AB岗) acts. */
export type LentPost = Post & { readonly deputyOf?: number | null }

/** Who asks what she may do with a matter: her number and her posts, those of people she stands in for among them. */
export type Asker = { readonly id: number; readonly posts: readonly LentPost[] }

/** Whose matters someone handles: her own, and those of the people she stands in for. */
export const peopleOf = ({ id, posts }: Asker): readonly number[] => [...new Set([id, ...posts.flatMap(({ deputyOf }) => deputyOf ?? [])])]

/** What a matter is judged by beside itself: the office that keeps its ledger, the org its entry names, the tree, the calendar and the town date. */
export type Standpoint = { readonly keeper: string; readonly org: string; readonly tree: OrgTree; readonly calendar: WorkCalendar; readonly today: Day; /** Parts it was split into that are not settled. */ readonly openParts?: number }

/** The steps someone may take with a matter now: the one answer that server and screen share. */
export const available = (procedure: Procedure, matter: Matter, person: Asker, at: Standpoint): readonly Step[] =>
  procedure.steps.filter((step) => step.own !== true && stepProblem(procedure, matter, step, person, at) === undefined)

/** Why a step may not be taken by someone now, or undefined. What she is comes before where it stands, so that nobody learns a state from a refusal. */
export const stepProblem = (procedure: Procedure, matter: Matter, step: Step, person: Asker, at: Standpoint): Refusal | undefined => {
  const post = postFor(matter, step, person, at)
  if (post === undefined) return refuse('forbidden', { verb: step.key })
  if (matter.merged) return refuse('matter-merged')
  if (!(step.from.includes(matter.state) || (step.from.includes('*') && !isSettled(procedure, matter.state)))) return refuse('matter-state', { state: stateOf(procedure, matter.state)?.title.zh ?? matter.state, step: step.title.zh })
  const hands = [person.id, ...(post.deputyOf === undefined || post.deputyOf === null ? [] : [post.deputyOf])]
  if (!holds(step.when, fieldsOf(matter))) return refuse('matter-other-kind', { step: step.title.zh })
  if (step.otherThan?.some((key) => hands.some((hand) => matter.doers.get(key)?.has(hand) === true)) === true) return refuse('matter-same-hand', { step: step.title.zh })
  if (step.to !== undefined && isSettled(procedure, step.to) && (at.openParts ?? 0) > 0) return refuse('matter-parts-open', { parts: at.openParts ?? 0 })
  const waits = answersProblem(matter, step, at)
  if (waits !== undefined) return waits
  const needed = effectProblem(matter, step)
  if (needed !== undefined) return needed
  const within = step.within === undefined ? undefined : matter.clocks.get(step.within)
  if (step.within !== undefined) {
    if (within === undefined) return refuse('clock-not-running')
    const { legal } = dueOf(within, at.calendar, at.today)
    if (at.today > legal) return refuse('clock-overdue', { due: legal })
  }
  for (const key of step.ahead?.clocks ?? []) {
    const clock = matter.clocks.get(key)
    if (clock === undefined || clock.stopped !== null || step.ahead === undefined) continue
    const latest = dayBefore(dueOf(clock, at.calendar, at.today).legal, step.ahead.value, step.ahead.unit, at.calendar)
    if (at.today > latest) return refuse('clock-overdue', { due: latest })
  }
  const least = step.after === undefined ? undefined : matter.clocks.get(step.after)
  if (step.after === undefined) return undefined
  if (least === undefined) return refuse('clock-not-running')
  const earliest = earliestOf(least, at.calendar, at.today)
  return at.today < earliest ? refuse('matter-too-early', { day: earliest }) : undefined
}

/** The steps someone could take but for orgs that have not answered and still may. */
export const heldBack = (procedure: Procedure, matter: Matter, person: Asker, at: Standpoint): readonly Step[] =>
  procedure.steps.filter((step) => step.own !== true && stepProblem(procedure, matter, step, person, at)?.code === 'matter-answers-open')

/** A step that needs all answers waits for each org called under a limit, and for none longer than that. */
const answersProblem = (matter: Matter, step: Step, { calendar, today, tree }: Standpoint): Refusal | undefined => {
  if (step.answers !== 'all') return undefined
  const open = matter.whistles.flatMap(({ org, answered, limit }) => {
    const last = answered !== null || limit === undefined || limit.clock.stopped !== null ? undefined : dueOf(limit.clock, calendar, today).legal
    return last === undefined || today > last ? [] : [{ org: tree.orgs.get(org)?.zh ?? org, last }]
  })
  const until = open.reduce((latest, { last }) => (last > latest ? last : latest), '')
  return open.length === 0 ? undefined : refuse('matter-answers-open', { orgs: open.map(({ org }) => org).join('、'), until })
}

/** The post a person takes a step from, one of her own before one that is lent to her; undefined where none lets her. */
export const postFor = (matter: Matter, step: Step, person: Asker, at: Standpoint): LentPost | undefined => {
  const lent = (post: LentPost): boolean => post.deputyOf !== undefined && post.deputyOf !== null
  for (const posts of [person.posts.filter((post) => !lent(post)), person.posts.filter(lent)])
    for (const who of step.who) {
      const post = postAs(who, matter, { id: person.id, posts }, at)
      if (post !== undefined) return post
    }
  return undefined
}

/** The org for which a step is taken from a post: where it answers a call for help, the one that was called, of those the post answers for. */
export const orgOf = (matter: Matter, step: Step, post: Post, { tree }: Standpoint): string => {
  const called = step.effects?.some(({ do: act }) => act === 'answer') === true ? matter.whistles.flatMap(({ org, answered }) => (answered === null ? [org] : [])) : []
  const own = handledOrgs(post, tree)
  return called.includes(post.org) ? post.org : (called.find((org) => own.includes(org)) ?? post.org)
}

const postAs = (who: Who, matter: Matter, person: Asker, { keeper, org, tree }: Standpoint): LentPost | undefined => {
  const posts = person.posts.filter((post) => who.role === undefined || post.role === who.role)
  const at = (code: string): LentPost | undefined => posts.find((post) => handledOrgs(post, tree).includes(code))
  /** As someone herself, from a post of her own; or for her, from one she lends. */
  const as = (whose: number | null): LentPost | undefined => {
    const mine = posts.filter((post) => (post.deputyOf ?? person.id) === whose)
    return mine.find((post) => post === at(matter.holder)) ?? mine[0]
  }
  switch (who.is) {
    case 'holder':
      return at(matter.holder)
    case 'asked':
      return matter.asked === null ? undefined : at(matter.asked.org)
    case 'first':
      return at(matter.opening.first)
    case 'keeper':
      return at(keeper)
    case 'whistled':
      return matter.whistles.filter((each) => each.answered === null).map((each) => at(each.org)).find((post) => post !== undefined)
    case 'covering':
      return posts.find((post) => post.role === 'village' && tree.subtree(post.org).includes(org))
    case 'raiser':
      return as(matter.opening.raiser)
    case 'owner':
      return as(matter.owner)
    case 'role':
      return posts.find((post) => who.role === undefined || post.role === who.role)
    default:
      return who.is satisfies never
  }
}

/** What a step needs to be there: someone asked, a clock that can stand still or go on. */
const effectProblem = (matter: Matter, step: Step): Refusal | undefined => {
  for (const effect of step.effects ?? []) {
    if (effect.do === 'hold' && effect.by === 'asked' && matter.asked === null) return refuse('matter-nobody-asked')
    if (effect.do === 'ask' && matter.asked !== null) return refuse('matter-asked-already')
    if (effect.do === 'list' && matter.listed === effect.on) return refuse(effect.on ? 'matter-listed' : 'matter-not-listed')
    if (effect.when !== undefined || (effect.do !== 'suspend' && effect.do !== 'resume' && effect.do !== 'extend' && effect.do !== 'shorten')) continue
    const clock = matter.clocks.get(effect.clock)
    if (clock === undefined || clock.stopped !== null) return refuse('clock-not-running')
    const paused = clock.pauses.some((pause) => pause.to === null)
    if (effect.do === 'suspend' && paused) return refuse('clock-paused')
    if (effect.do === 'resume' && !paused) return refuse('clock-not-paused')
  }
  return undefined
}
