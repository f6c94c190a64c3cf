import { beforeAll, describe, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { follow } from '../../test/harness/followed.ts'
import { handledHazards } from '../../test/harness/handled-hazards.ts'
import { houseOf } from '../../test/harness/house.ts'
import { refused, servedTown, signedInAs, today } from '../../test/harness/served-town.ts'
import { listNotices, readNotices } from '../api/notice.ts'
import type { Day } from '../core/time/day.ts'
import { day } from '../core/time/day.ts'
import { declareAll } from '../store/town.ts'
import { enterNotices } from './matter/enter-notices.ts'
import { buildApp } from './app.ts'
import type { DeskNews } from './notice/desk.ts'
import { remindOfAll } from './notice/remind.ts'
import { tellSteps } from './notice/tell-steps.ts'

const served = servedTown()
const { found, takes } = handledHazards(served)
const noon = '2023-07-03T04:00:00.000Z'
const tell = (at: Day = today): Promise<number> => tellSteps(served.town, at, noon)
const remind = (at: string): Promise<number> => remindOfAll(served.town, day(at), noon)

/** What waits unread for someone of one matter, as `kind` and what it is of. */
const unread = async (login: string, entry: number): Promise<readonly string[]> => {
  const { rows } = await by(login).ok(listNotices, { limit: 200 })
  return rows.filter((row) => row.entry === entry && !row.read).map(({ kind, mark, step }) => [kind, ...(mark === null ? [] : [mark]), ...(step === null ? [] : [step.zh])].join(' ')).sort()
}
/** A hazard that the farm office mends, by Monday 24 July at the latest. */
const mending = async (): Promise<number> => {
  const entry = await found()
  await takes('order', 'assign', entry, { to_org: 'farm', note: '七月底前整改' })
  await takes('farm', 'sign', entry)
  return entry
}

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger()], [])
  await enterNotices(served.town)
  await tell()
})

const by = signedInAs(served, 'office', 'farm', 'farmer', 'order', 'leader', 'v1', 'auditor')

describe('a step', () => {
  test('is told to those for whom the matter waits now, once, and not to who took it', async () => {
    const entry = await found()
    await tell()
    expect([await unread('order', entry), await unread('v1', entry), await unread('farm', entry)]).toEqual([['due 50', 'waits'], [], []])
    await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
    await tell()
    await tell()
    expect([await unread('farm', entry), await unread('farmer', entry), await unread('order', entry)]).toEqual([['waits 交办'], ['waits 交办'], ['due 50', 'waits']])
    await takes('farm', 'sign', entry)
    await tell()
    expect(await unread('farmer', entry)).toEqual(['waits 交办'])
  })

  test('is told once by two servers that look at the same time, and by the next after one that ended', async () => {
    const entry = await found()
    await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
    const told = await Promise.all([tell(), tell(), tell()])
    expect(told.filter((each) => each > 0).length).toBe(1)
    await tell()
    expect(await unread('farmer', entry)).toEqual(['waits 交办'])
  })

  test('that came with a batch is told to nobody', async () => {
    const before = (await by('order').ok(listNotices, {})).unread
    const answer = await by('order').post('hazard.create', { fields: { org: 'v1', day: '2023-06-30', place: '示例路9号', level: 'general' } })
    await served.town.db.pool.query(`update ${served.town.schema}.journal set batch = 'b' where number = $1`, [(answer.body as unknown as { id: number }).id])
    await tell()
    await served.town.db.pool.query(`update ${served.town.schema}.journal set batch = null where number = $1`, [(answer.body as unknown as { id: number }).id])
    expect((await by('order').ok(listNotices, {})).unread).toBe(before)
  })
})

describe('a clock', () => {
  test('reminds who handles it, her office and the leader, each once, and after some days the newest only', async () => {
    const entry = await mending()
    await remind('2023-07-03')
    const handler = () => unread('farm', entry)
    const first = await handler()
    await remind('2023-07-20')
    await remind('2023-09-01')
    await Promise.all([remind('2023-09-01'), remind('2023-09-01')])
    const all = await handler()
    expect(all.filter((each) => each.startsWith('overdue'))).toEqual(['overdue overdue-1', 'overdue overdue-11'])
    expect(await unread('leader', entry)).toEqual(['overdue overdue-1', 'overdue overdue-11'])
    expect(all.length).toBeGreaterThan(first.length)
    const { rows } = await served.town.db.pool.query<{ told: boolean; marks: number }>(`select told, count(*)::int as marks from ${served.town.schema}.reminders where matter = $1 group by told order by told`, [entry])
    expect(rows.map(({ told }) => told)).toEqual([false, true])
  })

  test('of a settled or voided matter reminds nobody', async () => {
    const entry = await found()
    const { version } = (await by('v1').get('hazard.read', { entry: String(entry) })).body as unknown as { version: number }
    expect((await by('v1').post('hazard.void', { entry, saw: version, reason: '登记有误' })).status).toBe(200)
    await remind('2023-12-01')
    expect(await unread('order', entry)).toEqual([])
  })
})

describe('notices', () => {
  test('are marked as read one by one, by matter, or all', async () => {
    const [one, two] = [await found(), await found()]
    for (const entry of [one, two]) await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
    await tell()
    const { rows, unread: before } = await by('farmer').ok(listNotices, {})
    expect((await by('farmer').ok(readNotices, { ids: [rows[0]?.id] })).unread).toBe(before - 1)
    expect((await by('farmer').ok(readNotices, { of: { ledger: 'hazard', entry: one } })).unread).toBe(before - 2)
    expect((await by('farmer').ok(readNotices, {})).unread).toBe(0)
    expect((await by('farm').ok(listNotices, {})).unread).toBeGreaterThan(0)
  })

  test('of someone else cannot be marked', async () => {
    const entry = await found()
    await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
    await tell()
    const mine = (await by('farm').ok(listNotices, {})).rows.find((row) => row.entry === entry)
    await by('leader').ok(readNotices, { ids: [mine?.id] })
    expect(await unread('farm', entry)).toEqual(['waits 交办'])
  })

  test('keep a matter unnamed that their reader may not read any more', async () => {
    const entry = await found()
    await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
    await tell()
    await served.town.db.pool.query(`update ${served.town.schema}.notices set person = $1 where matter = $2 and person = $3`, [served.personOf('v1'), entry, served.personOf('farm')])
    await served.town.db.pool.query(`update ${served.town.schema}.ledger_hazard set org = 'v2', first_org = 'order' where id = $1`, [entry])
    expect((await by('v1').ok(listNotices, {})).rows.find((row) => row.entry === entry)?.title).toBeNull()
    await served.town.db.pool.query(`update ${served.town.schema}.ledger_hazard set org = 'v1' where id = $1`, [entry])
  })
})

describe('an open screen', () => {
  test('hears of steps others take, with the count of its reader, on whichever server they were taken', async () => {
    await served.app.listen({ port: 0, host: '127.0.0.1' })
    const other = await buildApp({ house: houseOf({ town: served.town, today: () => today }) })
    await other.listen({ port: 0, host: '127.0.0.1' })
    const entry = await found()
    const [farmer, order, elsewhere] = [await follow<DeskNews>(served.app, 'farmer', 'notice.watch'), await follow<DeskNews>(served.app, 'order', 'notice.watch'), await follow<DeskNews>(other, 'farm', 'notice.watch')]
    const { unread: had } = await farmer.until(() => true)
    await order.until(() => true)
    await elsewhere.until(() => true)
    await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
    const named = (news: DeskNews): boolean => news.changed.some((each) => each.ledger === 'hazard' && each.entry === entry)
    expect((await farmer.until(named)).unread).toBe(had + 1)
    await order.until(named)
    await elsewhere.until(named)
    await by('farmer').ok(readNotices, {})
    await farmer.until((news) => news.unread === 0)
    for (const each of [farmer, order, elsewhere]) each.leave()
    await other.close()
  })

  test('of someone who may not read a matter hears nothing of it', async () => {
    const entry = await found({ org: 'v3' }, 'order')
    const [village, leader] = [await follow<DeskNews>(served.app, 'v1', 'notice.watch'), await follow<DeskNews>(served.app, 'leader', 'notice.watch')]
    await village.until(() => true)
    await leader.until(() => true)
    await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
    await leader.until((news) => news.changed.some((each) => each.entry === entry))
    const seen = await found()
    await village.until((news) => news.changed.some((each) => each.entry === seen))
    expect(village.heard.some((news) => news.changed.some((each) => each.entry === entry))).toBe(false)
    village.leave()
    leader.leave()
  })

  test('is not opened to a stranger', async () => {
    refused(await served.nobody.get('notice.watch'), 401, 'not-signed-in')
  })
})
