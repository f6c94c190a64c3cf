import type { Effect, Procedure, Step, When, Who } from '../../src/core/matter/procedure.ts'
import type { Limit } from '../../src/core/matter/limit.ts'

/**
 * Matters reckoned the long way, for laws to hold the product against: everything is played again from the first day for every question, days are walked one by one,
 * and nothing of the product's own reckoning is used but the shape of what it is told.
 */

export type PlainPost = { readonly role: string; readonly org: string }
export type PlainPerson = { readonly id: number; readonly posts: readonly PlainPost[] }
export type PlainStep = { readonly step: string; readonly day: string; readonly who: number; readonly org: string; readonly given: Readonly<Record<string, string | boolean>> }
export type PlainCase = { readonly procedure: Procedure; readonly keeper: string; readonly org: string; readonly first: string; readonly raiser: number; readonly day: string; readonly fields: Readonly<Record<string, string>> }
/** What a plain case needs of a town: who is above whom, which org that has ended passed to which, which days are worked, and of which years that is known. */
export type PlainTown = { readonly parents: ReadonlyMap<string, string | null>; readonly passed: ReadonlyMap<string, string>; readonly worked: (day: string) => boolean; readonly known: (year: number) => boolean }

type Running = { limit: Limit; start: string; until: string | undefined; still: { from: string; to: string | null }[]; more: { on: string; value: number }[]; stopped: string | null }
/** Where a case stands. */
export type Stand = {
  state: string; holder: string; owner: number | null; asked: string | null; calls: { org: string; open: boolean; rule?: string | undefined; clock?: Running | undefined }[]; listed: boolean; raised: number; nudged: number; returned: number; redone: number
  clocks: Map<string, Running>; wrote: Record<string, string | boolean | null>; did: [string, number][]; settled: string | null; last: string; steps: number
}

const over = (procedure: Procedure, state: string): boolean => ['done', 'ended'].includes(procedure.states.find(({ key }) => key === state)?.kind ?? '')
const meets = (when: When | undefined, values: Readonly<Record<string, unknown>>): boolean => when === undefined || when.in.some((each) => each === String(values[when.key] ?? ''))
const inForce = (procedure: Procedure, clock: string, day: string): Limit | undefined => procedure.clocks.find(({ key }) => key === clock)?.limits.filter(({ validFrom, validTo }) => validFrom <= day && day < (validTo ?? '9999')).at(0)
const text = (value: unknown): string | undefined => (value === undefined || value === null || value === '' ? undefined : String(value))

/** Where a case stands after some steps. */
export const stand = (of: PlainCase, log: readonly PlainStep[]): Stand => {
  const { procedure } = of
  const at: Stand = { state: procedure.first, holder: of.first, owner: of.raiser, asked: null, calls: [], listed: false, raised: 0, nudged: 0, returned: 0, redone: 0, clocks: new Map(), wrote: {}, did: [], settled: null, last: of.day, steps: 0 }
  const begin = (clock: string, day: string, until?: string): void => {
    const limit = inForce(procedure, clock, day)
    if (limit !== undefined) at.clocks.set(clock, { limit, start: day, until, still: [], more: [], stopped: null })
  }
  for (const rule of procedure.clocks) if (rule.opens === true && meets(rule.when, of.fields)) begin(rule.key, of.day)
  for (const done of log) {
    const step = procedure.steps.find(({ key }) => key === done.step)
    if (step === undefined) throw new Error(done.step)
    const wasOver = over(procedure, at.state)
    at.state = step.to ?? at.state
    at.settled = over(procedure, at.state) ? (wasOver ? at.settled : done.day) : null
    at.did.push([done.step, done.who])
    at.last = done.day
    at.steps += 1
    for (const effect of step.effects ?? []) if (meets(effect.when, { ...of.fields, ...at.wrote, ...done.given })) happen(of, at, effect, done, begin)
  }
  return at
}

const happen = (of: PlainCase, at: Stand, effect: Effect, done: PlainStep, begin: (clock: string, day: string, until?: string) => void): void => {
  const { given } = done
  if (effect.do === 'ask') at.asked = text(given['to_org']) ?? of.keeper
  if (effect.do === 'hold') {
    if (effect.by === 'asked') at.holder = at.asked ?? at.holder
    if (effect.by === 'doer') at.holder = done.org
    if (effect.by === 'given') at.holder = text(given['to_org']) ?? at.holder
    if (effect.by === 'first') at.holder = of.first
    if (effect.by === 'keeper') at.holder = of.keeper
    at.asked = null
  }
  if (effect.do === 'own') at.owner = effect.by === 'doer' ? done.who : effect.by === 'given' ? Number(given['to_person']) : null
  if (effect.do === 'set') {
    if (effect.from === 'day') at.wrote[effect.field] = done.day
    if (effect.from === 'person') at.wrote[effect.field] = String(done.who)
    if (effect.from === 'given') at.wrote[effect.field] = given[effect.given ?? effect.field] ?? null
    if (effect.from === 'value') at.wrote[effect.field] = effect.value ?? null
    if (effect.from === 'nothing') at.wrote[effect.field] = null
  }
  if (effect.do === 'whistle') {
    const limit = effect.clock === undefined ? undefined : inForce(of.procedure, effect.clock, done.day)
    at.calls.push({ org: text(given['to_org']) ?? of.keeper, open: true, rule: effect.clock, clock: limit === undefined ? undefined : { limit, start: done.day, until: undefined, still: [], more: [], stopped: null } })
  }
  if (effect.do === 'answer') for (const call of at.calls)
      if (call.org === done.org && call.open) {
        call.open = false
        if (call.clock !== undefined) call.clock.stopped ??= done.day
      }
  if (effect.do === 'list') at.listed = effect.on
  if (effect.do === 'raise') at.raised += 1
  if (effect.do === 'nudge') at.nudged += 1
  if (effect.do === 'count') at[effect.what] += 1
  if (effect.do === 'whistle' || !('clock' in effect)) return
  const day = (effect.day === undefined ? undefined : text(given[effect.day])) ?? done.day
  if (effect.do === 'start') return begin(effect.clock, day, effect.until === undefined ? undefined : text(given[effect.until]))
  if (effect.do === 'stop') for (const call of at.calls) if (call.rule === effect.clock && call.clock !== undefined) call.clock.stopped ??= day
  const clock = at.clocks.get(effect.clock)
  if (clock === undefined) return
  if (effect.do === 'reopen') clock.stopped = null
  if (clock.stopped !== null) return
  const open = clock.still.find(({ to }) => to === null)
  if (effect.do === 'suspend' && open === undefined) clock.still.push({ from: day, to: null })
  if ((effect.do === 'resume' || effect.do === 'stop') && open !== undefined) open.to = day
  if (effect.do === 'extend') clock.more.push({ on: day, value: Number(given['more'] ?? 0) })
  if (effect.do === 'stop') clock.stopped = day
}

const nextDay = (day: string, by = 1): string => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
const daysApart = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
const monthsOn = (day: string, months: number): string => {
  const [year = 0, month = 0, of = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(of, last))).toISOString().slice(0, 10)
}

/** The last day of a clock as the law leaves it, and before it was moved over days of rest. */
export const lastDay = (clock: Running, { worked, known }: PlainTown, today: string): { readonly end: string; readonly legal: string; readonly safe: string; readonly provisional: boolean } => {
  const { unit, value, bound } = clock.limit
  const more = clock.more.reduce((sum, each) => sum + each.value, 0)
  const rests = clock.still.map(({ from, to }) => ({ from, to: to ?? (today > from ? today : from) }))
  const walk = (from: string, days: number, by: 1 | -1, resting: boolean): string => {
    let day = from
    for (let left = days; left > 0; ) {
      day = nextDay(day, by)
      if (worked(day) && !(resting && rests.some(({ from: since, to }) => since < day && day <= to))) left -= 1
    }
    return day
  }
  const count = (from: string, length: number, by: 1 | -1, resting: boolean): string => {
    if (unit === 'working') return walk(from, length, by, resting)
    const plain = unit === 'month' ? monthsOn(from, by * length) : nextDay(from, by * length)
    return nextDay(plain, resting ? rests.reduce((sum, rest) => sum + daysApart(rest.from, rest.to), 0) : 0)
  }
  const end = bound === 'before' ? count(clock.start, value + more, -1, false) : clock.until === undefined ? count(clock.start, value + more, 1, true) : count(clock.until, more, 1, false)
  const roll = (by: 1 | -1): string => {
    let day = end
    while (!worked(day)) day = nextDay(day, by)
    return day
  }
  const [legal, safe] = [bound === 'before' ? end : roll(1), roll(-1)]
  const [from, to] = bound === 'before' ? [safe, unit === 'working' ? clock.start : end] : [unit === 'working' ? clock.start : end, legal]
  const years = Array.from({ length: 30 }, (_, at) => 2010 + at).filter((year) => Number(from.slice(0, 4)) <= year && year <= Number(to.slice(0, 4)))
  return { end, legal, safe, provisional: !years.every(known) }
}

const above = (town: PlainTown, org: string, top: string): boolean => org === top || ((town.parents.get(org) ?? null) !== null && above(town, town.parents.get(org) ?? '', top))
const works = (town: PlainTown, { role, org }: PlainPost, where: string): boolean => ['office', 'line', 'head', 'village'].includes(role) && (org === where || org === town.passed.get(where) || (role === 'village' && above(town, where, org)))

/** The org for which someone takes a step: her post's, and where she answers a call the one that was called. */
export const placeOf = (at: Stand, step: Step, post: PlainPost, town: PlainTown): string => {
  const calls = (step.effects ?? []).some((effect) => effect.do === 'answer') ? at.calls.filter(({ open }) => open).map(({ org }) => org) : []
  return [post.org, ...calls].find((org) => calls.includes(org) && works(town, post, org)) ?? post.org
}

/** The post from which someone may take a step; undefined for none. */
export const postOf = (of: PlainCase, at: Stand, step: Step, person: PlainPerson, town: PlainTown): PlainPost | undefined => {
  const byWho = ({ is, role }: Who): PlainPost | undefined => {
    const posts = person.posts.filter((post) => role === undefined || post.role === role)
    const atOrg = (where: string | null | undefined): PlainPost | undefined => (where === null || where === undefined ? undefined : posts.find((post) => works(town, post, where)))
    const herself = (number: number | null): PlainPost | undefined => (number === person.id ? (atOrg(at.holder) ?? posts[0]) : undefined)
    if (is === 'whistled') return at.calls.filter(({ open }) => open).map(({ org }) => atOrg(org)).find((post) => post !== undefined)
    if (is === 'covering') return posts.find((post) => post.role === 'village' && above(town, of.org, post.org))
    if (is === 'raiser') return herself(of.raiser)
    if (is === 'owner') return herself(at.owner)
    if (is === 'role') return posts[0]
    return atOrg({ holder: at.holder, asked: at.asked, first: of.first, keeper: of.keeper }[is])
  }
  return step.who.map(byWho).find((post) => post !== undefined)
}

/** Why a step is not offered to someone, by the code of the refusal; undefined where it is. */
export const whyNot = (of: PlainCase, at: Stand, step: Step, person: PlainPerson, town: PlainTown, today: string): string | undefined => {
  const values = { ...of.fields, ...at.wrote }
  if (postOf(of, at, step, person, town) === undefined) return 'forbidden'
  if (!step.from.includes(at.state) && !(step.from.includes('*') && !over(of.procedure, at.state))) return 'matter-state'
  if (!meets(step.when, values)) return 'matter-other-kind'
  if (at.did.some(([key, who]) => who === person.id && step.otherThan?.includes(key) === true)) return 'matter-same-hand'
  if (step.answers === 'all' && at.calls.some(({ open, clock }) => open && clock !== undefined && clock.stopped === null && today <= lastDay(clock, town, today).legal)) return 'matter-answers-open'
  for (const effect of step.effects ?? []) {
    if (effect.do === 'hold' && effect.by === 'asked' && at.asked === null) return 'matter-nobody-asked'
    if (effect.do === 'ask' && at.asked !== null) return 'matter-asked-already'
    if (effect.do === 'list' && effect.on && at.listed) return 'matter-listed'
    if (effect.do === 'list' && !effect.on && !at.listed) return 'matter-not-listed'
    if (effect.when !== undefined || !['suspend', 'resume', 'extend'].includes(effect.do) || effect.do === 'whistle' || !('clock' in effect)) continue
    const clock = at.clocks.get(effect.clock)
    if (clock === undefined || clock.stopped !== null) return 'clock-not-running'
    const still = clock.still.some(({ to }) => to === null)
    if (effect.do === 'suspend' && still) return 'clock-paused'
    if (effect.do === 'resume' && !still) return 'clock-not-paused'
  }
  for (const [key, code] of [[step.within, 'clock-overdue'], [step.after, 'matter-too-early']] as const) {
    if (key === undefined) continue
    const clock = at.clocks.get(key)
    if (clock === undefined) return 'clock-not-running'
    const { legal, end } = lastDay(clock, town, today)
    if (code === 'clock-overdue' ? today > legal : today <= end) return code
  }
  return undefined
}

/** Why what is given with a step does not do, by the code of the refusal: a clock that cannot be moved so. What is malformed is not looked at here. */
export const whyNotSo = (of: PlainCase, at: Stand, step: Step, given: PlainStep['given'], day: string, town: PlainTown): string | undefined => {
  for (const effect of step.effects ?? []) {
    if (effect.do !== 'suspend' && effect.do !== 'resume' && effect.do !== 'extend') continue
    if (!meets(effect.when, { ...of.fields, ...at.wrote, ...given })) continue
    const clock = at.clocks.get(effect.clock)
    if (clock === undefined || clock.stopped !== null) return 'clock-not-running'
    const on = (effect.day === undefined ? undefined : text(given[effect.day])) ?? day
    const moments = [clock.start, ...clock.still.flatMap(({ from, to }) => (to === null ? [from] : [from, to])), ...clock.more.map((each) => each.on)].sort()
    if (on < (moments.at(-1) ?? '')) return 'clock-day-before'
    const still = clock.still.some(({ to }) => to === null)
    const late = on > lastDay(clock, town, on).legal
    if (effect.do === 'suspend') {
      if (still) return 'clock-paused'
      if (late) return 'clock-overdue'
      if (!(clock.limit.pauses ?? []).some(({ key }) => key === given['pause'])) return 'clock-no-such-pause'
    }
    if (effect.do === 'resume' && !still) return 'clock-not-paused'
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

/** What the columns of a case should say. */
export const plainColumns = (of: PlainCase, log: readonly PlainStep[], town: PlainTown): Readonly<Record<string, unknown>> => {
  const at = stand(of, log)
  const running = [...at.clocks, ...at.calls.flatMap(({ rule, clock }) => (rule === undefined || clock === undefined ? [] : [[rule, clock] as const]))].filter(([key, clock]) => clock.stopped === null && !clock.still.some(({ to }) => to === null) && clock.limit.bound !== 'least' && of.procedure.clocks.find((rule) => rule.key === key)?.party !== true)
  const due = running.map(([key, clock]) => ({ key, ...lastDay(clock, town, clock.start) })).reduce<{ key: string; legal: string; safe: string; provisional: boolean } | undefined>((first, each) => (first === undefined || each.legal < first.legal ? each : first), undefined)
  const main = of.procedure.main?.map((key) => at.clocks.get(key)).find((clock) => clock !== undefined)
  const calls = [...new Set(at.calls.filter(({ open }) => open).map(({ org }) => org))]
  const many = (count: number): string | null => (count === 0 ? null : String(count))
  return {
    ...at.wrote, state: at.state, holder: at.holder, handler: at.owner === null ? null : String(at.owner), asked: at.asked, due: due?.legal ?? null, safe_due: due?.safe ?? null, due_clock: due?.key ?? null, provisional: due?.provisional === true ? true : null,
    paused: [...at.clocks.values()].some(({ stopped, still }) => stopped === null && still.some(({ to }) => to === null)) ? true : null, called: calls.length === 0 ? null : `|${calls.join('|')}|`, listed: at.listed ? true : null,
    raised: many(at.raised), nudged: many(at.nudged), returned: many(at.returned), redone: many(at.redone), recurred: null, merged: null, settled: at.settled,
    on_time: at.settled === null || main === undefined ? null : main.stopped !== null && main.stopped <= lastDay(main, town, main.stopped).legal,
    stepped: at.last, steps: String(at.steps), first_org: of.first, raiser: String(of.raiser),
  }
}

