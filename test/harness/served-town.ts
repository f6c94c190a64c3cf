import type { FastifyInstance, InjectOptions } from 'fastify'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import type { z } from 'zod'
import type { Route } from '../../src/api/route.ts'
import { Session } from '../../src/api/session.ts'
import type { Ledger } from '../../src/core/ledger/ledger.ts'
import type { Day } from '../../src/core/time/day.ts'
import { words } from '../../src/core/words.ts'
import { buildApp } from '../../src/server/app.ts'
import type { House } from '../../src/server/house.ts'
import type { ErrorBody } from '../../src/server/http-refusals.ts'
import { hashPassword } from '../../src/server/password.ts'
import { createAccount, findAccount } from '../../src/store/accounts.ts'
import type { Database } from '../../src/store/database.ts'
import { openMasterKey } from '../../src/store/seal/master-key.ts'
import type { OpenTown, Town } from '../../src/store/town.ts'
import { declareAll, installation, openTown } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import { smallTown, spanOf } from '../builders/small-town.ts'
import { copiedDatabase } from './copied-database.ts'
import { houseOf } from './house.ts'

/** The small town behind its HTTP face, with someone at each kind of post. Their login is their role's name. */

export const password = 'Right-pass-1'
export const today = '2023-07-03' as Day

const people: readonly (readonly [login: string, role: string, org: string])[] = [
  ['leader', 'leader', 'town'],
  ['office', 'office', 'town'],
  ['second', 'office', 'town'],
  ['farm', 'line', 'farm'],
  ['farmer', 'line', 'farm'],
  ['order', 'line', 'order'],
  ['v1', 'village', 'v1'],
  ['auditor', 'auditor', 'town'],
]

/** A register of households, with a name and phone that are masked and an identity number that is sealed. */
const household: Ledger = {
  key: 'household',
  title: words('农户', 'Households'),
  shape: 'register',
  line: 'test',
  owner: 'farm',
  orgField: 'org',
  unique: [['identity']],
  fields: [
    { key: 'org', title: words('村', 'Village'), kind: 'org', required: true },
    { key: 'name', title: words('户主', 'Head'), kind: 'text', required: true, personal: 'restricted' },
    { key: 'phone', title: words('电话', 'Phone'), kind: 'text', personal: 'restricted' },
    { key: 'identity', title: words('证件号', 'Identity'), kind: 'sealed', personal: 'sealed' },
    { key: 'class', title: words('类别', 'Class'), kind: 'choice', choices: [{ key: 'big', title: words('大户', 'big') }, { key: 'small', title: words('小户', 'small') }] },
  ],
}

/** Sales that point to a household and carry its class, with photos whose day and place are kept. */
const delivery: Ledger = {
  key: 'delivery',
  title: words('交售', 'Deliveries'),
  shape: 'event',
  line: 'test',
  owner: 'farm',
  orgField: 'org',
  dateField: 'day',
  fields: [
    { key: 'org', title: words('村', 'Village'), kind: 'org', required: true },
    { key: 'day', title: words('日期', 'Day'), kind: 'day', required: true },
    { key: 'household', title: words('农户', 'Household'), kind: 'reference', ledger: 'household', carries: [{ from: 'class', to: 'class' }] },
    { key: 'class', title: words('类别', 'Class'), kind: 'text' },
    { key: 'weight', title: words('重量', 'Weight'), kind: 'decimal', decimals: 1, min: '0' },
    { key: 'place', title: words('地点', 'Place'), kind: 'text' },
    { key: 'photos', title: words('照片', 'Photos'), kind: 'file', max: '3', taken: { day: 'day', place: 'place' } },
  ],
}

/** Calls made by one person. `ok` expects success, holds the body against the route's output, and answers it typed. */
export type Caller = {
  readonly get: (verb: string, query?: Readonly<Record<string, string>>) => Promise<Answer>
  readonly post: (verb: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  readonly ok: <Input extends z.ZodType, Output extends z.ZodType>(route: Route<Input, Output>, input: Readonly<Record<string, unknown>>) => Promise<z.output<Output>>
  readonly bytes: (verb: string, query: Readonly<Record<string, string>>) => Promise<Buffer>
  /** Sends a file as the body, its words in the address. */
  readonly file: (verb: string, query: Readonly<Record<string, string>>, bytes: Uint8Array) => Promise<Answer>
}

/** What came back; a refusal has its body's `error`. */
export type Answer = { readonly status: number; readonly body: Partial<ErrorBody>; readonly headers: Readonly<Record<string, unknown>>; readonly bytes: Buffer }

export type Served = {
  readonly town: Town
  readonly house: House
  readonly app: FastifyInstance
  readonly as: (login: string) => Promise<Caller>
  readonly nobody: Caller
  readonly head: () => Promise<number>
  readonly personOf: (login: string) => number
}

/** Call it at the top of a test file; one town serves the whole file. `opened` says by which clock its book is written. */
export const servedTown = (more: Partial<House> = {}, opened: OpenTown = {}): Served => {
  const held: { town?: Town; app?: FastifyInstance; house?: House } = {}
  const numbers = new Map<string, number>()
  const folder = mkdtempSync(join(tmpdir(), 'zw-keys-'))
  const ends: (() => Promise<void>)[] = []
  const known = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('the town is not open yet')
    return part
  }
  beforeAll(async () => {
    const { database, drop } = await copiedDatabase('served', makeServed, 6)
    const town = openTown(database, { code: schema, name: '示例镇', schema }, opened)
    for (const [login] of people) numbers.set(login, known((await findAccount(database.pool, schema, login))?.person))
    const house = houseOf({ town, today: () => today, master: openMasterKey(join(folder, 'master.json')), ...more })
    Object.assign(held, { town, house, app: await buildApp({ house, web: folder, log: 'warn' }) })
    ends.push(async () => held.app?.close(), () => town.close(), drop)
  })
  afterAll(async () => {
    for (const end of ends) await end()
    rmSync(folder, { recursive: true })
  })
  const sessions = new Map<string, Promise<Caller>>()
  return {
    get town() {
      return known(held.town)
    },
    get house() {
      return known(held.house)
    },
    get app() {
      return known(held.app)
    },
    get nobody() {
      return callerOf(known(held.app), {})
    },
    as: (login) => {
      const found = sessions.get(login) ?? signedIn(known(held.app), login)
      sessions.set(login, found)
      return found
    },
    head: async () => (await known(held.town).book()).head,
    personOf: (login) => known(numbers.get(login)),
  }
}

/** Signs people in before the first test; answers who calls, by her login. */
export const signedInAs = (served: Served, ...logins: readonly string[]): ((login: string) => Caller) => {
  const callers = new Map<string, Caller>()
  beforeAll(async () => {
    for (const login of logins) callers.set(login, await served.as(login))
  })
  return (login) => {
    const caller = callers.get(login)
    if (caller === undefined) throw new Error(`${login} has not signed in`)
    return caller
  }
}

const schema = 'town_served'

const makeServed = async (database: Database): Promise<void> => {
  const town = await smallTown(database, schema)
  await declareAll(town, [household, delivery], [])
  await appoint(town)
  await town.close()
}

const appoint = async (town: Town): Promise<void> => {
  const phc = await hashPassword(password)
  for (const [login, role, org] of people) {
    const [person] = accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb: 'person.create', ledger: 'person', spans: [spanOf({ name: `示例${login}`, org }, '2020-01-01')] }] })).entries
    if (person === undefined) throw new Error('nobody was made')
    accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb: 'post.create', ledger: 'post', spans: [spanOf({ person: String(person.id), role, org }, '2020-01-01')] }] }))
    await createAccount(town.db.pool, town.schema, { login, person: person.id, password: phc })
  }
}

const signedIn = async (app: FastifyInstance, login: string): Promise<Caller> => {
  const answer = await callerOf(app, {}).post('session.create', { login, password })
  expect(answer.status).toBe(200)
  return callerOf(app, { cookie: cookieOf(answer), 'x-csrf-token': Session.parse(answer.body).token })
}

/** The session cookie of an answer, as a browser would send it back. */
export const cookieOf = (answer: Answer): string => String(answer.headers['set-cookie']).split(';')[0] ?? ''

/** Calls with the headers given. */
export const callerOf = (app: FastifyInstance, headers: Readonly<Record<string, string>>): Caller => {
  const call = async (options: InjectOptions): Promise<Answer> => {
    const { statusCode, headers: got, rawPayload } = await app.inject(options)
    const json = String(got['content-type']).includes('json')
    return { status: statusCode, body: json ? (JSON.parse(rawPayload.toString('utf8')) as Partial<ErrorBody>) : {}, headers: got, bytes: rawPayload }
  }
  const get: Caller['get'] = (verb, query = {}) => call({ method: 'GET', url: `/api/${verb}`, query: { ...query }, headers: { ...headers } })
  const post: Caller['post'] = (verb, body = {}, more = {}) => call({ method: 'POST', url: `/api/${verb}`, payload: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers, ...more } })
  return {
    get,
    post,
    ok: async (route, input) => {
      const answer = await (route.method === 'GET' ? get(route.verb, Object.fromEntries(Object.entries(input).map(([key, value]) => [key, String(value)]))) : post(route.verb, input))
      expect([answer.status, answer.body.error]).toEqual([200, undefined])
      const body = route.output.parse(answer.body)
      expect(answer.body).toEqual(body)
      return body
    },
    file: (verb, query, bytes) => call({ method: 'POST', url: `/api/${verb}`, query: { ...query }, payload: Buffer.from(bytes), headers: { 'content-type': 'application/octet-stream', ...headers } }),
    bytes: async (verb, query) => {
      const answer = await get(verb, query)
      expect(answer.status).toBe(200)
      return answer.bytes
    },
  }
}

/** Expects a refusal that changed nothing, told in both languages; answers its body's error. */
export const refused = (answer: Answer, status: number, code: string): ErrorBody['error'] => {
  const { error, requestId } = answer.body
  expect([answer.status, error?.code]).toEqual([status, code])
  if (error === undefined) throw new Error('not refused')
  expect(error.message.zh).toMatch(/[\u4e00-\u9fff]/)
  expect(error.message.en).toMatch(/[a-z]/i)
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
  return error
}

/** Expects bad input at exactly these fields, each told in both languages. */
export const badFields = (answer: Answer, fields: Readonly<Record<string, string>>): void => {
  const told = refused(answer, 400, 'bad-input').fields ?? []
  expect(Object.fromEntries(told.map((each) => [each.field, each.code]))).toEqual(fields)
  for (const each of told) {
    expect(each.message.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(each.message.en).toMatch(/[a-z]/i)
  }
}
