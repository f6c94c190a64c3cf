import { beforeAll, describe, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import type { Caller } from '../../test/harness/served-town.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { listMatters, readMatter } from '../api/matter.ts'
import { listProcedures, readProcedure } from '../api/procedure.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { withProcedure } from '../core/matter/change-procedure.ts'
import type { Procedure, Step } from '../core/matter/procedure.ts'
import { words } from '../core/words.ts'
import { procedures } from '../packs/zhejiang-town/procedures.ts'
import { declareAll } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { enterNotices } from './matter/enter-notices.ts'

/** The town date is Monday, 3 July 2023. */
const served = servedTown()
let [office, order, leader, farm, v1]: Caller[] = []
const by = (caller: Caller | undefined): Caller => {
  if (caller === undefined) throw new Error('nobody has signed in')
  return caller
}

const petitions: Ledger = withProcedure({ ...hazardLedger(), key: 'letters', title: words('来信', 'Letters'), fields: hazardLedger().fields.filter(({ fixed }) => fixed !== true) }, procedures.petition.procedure, procedures.petition.fields)

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger(), petitions], [])
  await enterNotices(served.town)
  ;[office, order, leader, farm, v1] = [await served.as('office'), await served.as('order'), await served.as('leader'), await served.as('farm'), await served.as('v1')]
})

const found = async (): Promise<number> => {
  const answer = await by(v1).post('hazard.create', { fields: { org: 'v1', day: '2023-06-30', place: '示例路1号', level: 'general' } })
  expect(answer.status).toBe(200)
  return (answer.body as unknown as { id: number }).id
}
const procedureOf = async (ledger = 'hazard') => {
  const read = await by(order).ok(readProcedure, { ledger })
  if (read.ledger.procedure === undefined) throw new Error('no procedure')
  return { ...read, procedure: read.ledger.procedure as Procedure }
}
const declare = (ledger: Ledger, saw: number, reason?: string) => by(office).post('ledger.declare', { ledger, saw, ...(reason === undefined ? {} : { reason }) })
const withStep = (procedure: Procedure, key: string, more: Partial<Step>): Procedure => ({ ...procedure, steps: procedure.steps.map((step) => (step.key === key ? { ...step, ...more } : step)) })

describe('a procedure', () => {
  test('of the pack or of another ledger is given to a ledger without one, whose next entry is a matter', async () => {
    const { procedures: choices } = await by(leader).ok(listProcedures, {})
    expect(choices.filter(({ of }) => of === 'town').map(({ key, fields }) => [key, fields.map((field) => field.key)])).toContainEqual(['hazard', ['level', 'closed']])
    const river = choices.find(({ key }) => key === 'riverProblem')
    const bare = await by(office).ok(readProcedure, { ledger: 'visit' })
    expect([bare.ledger.procedure, bare.versions]).toEqual([undefined, []])
    const given = withProcedure(bare.ledger as Ledger, river?.procedure as Procedure, river?.fields as Ledger['fields'])
    refused(await by(leader).post('ledger.declare', { ledger: given, saw: bare.saw }), 403, 'forbidden')
    expect((await declare(given, bare.saw)).status).toBe(200)
    const answer = await by(farm).post('visit.create', { fields: { org: 'v1', day: '2023-07-03', household: '示例河段', ...Object.fromEntries((river?.fields ?? []).flatMap((field) => (field.required === true ? [[field.key, field.choices?.[0]?.key ?? '示例']] : []))) } })
    expect(answer.body.error).toBeUndefined()
    expect(await by(farm).ok(readMatter, { ledger: 'visit', entry: (answer.body as unknown as { id: number }).id })).toMatchObject({ state: { key: river?.procedure.first }, holder: { code: 'farm' } })
  })

  test('changed by the town: matters under way keep the version they began with, new ones follow the new', async () => {
    const old = await found()
    const { ledger, procedure, saw } = await procedureOf()
    const step: Step = { key: 'own-1', title: words('约谈', 'Talk'), from: ['found'], who: [{ is: 'keeper' }], weight: 'next' }
    const next: Procedure = { ...withStep(procedure, 'assign', { title: words('派单', 'Dispatch') }), acceptWithin: 3, steps: [...withStep(procedure, 'assign', { title: words('派单', 'Dispatch') }).steps, step], clocks: procedure.clocks.map((rule) => (rule.key === 'assign' ? { ...rule, limits: rule.limits.map((row) => ({ ...row, value: 5 })) } : rule)) }
    expect((await declare(withProcedure(ledger as Ledger, next), saw, '按镇办法')).status).toBe(200)
    const young = await found()
    const [was, is] = [await by(order).ok(readMatter, { ledger: 'hazard', entry: old }), await by(order).ok(readMatter, { ledger: 'hazard', entry: young })]
    expect([was.clocks[0]?.legal, is.clocks[0]?.legal]).toEqual(['2023-07-04', '2023-07-07'])
    expect([was, is].map(({ steps }) => [steps.find(({ key }) => key === 'assign')?.title.zh, steps.some(({ key }) => key === 'own-1')])).toEqual([['交办', false], ['派单', true]])
    refused(await by(order).post('hazard.own-1', { entry: old }), 404, 'matter-step-unknown')
    expect((await by(order).post('hazard.own-1', { entry: young })).status).toBe(200)
    expect((await by(order).post('hazard.assign', { entry: old, given: { to_org: 'farm', note: '整改' } })).status).toBe(200)

    const { versions } = await procedureOf()
    expect(versions.map(({ version, open, reason, changes }) => [version, open, reason, changes.map(({ what }) => what)])).toEqual([
      [2, 1, '按镇办法', ['renamed', 'added', 'limit', 'accept-within']],
      [1, 1, null, ['given']],
    ])
    const { rows } = await served.town.db.pool.query<{ verb: string; person: number; reason: string }>(`select verb, person, reason from ${served.town.schema}.journal where number = $1`, [versions[0]?.number])
    expect(rows).toEqual([{ verb: 'ledger.declare', person: served.personOf('office'), reason: '按镇办法' }])
    expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
  })

  test('keeps what protects, and is not taken away', async () => {
    const { ledger, procedure, saw } = await procedureOf()
    badFields(await declare({ ...(ledger as Ledger), procedure: withStep(procedure, 'strike', { otherThan: [] }) }, saw), { 'ledger.procedure.step.strike': 'procedure-unfit' })
    const { procedure: _, ...without } = ledger as Ledger
    badFields(await declare(without, saw), { 'ledger.procedure': 'procedure-stays' })
    refused(await declare({ ...(ledger as Ledger), procedure: withStep(procedure, 'assign', { to: 'nowhere' }) }, saw), 422, 'bad-declaration')
    refused(await declare(ledger as Ledger, saw - 1), 409, 'declaration-moved')
  })

  test('gains a state and rules of reminding, and loses the state while no matter stands in it', async () => {
    const { ledger, procedure, saw } = await procedureOf()
    const kept: Procedure = {
      ...procedure,
      states: [...procedure.states, { key: 'own-1', title: words('暂存', 'Kept'), kind: 'held' }],
      steps: [...procedure.steps, { key: 'own-3', title: words('暂存', 'Keep'), from: ['found'], to: 'own-1', who: [{ is: 'keeper' }] }, { key: 'own-4', title: words('续办', 'Go on'), from: ['own-1'], to: 'found', who: [{ is: 'keeper' }] }],
      reminders: [{ share: 60, to: ['owner'] }],
    }
    expect((await declare(withProcedure(ledger as Ledger, kept), saw, '按镇办法')).status).toBe(200)
    const entry = await found()
    expect((await by(order).post('hazard.own-3', { entry })).status).toBe(200)
    const second = await procedureOf()
    expect(second.standing['own-1']).toBe(1)
    expect(second.versions[0]?.changes.map(({ what }) => what)).toEqual(['added', 'added', 'added', 'reminders'])
    const back = withProcedure(second.ledger as Ledger, procedure)
    badFields(await declare(back, second.saw), { 'ledger.procedure.state.own-1': 'procedure-unfit' })
    expect((await by(order).post('hazard.own-4', { entry })).status).toBe(200)
    expect((await declare(back, second.saw)).status).toBe(200)
    expect((await by(order).post('hazard.own-3', { entry })).status).toBe(200)
    expect(await by(order).ok(readMatter, { ledger: 'hazard', entry })).toMatchObject({ state: { key: 'own-1', title: { zh: '暂存' } } })
    const { rows, ledgers } = await by(order).ok(listMatters, { whose: 'all', ledger: 'hazard', limit: 200 })
    expect(rows.find((row) => row.entry === entry)?.state.title.zh).toBe('暂存')
    expect(ledgers.find(({ key }) => key === 'hazard')?.states.find(({ key }) => key === 'own-1')).toMatchObject({ matters: 1, title: { zh: '暂存' } })
    expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
  })

  test('has a limit of a law changed only with its new clause and a reason', async () => {
    const { ledger, procedure, saw } = await procedureOf('letters')
    const clock = procedure.clocks.find(({ limits }) => limits.some(({ sure }) => sure === 'law'))
    const clauses = (clause?: string): Ledger => ({ ...(ledger as Ledger), procedure: { ...procedure, clocks: procedure.clocks.map((rule) => (rule.key === clock?.key ? { ...rule, limits: rule.limits.map((row) => ({ ...row, value: row.value + 1, ...(clause === undefined ? {} : { clause }) })) } : rule)) } })
    const field = `ledger.procedure.clock.${clock?.key ?? ''}`
    badFields(await declare(clauses(), saw, '新规'), { [field]: 'procedure-unfit' })
    badFields(await declare(clauses('新条例第三条'), saw), { [field]: 'procedure-unfit' })
    expect((await declare(clauses('新条例第三条'), saw, '新规施行')).status).toBe(200)
  })

  test('is not shown of a ledger that one may not open', async () => {
    badFields(await by(farm).get('procedure.read', { ledger: 'case' }), { ledger: 'not-found' })
    refused(await served.nobody.get('procedure.list'), 401, 'not-signed-in')
  })
})
