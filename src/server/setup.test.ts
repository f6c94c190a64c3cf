import { expect, test } from 'vitest'
import { createAccount } from '../api/account.ts'
import { entryRoutes, listLedgers, listOrgs } from '../api/entry.ts'
import { listFigures } from '../api/figure.ts'
import { createReport } from '../api/report.ts'
import { readSession, readTown, Session } from '../api/session.ts'
import { moveSetup, readSetup, saveSetupLedgers, saveSetupOrgs } from '../api/setup.ts'
import { readStart } from '../api/start.ts'
import { words } from '../core/words.ts'
import { zhejiangTown as pack } from '../packs/zhejiang-town/pack.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { emptyTown } from '../../test/harness/empty-town.ts'
import type { Caller } from '../../test/harness/served-town.ts'
import { badFields, callerOf, cookieOf, refused, servedTown } from '../../test/harness/served-town.ts'
import { newFirstPassword } from './setup/first-password.ts'
import { findSetup } from './setup/setup-mark.ts'

/** One town from its making to its first figures, a step a test; each goes on where the one before ended. */
const served = emptyTown()
const existing = servedTown()
const claim = { name: '示例主任', login: 'first', next: 'Right-pass-1' }
const held: { first?: Caller; journal: number } = { journal: 0 }
const first = (): Caller => {
  if (held.first === undefined) throw new Error('nobody has claimed the town')
  return held.first
}
const head = async () => (await served.town.book()).head
/** The verbs of the journal since the last time this was asked. */
const journalled = async (): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await served.town.db.pool.query<{ verb: string; count: number; last: number }>(`select verb, count(*)::int as count, max(number) as last from "${served.town.schema}".journal where number > $1 group by verb order by verb`, [held.journal])
  held.journal = await head()
  return Object.fromEntries(rows.map(({ verb, count }) => [verb, count]))
}

test('a town just made has itself, the offices of the pack and its villages, and nobody', async () => {
  expect(await served.nobody.ok(readTown, {})).toMatchObject({ town: { zh: '某山镇', en: 'Moushan Town', demo: false }, setup: 'unclaimed', accounts: [] })
  expect((await journalled())['org.create']).toBe(1 + pack.orgs.filter((org) => org.kind === 'office').length + 4)
  for (const verb of ['setup.read', 'start.read', 'org.list']) refused(await served.nobody.get(verb), 401, 'not-signed-in')
})

test('the first account asks for the password the terminal printed, which is kept as a digest and not for long', async () => {
  const claims = (more: object) => served.nobody.post('setup.claim', { password: 'ABCDE-abcde-23456', ...claim, ...more })
  badFields(await claims({}), { password: 'setup-password-over' })
  const old = await newFirstPassword(served.town, Date.now() - 31 * 60_000)
  badFields(await claims({ password: old }), { password: 'setup-password-over' })
  const password = await newFirstPassword(served.town, Date.now())
  expect(JSON.stringify(await findSetup(served.town.db.pool, served.town.schema))).not.toContain(password)
  badFields(await claims({ password: old }), { password: 'setup-password-wrong' })
  badFields(await claims({ password, next: 'simple' }), { next: 'password-short' })
  expect(await journalled()).toEqual({})
  const tries = await Promise.all([claims({ password }), claims({ password, login: 'second' })])
  expect(tries.map((each) => each.status).sort()).toEqual([200, 409])
  const won = tries.find((each) => each.status === 200)
  if (won === undefined) throw new Error('nobody won')
  const session = Session.parse(won.body)
  expect(session).toMatchObject({ setup: 'open', mustChange: false, person: { name: claim.name }, posts: [{ role: 'office', org: { code: 'dzb' } }] })
  held.first = callerOf(served.app, { cookie: cookieOf(won), 'x-csrf-token': session.token })
  expect(await journalled()).toEqual({ 'person.create': 1, 'post.create': 1 })
  refused(await claims({ password }), 409, 'setup-claimed')
  expect(await newFirstPassword(served.town, Date.now())).toBeUndefined()
})

test('what is set up is asked of the book, with the day of the data', async () => {
  const setup = await first().ok(readSetup, {})
  expect(setup).toMatchObject({ state: 'open', step: 'orgs', place: { address: '浙江省温州市苍南县某山镇', day: '2023-06-30', villages: 4 }, offices: [], people: 1 })
  expect(setup.orgs.filter((org) => org.kind === 'village').map((org) => [org.zh, org.en, org.used])).toEqual([['某山社区', 'Moushan Community', false], ['东村', 'Dong Village', false], ['西岙村', 'Xiao Village', false], ['西岙村（203）', 'Xiao Village (203)', false]])
  expect(setup.orgs.filter((org) => org.used).map((org) => org.code)).toEqual(['330327102', 'dzb'])
  expect(setup.lines.flatMap((line) => line.ledgers).map((ledger) => ledger.declared)).toEqual(pack.ledgers.map(() => false))
})

test('villages and offices are added, renamed and taken out, each with its journal row', async () => {
  await first().ok(saveSetupOrgs, {
    add: [{ kind: 'village', zh: '新塘村' }, { kind: 'village', code: '330327102204', zh: '塘下村', en: 'Tangxia Village' }, { kind: 'office', zh: '文化站' }],
    rename: [{ code: '330327102201', zh: '东山村' }, { code: '330327102', zh: '某山街道' }],
    remove: ['330327102203', 'zhxx', 'czgl'],
  })
  expect(await journalled()).toEqual({ 'org.correct': 2, 'org.create': 3, 'org.void': 3 })
  const { orgs } = await first().ok(listOrgs, {})
  const told = new Map(orgs.map((org) => [org.code, [org.zh, org.en]]))
  expect(['330327102x01', '330327102204', 'whz', '330327102201', '330327102'].map((code) => told.get(code))).toEqual([['新塘村', 'Xintang Village'], ['塘下村', 'Tangxia Village'], ['文化站', 'Wenhuazhan'], ['东山村', 'Dongshan Village'], ['某山街道', 'Moushan Subdistrict']])
  expect(['330327102203', 'zhxx'].map((code) => told.has(code))).toEqual([false, false])
  expect((await first().ok(readSetup, {})).offices.map((office) => office.code)).toEqual(['czgl', 'zhxx'])
})

test('an office of the pack taken out by mistake comes back with its code', async () => {
  await first().ok(saveSetupOrgs, { add: [{ kind: 'office', zh: '综合信息指挥室' }], rename: [], remove: [] })
  expect(await journalled()).toEqual({ 'org.create': 1 })
  expect((await first().ok(listOrgs, {})).orgs.find((org) => org.code === 'zhxx')).toMatchObject({ zh: '综合信息指挥室', en: 'Information and Command Room' })
})

test('what is in use stays, and one wrong wish stops all', async () => {
  badFields(await first().post('setup.orgs', { add: [{ kind: 'village', zh: '乙村' }], rename: [], remove: ['dzb', '330327102'] }), { 'remove.0': 'org-in-use', 'remove.1': 'org-in-use' })
  badFields(await first().post('setup.orgs', { add: [{ kind: 'village', zh: '东山村' }], rename: [], remove: [] }), { 'add.0': 'org-named-so' })
  expect(await journalled()).toEqual({})
})

test('the step is kept for any browser', async () => {
  expect(await first().ok(moveSetup, { step: 'people' })).toEqual({ state: 'open', step: 'people' })
  expect((await first().ok(readSetup, {})).step).toBe('people')
  await first().ok(createAccount, { person: { name: '示例农办', org: 'nync' }, login: 'farm', role: 'line', org: 'nync', from: '2023-07-01' })
  expect(await journalled()).toEqual({ 'account.create': 2 })
})

test('ledgers of the pack are taken with their measures, and someone stands in for an office that is not there', async () => {
  const finance = pack.ledgers.filter((ledger) => ledger.owner === 'czgl').map((ledger) => ledger.key)
  badFields(await first().post('setup.ledgers', { ledgers: finance, standIns: [] }), { 'standIns.czgl': 'stand-in-needed' })
  expect(await journalled()).toEqual({})
  const taken = await first().ok(saveSetupLedgers, { ledgers: [...finance, 'farm-production'], standIns: [{ office: 'czgl', org: 'dzb' }] })
  expect(await journalled()).toEqual({ 'ledger.declare': finance.length + 1, 'measure.declare': taken.measures })
  expect(taken.measures).toBeGreaterThan(5)
  const listed = (await first().ok(listLedgers, {})).ledgers.filter(({ ledger }) => ledger.system !== true)
  expect(listed.find(({ ledger }) => ledger.key === finance[0])).toMatchObject({ entries: 0, ledger: { owner: 'dzb' }, can: { create: true } })
  const again = await first().ok(saveSetupLedgers, { ledgers: [...finance, 'collective-income'], standIns: [] })
  expect(again.ledgers).toBe(1)
  await journalled()
})

test('the way to the first report is what the book says, step by step', async () => {
  const start = () => first().ok(readStart, { period: '2023H1' })
  const before = await start()
  expect(before).toMatchObject({ sources: { count: 0, latest: null }, report: null, figures: { have: 0 }, opening: { have: 0 }, baseTitle: { zh: '2022年上半年' } })
  expect(before.figures.of).toBeGreaterThan(0)
  expect(before.ledgers.map((each) => each.entries)).toEqual(before.ledgers.map(() => 0))
  const revenue = entryRoutes('fiscal-revenue', words('收', 'in')).create
  const fiscal = { org: '330327102201', tax: 'vat', level: 'local', amount: '1000000' }
  await first().ok(revenue, { fields: { ...fiscal, day: '2023-03-01' } })
  await first().ok(revenue, { fields: { ...fiscal, day: '2022-03-01' } })
  await first().ok(createReport, { period: '2023H1', title: '2023年上半年工作总结' })
  const after = await start()
  expect(after.figures.have).toBeGreaterThan(0)
  expect(after.opening.have).toBeGreaterThan(0)
  expect(after.ledgers.find((each) => each.key === 'fiscal-revenue')).toMatchObject({ entries: 2, write: true })
  expect(after.report).toMatchObject({ title: '2023年上半年工作总结', state: 'draft' })
  expect((await first().ok(listFigures, { period: '2023H1', measures: 'fiscal-revenue-h1' })).figures[0]).toMatchObject({ value: '0.01', base: '0.01' })
})

test('when it is over, orgs change by their own verbs, and ledgers may still be taken', async () => {
  await journalled()
  expect(await first().ok(moveSetup, { step: 'done' })).toMatchObject({ state: 'done' })
  expect(await first().ok(readSession, {})).toMatchObject({ setup: 'done' })
  refused(await first().post('setup.move', { step: 'orgs' }), 409, 'setup-over')
  refused(await first().post('setup.orgs', { add: [], rename: [], remove: [] }), 409, 'setup-over')
  expect(await journalled()).toEqual({})
  expect((await first().ok(saveSetupLedgers, { ledgers: pack.ledgers.map((ledger) => ledger.key), standIns: [] })).ledgers).toBeGreaterThan(5)
  expect((await first().ok(readSetup, {})).lines.flatMap((line) => line.ledgers).every((ledger) => ledger.declared)).toBe(true)
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
})

test('only the town office sets a town up, and a town with people is not claimed', async () => {
  refused(await existing.nobody.post('setup.claim', { password: 'ABCDE-abcde-23456', ...claim }), 409, 'setup-claimed')
  for (const login of ['leader', 'farm', 'v1', 'auditor'])
    for (const [verb, body] of [['setup.orgs', { add: [], rename: [], remove: [] }], ['setup.ledgers', { ledgers: ['farm-production'], standIns: [] }], ['setup.move', { step: 'done' }]] as const) refused(await (await existing.as(login)).post(verb, body), 403, 'forbidden')
  refused(await (await existing.as('farm')).get('setup.read'), 403, 'forbidden')
  refused(await (await existing.as('v1')).get('start.read', { period: '2023H1' }), 403, 'forbidden')
  expect(await (await existing.as('office')).ok(readSetup, {})).toMatchObject({ state: 'done', place: null })
})
