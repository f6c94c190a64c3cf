import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createHmac } from 'node:crypto'
import { SMTPServer } from 'smtp-server'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { handledHazards } from '../../test/harness/handled-hazards.ts'
import { badFields, refused, servedTown, signedInAs, today } from '../../test/harness/served-town.ts'
import { listChannels, saveChannel, testChannel, voidChannel } from '../api/channel.ts'
import { readReach, setReach } from '../api/notice.ts'
import { day } from '../core/time/day.ts'
import { findChannels } from '../store/channels.ts'
import { declareAll } from '../store/town.ts'
import { enterNotices } from './matter/enter-notices.ts'
import { deliver } from './notice/deliver.ts'
import { openMailer } from './notice/mailer.ts'
import { isInside } from './notice/post-hook.ts'
import { remindOfAll } from './notice/remind.ts'
import { tellSteps } from './notice/tell-steps.ts'
import { tryChannel } from './notice/try-channel.ts'

const served = servedTown({ outside: { plain: true, link: 'https://town.example' } })
const { found, takes } = handledHazards(served)

/** A group that answers as it is told to, and keeps what it got. */
type Got = { readonly url: string; readonly headers: http.IncomingHttpHeaders; readonly body: string }
const group = { got: [] as Got[], answer: '{"errcode":0,"errmsg":"ok"}' as string | undefined }
const listener = http.createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (part: string) => (body += part)).on('end', () => {
    group.got.push({ url: request.url ?? '', headers: request.headers, body })
    if (group.answer !== undefined) response.end(group.answer)
  })
})
const letters: string[] = []
const smtp = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData: (stream, session, done) => {
  let text = session.envelope.rcptTo.map(({ address }) => `To ${address}\n`).join('')
  stream.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => {
    letters.push(text)
    done()
  })
} })

const noon = '2023-07-03T04:00:00.000Z'
const address = (path = ''): string => `http://127.0.0.1:${(listener.address() as AddressInfo).port}/${path}`
const mailer = () => openMailer(`smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}?from=town@example.cn`)
const send = async (at: string): Promise<number> => {
  const post = mailer()
  return deliver({ town: served.town, master: served.house.master, outside: served.house.outside, mailer: post }, today, () => at).finally(() => post.close())
}
const channel = (more: Readonly<Record<string, unknown>> = {}) => by('office').ok(saveChannel, { name: '安全群', kind: 'wecom', address: address('send?key=k1'), orgs: [], open: true, ...more })
const standing = async (id: number) => (await by('office').ok(listChannels, {})).channels.find((each) => each.id === id)
const mending = async (place = '示例路1号'): Promise<number> => {
  const entry = await found({ place })
  await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
  await takes('farm', 'sign', entry)
  return entry
}
const minutes = (from: string, by: number): string => new Date(Date.parse(from) + by * 60_000).toISOString()

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger()], [])
  await enterNotices(served.town)
  await tellSteps(served.town, today, noon)
  await new Promise<void>((open) => listener.listen(0, '127.0.0.1', open))
  await new Promise<void>((open) => smtp.listen(0, '127.0.0.1', open))
})

const by = signedInAs(served, 'office', 'farm', 'order', 'v1')
afterAll(async () => {
  listener.closeAllConnections()
  await new Promise((closed) => listener.close(closed))
  await new Promise<void>((closed) => smtp.close(closed))
})
beforeEach(async () => {
  const { pool } = served.town.db
  for (const table of ['deliveries', 'reminders', 'notices']) await pool.query(`delete from ${served.town.schema}.${table}`)
  await pool.query(`update ${served.town.schema}.accounts set mail = null`)
  for (const { id, version } of (await by('office').ok(listChannels, {})).channels) await by('office').ok(voidChannel, { channel: id, saw: version })
  await tellSteps(served.town, today, noon)
  await pool.query(`delete from ${served.town.schema}.deliveries`)
  Object.assign(group, { got: [], answer: '{"errcode":0,"errmsg":"ok"}' })
  letters.length = 0
})

describe('a channel', () => {
  test('is kept by the town office with its address and secret sealed, and neither is told again', async () => {
    const { id } = await channel({ kind: 'dingtalk', secret: 'SEC-very-secret' })
    const listed = await by('office').get('channel.list')
    expect(listed.bytes.toString()).not.toMatch(/SEC-very-secret|key=k1/)
    expect(await standing(id)).toMatchObject({ name: '安全群', host: address().slice(7, -1), ready: true, waiting: 0 })
    const { rows } = await served.town.db.pool.query<{ payload: string }>(`select payload from ${served.town.schema}.journal where ledger = 'zhenwu-channel'`)
    expect(rows.some(({ payload }) => /SEC-very-secret|key=k1/.test(payload))).toBe(false)
    expect(rows.length).toBeGreaterThan(0)
    refused(await by('farm').get('channel.list'), 403, 'forbidden')
    refused(await by('farm').post('channel.save', { name: '群', kind: 'wecom', address: address(), orgs: [], open: true }), 403, 'forbidden')
  })

  test('keeps its address when only its name is changed, and loses it when it is removed', async () => {
    const { id } = await channel()
    await by('office').ok(saveChannel, { channel: id, saw: (await standing(id))?.version, name: '应急群', kind: 'wecom', orgs: ['farm'], open: true })
    expect(await standing(id)).toMatchObject({ name: '应急群', ready: true, orgs: [{ code: 'farm' }] })
    expect((await by('office').ok(testChannel, { channel: id })).problem).toBeNull()
    expect(group.got[0]?.url).toBe('/send?key=k1')
    await by('office').ok(voidChannel, { channel: id, saw: (await standing(id))?.version })
    expect((await served.town.db.pool.query(`select 1 from ${served.town.schema}.channel_secrets where channel = $1`, [id])).rowCount).toBe(0)
  })

  test('signs as DingTalk and others want it, and a refusal in the body of a robot’s answer is told', async () => {
    const { id } = await channel({ kind: 'dingtalk', address: address('robot/send?access_token=t'), secret: 'SEC1' })
    expect((await by('office').ok(testChannel, { channel: id })).problem).toBeNull()
    const url = new URL(group.got[0]?.url ?? '', 'http://h')
    const at = url.searchParams.get('timestamp')
    expect(url.searchParams.get('sign')).toBe(createHmac('sha256', 'SEC1').update(`${at}\nSEC1`).digest('base64'))
    expect(url.searchParams.get('access_token')).toBe('t')
    expect(JSON.parse(group.got[0]?.body ?? '{}')).toMatchObject({ msgtype: 'markdown', markdown: { title: expect.stringContaining('测试') as unknown } })
    group.answer = '{"errcode":310000,"errmsg":"sign not match"}'
    expect((await by('office').ok(testChannel, { channel: id })).problem).toBe('errcode 310000')

    const { id: plain } = await channel({ kind: 'signed', secret: 'S2', address: address('hook') })
    await by('office').ok(testChannel, { channel: plain })
    const { headers, body } = group.got.at(-1) as Got
    expect(headers['x-zhenwu-signature']).toBe(`sha256=${createHmac('sha256', 'S2').update(`${String(headers['x-zhenwu-timestamp'])}.${body}`).digest('hex')}`)
  })

  test('may not be on this machine or in a net of one’s own, whatever its name stands for', async () => {
    const { id } = await channel()
    const house = { town: served.town, master: served.house.master, outside: { plain: false, link: '' } }
    const at = async (to: string): Promise<string | null> => {
      await by('office').ok(saveChannel, { channel: id, saw: (await standing(id))?.version, name: '群', kind: 'signed', address: to, orgs: [], open: true })
      const [kept] = (await findChannels(served.town.db.pool, served.town.schema, await served.town.book())).filter((each) => each.id === id)
      return kept === undefined ? 'gone' : tryChannel(house, kept, '示例镇')
    }
    expect([await at(address()), await at(address().replace('127.0.0.1', 'localhost')), await at('https://[::1]:1/'), await at('https://169.254.169.254/')]).toEqual(Array(4).fill('HOST_REFUSED'))
    expect(group.got).toEqual([])
    expect(['10.1.2.3', '192.168.0.9', '172.31.0.1', '100.64.0.1', '0.0.0.0', '::ffff:127.0.0.1', 'fd00::1', 'fe80::1'].filter((each) => !isInside(each))).toEqual([])
    expect(['223.5.5.5', '2400:3200::1'].filter(isInside)).toEqual([])
    badFields(await by('office').post('channel.save', { name: '群', kind: 'signed', address: 'ftp://x.cn/', orgs: [], open: true }), { address: 'channel-not-https' })
  })
})

describe('what is sent', () => {
  test('is one message for all that is due, with number, kind, office, day and link and nothing that was typed', async () => {
    await channel()
    const [one, two] = [await mending('张三家厨房'), await mending('李四家')]
    await tellSteps(served.town, today, noon)
    await served.town.db.pool.query(`delete from ${served.town.schema}.deliveries`)
    await remindOfAll(served.town, day('2023-09-01'), noon)
    expect(await send(noon)).toBe(1)
    const content = (JSON.parse(group.got[0]?.body ?? '{}') as { markdown: { content: string } }).markdown.content
    for (const entry of [one, two]) expect(content).toContain(`[隐患 #${entry}（农业办）已超期，整改 2023-07-`)
    expect(content).toContain(`(https://town.example/matters/hazard/${two})`)
    expect(content).not.toMatch(/张三|李四|示例farm/)
    expect([await send(noon), group.got.length]).toEqual([0, 1])
  })

  test('is said in the language of its channel, Chinese unless it was chosen, and a change of name leaves it', async () => {
    const { id } = await channel({ address: address('en'), language: 'en' })
    await channel({ address: address('zh') })
    await by('office').ok(saveChannel, { channel: id, saw: (await standing(id))?.version, name: 'Foreign desk', kind: 'wecom', orgs: [], open: true })
    expect((await by('office').ok(listChannels, {})).channels.map(({ name, language }) => [name, language])).toEqual([['Foreign desk', 'en'], ['安全群', 'zh']])
    const entry = await mending()
    await remindOfAll(served.town, day('2023-09-01'), noon)
    await send(noon)
    const content = (url: string) => group.got.filter((each) => each.url === `/${url}`).map(({ body }) => (JSON.parse(body) as { markdown: { content: string } }).markdown.content).join()
    expect(content('en')).toMatch(new RegExp(`Hazards? #${entry} \\([A-Za-z ]+\\): overdue, [A-Za-z ]+ 2023-07-`))
    expect(content('en')).not.toMatch(/[\u4e00-\u9fff]/)
    expect(content('zh')).toContain(`隐患 #${entry}（农业办）已超期`)
    await by('office').ok(testChannel, { channel: id })
    expect(group.got.at(-1)?.body).toContain('a message of trial')
  })

  test('goes to the channels of the office that holds the matter only, and not where a channel is closed', async () => {
    await channel({ orgs: ['order'], address: address('order') })
    await channel({ orgs: ['town'], address: address('town') })
    await channel({ orgs: ['farm'], open: false, address: address('closed') })
    const entry = await mending()
    await remindOfAll(served.town, day('2023-09-01'), noon)
    await send(noon)
    expect(group.got.filter(({ body }) => body.includes(`#${entry}（`)).map(({ url }) => url)).toEqual(['/town'])
  })

  test('waits through the night and a weekend, and is dropped where the matter is settled by the morning', async () => {
    await channel()
    const night = '2023-06-30T15:00:00.000Z'
    const entry = await mending()
    await remindOfAll(served.town, day('2023-09-01'), night)
    expect(await send('2023-07-02T04:00:00.000Z')).toBe(0)
    await served.town.db.pool.query(`update ${served.town.schema}.ledger_hazard set settled = '2023-07-02' where id = $1`, [entry])
    await send('2023-07-03T00:00:00.000Z')
    expect(group.got.some(({ body }) => body.includes(`#${entry}（`))).toBe(false)
    await served.town.db.pool.query(`update ${served.town.schema}.ledger_hazard set settled = null where id = $1`, [entry])
  })

  test('is sent once by two servers, and again after one ended with it in hand', async () => {
    const { id } = await channel()
    await mending()
    await remindOfAll(served.town, day('2023-09-01'), noon)
    expect((await Promise.all([send(noon), send(noon), send(noon)])).reduce((sum, each) => sum + each, 0)).toBe(1)
    expect(group.got.length).toBe(1)
    await served.town.db.pool.query(`update ${served.town.schema}.deliveries set sent_at = null`)
    expect([await send(noon), await send(minutes(noon, 2))]).toEqual([0, 1])
    expect(await standing(id)).toMatchObject({ waiting: 0, failed: 0, sentAt: minutes(noon, 2) })
  })

  test('is tried again later and later, and at last given up and told to the office', async () => {
    const { id } = await channel()
    await mending()
    group.answer = '{"errcode":45009,"errmsg":"too many"}'
    await remindOfAll(served.town, day('2023-09-01'), noon)
    let at = noon
    for (const wait of [1, 5, 30, 120, 360, 0]) {
      await send(at)
      expect(await send(at)).toBe(0)
      at = minutes(at, wait)
    }
    expect(group.got.length).toBe(6)
    expect(await standing(id)).toMatchObject({ waiting: 0, problem: 'errcode 45009', sentAt: null })
    expect((await standing(id))?.failed).toBeGreaterThan(0)
    await send(minutes(at, 100_000))
    expect(group.got.length).toBe(6)
  })

  test('is held up by no target that hangs', async () => {
    await by('farm').ok(setReach, { mail: 'farm@example.cn' })
    const { id } = await channel()
    await mending()
    group.answer = undefined
    await remindOfAll(served.town, day('2023-09-01'), noon)
    expect(await send(noon)).toBe(1)
    expect(letters.length).toBe(1)
    expect(await standing(id)).toMatchObject({ problem: 'no answer in time' })
  })
})

describe('mail', () => {
  test('goes as one letter to whoever set an address, and to nobody who took hers away', async () => {
    await by('farm').ok(setReach, { mail: 'farm@example.cn' })
    expect(await by('farm').ok(readReach, {})).toEqual({ mail: 'farm@example.cn', sends: false })
    const [one, two] = [await found(), await found()]
    for (const entry of [one, two]) await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
    await tellSteps(served.town, today, noon)
    await send(noon)
    expect(letters.length).toBe(1)
    expect(letters[0]).toMatch(/^To farm@example\.cn/)
    const body = Buffer.from(/\r?\n\r?\n([A-Za-z0-9+/=\s]+)$/.exec(letters[0] ?? '')?.[1] ?? '', 'base64').toString('utf8')
    for (const entry of [one, two]) expect(body).toContain(`隐患 #${entry}（农业办）待办理\nhttps://town.example/matters/hazard/${entry}`)
    await by('farm').ok(setReach, { mail: null })
    await takes('farm', 'sign', one)
    await remindOfAll(served.town, day('2023-09-01'), noon)
    await send(noon)
    expect(letters.length).toBe(1)
  })

  test('that the server does not take is tried again', async () => {
    await by('farm').ok(setReach, { mail: 'farm@example.cn' })
    const entry = await found()
    await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
    await tellSteps(served.town, today, noon)
    const nowhere = openMailer('smtp://127.0.0.1:1?from=town@example.cn')
    await deliver({ town: served.town, master: served.house.master, outside: served.house.outside, mailer: nowhere }, today, () => noon)
    nowhere.close()
    expect([await send(noon), await send(minutes(noon, 1))]).toEqual([0, 1])
  })
})
