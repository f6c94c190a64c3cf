import type { Step, Who } from '../../src/core/matter/procedure.ts'
import type { Running } from './plain-clock.ts'
import { before, lastDay, lastMoment } from './plain-clock.ts'
import type { PlainCase, PlainPerson, PlainPost, PlainStep, PlainTown, Stand } from './plain-matter.ts'
import { meets, over, text } from './plain-matter.ts'

/** Who may do what with a plain case, and when: asked of it as it stands, one thing after another. */

const above = (town: PlainTown, org: string, top: string): boolean => org === top || ((town.parents.get(org) ?? null) !== null && above(town, town.parents.get(org) ?? '', top))
const works = (town: PlainTown, { role, org }: PlainPost, where: string): boolean => ['office', 'line', 'head', 'village'].includes(role) && (org === where || org === town.passed.get(where) || (role === 'village' && above(town, where, org)))

/** The org for which someone takes a step: her post's, and where she answers a call the one that was called. */
export const placeOf = (at: Stand, step: Step, post: PlainPost, town: PlainTown): string => {
  const calls = (step.effects ?? []).some((effect) => effect.do === 'answer') ? at.calls.filter(({ open }) => open).map(({ org }) => org) : []
  return [post.org, ...calls].find((org) => calls.includes(org) && works(town, post, org)) ?? post.org
}

/** The post from which someone may take a step; undefined for none. */
export const postOf = (of: PlainCase, at: Stand, step: Step, person: PlainPerson, town: PlainTown): PlainPost | undefined => {
  const byWho = ({ is, role }: Who, held: readonly PlainPost[]): PlainPost | undefined => {
    const posts = held.filter((post) => role === undefined || post.role === role)
    const atOrg = (where: string | null | undefined): PlainPost | undefined => (where === null || where === undefined ? undefined : posts.find((post) => works(town, post, where)))
    const herself = (number: number | null): PlainPost | undefined => {
      const hers = posts.filter((post) => (post.deputyOf ?? person.id) === number)
      return hers.find((post) => post === atOrg(at.holder)) ?? hers[0]
    }
    if (is === 'whistled') return at.calls.filter(({ open }) => open).map(({ org }) => atOrg(org)).find((post) => post !== undefined)
    if (is === 'covering') return posts.find((post) => post.role === 'village' && above(town, of.org, post.org))
    if (is === 'raiser') return herself(of.raiser)
    if (is === 'owner') return herself(at.owner)
    if (is === 'role') return posts[0]
    return atOrg({ holder: at.holder, asked: at.asked, first: of.first, keeper: of.keeper }[is])
  }
  const lent = (post: PlainPost): boolean => post.deputyOf !== undefined
  const by = (posts: readonly PlainPost[]): PlainPost | undefined => step.who.map((who) => byWho(who, posts)).find((post) => post !== undefined)
  return by(person.posts.filter((post) => !lent(post))) ?? by(person.posts.filter(lent))
}

/** Why a step is not offered to someone, by the code of the refusal; undefined where it is. `parts` are those it was split into that are open. */
export const whyNot = (of: PlainCase, at: Stand, step: Step, person: PlainPerson, town: PlainTown, today: string, parts = 0): string | undefined => {
  const values = { ...of.fields, ...at.wrote }
  const post = postOf(of, at, step, person, town)
  if (post === undefined) return 'forbidden'
  if (at.merged) return 'matter-merged'
  if (!step.from.includes(at.state) && !(step.from.includes('*') && !over(of.procedure, at.state))) return 'matter-state'
  if (!meets(step.when, values)) return 'matter-other-kind'
  if (at.did.some(([key, who]) => [person.id, post.deputyOf].includes(who) && step.otherThan?.includes(key) === true)) return 'matter-same-hand'
  if (step.to !== undefined && over(of.procedure, step.to) && parts > 0) return 'matter-parts-open'
  if (step.answers === 'all' && at.calls.some(({ open, clock }) => open && clock !== undefined && clock.stopped === null && today <= lastDay(clock, town, today).legal)) return 'matter-answers-open'
  for (const effect of step.effects ?? []) {
    if (effect.do === 'hold' && effect.by === 'asked' && at.asked === null) return 'matter-nobody-asked'
    if (effect.do === 'ask' && at.asked !== null) return 'matter-asked-already'
    if (effect.do === 'list' && effect.on && at.listed) return 'matter-listed'
    if (effect.do === 'list' && !effect.on && !at.listed) return 'matter-not-listed'
    if (effect.when !== undefined || !['suspend', 'resume', 'extend', 'shorten'].includes(effect.do) || effect.do === 'whistle' || !('clock' in effect)) continue
    const clock = at.clocks.get(effect.clock)
    if (clock === undefined || clock.stopped !== null) return 'clock-not-running'
    const still = clock.still.some(({ to }) => to === null)
    if (effect.do === 'suspend' && still) return 'clock-paused'
    if (effect.do === 'resume' && !still) return 'clock-not-paused'
  }
  if (step.within !== undefined) {
    const clock = at.clocks.get(step.within)
    if (clock === undefined) return 'clock-not-running'
    if (today > lastDay(clock, town, today).legal) return 'clock-overdue'
  }
  for (const key of step.ahead?.clocks ?? []) {
    const clock = at.clocks.get(key)
    if (step.ahead === undefined || clock === undefined || clock.stopped !== null) continue
    if (today > before(lastDay(clock, town, today).legal, step.ahead.value, step.ahead.unit, town)) return 'clock-overdue'
  }
  if (step.after === undefined) return undefined
  const least = at.clocks.get(step.after)
  if (least === undefined) return 'clock-not-running'
  const { end } = lastDay(least, town, today)
  return (least.limit.bound === 'before' ? today < end : today <= end) ? 'matter-too-early' : undefined
}

/** An org whose limit to answer runs is not called again. */
export const calledAgain = ({ calls }: Stand, step: Step, given: PlainStep['given']): boolean =>
  (step.effects ?? []).some((effect) => effect.do === 'whistle' && effect.clock !== undefined) && calls.some(({ org, open, clock }) => org === given['to_org'] && open && clock?.stopped === null)

/** Why what is given with a step does not do, by the code of the refusal: a clock that cannot be moved so. What is malformed is not looked at here. */
export const whyNotSo = (of: PlainCase, at: Stand, step: Step, given: PlainStep['given'], day: string, town: PlainTown): string | undefined => {
  for (const effect of step.effects ?? []) {
    if (effect.do !== 'suspend' && effect.do !== 'resume' && effect.do !== 'extend' && effect.do !== 'shorten') continue
    if (!meets(effect.when, { ...of.fields, ...at.wrote, ...given })) continue
    const clock = at.clocks.get(effect.clock)
    if (clock === undefined || clock.stopped !== null) return 'clock-not-running'
    const on = (effect.day === undefined ? undefined : text(given[effect.day])) ?? day
    if (on < lastMoment(clock)) return 'clock-day-before'
    const still = clock.still.some(({ to }) => to === null)
    const late = on > lastDay(clock, town, on).legal
    if (effect.do === 'suspend') {
      if (still) return 'clock-paused'
      if (late) return 'clock-overdue'
      if (!(clock.limit.pauses ?? []).some(({ key }) => key === given['pause'])) return 'clock-no-such-pause'
    }
    if (effect.do === 'resume' && !still) return 'clock-not-paused'
    if (effect.do === 'shorten') {
      const [{ bound, shortening, value }, less] = [clock.limit, Number(given['less'] ?? 0)]
      if (bound !== 'least' || shortening === undefined) return 'clock-no-shortening'
      if (less < shortening.least || less >= (clock.less?.value ?? value) + clock.more.reduce((sum, each) => sum + each.value, 0)) return 'clock-shortened-too-far'
      if (String(given['note'] ?? '').trim() === '') return 'reason-required'
    }
    if (effect.do !== 'extend') continue
    if (clock.limit.extension === undefined) return 'clock-no-extension'
    if (late) return 'clock-overdue'
    const [more, had] = [Number(given['more'] ?? 0), clock.more.reduce((sum, each) => sum + each.value, 0)]
    if (more < 1 || had + more > clock.limit.extension.value) return 'clock-extended-too-far'
    if (String(given['note'] ?? '').trim() === '') return 'reason-required'
    if (clock.limit.extension.notice && text(given['notice']) === undefined) return 'clock-notice-missing'
  }
  return undefined
}

/** A record of the product as a step: to split, merge and link. */
export const tieStep = (key: 'zhenwu-split' | 'zhenwu-merge' | 'zhenwu-take-in' | 'zhenwu-link' | 'zhenwu-undo-split' | 'zhenwu-undo-merge'): Step => ({ key, title: { zh: key, en: key }, from: ['*'], who: [{ is: 'holder' }, { is: 'keeper' }, { is: 'role', role: 'office' }] })

/** Why someone may not tie a case to another, by the code of the refusal; a settled one may be linked, and nothing else. */
export const whyNotTied = (of: PlainCase, at: Stand, step: Step, person: PlainPerson, town: PlainTown): string | undefined => {
  if (postOf(of, at, step, person, town) === undefined) return 'forbidden'
  if (at.merged) return 'matter-merged'
  return step.key !== 'zhenwu-link' && over(of.procedure, at.state) ? 'matter-settled' : undefined
}

/** The limits that go over where one case goes on in another: what runs in it alone, and what runs out earlier than the other's. */
export const goesOver = (from: Stand, into: Stand, town: PlainTown): ReadonlyMap<string, Running> => {
  const legal = (clock: Running): string => lastDay(clock, town, from.last).legal
  return new Map(
    [...from.clocks].filter(([key, clock]) => {
      const other = into.clocks.get(key)
      return clock.stopped === null && clock.limit.bound !== 'least' && (other === undefined || (other.stopped === null && legal(clock) < legal(other)))
    }),
  )
}
