import { expect, test } from 'vitest'
import { entryRoutes, listOrgs } from '../api/entry.ts'
import { createOrg, handOverPosts, mergeOrg, moveOrg, renameOrg } from '../api/org.ts'
import { readSession } from '../api/session.ts'
import { words } from '../core/words.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'

const served = servedTown()

const unchanged = async (act: () => Promise<unknown>): Promise<void> => {
  const head = await served.head()
  await act()
  expect(await served.head()).toBe(head)
}
const grid = { code: 'v1-1', zh: '一网格', en: 'Grid one', kind: 'grid', parent: 'v1', from: '2023-07-01' }
const verbOf = async (journal: number) => (await served.town.db.pool.query<{ verb: string; person: number }>(`select verb, person from "${served.town.schema}".journal where number = $1`, [journal])).rows[0]

test('the town office sets up, moves and merges orgs, each from a day on', async () => {
  const office = await served.as('office')
  const made = await office.ok(createOrg, grid)
  expect(await verbOf(made.journal)).toEqual({ verb: 'org.create', person: served.personOf('office') })
  expect(await verbOf((await office.ok(moveOrg, { org: 'v3', parent: 'east', from: '2023-07-01' })).journal)).toMatchObject({ verb: 'org.move' })
  expect(await verbOf((await office.ok(mergeOrg, { org: 'v4', into: 'v2', from: '2023-07-01' })).journal)).toMatchObject({ verb: 'org.merge' })
  const listed = (await office.ok(listOrgs, {})).orgs
  expect(listed.find((org) => org.code === 'v3')?.parent).toBe('east')
  expect(listed.find((org) => org.code === 'v1-1')).toMatchObject({ zh: '一网格', kind: 'grid' })
})

test('the town office renames an org from a day on; its earlier name stays with its earlier days', async () => {
  const office = await served.as('office')
  const { id, journal } = await office.ok(renameOrg, { org: 'v2', zh: '新二村', en: 'New Two', from: '2023-07-02' })
  expect(await verbOf(journal)).toEqual({ verb: 'org.rename', person: served.personOf('office') })
  expect((await office.ok(listOrgs, {})).orgs.find((org) => org.code === 'v2')).toMatchObject({ zh: '新二村', en: 'New Two', to: null })
  const { rows } = await served.town.db.pool.query(`select zh, valid_to from "${served.town.schema}".ledger_org where id = $1 order by span`, [id])
  expect(rows).toEqual([{ zh: '二村', valid_to: '2023-07-02' }, { zh: '新二村', valid_to: null }])
})

test('the order of the town is not changed by others, nor nonsensically', async () => {
  const office = await served.as('office')
  await unchanged(async () => {
    refused(await served.nobody.post('org.create', grid), 401, 'not-signed-in')
    for (const login of ['leader', 'farm', 'v1', 'auditor']) for (const verb of ['org.create', 'org.rename', 'org.move', 'org.merge', 'post.handover']) refused(await (await served.as(login)).post(verb, {}), 403, 'forbidden')
    badFields(await office.post('org.create', { ...grid, code: '', kind: 'town', from: '2023-02-30' }), { code: 'field-required', kind: 'not-choice' })
    badFields(await office.post('org.create', { ...grid, code: 'v1-2', from: '2023-02-30' }), { from: 'not-day' })
    badFields(await office.post('org.create', { ...grid, code: 'v1-2', parent: 'nowhere' }), { parent: 'not-org' })
    refused(await office.post('org.create', { ...grid, code: 'v1' }), 409, 'not-unique')
    badFields(await office.post('org.move', { org: 'nowhere', parent: 'east', from: '2023-07-01' }), { org: 'not-org' })
    badFields(await office.post('org.rename', { org: 'nowhere', zh: '某村', en: 'Some', from: '2023-07-01' }), { org: 'not-org' })
    badFields(await office.post('org.rename', { org: 'v1', zh: ' ', en: 'x'.repeat(121), from: '2023-02-30' }), { zh: 'text-too-short', en: 'text-too-long' })
    refused(await office.post('org.rename', { org: 'v1', zh: '一村', en: 'One', from: '2023-07-01' }), 422, 'nothing-changed')
    badFields(await office.post('org.merge', { org: 'v1' }), { into: 'field-required', from: 'field-required' })
    badFields(await office.post('post.handover', { from: served.personOf('v1'), to: 999_999, day: '2023-07-02' }), { to: 'not-found' })
    badFields(await office.post('post.handover', { from: 'x', to: 1, day: 'soon' }), { from: 'not-number', day: 'not-day' })
  })
})

test('orgs are changed by their own verbs only', async () => {
  const office = await served.as('office')
  await unchanged(async () => {
    for (const act of ['correct', 'change', 'end', 'void']) refused(await office.post(`org.${act}`, {}), 404, 'not-found')
  })
})

test('posts handed over are gone for one and there for the other', async () => {
  const second = await served.as('second')
  await (await served.as('office')).ok(handOverPosts, { from: served.personOf('second'), to: served.personOf('auditor'), day: '2023-07-02' })
  expect((await second.ok(readSession, {})).posts).toEqual([])
  refused(await second.get('ledger.list'), 403, 'forbidden')
  expect((await (await served.as('auditor')).ok(readSession, {})).posts.map((post) => post.role).sort()).toEqual(['auditor', 'office'])
})

test('a hundred readers and writers at once wait for each other and all are answered', async () => {
  const farm = await served.as('farm')
  const sales = entryRoutes('sale', words('售', 'sale'))
  const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? farm.get('sale.list') : farm.post('sale.create', { fields: { org: 'v1', day: '2023-06-01', head: String(index) } }))))
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
  expect((await farm.ok(sales.list, { where: 'org:v1' })).total).toBe(50)
})
