import { describe, expect, test } from 'vitest'
import { orgTree } from '../../src/core/access/org-tree.ts'
import { sameFields } from '../../src/core/journal/apply-change.ts'
import type { Ledger } from '../../src/core/ledger/ledger.ts'
import type { Fields } from '../../src/core/ledger/value.ts'
import { available } from '../../src/core/matter/available.ts'
import type { Action, Matter, Opening } from '../../src/core/matter/matter.ts'
import { afterAction, foldMatter, openMatter } from '../../src/core/matter/matter.ts'
import { matterColumns, matterFields } from '../../src/core/matter/matter-fields.ts'
import type { Step } from '../../src/core/matter/procedure.ts'
import { productSteps } from '../../src/core/matter/product-steps.ts'
import type { Taken } from '../../src/core/matter/take-step.ts'
import { takeStep } from '../../src/core/matter/take-step.ts'
import { linkKinds } from '../../src/core/matter/tie-kinds.ts'
import type { Tied } from '../../src/core/matter/tie-matters.ts'
import { linkMatters, mergeMatters, splitMatter, unmergeMatters, unsplitMatter } from '../../src/core/matter/tie-matters.ts'
import { isRefusal } from '../../src/core/refusal/refusal.ts'
import type { Day } from '../../src/core/time/day.ts'
import { addDays, day } from '../../src/core/time/day.ts'
import { workCalendar } from '../../src/core/time/work-calendar.ts'
import { words } from '../../src/core/words.ts'
import { choice, day as dayField, org, sealed, text } from '../../src/packs/zhejiang-town/declare.ts'
import { orgs } from '../../src/packs/zhejiang-town/orgs.ts'
import { hazard } from '../../src/packs/zhejiang-town/procedures/hazard.ts'
import type { MatterPlan } from '../../src/packs/zhejiang-town/procedures/plan.ts'
import { procedures } from '../../src/packs/zhejiang-town/procedures.ts'
import { card } from '../builders/card-procedure.ts'
import { noticeOf } from '../builders/china-calendar.ts'
import type { PlainCase, PlainPerson, PlainStep, PlainTown, Stand } from '../builders/plain-matter.ts'
import { lasting, plainColumns, stand } from '../builders/plain-matter.ts'
import { calledAgain, goesOver, placeOf, postOf, tieStep, whyNot, whyNotSo, whyNotTied } from '../builders/plain-rules.ts'
import { pick, randomOf } from '../builders/random-history.ts'
import { someGiven } from '../builders/random-steps.ts'
import { photo } from '../builders/walked-matter.ts'

/** Random people take random steps on random days in matters of every procedure, for themselves and as deputies, and split, merge and link them; a plain interpreter says of each what must come of it. */

/** Hazards of either level: what their procedure asks of the ledger beside its own fields. */
const hazards: MatterPlan = { ...hazard, fields: [choice('level', '等级', 'Level', [['general', '一般', 'general'], ['major', '重大', 'major']]), ...hazard.fields] }
const plans: readonly (readonly [string, MatterPlan])[] = Object.entries({ card, hazard: hazards, ...procedures })

const [keeper, helper, other] = ['zhxx', 'czjs', 'yjxf']
const village = '330282112203'
const grid = `${village}001`
const people: readonly PlainPerson[] = [
  { id: 1, posts: [{ role: 'line', org: keeper }] }, { id: 2, posts: [{ role: 'line', org: keeper }] }, { id: 3, posts: [{ role: 'head', org: keeper }] }, { id: 4, posts: [{ role: 'line', org: helper }] }, { id: 5, posts: [{ role: 'head', org: helper }] },
  { id: 6, posts: [{ role: 'line', org: other }, { role: 'line', org: keeper }] }, { id: 7, posts: [{ role: 'office', org: '330282112' }] }, { id: 8, posts: [{ role: 'leader', org: '330282112' }] }, { id: 9, posts: [{ role: 'village', org: village }] },
  { id: 10, posts: [{ role: 'village', org: grid }] }, { id: 11, posts: [{ role: 'auditor', org: '330282112' }] }, { id: 12, posts: [] }, { id: 13, posts: [{ role: 'leader', org: '330282112' }, { role: 'head', org: other }] },
  { id: 14, posts: [{ role: 'line', org: other }, { role: 'line', org: keeper, deputyOf: 1 }, { role: 'head', org: helper, deputyOf: 5 }] }, { id: 15, posts: [{ role: 'leader', org: '330282112', deputyOf: 8 }, { role: 'village', org: village, deputyOf: 9 }] },
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

/** A matter under way, as the product has it and as it is written down plainly; `parts` are those it was split into. */
type Living = { readonly id: number; readonly of: PlainCase; readonly opening: Opening; readonly ledger: Ledger; matter: Matter; readonly log: PlainStep[]; readonly actions: Action[]; parts: Living[] }

const begin = (plan: MatterPlan, id: number, of: PlainCase): Living => {
  const { fields, procedure } = plan
  const ledger: Ledger = { key: 'walked', title: words('事项', 'matters'), shape: 'event', line: 'order', owner: keeper, dateField: 'day', orgField: 'org', unique: [['number']], fields: [dayField(), org, text('number', '编号', 'Number'), text('told', '事由', 'What', { maxLength: 60 }), sealed('secret', '证件', 'Paper'), ...fields, ...matterFields(procedure)], columns: ['told'], procedure }
  const opening: Opening = { day: day(of.day), raiser: of.raiser, first: of.first, fields: of.fields as Fields }
  return { id, of, opening, ledger, matter: openMatter(procedure, opening), log: [], actions: [], parts: [] }
}

const bringIn = (random: () => number, plan: MatterPlan, id: number, first: Day): Living => {
  const own = Object.fromEntries(plan.fields.filter((field) => field.fixed !== true && field.kind === 'choice').map((field) => [field.key, pick(random, field.choices ?? []).key]))
  return begin(plan, id, { procedure: plan.procedure, keeper, org: grid, first: pick(random, [keeper, keeper, helper, gone]), raiser: pick(random, people).id, day: first, fields: { day: first, org: grid, number: `N${id}`, told: '一件事', secret: '密文', ...own } })
}

const nextId = (living: readonly Living[]): number => Math.max(...living.map(({ id }) => id)) + 1

const standpoint = (of: Living, today: Day) => ({ keeper, org: of.of.fields['org'] ?? grid, tree, calendar, today, openParts: openParts(of) })
const openParts = ({ parts }: Living): number => parts.filter(({ of, log }) => stand(of, log).settled === null).length
/** The day of a step now: not before that of the last one, where one was taken. */
const dayNow = (before: Stand, today: string): Day => (before.did.length > 0 && before.last > today ? before.last : today) as Day

/** Several matters through so many attempts; counts the steps that were taken, and leads people to those that were taken least. */
const live = (random: () => number, plan: MatterPlan, attempts: number, taken: Map<string, number>): void => {
  const { procedure } = plan
  let today = addDays(day('2022-11-15'), Math.floor(random() * 400))
  const living = [bringIn(random, plan, 1, today)]
  const alone = random() < 0.5
  let early = false
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    today = addDays(today, early && random() < 0.6 ? 45 : random() < 0.6 ? 0 : random() < 0.04 ? -2 : Math.floor(random() * (random() < 0.1 ? 90 : 4)))
    if (!alone && random() < 0.04 && living.length < 3) living.push(bringIn(random, plan, nextId(living), addDays(today, -Math.floor(random() * 12))))
    const one = random() < 0.7 ? (living[0] ?? pick(random, living)) : pick(random, living)
    const before = stand(one.of, one.log)
    const offeredTo = (each: PlainPerson): readonly Step[] => procedure.steps.filter((step) => step.own !== true && whyNot(one.of, before, step, each, town, today, openParts(one)) === undefined)
    early = people.some((each) => procedure.steps.some((step) => step.after !== undefined && whyNot(one.of, before, step, each, town, today) === 'matter-too-early'))
    const person = pick(random, people)
    expect(available(procedure, one.matter, person, standpoint(one, today)).map(({ key }) => key)).toEqual(offeredTo(person).map(({ key }) => key))
    if (!alone && random() < 0.2) {
      tie(random, plan, living, pick(random, living), pick(random, living), today, taken)
      if (random() < 0.4) takeBack(random, living, today, taken)
    } else {
      const [who, step] = random() < 0.8 ? (leastTaken(random, people.flatMap((each) => offeredTo(each).map((step) => [each, step] as const)), taken) ?? [person, pick(random, procedure.steps)]) : [person, pick(random, procedure.steps)]
      if (step.own === true) {
        if (before.asked !== null) note(one, { step: step.key, day: dayNow(before, today), person: 0, org: keeper, given: {} })
      } else takeOne(random, one, before, who, step, today, `${attempt}`, taken)
    }
    for (const each of living) columnsHold(each)
  }
  for (const { of, opening, log, actions } of living) expect(matterColumns(procedure, foldMatter(procedure, opening, actions, keeper), calendar)).toEqual(plainColumns(of, log, town))
}

const columnsHold = ({ of, log, matter }: Living): void => {
  const columns = matterColumns(of.procedure, matter, calendar)
  if (!sameFields(columns, plainColumns(of, log, town) as Fields)) expect(columns).toEqual(plainColumns(of, log, town))
}

const takeOne = (random: () => number, one: Living, before: Stand, who: PlainPerson, step: Step, today: Day, turn: string, taken: Map<string, number>): void => {
  const latest = dayNow(before, today)
  const { given, spoilt } = someGiven(random, step, today, { orgs: [keeper, helper, other, village, grid, gone], people: people.map(({ id }) => id), files: [photo] })
  const named = random() < 0.4 ? undefined : random() < 0.9 ? latest : addDays(today, Math.floor(random() * 9) - 6)
  const on = named ?? latest
  const bad = on > latest || on < before.last || spoilt || given['to_org'] === gone || (given['to_org'] === before.holder && (step.effects ?? []).some(({ do: act }) => act === 'ask' || act === 'whistle')) || calledAgain(before, step, given) || endsBefore(step, given, on)
  const expected = whyNot(one.of, before, step, who, town, today, openParts(one)) ?? (bad ? 'bad-input' : whyNotSo(one.of, before, step, given, on, town)) ?? 'taken'
  const came = takeStep(one.ledger, one.of.procedure, one.matter, { step: step.key, given, ...(named === undefined ? {} : { day: named }) }, who, standpoint(one, today))
  expect(`${turn} ${today} ${who.id} ${step.key}: ${isRefusal(came) ? came.code : 'taken'}`).toBe(`${turn} ${today} ${who.id} ${step.key}: ${expected}`)
  if (isRefusal(came)) return
  one.matter = came.after
  one.actions.push(came.action)
  one.log.push({ step: step.key, day: on, who: who.id, ...handsOf(one.of, before, step, who), given })
  taken.set(step.key, (taken.get(step.key) ?? 0) + 1)
}

/** From which org someone takes a step, and in whose name. */
const handsOf = (of: PlainCase, before: Stand, step: Step, who: PlainPerson): Pick<PlainStep, 'org' | 'forWhom'> => {
  const post = postOf(of, before, step, who, town)
  if (post === undefined) return { org: keeper }
  return { org: placeOf(before, step, post, town), ...(post.deputyOf === undefined ? {} : { forWhom: post.deputyOf }) }
}

type Tying = { readonly tied: (each: Living) => Tied; readonly agreed: (what: string, came: object, expected: string | undefined) => boolean; readonly recorded: (each: Living, before: Stand, key: Parameters<typeof tieStep>[0], taken: Taken) => void }

/** What it is to tie a matter as someone: told to the product, held against what is expected, and against how it should be recorded. */
const tyingBy = (who: PlainPerson, today: Day, taken: Map<string, number>): Tying => {
  const tied = (each: Living): Tied => ({ ledger: each.ledger, entry: { id: each.id, ledger: 'walked', version: 1, void: false, spans: [{ from: null, to: null, fields: each.of.fields as Fields }] }, procedure: each.of.procedure, matter: each.matter, at: standpoint(each, today) })
  const recorded = (each: Living, before: Stand, key: Parameters<typeof tieStep>[0], { action }: Taken): void => {
    expect(action).toEqual({ step: key, day: dayNow(before, today), person: who.id, ...hands(each, before, key), given: action.given })
  }
  const hands = (each: Living, before: Stand, key: Parameters<typeof tieStep>[0]) => {
    const { forWhom, org: from } = handsOf(each.of, before, tieStep(key), who)
    return { org: from, ...(forWhom === undefined ? {} : { actingFor: forWhom }) }
  }
  const agreed = (what: string, came: object, expected: string | undefined): boolean => {
    expect(`${what} ${isRefusal(came) ? came.code : 'taken'}`).toBe(`${what} ${expected ?? 'taken'}`)
    if (!isRefusal(came)) taken.set(what, (taken.get(what) ?? 0) + 1)
    return !isRefusal(came)
  }
  return { tied, agreed, recorded }
}

/** Someone takes back a merge, or a part that was split off. */
const takeBack = (random: () => number, living: Living[], today: Day, taken: Map<string, number>): void => {
  const may = (each: Living, before: Stand, who: PlainPerson, key: Parameters<typeof tieStep>[0]) => postOf(each.of, before, tieStep(key), who, town) !== undefined
  const split = living.find(({ parts }) => parts.length > 0)
  if (split !== undefined && random() < 0.4) {
    const part = pick(random, split.parts)
    const [whole, of] = [stand(split.of, split.log), stand(part.of, part.log)]
    const who = someoneOf(random, split, whole)
    const { tied, agreed, recorded } = tyingBy(who, today, taken)
    const came = unsplitMatter(tied(part), tied(split), 1, '误拆', who)
    const expected = whyNotTied(split.of, whole, tieStep('zhenwu-undo-split'), who, town) ?? whyNotTied(part.of, of, tieStep('zhenwu-undo-split'), who, town) ?? (part.log.length > 0 ? 'matter-moved-since' : undefined)
    if (!agreed('unsplit', came, expected) || isRefusal(came)) return
    recorded(split, whole, 'zhenwu-undo-split', came)
    note(split, came.action)
    split.parts = split.parts.filter((each) => each !== part)
    living.splice(living.indexOf(part), 1)
    return
  }
  const from = living.find(({ log }) => lasting(log).at(-1)?.step === 'zhenwu-merge') ?? pick(random, living)
  const into = living.find(({ id }) => String(id) === lasting(from.log).at(-1)?.given['other']) ?? pick(random, living)
  const [was, is] = [stand(from.of, from.log), stand(into.of, into.log)]
  const who = someoneOf(random, from, was)
  const { tied, agreed, recorded } = tyingBy(who, today, taken)
  const [out, took] = [lasting(from.log).at(-1), lasting(into.log).at(-1)]
  const undone = out?.step === 'zhenwu-merge' && took?.step === 'zhenwu-take-in' && out.given['other'] === String(into.id) && took.given['other'] === String(from.id)
  const came = unmergeMatters(tied(from), tied(into), '误并', who)
  const expected = !may(from, was, who, 'zhenwu-undo-merge') || !may(into, is, who, 'zhenwu-undo-merge') ? 'forbidden' : undone ? undefined : 'matter-moved-since'
  if (!agreed('unmerge', came, expected) || isRefusal(came)) return
  recorded(from, was, 'zhenwu-undo-merge', came.from)
  recorded(into, is, 'zhenwu-undo-merge', came.into)
  note(from, came.from.action)
  note(into, came.into.action)
}

const note = (one: Living, action: Action, took?: PlainStep['took']): void => {
  one.matter = afterAction(one.of.procedure, one.matter, action, keeper)
  one.actions.push(action)
  one.log.push({ step: action.step, day: action.day, who: action.person, ...(action.actingFor === undefined ? {} : { forWhom: action.actingFor }), org: action.org, given: typeof action.given['other'] === 'string' ? { other: action.given['other'] } : {}, ...(took === undefined ? {} : { took }) })
}

/** Mostly someone who may tie a matter. */
const someoneOf = (random: () => number, { of }: Living, before: Stand): PlainPerson => pick(random, random() < 0.3 ? people : people.filter((each) => postOf(of, before, tieStep('zhenwu-split'), each, town) !== undefined))

/** Someone splits, merges or links a matter, or takes it back to be given out. */
const tie = (random: () => number, plan: MatterPlan, living: Living[], one: Living, two: Living, today: Day, taken: Map<string, number>): void => {
  const [at, into] = [stand(one.of, one.log), stand(two.of, two.log)]
  const who = someoneOf(random, one, at)
  const { tied, agreed, recorded } = tyingBy(who, today, taken)
  const why = (each: Living, before: Stand, key: Parameters<typeof tieStep>[0]): string | undefined => whyNotTied(each.of, before, tieStep(key), who, town)
  const roll = random()
  if (roll < 0.3) {
    if (living.length > 5) return
    const lines = [{ line: '一半', org: village }, { line: random() < 0.1 ? '长'.repeat(61) : '另一半' }]
    const split = splitMatter(tied(one), lines, '分别办理', who)
    if (!agreed('split', split, why(one, at, 'zhenwu-split') ?? (lines.some(({ line }) => line.length > 60) ? 'bad-input' : undefined)) || isRefusal(split)) return
    recorded(one, at, 'zhenwu-split', split.taken)
    note(one, split.taken.action)
    const { number: _, secret: __, ...copied } = one.of.fields
    expect(split.entries).toEqual(lines.map(({ line, org: where }) => ({ ...copied, told: line, ...(where === undefined ? {} : { org: where }), first_org: at.holder })))
    for (const { line, org: where } of lines) {
      const part = begin(plan, nextId(living), { ...one.of, org: where ?? one.of.org, first: at.holder, raiser: who.id, fields: { ...copied, told: line, ...(where === undefined ? {} : { org: where }) } })
      one.parts.push(part)
      living.push(part)
    }
  } else if (roll < 0.65) {
    const merged = mergeMatters(tied(one), tied(two), '同一件事', who)
    const expected = one === two ? 'matter-itself' : (why(one, at, 'zhenwu-merge') ?? why(two, into, 'zhenwu-take-in') ?? (openParts(one) > 0 ? 'matter-parts-open' : undefined))
    if (!agreed('merge', merged, expected) || isRefusal(merged)) return
    recorded(one, at, 'zhenwu-merge', merged.from)
    recorded(two, into, 'zhenwu-take-in', merged.into)
    note(one, merged.from.action)
    note(two, merged.into.action, goesOver(at, into, town))
  } else if (roll < 0.9) {
    const kind = pick(random, linkKinds)
    const linked = linkMatters(tied(one), tied(two), kind, '相关', who)
    if (!agreed('link', linked, one === two ? 'matter-itself' : why(one, at, 'zhenwu-link')) || isRefusal(linked)) return
    recorded(one, at, 'zhenwu-link', linked.one)
    note(one, linked.one.action)
    note(two, linked.other.action)
  } else if (at.settled === null) note(one, { step: productSteps.release, day: dayNow(at, today), person: who.id, org: at.holder, given: {} })
}

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
    for (let turn = 0; turn < 80 || (turn < 600 && never().length > 0); turn += 1) live(random, plan, 40, taken)
    expect(never()).toEqual([])
    expect(['split', 'merge', 'link', 'unsplit', 'unmerge'].filter((act) => !taken.has(act))).toEqual([])
  })
})
