import { beforeAll, describe, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { jpegOf } from '../../test/builders/picture.ts'
import type { PlainCase, PlainPerson, PlainStep, PlainTown } from '../../test/builders/plain-matter.ts'
import { plainColumns, stand } from '../../test/builders/plain-matter.ts'
import { calledAgain, placeOf, postOf, whyNot, whyNotSo } from '../../test/builders/plain-rules.ts'
import { pick, randomOf } from '../../test/builders/random-history.ts'
import { someGiven } from '../../test/builders/random-steps.ts'
import { smallOrgs } from '../../test/builders/small-town.ts'
import type { Answer } from '../../test/harness/served-town.ts'
import { servedTown } from '../../test/harness/served-town.ts'
import { uploadFile } from '../api/file.ts'
import { MatterOut } from '../api/matter.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { matterFields, matterKeys } from '../core/matter/matter-fields.ts'
import type { Procedure, Step } from '../core/matter/procedure.ts'
import { addDays, day } from '../core/time/day.ts'
import type { Day } from '../core/time/day.ts'
import { words } from '../core/words.ts'
import { hazard } from '../packs/zhejiang-town/procedures/hazard.ts'
import type { MatterPlan } from '../packs/zhejiang-town/procedures/plan.ts'
import { procedures } from '../packs/zhejiang-town/procedures.ts'
import { declareAll } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { enterNotices } from './matter/enter-notices.ts'
import { bounceMatters } from './matter/matter-upkeep.ts'

/** The people of a town take random steps through the server, alone, two at once, or one of them five times; a plain interpreter says what must come of it, and what the screen must offer. */

const clock: { today: Day } = { today: day('2023-04-24') }
const served = servedTown({ today: () => clock.today })
/** What hazards have beside the fields of every ledger and every matter; the place may be left out here. */
const hazardFields = hazardLedger().fields.filter(({ key }) => !['org', 'day', ...matterKeys].includes(key)).map((field) => (field.kind === 'text' ? { ...field, required: false } : field))
const plans: readonly (readonly [string, MatterPlan])[] = Object.entries({ hazard: { ...hazard, fields: hazardFields }, ...procedures }).map(([name, plan]) => [`m-${name.toLowerCase()}`, plan])
const logins = ['leader', 'office', 'second', 'farm', 'farmer', 'order', 'v1', 'auditor'] as const
const posts: Readonly<Record<(typeof logins)[number], readonly [string, string]>> = { leader: ['leader', 'town'], office: ['office', 'town'], second: ['office', 'town'], farm: ['line', 'farm'], farmer: ['line', 'farm'], order: ['line', 'order'], v1: ['village', 'v1'], auditor: ['auditor', 'town'] }
const handling = ['office', 'line', 'head', 'village']
const files = new Map<string, string>()

const ledgerOf = (key: string, { fields, procedure }: MatterPlan): Ledger => ({
  key, title: words(key, key), shape: 'event', line: 'test', owner: 'order', orgField: 'org', dateField: 'day', villageEntry: true, procedure,
  fields: [{ key: 'org', title: words('村', 'Village'), kind: 'org', required: true }, { key: 'day', title: words('日期', 'Day'), kind: 'day', required: true }, ...fields, ...matterFields(procedure)],
})

beforeAll(async () => {
  await declareAll(served.town, plans.map(([key, plan]) => ledgerOf(key, plan)), [])
  await enterNotices(served.town)
  for (const login of logins.filter((each) => each !== 'auditor')) {
    const { hash, name } = await (await served.as(login)).ok(uploadFile, { ledger: 'm-hazard', field: 'files', name: '现场.jpg', content: jpegOf().toString('base64') })
    files.set(login, `${hash} ${name}`)
  }
})

const person = (login: (typeof logins)[number]): PlainPerson => ({ id: served.personOf(login), posts: [{ role: posts[login][0], org: posts[login][1] }] })
const plainTown = async (): Promise<PlainTown> => {
  const { calendar } = await served.town.book()
  return {
    parents: new Map(smallOrgs.map(({ code, parent }) => [String(code), typeof parent === 'string' ? parent : null])),
    passed: new Map(),
    worked: (at) => ({ off: false, work: true, none: ![0, 6].includes(new Date(at).getUTCDay()) })[calendar.exceptions.get(at as Day) ?? 'none'],
    known: (year) => calendar.years.has(year),
  }
}

/** The steps of a matter as the book has them. */
const recorded = async (ledger: string, entry: number): Promise<readonly PlainStep[]> => {
  const { rows } = await served.town.db.pool.query<Record<string, string | null>>(`select step, day, person, org, note, files, to_org, to_person, place, given from ${served.town.schema}.ledger_zhenwu_action where ledger = $1 and matter = $2 order by number`, [ledger, entry])
  return rows.map(({ step, day: on, person: who, org, given, ...own }) => ({ step: String(step), day: String(on), who: Number(who), org: String(org), given: { ...(JSON.parse(given ?? '{}') as Record<string, string>), ...Object.fromEntries(Object.entries(own).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]]))) } }))
}

type Try = { readonly login: (typeof logins)[number]; readonly step: Step; readonly given: PlainStep['given']; readonly spoilt: boolean }

/** What must come of a step after some others, by its code. */
const expectedOf = (of: PlainCase, log: readonly PlainStep[], { login, step, given, spoilt }: Try, town: PlainTown): string => {
  const at = stand(of, log)
  const asksHolder = given['to_org'] === at.holder && (step.effects ?? []).some(({ do: act }) => act === 'ask' || act === 'whistle')
  const ends = (step.effects ?? []).some((effect) => effect.do === 'start' && effect.until !== undefined && typeof given[effect.until] === 'string' && String(given[effect.until]) < clock.today)
  const stranger = given['to_person'] !== undefined && !logins.some((each) => String(person(each).id) === given['to_person'] && handling.includes(posts[each][0]) && posts[each][1] === at.holder)
  return whyNot(of, at, step, person(login), town, clock.today) ?? (spoilt || asksHolder || calledAgain(at, step, given) || ends ? 'bad-input' : whyNotSo(of, at, step, given, clock.today, town)) ?? (stranger ? 'bad-input' : 'taken')
}

const codeOf = ({ status, body }: Answer): string => (status === 200 ? 'taken' : (body.error?.code ?? String(status)))

const live = async (random: () => number, key: string, procedure: Procedure, plan: MatterPlan): Promise<void> => {
  const town = await plainTown()
  clock.today = addDays(clock.today, Math.floor(random() * 5))
  const fields: Record<string, string> = { org: 'v1', day: clock.today, ...Object.fromEntries(plan.fields.filter((field) => field.fixed !== true && field.kind === 'choice').map((field) => [field.key, pick(random, field.choices ?? []).key])) }
  const made = await (await served.as('order')).post(`${key}.create`, { fields })
  expect([made.status, made.body.error]).toEqual([200, undefined])
  const entry = (made.body as unknown as { id: number }).id
  const of: PlainCase = { procedure, keeper: 'order', org: 'v1', first: 'order', raiser: served.personOf('order'), day: clock.today, fields }
  let log: readonly PlainStep[] = []
  for (let attempt = 0; attempt < 10; attempt += 1) {
    clock.today = addDays(clock.today, random() < 0.6 ? 0 : Math.floor(random() * 4))
    if (random() < 0.2) await bounceMatters(served.town, clock.today)
    log = await recorded(key, entry)
    const at = stand(of, log)
    const login = pick(random, logins)
    const offered = (each: (typeof logins)[number]): readonly Step[] => procedure.steps.filter((step) => step.own !== true && whyNot(of, at, step, person(each), town, clock.today) === undefined)
    const seen = await (await served.as(login)).get('matter.read', { ledger: key, entry: String(entry) })
    if (seen.status === 200) expect(MatterOut.parse(seen.body).steps.map((step) => step.key)).toEqual(offered(login).map((step) => step.key))
    else expect([codeOf(seen), offered(login)]).toEqual(['not-found', []])
    const open = logins.flatMap((each) => offered(each).map((step) => ({ login: each, step })))
    const led = random() < 0.8 && open.length > 0 ? pick(random, open) : { login, step: pick(random, procedure.steps.filter((step) => step.own !== true)) }
    const tryOf = (who: typeof led): Try => ({ ...who, ...someGiven(random, who.step, clock.today, { orgs: ['order', 'farm', 'v1', 'east'], people: logins.map((each) => served.personOf(each)), files: [files.get(who.login) ?? files.get('order') ?? ''] }) })
    const other = pick(random, open.length === 0 ? [led] : open)
    const how = random()
    const tries = how < 0.25 ? [tryOf(led), tryOf(other)] : [tryOf(led)]
    const once = how > 0.8 ? { once: `mark-${entry}-${attempt}` } : {}
    const sent = tries.flatMap((each) => Array.from({ length: how > 0.8 ? 5 : 1 }, () => each))
    const answers = await Promise.all(sent.map(async (each) => (await served.as(each.login)).post(`${key}.${each.step.key}`, { entry, given: each.given, ...once })))
    const after = await recorded(key, entry)
    expect(after.slice(0, log.length)).toEqual(log)
    const added = after.slice(log.length)
    const codes = how > 0.8 ? [...new Set(answers.map(codeOf))] : answers.map(codeOf)
    expect(added.length).toBe(codes.filter((code) => code === 'taken').length)
    const states = [log, ...added.map((_, index) => after.slice(0, log.length + index + 1))]
    for (const [index, each] of tries.entries()) {
      const code = codes[index]
      if (code === 'not-found') expect(offered(each.login)).toEqual([])
      else expect(states.map((state) => expectedOf(of, state, each, town))).toContain(code)
    }
    for (const [index, step] of added.entries()) {
      const [before, who] = [stand(of, states[index] ?? log), tries.find((each) => each.step.key === step.step && served.personOf(each.login) === step.who)]
      const post = who === undefined ? undefined : postOf(of, before, who.step, person(who.login), town)
      expect([step.org, step.day]).toEqual([who === undefined || post === undefined ? '' : placeOf(before, who.step, post, town), clock.today])
    }
    log = after
  }
  const { rows } = await served.town.db.pool.query<Record<string, unknown>>(`select * from ${served.town.schema}.ledger_${key.replaceAll('-', '_')} where id = $1`, [entry])
  const found = rows[0] ?? {}
  const wanted = plainColumns(of, log, town)
  expect(Object.fromEntries(Object.keys(wanted).map((column) => [column, typeof found[column] === 'number' ? String(found[column]) : found[column]]))).toEqual(wanted)
}

describe.each(plans)('%s', (key, plan) => {
  test('is offered and taken as a plain interpreter has it, and no step is lost', async () => {
    const random = randomOf([...key].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 3))
    for (let turn = 0; turn < 2; turn += 1) await live(random, key, plan.procedure, plan)
  })
})

test('the book verifies after all of it', async () => expect((await verifyTown(served.town.db, served.town)).differences).toEqual([]))
