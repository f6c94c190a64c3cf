import { beforeAll, describe, expect, test } from 'vitest'
import { appointHead } from '../../test/builders/asked-town.ts'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { handledHazards } from '../../test/harness/handled-hazards.ts'
import { badFields, refused, servedTown, signedInAs } from '../../test/harness/served-town.ts'
import { endDeputy, listDeputies, nameDeputy } from '../api/deputy.ts'
import { listLeft, listMatters, readMatter, releaseMatters } from '../api/matter.ts'
import type { Day } from '../core/time/day.ts'
import { declareAll } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { enterNotices } from './matter/enter-notices.ts'

/** A town whose date moves, so that someone can be away for some days. */
const clock = { today: '2023-07-03' as Day }
const served = servedTown({ today: () => clock.today })
const { found, photo, take, takes } = handledHazards(served)
const held = { chief: 0 }

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger()], [])
  await enterNotices(served.town)
  held.chief = await appointHead(served, 'chief', 'farm')
  await appointHead(served, 'second-chief', 'farm')
})

const at = signedInAs(served, 'office', 'farm', 'farmer', 'order', 'v1', 'auditor', 'chief')

const on = async (day: string, act: () => Promise<void>): Promise<void> => {
  clock.today = day as Day
  try {
    await act()
  } finally {
    clock.today = '2023-07-03' as Day
  }
}
const away = (more: Readonly<Record<string, unknown>> = {}) => ({ principal: held.chief, deputy: served.personOf('farmer'), from: '2023-07-04', until: '2023-07-07', ...more })
const given = async (): Promise<number> => {
  const entry = await found()
  await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
  return entry
}
const mine = async (login: string) => (await at(login).ok(listMatters, { whose: 'mine', limit: 200 })).rows.map(({ entry }) => entry)

describe('a deputy', () => {
  test('is named for some days, takes steps in the name of who is away, sees what she handles, and stops when the days are over', async () => {
    const entry = await given()
    await takes('chief', 'sign', entry)
    const designate = () => take('farmer', 'designate', entry, { to_person: String(served.personOf('farm')) })
    await at('chief').ok(nameDeputy, away())
    refused(await designate(), 403, 'forbidden')
    expect(await mine('farmer')).not.toContain(entry)
    await on('2023-07-04', async () => {
      expect(await mine('farmer')).toContain(entry)
      expect((await designate()).status).toBe(200)
    })
    const { actions } = await at('chief').ok(readMatter, { ledger: 'hazard', entry })
    expect(actions.map(({ step, by, actingFor }) => [step, by.name, actingFor?.id ?? null])).toEqual([['assign', '示例order', null], ['sign', '示例chief', null], ['designate', '示例farmer', held.chief]])
    const journal = await served.town.db.pool.query<{ person: string; acting_for: string }>(`select person, acting_for from ${served.town.schema}.journal where entry = $1 and verb = 'hazard.designate'`, [entry])
    expect(journal.rows.map((row) => [Number(row.person), Number(row.acting_for)])).toEqual([[served.personOf('farmer'), held.chief]])
    await on('2023-07-08', async () => {
      refused(await designate(), 403, 'forbidden')
    })
  })

  test('acts in her own name where her own post lets her', async () => {
    const entry = await given()
    await on('2023-07-05', async () => {
      await takes('farmer', 'sign', entry)
    })
    expect((await at('farmer').ok(readMatter, { ledger: 'hazard', entry })).owner?.id).toBe(served.personOf('farmer'))
  })

  test('is listed for who has to do with it, and can be ended by either and by the head', async () => {
    const { deputies, mayName } = await at('farmer').ok(listDeputies, {})
    expect(deputies).toMatchObject([{ principal: { id: held.chief }, deputy: { name: '示例farmer' }, from: '2023-07-04', until: '2023-07-07', running: false, can: { end: true } }])
    expect(mayName.map(({ principal }) => principal.id)).toEqual([served.personOf('farmer')])
    expect((await at('order').ok(listDeputies, {})).deputies).toEqual([])
    expect((await at('chief').ok(listDeputies, {})).mayName.map(({ principal }) => principal.id).sort()).toEqual(expect.arrayContaining([served.personOf('farm'), served.personOf('farmer'), held.chief]))
    const [lent] = deputies
    if (lent === undefined) throw new Error('nobody stands in')
    refused(await at('order').post('deputy.end', { post: lent.post, saw: lent.version }), 403, 'forbidden')
    await on('2023-07-05', async () => {
      await at('farmer').ok(endDeputy, { post: lent.post, saw: lent.version })
      expect((await at('chief').ok(listDeputies, {})).deputies).toEqual([])
    })
  })

  test('is not named over the heads of others, by herself, from elsewhere, twice, for the past, or for ever', async () => {
    const head = await served.head()
    refused(await at('order').post('deputy.name', away()), 403, 'forbidden')
    refused(await at('farmer').post('deputy.name', away()), 403, 'forbidden')
    refused(await at('chief').post('deputy.name', away({ principal: served.personOf('farm'), deputy: held.chief })), 403, 'own-post')
    badFields(await at('chief').post('deputy.name', away({ deputy: served.personOf('order') })), { deputy: 'deputy-elsewhere' })
    badFields(await at('chief').post('deputy.name', away({ deputy: held.chief })), { deputy: 'deputy-herself' })
    badFields(await at('chief').post('deputy.name', away({ from: '2023-07-01' })), { from: 'below-minimum' })
    badFields(await at('chief').post('deputy.name', away({ until: '2023-07-03' })), { until: 'below-minimum' })
    badFields(await at('chief').post('deputy.name', away({ until: '2026-07-03' })), { until: 'above-maximum' })
    refused(await served.nobody.post('deputy.name', away()), 401, 'not-signed-in')
    expect(await served.head()).toBe(head)
    await at('chief').ok(nameDeputy, away({ from: '2023-08-01', until: '2023-08-04' }))
    badFields(await at('office').post('deputy.name', away({ from: '2023-08-04', until: '2023-08-10' })), { from: 'deputy-already' })
  })

  test('has no right of someone who has left the post', async () => {
    const entry = await given()
    const { rows } = await served.town.db.pool.query<{ id: string; version: string }>(`select id, version from ${served.town.schema}.ledger_post where person = $1 and deputy_of is null`, [held.chief])
    const [post] = rows
    await on('2023-08-02', async () => {
      expect((await take('farmer', 'designate', entry, { to_person: String(served.personOf('farm')) })).status).toBe(200)
      expect((await at('office').post('post.end', { entry: Number(post?.id), saw: Number(post?.version), to: '2023-08-02' })).status).toBe(200)
      refused(await take('farmer', 'designate', entry, { to_person: String(served.personOf('farm')) }), 403, 'forbidden')
    })
  })
})

test('who mended by a deputy does not check, nor does the deputy for her', async () => {
  await at('office').ok(nameDeputy, away({ principal: served.personOf('farm'), from: '2023-07-03', until: '2023-07-05' }))
  const entry = await given()
  await takes('farm', 'sign', entry)
  await takes('farm', 'mend', entry, { note: '已修', files: await photo('farm') })
  expect((await at('farmer').ok(readMatter, { ledger: 'hazard', entry })).steps.map(({ key }) => key)).not.toContain('strike')
})

test('what someone who has left handled is found by the head of the office, and taken back in one batch', async () => {
  const [one, two, other] = [await given(), await given(), await given()]
  for (const entry of [one, two]) await takes('farm', 'sign', entry)
  await takes('farmer', 'sign', other)
  const head = await served.as('second-chief')
  expect((await head.ok(listLeft, {})).rows).toEqual([])
  const { rows } = await served.town.db.pool.query<{ id: string; version: string }>(`select id, version from ${served.town.schema}.ledger_post where person = $1 and deputy_of is null`, [served.personOf('farm')])
  const [post] = rows
  expect((await at('office').post('post.end', { entry: Number(post?.id), saw: Number(post?.version), to: '2023-07-03' })).status).toBe(200)
  const left = (await head.ok(listLeft, {})).rows.map(({ ledger, entry }) => ({ ledger, entry }))
  expect(left.map(({ entry }) => entry)).toEqual(expect.arrayContaining([one, two]))
  expect(left.map(({ entry }) => entry)).not.toContain(other)
  refused(await head.post('matter.release', { matters: [{ ledger: 'hazard', entry: one }, { ledger: 'hazard', entry: other }], note: '调离' }), 409, 'matter-not-left')
  refused(await at('farmer').post('matter.release', { matters: left, note: '调离' }), 403, 'forbidden')
  expect(await head.ok(releaseMatters, { matters: left, note: '示例farm调离' })).toMatchObject({ released: left.length })
  expect((await head.ok(listLeft, {})).rows).toEqual([])
  expect(await head.ok(readMatter, { ledger: 'hazard', entry: one })).toMatchObject({ holder: { code: 'farm' }, owner: null, state: { key: 'fixing' } })
  expect(await mine('farmer')).toEqual(expect.arrayContaining([one, two]))
  const journal = await served.town.db.pool.query<{ batch: string }>(`select distinct batch from ${served.town.schema}.journal where verb = 'matter.release'`)
  expect(journal.rows).toHaveLength(1)
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
})
