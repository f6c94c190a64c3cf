import type { Route } from '../api/route.ts'
import { expect, test } from 'vitest'
import { createSession, readSession } from '../api/session.ts'
import { buildApp } from './app.ts'
import { callerOf, cookieOf, password, refused, servedTown } from '../../test/harness/served-town.ts'
import { bookRoutes } from './routes/verbs.ts'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryDirectory } from '../../test/harness/temporary-directory.ts'

const served = servedTown()
const web = temporaryDirectory()

/** The app with a page and one hashed file beside it. */
const withPage = async () => {
  mkdirSync(join(web, 'assets'), { recursive: true })
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(web, 'assets', 'app-1a2b3c.js'), 'export {}')
  writeFileSync(join(web, 'worker.js'), 'addEventListener')
  writeFileSync(join(web, 'manifest.webmanifest'), '{}')
  return buildApp({ house: served.house, web })
}

test('every call on the book asks who calls before anything else', async () => {
  for (const route of bookRoutes.filter((each: Route) => each.open !== true)) refused(await (route.method === 'GET' ? served.nobody.get(route.verb) : served.nobody.post(route.verb, {})), 401, 'not-signed-in')
  refused(await served.nobody.get('sale.list'), 401, 'not-signed-in')
  refused(await served.nobody.get('nothing.list'), 401, 'not-signed-in')
})

test('answers carry strict headers and are not kept', async () => {
  const { headers } = await served.nobody.get('town.read')
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
  expect(String(headers['permissions-policy'])).toContain('microphone=(), payment=(), usb=(), interest-cohort=(), geolocation=(self)')
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(headers['strict-transport-security']).toBeUndefined()
})

test('behind TLS cookies are bound to the host and the browser is told to stay on TLS', async () => {
  const app = await buildApp({ house: { ...served.house, secure: true }, behindProxy: true, web })
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'town.example', origin: 'https://town.example' }
  const answer = await callerOf(app, headers).post('session.create', { login: 'farm', password })
  expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-zhenwu-town_served=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  expect(String(answer.headers['strict-transport-security'])).toContain('max-age=')
  refused(await callerOf(app, { ...headers, origin: 'http://town.example' }).post('session.create', { login: 'farm', password }), 403, 'bad-token')
  expect((await callerOf(app, { cookie: cookieOf(answer) }).ok(readSession, {})).person.name).toBe('示例farm')
  await app.close()
})

test('bodies that are no JSON, no JSON type, or too large are refused in our words', async () => {
  const send = (payload: string, type: string) => served.app.inject({ method: 'POST', url: '/api/session.create', payload, headers: { 'content-type': type } })
  for (const [payload, type, status, code] of [['{', 'application/json', 400, 'not-json'], ['', 'application/json', 400, 'not-json'], ['login=a', 'application/x-www-form-urlencoded', 400, 'not-json'], ['hello', 'text/plain', 400, 'not-json'], [`"${'x'.repeat(1_100_000)}"`, 'application/json', 413, 'too-large'], ['{"__proto__":{"login":"x"}}', 'application/json', 400, 'not-json']] as const) {
    const answer = await send(payload, type)
    expect([type, payload.slice(0, 12), answer.statusCode, answer.json<{ error: { code: string } }>().error.code]).toEqual([type, payload.slice(0, 12), status, code])
  }
})

test('a failure nobody expected tells the client its number and nothing else', async () => {
  const broken = { ...served.town, book: () => Promise.reject(new Error('the secret inside')) }
  const app = await buildApp({ house: { ...served.house, town: broken }, web })
  const answer = await callerOf(app, {}).get('town.read')
  expect([answer.status, answer.body.error?.code, answer.body.error?.details]).toEqual([500, 'internal', {}])
  expect(answer.bytes.toString()).not.toContain('secret')
  expect(answer.body.requestId).toBe(answer.headers['x-request-id'])
  await app.close()
})

test('the machine is told that the process lives, that it can serve, and how it is doing', async () => {
  await served.nobody.ok(createSession, { login: 'farm', password })
  expect((await served.app.inject('/healthz')).json()).toEqual({ ok: true })
  expect((await served.app.inject('/readyz')).json()).toEqual({ ok: true, head: await served.head() })
  const metrics = await served.app.inject('/metrics')
  expect(metrics.body).toMatch(/zhenwu_request_seconds_count\{verb="session.create",status="200"\} \d/)
  expect(metrics.body).toContain(`zhenwu_journal_head ${await served.head()}`)
  expect(metrics.body).toContain('zhenwu_writer_waiting 0')
  expect((await served.app.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })).statusCode).toBe(404)
  const unready = await buildApp({ house: { ...served.house, town: { ...served.town, schema: 'gone' } }, web })
  expect((await unready.inject('/readyz')).statusCode).toBe(503)
  expect((await unready.inject('/healthz')).statusCode).toBe(200)
  await unready.close()
})

test('the page stands in for every address of the app; hashed files are kept for ever, the worker and the manifest asked for anew', async () => {
  const app = await withPage()
  for (const url of ['/', '/report?period=2023H1', '/ledgers/sale']) {
    const page = await app.inject(url)
    expect([page.statusCode, page.headers['cache-control'], page.body]).toEqual([200, 'no-cache', '<!doctype html><title>page</title>'])
  }
  const asset = await app.inject('/assets/app-1a2b3c.js')
  expect([asset.statusCode, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
  const [worker, manifest] = [await app.inject('/worker.js'), await app.inject('/manifest.webmanifest')]
  expect([worker.headers['cache-control'], String(worker.headers['content-type']), manifest.headers['cache-control'], String(manifest.headers['content-type'])]).toEqual(['no-cache', expect.stringContaining('javascript'), 'no-cache', expect.stringContaining('application/manifest+json')])
  expect(String(worker.headers['content-security-policy'])).toMatch(/connect-src 'self';.*manifest-src 'self';worker-src 'self'/)
  for (const url of ['/assets/gone.js', '/api', '/api/a/b']) expect((await app.inject(url)).statusCode).toBe(404)
  expect((await app.inject({ method: 'PUT', url: '/api/sale.create' })).statusCode).toBe(404)
  expect((await app.inject('/../package.json')).body).not.toContain('zhenwu')
  await app.close()
})
