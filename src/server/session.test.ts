import { expect, test } from 'vitest'
import { changePassword, createSession, endSession, readSession, readTown, Session } from '../api/session.ts'
import { listOrgs } from '../api/entry.ts'
import { badFields, callerOf, cookieOf, password, refused, servedTown } from '../../test/harness/served-town.ts'
import { createAccount } from '../store/accounts.ts'
import { hashPassword } from './password.ts'

const served = servedTown()

const account = async (login: string, more: { mustChange?: boolean } = {}): Promise<void> => {
  await createAccount(served.town.db.pool, served.town.schema, { login, person: served.personOf('farm'), password: await hashPassword(password), ...more })
}
const tryIn = (login: string, given = password) => served.nobody.post('session.create', { login, password: given })
const enter = async (login: string, given = password) => {
  const answer = await tryIn(login, given)
  expect(answer.status).toBe(200)
  return callerOf(served.app, { cookie: cookieOf(answer), 'x-csrf-token': Session.parse(answer.body).token })
}
const sql = (text: string, values: unknown[] = []) => served.town.db.pool.query(text.replaceAll('$s', `"${served.town.schema}"`), values)

test('a person signs in, is told who she is and what she may do, and signs out', async () => {
  const session = await served.nobody.ok(createSession, { login: ' Farm ', password })
  expect(session.person).toEqual({ id: served.personOf('farm'), name: '示例farm' })
  expect(session.posts).toEqual([{ role: 'line', title: { zh: '科室', en: 'Line office' }, org: { code: 'farm', zh: '农业办', en: 'Farm office', kind: 'office', parent: 'town' } }])
  expect(session.town).toEqual({ code: 'town_served', zh: '示例镇', en: 'Example', demo: false, today: '2023-07-03' })
  expect([session.can['entry.write'], session.can['edition.seal'], session.mustChange]).toEqual([true, false, false])
  const farm = await enter('farm')
  expect((await farm.ok(readSession, {})).person.name).toBe('示例farm')
  await farm.ok(endSession, {})
  refused(await farm.get('session.read'), 401, 'not-signed-in')
})

test('the cookie is for this site and scripts cannot read it; the table does not hold it', async () => {
  const answer = await tryIn('farm')
  expect(String(answer.headers['set-cookie'])).toMatch(/^zhenwu-town_served=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  const token = cookieOf(answer).slice('zhenwu-town_served='.length)
  const { rows } = await sql(`select count(*)::int as found from $s.sessions where id = convert_to($1, 'UTF8') or csrf = $1`, [token])
  expect(rows).toEqual([{ found: 0 }])
})

test('signing in again gives a fresh session and ends the one before', async () => {
  const first = await tryIn('farm')
  const again = await served.nobody.post('session.create', { login: 'farm', password }, { cookie: cookieOf(first) })
  expect(cookieOf(again)).not.toBe(cookieOf(first))
  refused(await callerOf(served.app, { cookie: cookieOf(first) }).get('session.read'), 401, 'not-signed-in')
})

test('a wrong password and an unknown name get the same answer', async () => {
  await account('known')
  const wrong = refused(await tryIn('known', 'Wrong-pass-1'), 401, 'sign-in-failed')
  expect(refused(await tryIn('unknown', 'Wrong-pass-1'), 401, 'sign-in-failed')).toEqual(wrong)
})

test('five failures lock an account for a quarter of an hour, a real one as one that is not there', async () => {
  await account('locked')
  for (const login of ['locked', 'nobody']) {
    for (let count = 1; count <= 4; count += 1) refused(await tryIn(login, 'Wrong-pass-1'), 401, 'sign-in-failed')
    expect(refused(await tryIn(login, 'Wrong-pass-1'), 423, 'account-locked').details).toEqual({ minutes: 15 })
    refused(await tryIn(login), 423, 'account-locked')
  }
  await sql(`update $s.accounts set locked_until = now() where login = 'locked'`)
  await enter('locked')
})

test('a success forgives earlier failures', async () => {
  await account('forgiven')
  for (let round = 1; round <= 2; round += 1) {
    for (let count = 1; count <= 4; count += 1) refused(await tryIn('forgiven', 'Wrong-pass-1'), 401, 'sign-in-failed')
    await enter('forgiven')
  }
})

test('one account takes ten tries a minute', async () => {
  await account('tried')
  await sql(`update $s.accounts set locked_until = now() + interval '1 hour' where login = 'tried'`)
  for (let count = 1; count <= 10; count += 1) refused(await tryIn('tried'), 423, 'account-locked')
  refused(await tryIn('tried'), 429, 'too-many-requests')
})

test('a session ends after half an hour unused and after twelve hours in any case', async () => {
  for (const column of ["last_seen_at = now() - interval '31 minutes'", "created_at = now() - interval '12 hours 1 minute'"]) {
    await account('idle')
    const idle = await enter('idle')
    await idle.ok(readSession, {})
    await sql(`update $s.sessions set ${column} where login = 'idle'`)
    refused(await idle.get('session.read'), 401, 'not-signed-in')
  }
})

test('a writing call needs the token of its session and comes from this site', async () => {
  const cookie = cookieOf(await tryIn('farm'))
  const token = Session.parse((await callerOf(served.app, { cookie }).get('session.read')).body).token
  const end = (headers: Record<string, string>) => callerOf(served.app, { cookie, ...headers }).post('session.end')
  refused(await end({}), 403, 'bad-token')
  refused(await end({ 'x-csrf-token': 'guess' }), 403, 'bad-token')
  refused(await end({ 'x-csrf-token': token, origin: 'https://elsewhere.example' }), 403, 'bad-token')
  refused(await end({ 'x-csrf-token': token, 'sec-fetch-site': 'cross-site' }), 403, 'bad-token')
  refused(await served.nobody.post('session.create', { login: 'farm', password }, { origin: 'https://elsewhere.example' }), 403, 'bad-token')
  expect((await end({ 'x-csrf-token': token, origin: 'http://localhost:80', host: 'localhost:80' })).status).toBe(200)
})

test('bad input to signing in is told at its field', async () => {
  badFields(await served.nobody.post('session.create', {}), { login: 'field-required', password: 'field-required' })
  badFields(await served.nobody.post('session.create', { login: 'x'.repeat(65), password: 7 }), { login: 'text-too-long', password: 'not-text' })
  badFields(await served.nobody.post('session.create', { login: 'a\u0000b', password: '\ud800' }), { login: 'not-clean-text', password: 'not-clean-text' })
  refused(await served.nobody.post('session.create', [1]), 400, 'bad-input')
})

test('a password is changed by who knows it, by the rules, and everyone else is signed out', async () => {
  await account('changer')
  const here = await enter('changer')
  const there = await enter('changer')
  badFields(await here.post('session.password', { current: password, next: 'short' }), { next: 'password-short' })
  badFields(await here.post('session.password', { current: password, next: 'Changer-2023' }), { next: 'password-is-login' })
  badFields(await here.post('session.password', { current: 'Wrong-pass-1', next: 'Other-pass-2' }), { current: 'password-wrong' })
  await here.ok(changePassword, { current: password, next: 'Other-pass-2' })
  refused(await there.get('session.read'), 401, 'not-signed-in')
  await here.ok(readSession, {})
  refused(await tryIn('changer'), 401, 'sign-in-failed')
  await enter('changer', 'Other-pass-2')
})

test('an account that must change its password can do nothing else first', async () => {
  await account('fresh', { mustChange: true })
  const fresh = await enter('fresh')
  expect((await fresh.ok(readSession, {})).mustChange).toBe(true)
  refused(await fresh.get('org.list'), 403, 'password-must-change')
  await fresh.ok(changePassword, { current: password, next: 'Other-pass-2' })
  expect((await fresh.ok(listOrgs, {})).root).toBe('town')
})

test('the sign-in page is told the town; accounts are shown only in a demonstration', async () => {
  expect(await served.nobody.ok(readTown, {})).toEqual({ town: { code: 'town_served', zh: '示例镇', en: 'Example', demo: false, today: '2023-07-03' }, setup: 'done', accounts: [] })
})

test('the orgs of the town are told to whoever is signed in', async () => {
  refused(await served.nobody.get('org.list'), 401, 'not-signed-in')
  const { root, orgs } = await (await served.as('v1')).ok(listOrgs, {})
  expect([root, orgs.length, orgs.find((org) => org.code === 'v1')]).toEqual(['town', 8, { code: 'v1', zh: '一村', en: 'One', kind: 'village', parent: 'east', to: null, successor: null }])
})
