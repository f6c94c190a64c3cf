import { expect, test } from 'vitest'
import { createAccount, listAccounts, lockAccount, resetAccount, unlockAccount } from '../api/account.ts'
import { changePassword, readSession, Session } from '../api/session.ts'
import { badFields, callerOf, cookieOf, password, refused, servedTown } from '../../test/harness/served-town.ts'
import { holdLogin } from '../store/account-order.ts'

const served = servedTown()

const person = { person: { name: '示例新人', org: 'farm' }, login: 'newcomer', role: 'line', org: 'farm', from: '2023-07-01' }
const unchanged = async (act: () => Promise<unknown>): Promise<void> => {
  const seen = async () => [await served.head(), (await sql('select login, person, password, must_change, stopped_at from $s.accounts order by login')).rows]
  const before = await seen()
  await act()
  expect(await seen()).toEqual(before)
}
const sql = (text: string, values: unknown[] = []) => served.town.db.pool.query(text.replaceAll('$s', `"${served.town.schema}"`), values)
const listed = async (login: string) => (await (await served.as('office')).ok(listAccounts, {})).people.find((each) => each.login === login)
const tryIn = (login: string, given: string) => served.nobody.post('session.create', { login, password: given })
const enter = async (login: string, given: string) => {
  const answer = await tryIn(login, given)
  expect(answer.status).toBe(200)
  return callerOf(served.app, { cookie: cookieOf(answer), 'x-csrf-token': Session.parse(answer.body).token })
}

test('the town office enters a person with a post and an account in one step, and the journal says who did', async () => {
  const office = await served.as('office')
  const made = await office.ok(createAccount, { ...person, login: ' Newcomer ' })
  expect(made.login).toBe('newcomer')
  const { rows } = await sql('select verb, ledger, person, recorded_at::text from $s.journal where number >= $1 order by number', [made.journal])
  expect(rows.map(({ verb, ledger, person: by }) => [verb, ledger, by])).toEqual([['account.create', 'person', served.personOf('office')], ['account.create', 'post', served.personOf('office')]])
  expect(rows[0].recorded_at).toBe(rows[1].recorded_at)
  expect(await listed('newcomer')).toMatchObject({ id: made.id, name: '示例新人', state: 'first', signedInAt: null, org: { code: 'farm' }, posts: [{ role: 'line', title: { zh: '科室' }, org: { code: 'farm' }, from: '2023-07-01', to: null }] })
})

test('a one-time password opens nothing but the change of the password, and is kept nowhere in the clear', async () => {
  const made = await (await served.as('office')).ok(createAccount, { ...person, login: 'first.time' })
  const { rows } = await sql(`select password, must_change from $s.accounts where login = 'first.time'`)
  expect(rows).toEqual([{ password: expect.stringMatching(/^\$argon2id\$/), must_change: true }])
  const kept = await sql(`select count(*)::int as found from $s.journal where position($1 in payload) > 0 or position($1 in coalesce(reason, '')) > 0`, [made.password])
  expect(kept.rows).toEqual([{ found: 0 }])
  const newcomer = await enter('first.time', made.password)
  refused(await newcomer.get('ledger.list'), 403, 'password-must-change')
  await newcomer.ok(changePassword, { current: made.password, next: 'Other-pass-2' })
  expect((await newcomer.ok(readSession, {})).posts.map((post) => post.role)).toEqual(['line'])
  expect((await listed('first.time'))?.state).toBe('open')
  expect((await listed('first.time'))?.signedInAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
})

test('a taken login is refused before anything is written', async () => {
  const office = await served.as('office')
  await unchanged(async () => {
    const told = refused(await office.post('account.create', { ...person, login: 'FARM' }), 409, 'login-taken')
    expect(told.fields?.map(({ field, code }) => [field, code])).toEqual([['login', 'login-taken']])
  })
})

test('of two who ask for one login at once, one gets it', async () => {
  const office = await served.as('office')
  const answers = await Promise.all([1, 2, 3].map(() => office.post('account.create', { ...person, login: 'wanted' })))
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
  expect((await office.ok(listAccounts, {})).people.filter((each) => each.login === 'wanted')).toHaveLength(1)
})

test('a login held for someone who never came is free again after ten minutes', async () => {
  const hold = () => holdLogin(served.town.db.pool, served.town.schema, 'held', 'none')
  expect([await hold(), await hold()]).toEqual([true, false])
  refused(await (await served.as('office')).post('account.reset', { login: 'held' }), 400, 'bad-input')
  await sql(`update $s.accounts set created_at = now() - interval '11 minutes' where login = 'held'`)
  await (await served.as('office')).ok(createAccount, { ...person, login: 'held' })
})

test('a reset gives a new one-time password, lifts a lock and ends every session of that person', async () => {
  const office = await served.as('office')
  const sessions = [await enter('farmer', password), await enter('farmer', password)]
  await sql(`update $s.accounts set locked_until = now() + interval '10 minutes' where login = 'farmer'`)
  expect((await listed('farmer'))?.state).toBe('locked')
  const head = await served.head()
  const reset = await office.ok(resetAccount, { login: 'farmer' })
  expect(await served.head()).toBe(head)
  for (const session of sessions) refused(await session.get('session.read'), 401, 'not-signed-in')
  refused(await tryIn('farmer', password), 401, 'sign-in-failed')
  expect((await (await enter('farmer', reset.password)).ok(readSession, {})).mustChange).toBe(true)
  expect((await office.ok(resetAccount, { login: 'farmer' })).password).not.toBe(reset.password)
})

test('a stopped account lets nobody in, its sessions end, and it can be opened again', async () => {
  const office = await served.as('office')
  const order = await enter('order', password)
  await office.ok(lockAccount, { login: 'order' })
  expect(await listed('order')).toMatchObject({ state: 'stopped', can: { reset: false, lock: false, unlock: true } })
  refused(await order.get('session.read'), 401, 'not-signed-in')
  refused(await tryIn('order', 'Wrong-pass-1'), 401, 'sign-in-failed')
  refused(await tryIn('order', password), 423, 'account-stopped')
  await office.ok(unlockAccount, { login: 'order' })
  expect(await listed('order')).toMatchObject({ state: 'open', can: { reset: true, lock: true, unlock: false } })
  await enter('order', password)
})

test('nobody administers her own account', async () => {
  const office = await served.as('office')
  expect((await listed('office'))?.can).toEqual({ reset: false, lock: false, unlock: false })
  await unchanged(async () => {
    for (const verb of ['account.reset', 'account.lock', 'account.unlock']) refused(await office.post(verb, { login: 'office' }), 422, 'own-account')
  })
})

test('accounts are kept by the town office alone, and bad input is told at its field', async () => {
  const office = await served.as('office')
  const writing = ['account.create', 'account.reset', 'account.lock', 'account.unlock']
  await unchanged(async () => {
    refused(await served.nobody.get('account.list'), 401, 'not-signed-in')
    for (const verb of writing) refused(await served.nobody.post(verb, {}), 401, 'not-signed-in')
    for (const login of ['leader', 'farm', 'v1', 'auditor']) {
      refused(await (await served.as(login)).get('account.list'), 403, 'forbidden')
      for (const verb of writing) refused(await (await served.as(login)).post(verb, {}), 403, 'forbidden')
    }
    badFields(await office.post('account.create', {}), { person: 'field-required', login: 'field-required', role: 'field-required', org: 'field-required', from: 'field-required' })
    badFields(await office.post('account.create', { person: { name: ' ', org: '' }, login: '-x', role: 'mayor', org: 'farm', from: 'soon' }), { 'person.name': 'text-too-short', 'person.org': 'field-required', login: 'bad-format', role: 'not-choice', from: 'not-day' })
    badFields(await office.post('account.create', { ...person, login: 'other', person: { name: '示例', org: 'nowhere' }, org: 'elsewhere' }), { 'person.org': 'not-org', org: 'not-org' })
    badFields(await office.post('account.create', { ...person, login: 'other', from: '2023-02-30' }), { from: 'not-day' })
    for (const verb of writing.slice(1)) {
      badFields(await office.post(verb, {}), { login: 'field-required' })
      badFields(await office.post(verb, { login: 'noone' }), { login: 'not-found' })
    }
  })
})

test('the list of accounts tells nothing of a password', async () => {
  const text = (await (await served.as('office')).get('account.list')).bytes.toString()
  expect(text).not.toMatch(/argon2|"password"/)
})
