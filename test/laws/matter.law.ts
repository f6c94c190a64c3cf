import { describe, expect, test } from 'vitest'
import { orgTree } from '../../src/core/access/org-tree.ts'
import { sameFields } from '../../src/core/journal/apply-change.ts'
import type { Ledger } from '../../src/core/ledger/ledger.ts'
import type { Fields } from '../../src/core/ledger/value.ts'
import { available } from '../../src/core/matter/available.ts'
import type { Action } from '../../src/core/matter/matter.ts'
import { afterAction, foldMatter, openMatter } from '../../src/core/matter/matter.ts'
import { matterColumns, matterFields } from '../../src/core/matter/matter-fields.ts'
import type { Step } from '../../src/core/matter/procedure.ts'
import { takeStep } from '../../src/core/matter/take-step.ts'
import { isRefusal } from '../../src/core/refusal/refusal.ts'
import type { Day } from '../../src/core/time/day.ts'
import { addDays, day } from '../../src/core/time/day.ts'
import { workCalendar } from '../../src/core/time/work-calendar.ts'
import { words } from '../../src/core/words.ts'
import { choice, day as dayField, org } from '../../src/packs/zhejiang-town/declare.ts'
import { orgs } from '../../src/packs/zhejiang-town/orgs.ts'
import { hazard } from '../../src/packs/zhejiang-town/procedures/hazard.ts'
import type { MatterPlan } from '../../src/packs/zhejiang-town/procedures/plan.ts'
import { procedures } from '../../src/packs/zhejiang-town/procedures.ts'
import { noticeOf } from '../builders/china-calendar.ts'
import type { PlainCase, PlainPerson, PlainStep, PlainTown, Stand } from '../builders/plain-matter.ts'
import { placeOf, plainColumns, postOf, stand, whyNot, whyNotSo } from '../builders/plain-matter.ts'
import { pick, randomOf } from '../builders/random-history.ts'
import { someGiven } from '../builders/random-steps.ts'
import { photo } from '../builders/walked-matter.ts'

/** Random people take random steps on random days in matters of every procedure; a plain interpreter says of each what must come of it. */

/** Hazards of either level: what their procedure asks of the ledger beside its own fields. */
const hazards: MatterPlan = { ...hazard, fields: [choice('level', '等级', 'Level', [['general', '一般', 'general'], ['major', '重大', 'major']]), ...hazard.fields] }
const plans: readonly (readonly [string, MatterPlan])[] = Object.entries({ hazard: hazards, ...procedures })

const [keeper, helper, other] = ['zhxx', 'czjs', 'yjxf']
const village = '330282112203'
const grid = `${village}001`
const people: readonly PlainPerson[] = [
  { id: 1, posts: [{ role: 'line', org: keeper }] }, { id: 2, posts: [{ role: 'line', org: keeper }] }, { id: 3, posts: [{ role: 'head', org: keeper }] }, { id: 4, posts: [{ role: 'line', org: helper }] }, { id: 5, posts: [{ role: 'head', org: helper }] },
  { id: 6, posts: [{ role: 'line', org: other }, { role: 'line', org: keeper }] }, { id: 7, posts: [{ role: 'office', org: '330282112' }] }, { id: 8, posts: [{ role: 'leader', org: '330282112' }] }, { id: 9, posts: [{ role: 'village', org: village }] },
  { id: 10, posts: [{ role: 'village', org: grid }] }, { id: 11, posts: [{ role: 'auditor', org: '330282112' }] }, { id: 12, posts: [] }, { id: 13, posts: [{ role: 'leader', org: '330282112' }, { role: 'head', org: other }] },
]
/** The notice of 2024 is not known yet: what runs into that year is provisional. */
const calendar = workCalendar('law', [2022, 2023].map(noticeOf))
/** An office that was merged into the one that helps, and still holds what it held. */
const gone = 'jb'
const tree = orgTree([...orgs, { code: gone, zh: '旧办', en: 'Former office', kind: 'office', parent: '330282112', successor: helper, from: day('2020-01-01'), to: day('2022-06-01') }], day('2023-06-30'))
const town: PlainTown = {
  parents: new Map(orgs.map(({ code, parent }) => [code, parent])),
  passed: new Map([[gone, helper]]),
  worked: (at) => {
    const notice = calendar.exceptions.get(at as Day)
    return notice === undefined ? ![0, 6].includes(new Date(at).getUTCDay()) : notice === 'work'
  },
  known: (year) => year === 2022 || year === 2023,
}

const begin = (random: () => number, { fields, procedure }: MatterPlan): { readonly of: PlainCase; readonly ledger: Ledger; readonly first: Day } => {
  const first = addDays(day('2022-11-15'), Math.floor(random() * 400))
  const own = Object.fromEntries(fields.filter((field) => field.fixed !== true && field.kind === 'choice').map((field) => [field.key, pick(random, field.choices ?? []).key]))
  const of: PlainCase = { procedure, keeper, org: grid, first: pick(random, [keeper, keeper, helper, gone]), raiser: pick(random, people).id, day: first, fields: { day: first, org: grid, ...own } }
  const ledger: Ledger = { key: 'walked', title: words('事项', 'matters'), shape: 'event', line: 'order', owner: keeper, dateField: 'day', orgField: 'org', fields: [dayField(), org, ...fields, ...matterFields(procedure)], procedure }
  return { of, ledger, first }
}

/** One matter through so many attempts; counts the steps that were taken, and leads people to those that were taken least. */
const live = (random: () => number, plan: MatterPlan, attempts: number, taken: Map<string, number>): void => {
  const { of, ledger, first } = begin(random, plan)
  const { procedure } = plan
  const opening = { day: first, raiser: of.raiser, first: of.first, fields: of.fields as Fields }
  const log: PlainStep[] = []
  const actions: Action[] = []
  let [matter, today, early] = [openMatter(procedure, opening), first, false]
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    today = addDays(today, early && random() < 0.6 ? 45 : random() < 0.6 ? 0 : Math.floor(random() * (random() < 0.1 ? 90 : 4)))
    const at = { keeper, org: of.org, tree, calendar, today }
    const before = stand(of, log)
    const offeredTo = (each: PlainPerson): readonly Step[] => procedure.steps.filter((step) => step.own !== true && whyNot(of, before, step, each, town, today) === undefined)
    early = people.some((each) => procedure.steps.some((step) => step.after !== undefined && whyNot(of, before, step, each, town, today) === 'matter-too-early'))
    const person = pick(random, people)
    expect(available(procedure, matter, person, at).map(({ key }) => key)).toEqual(offeredTo(person).map(({ key }) => key))
    const [who, step] = random() < 0.8 ? (leastTaken(random, people.flatMap((each) => offeredTo(each).map((step) => [each, step] as const)), taken) ?? [person, pick(random, procedure.steps)]) : [person, pick(random, procedure.steps)]
    if (step.own === true) {
      if (before.asked === null) continue
      const action: Action = { step: step.key, day: today, person: 0, org: keeper, given: {} }
      matter = afterAction(procedure, matter, action, keeper)
      actions.push(action)
      log.push({ step: step.key, day: today, who: 0, org: keeper, given: {} })
    } else {
      const { given, spoilt } = someGiven(random, step, today, { orgs: [keeper, helper, other, village, grid, gone], people: people.map(({ id }) => id), files: [photo] })
      const on = random() < 0.9 ? today : addDays(today, Math.floor(random() * 9) - 6)
      const bad = on > today || on < before.last || spoilt || given['to_org'] === gone || (given['to_org'] === before.holder && (step.effects ?? []).some(({ do: act }) => act === 'ask' || act === 'whistle')) || calledAgain(before, step, given) || endsBefore(step, given, on)
      const expected = whyNot(of, before, step, who, town, today) ?? (bad ? 'bad-input' : whyNotSo(of, before, step, given, on, town)) ?? 'taken'
      const came = takeStep(ledger, procedure, matter, { step: step.key, given, day: on }, who, at)
      expect(`${attempt} ${today} ${who.id} ${step.key}: ${isRefusal(came) ? came.code : 'taken'}`).toBe(`${attempt} ${today} ${who.id} ${step.key}: ${expected}`)
      if (isRefusal(came)) continue
      matter = came.after
      actions.push(came.action)
      log.push({ step: step.key, day: on, who: who.id, org: placeFor(of, before, step, who), given })
      taken.set(step.key, (taken.get(step.key) ?? 0) + 1)
    }
    const columns = matterColumns(procedure, matter, calendar)
    if (!sameFields(columns, plainColumns(of, log, town) as Fields)) expect(columns).toEqual(plainColumns(of, log, town))
  }
  expect(matterColumns(procedure, foldMatter(procedure, opening, actions, keeper), calendar)).toEqual(plainColumns(of, log, town))
}

const placeFor = (of: PlainCase, before: Stand, step: Step, who: PlainPerson): string => {
  const post = postOf(of, before, step, who, town)
  return post === undefined ? keeper : placeOf(before, step, post, town)
}

/** An org whose limit to answer runs is not called again. */
const calledAgain = ({ calls }: Stand, step: Step, given: PlainStep['given']): boolean =>
  (step.effects ?? []).some((effect) => effect.do === 'whistle' && effect.clock !== undefined) && calls.some(({ org, open, clock }) => org === given['to_org'] && open && clock?.stopped === null)

/** Of what someone may do, what was done least so far; now and then anything. */
const leastTaken = (random: () => number, open: readonly (readonly [PlainPerson, Step])[], taken: ReadonlyMap<string, number>): readonly [PlainPerson, Step] | undefined => {
  if (open.length === 0) return undefined
  const times = ([, step]: readonly [PlainPerson, Step]): number => taken.get(step.key) ?? 0
  const least = Math.min(...open.map(times))
  return random() < 0.3 ? pick(random, open) : pick(random, open.filter((each) => times(each) === least))
}

/** A day that a step names as the last one lies before the step. */
const endsBefore = (step: Step, given: Readonly<Record<string, string | boolean>>, on: string): boolean =>
  (step.effects ?? []).some((effect) => effect.do === 'start' && effect.until !== undefined && typeof given[effect.until] === 'string' && String(given[effect.until]) < on)

describe.each(plans)('%s', (name, plan) => {
  test('comes to what a plain interpreter says, step by step and column by column, and offers what it takes', () => {
    const random = randomOf([...name].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7))
    const taken = new Map<string, number>()
    const never = (): readonly string[] => plan.procedure.steps.filter((step) => step.own !== true && !taken.has(step.key)).map(({ key }) => key)
    for (let turn = 0; turn < 80 || (turn < 600 && never().length > 0); turn += 1) live(random, plan, 30, taken)
    expect(never()).toEqual([])
  })
})
