import { beforeAll, describe, expect, test } from 'vitest'
import { appointHead } from '../../test/builders/asked-town.ts'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { handledHazards } from '../../test/harness/handled-hazards.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { listLeft, listMatterPeople, listMatters, releaseMatters } from '../api/matter.ts'
import { createOrg, mergeOrg, renameOrg } from '../api/org.ts'
import type { Day } from '../core/time/day.ts'
import { declareAll } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { enterNotices } from './matter/enter-notices.ts'
import { bounceMatters } from './matter/matter-upkeep.ts'

/** A town whose offices are renamed and merged while they hold matters, and whose people move on. */
const clock = { today: '2023-07-03' as Day }
const served = servedTown({ today: () => clock.today })
const { as, take, takes, found, photo, fixing, read } = handledHazards(served)
const held = { east: 0 }

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger(), hazardLedger(undefined, { key: 'quiet', sensitive: 'relief' })], [])
  await enterNotices(served.town)
  held.east = await appointHead(served, 'east-head', 'east')
})

const assigned = async (): Promise<number> => {
  const entry = await found()
  await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
  return entry
}
const leave = async (login: string): Promise<void> => {
  const { rows } = await served.town.db.pool.query<{ id: string; version: string }>(`select id, version from ${served.town.schema}.ledger_post where person = $1 and deputy_of is null`, [served.personOf(login)])
  expect((await (await as('office')).post('post.end', { entry: Number(rows[0]?.id), saw: Number(rows[0]?.version), to: clock.today })).status).toBe(200)
}
const stepsOf = async (entry: number, login: string) => (await read(entry, login)).steps.map(({ key }) => key)
const desk = async (login: string) => (await (await as(login)).ok(listMatters, { whose: 'mine', limit: 200 })).rows.map(({ entry }) => entry)

test('an office that is renamed holds what it held, under its new name', async () => {
  const entry = await fixing()
  await (await as('office')).ok(renameOrg, { org: 'farm', zh: '农业农村办', en: 'Rural office', from: '2023-07-03' })
  expect((await read(entry, 'farm')).holder).toMatchObject({ code: 'farm', zh: '农业农村办' })
  await takes('farm', 'mend', entry, { note: '已修', files: await photo('farm') })
})

test('a call to a grid is answered by the village that covers it', async () => {
  await (await as('office')).ok(createOrg, { code: 'v1-1', zh: '一网格', en: 'Grid one', kind: 'grid', parent: 'v1', from: '2023-07-01' })
  const entry = await found({}, 'order')
  await takes('order', 'whistle', entry, { to_org: 'v1-1', note: '请到场' })
  await takes('order', 'whistle', entry, { to_org: 'v1', note: '请协助' })
  expect(await desk('v1')).toContain(entry)
  await takes('v1', 'report-in', entry, { note: '村里已到场' })
  await takes('v1', 'report-in', entry, { note: '网格已到场' })
  refused(await take('v1', 'report-in', entry, { note: '再次到场' }), 403, 'forbidden')
  expect((await read(entry)).whistles.map(({ org, answered }) => [org.code, answered])).toEqual([['v1-1', '2023-07-03'], ['v1', '2023-07-03']])
  expect(await desk('v1')).not.toContain(entry)
})

describe('an office that is merged into another', () => {
  test('leaves what it held, was asked for and called to with the other, from that day', async () => {
    const [holds, signs, asked, called, unaccepted] = [await fixing(), await assigned(), await found(), await found(), await found()]
    await takes('order', 'hand-over', asked, { to_org: 'farm', note: '属农业' })
    await takes('order', 'hand-over', unaccepted, { to_org: 'farm', note: '属农业' })
    await takes('order', 'whistle', called, { to_org: 'farm', note: '请协助' })
    await (await as('office')).ok(mergeOrg, { org: 'farm', into: 'east', from: '2023-07-04' })
    for (const [entry, step] of [[signs, 'sign'], [holds, 'note'], [asked, 'accept'], [called, 'report-in']] as const) expect([step, await stepsOf(entry, 'east-head')]).not.toEqual([step, expect.arrayContaining([step])])

    clock.today = '2023-07-04' as Day
    for (const login of ['farm', 'farmer']) await leave(login)
    refused(await take('farm', 'sign', signs), 404, 'not-found')
    expect(await desk('east-head')).toEqual(expect.arrayContaining([signs, asked, unaccepted, called]))
    badFields(await take('order', 'assign', await found(), { to_org: 'farm', note: '整改' }), { to_org: 'org-ended' })
    await takes('east-head', 'sign', signs)
    await takes('east-head', 'accept', asked)
    await takes('east-head', 'report-in', called, { note: '已到场' })
    expect((await read(called)).whistles).toMatchObject([{ org: { code: 'farm' }, answered: '2023-07-04' }])
    const head = await as('east-head')
    expect((await head.ok(listLeft, {})).rows.map(({ entry }) => entry)).toContain(holds)
    await head.ok(releaseMatters, { matters: [{ ledger: 'hazard', entry: holds }], note: '机构合并' })
    expect((await head.ok(listMatterPeople, { ledger: 'hazard', entry: holds })).people.map(({ id }) => id)).toEqual([held.east])
    await takes('east-head', 'designate', holds, { to_person: String(held.east) })
    await takes('east-head', 'mend', holds, { note: '已修', files: await photo('east-head') })
    await takes('order', 'strike', holds, { note: '好', files: await photo('order') })

    clock.today = '2023-07-05' as Day
    expect(await bounceMatters(served.town, clock.today)).toBe(1)
    expect(await read(unaccepted)).toMatchObject({ holder: { code: 'order' }, asked: null })
  })

  test('and the ledgers it kept with the other too, sensitive or not', async () => {
    const quiet = await (await as('order')).post('quiet.create', { fields: { org: 'v1', day: '2023-07-03', place: '示例路2号', level: 'general' } })
    const entry = (quiet.body as unknown as { id: number }).id
    const open = await found()
    refused(await (await as('east-head')).get('matter.read', { ledger: 'quiet', entry: String(entry) }), 404, 'not-found')
    await (await as('office')).ok(mergeOrg, { org: 'order', into: 'east', from: '2023-07-06' })
    clock.today = '2023-07-06' as Day
    await leave('order')
    expect((await (await as('east-head')).post('quiet.assign', { entry, given: { to_org: 'east', note: '整改' } })).status).toBe(200)
    expect(await desk('east-head')).toContain(open)
    await takes('east-head', 'assign', open, { to_org: 'east', note: '整改' })
    await takes('east-head', 'sign', open)
    const brought = await (await as('east-head')).post('hazard.create', { fields: { org: 'v2', day: '2023-07-06', place: '示例路3号', level: 'general' } })
    expect(brought.status).toBe(200)
    refused(await (await as('v1')).get('matter.read', { ledger: 'quiet', entry: String(entry) }), 404, 'not-found')
  })

  test('and the book verifies', async () => expect((await verifyTown(served.town.db, served.town)).differences).toEqual([]))
})
