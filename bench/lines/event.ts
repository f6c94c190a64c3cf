import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Session } from '../../src/api/session.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Change } from '../../src/core/ledger/change.ts'
import { buildApp } from '../../src/server/app.ts'
import type { DeskNews } from '../../src/server/notice/desk.ts'
import { hashPassword } from '../../src/server/password.ts'
import { createAccount } from '../../src/store/accounts.ts'
import type { Town } from '../../src/store/town.ts'
import { installation } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { houseOf } from '../../test/harness/house.ts'
import type { Context } from '../context.ts'
import { quantile } from '../interleave.ts'
import type { Result } from '../result.ts'
import { bounded } from '../result.ts'
import { password } from '../served.ts'
import { newTown } from '../synthetic/town.ts'

/** How long it takes until a step one person takes is told on the screens of two hundred others, counted from the moment it was sent. */
export const name = 'event'

const screens = 200
const steps = 150
const every = 100

export const run = async (context: Context): Promise<readonly Result[]> => {
  const town = context.keep(await newTown(context.db, 'town_event', [{ ...hazardLedger(), owner: 'office' }], []))
  await people(town)
  const app = await buildApp({ house: houseOf({ town, today: () => '2023-07-03' as Day }), log: 'silent', web: import.meta.dirname })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const signIn = async (at: number): Promise<Readonly<Record<string, string>>> => {
    const answer = await app.inject({ method: 'POST', url: '/api/session.create', payload: { login: `p${at}`, password } })
    return { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '', 'x-csrf-token': Session.parse(answer.json()).token }
  }
  const { port } = app.server.address() as AddressInfo
  const sent = new Map<number, number>()
  const waits: number[] = []
  const open: (() => void)[] = []
  for (let at = 1; at <= screens; at += 1) open.push(await screen(port, await signIn(at), (news) => {
    for (const { entry } of news.changed) {
      const from = sent.get(entry)
      if (from !== undefined) waits.push(performance.now() - from)
    }
  }))
  const headers = await signIn(0)
  const post = async (verb: string, body: unknown): Promise<{ readonly id: number }> => {
    const { statusCode, body: text } = await app.inject({ method: 'POST', url: `/api/${verb}`, payload: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })
    if (statusCode !== 200) throw new Error(text)
    return JSON.parse(text) as { readonly id: number }
  }
  const entries: number[] = []
  for (let at = 0; at < steps; at += 1) entries.push((await post('hazard.create', { fields: { org: 'v1', day: '2023-06-30', place: '示例路1号', level: 'general' } })).id)
  await pause(2000)
  const under = entries.map(async (entry, at) => {
    await pause(at * every)
    sent.set(entry, performance.now())
    await post('hazard.assign', { entry, given: { to_org: 'v1', note: '整改' } })
  })
  await Promise.all(under)
  for (let tries = 0; waits.length < steps * screens && tries < 100; tries += 1) await pause(100)
  for (const leave of open) leave()
  await app.close()
  if (waits.length < steps * screens) throw new Error(`${waits.length} of ${steps * screens} screens heard`)
  context.say(`${screens} screens, ${steps} steps, one every ${every} ms: median ${quantile(waits, 0.5).toFixed(0)} ms, 99 % within ${quantile(waits, 0.99).toFixed(0)} ms`)
  return [bounded({ name: 'event: a step on 200 other screens, 99 %', value: quantile(waits, 0.99) / 1000, unit: 's', most: 1 })]
}

/** Opens the stream of a person; answers what closes it, once it was first told something. */
const screen = (port: number, headers: Readonly<Record<string, string>>, hear: (news: DeskNews) => void): Promise<() => void> =>
  new Promise((opened, failed) => {
    let text = ''
    const request = get({ port, host: '127.0.0.1', path: '/api/notice.watch', headers, agent: false }, (response) => {
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
        const whole = text.split('\n\n')
        text = whole.pop() ?? ''
        for (const line of whole) if (line.startsWith('data: ')) hear(JSON.parse(line.slice(6)) as DeskNews)
        opened(() => request.destroy())
      })
      response.on('error', () => undefined)
    })
    request.on('error', failed)
  })

/** As many people of the office as there are screens, and one who takes the steps; all have one password. */
const people = async (town: Town): Promise<void> => {
  const phc = await hashPassword(password)
  const since = '2020-01-01' as Day
  const changes = Array.from({ length: screens + 1 }, (_, at): readonly Change[] => [
    { act: 'create', verb: 'person.create', ledger: 'person', handle: `p${at}`, spans: [{ from: since, to: null, fields: { name: `示例${at}`, org: 'office' } }] },
    { act: 'create', verb: 'post.create', ledger: 'post', spans: [{ from: since, to: null, fields: { person: `@p${at}`, role: 'line', org: 'office' } }] },
  ]).flat()
  const { numbers } = accepted(await town.commit({ by: installation, changes }))
  for (let at = 0; at <= screens; at += 1) await createAccount(town.db.pool, town.schema, { login: `p${at}`, person: numbers[at * 2] ?? 0, password: phc })
}
