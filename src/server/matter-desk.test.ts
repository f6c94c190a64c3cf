import { beforeAll, describe, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { handledHazards } from '../../test/harness/handled-hazards.ts'
import { refused, servedTown, signedInAs } from '../../test/harness/served-town.ts'
import { listDueDays, listMatters, readWaiting } from '../api/matter.ts'
import { declareAll } from '../store/town.ts'
import { enterNotices } from './matter/enter-notices.ts'

/** The desk of hazards on Monday, 3 July 2023. */
const served = servedTown()
const { fixing, found, photo, takes } = handledHazards(served)

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger()], [])
  await enterNotices(served.town)
})

const at = signedInAs(served, 'office', 'farm', 'order', 'leader', 'v1', 'auditor')

/** Why a hazard waits for someone; undefined when it does not. */
const reason = async (login: string, entry: number): Promise<string | undefined> => {
  for (const urgency of ['overdue', 'today', 'asked', 'called', 'check', 'near', 'found', 'rest'])
    if ((await at(login).ok(listMatters, { whose: 'mine', urgency, limit: 200 })).rows.some((row) => row.entry === entry)) return urgency
  return undefined
}

describe('what waits for someone', () => {
  test('is a hazard newly found, for the office that keeps them, by its first limit', async () => {
    expect(await reason('order', await found())).toBe('near')
    expect(await reason('order', await found({ day: '2023-06-20' }))).toBe('overdue')
    expect(await reason('order', await found({ day: '2023-06-29' }))).toBe('today')
    expect(await reason('farm', await found())).toBeUndefined()
  })

  test('is what she handles, until another is to check it, who then finds it on his desk', async () => {
    const entry = await fixing()
    expect([await reason('farm', entry), await reason('order', entry)]).toEqual(['rest', undefined])
    await takes('farm', 'mend', entry, { note: '已修', files: await photo('farm') })
    expect([await reason('order', entry), await reason('office', entry)]).toEqual(['check', undefined])
    await takes('order', 'strike', entry, { note: '好', files: await photo('order') })
    expect(await Promise.all(['farm', 'order', 'v1'].map((login) => reason(login, entry)))).toEqual([undefined, undefined, undefined])
  })

  test('is what her office is asked to take or called for', async () => {
    const entry = await fixing()
    await takes('farm', 'hand-over', entry, { to_org: 'order', note: '属平安办' })
    await takes('farm', 'whistle', entry, { to_org: 'v1', note: '请协助' })
    expect([await reason('order', entry), await reason('v1', entry)]).toEqual(['asked', 'called'])
  })

  test('is told once, with as many as the list behind each reason has, and the first of them', async () => {
    for (const login of ['order', 'farm', 'v1', 'office', 'leader', 'auditor']) {
      const { groups, total } = await at(login).ok(readWaiting, {})
      expect(total).toBe((await at(login).ok(listMatters, { whose: 'mine', limit: 1 })).total)
      for (const { urgency, matters, rows } of groups) {
        const list = await at(login).ok(listMatters, { whose: 'mine', urgency, limit: 200 })
        expect([login, urgency, list.total, rows]).toEqual([login, urgency, matters, list.rows.slice(0, 5)])
      }
    }
    expect((await at('order').ok(readWaiting, {})).groups.map(({ urgency }) => urgency)).toEqual(expect.arrayContaining(['overdue', 'today', 'near']))
    expect((await at('auditor').ok(readWaiting, {})).total).toBe(0)
  })

  test('is nobody else’s to see', async () => {
    refused(await served.nobody.get('matter.waiting'), 401, 'not-signed-in')
    refused(await served.nobody.get('matter.days', { month: '2023-07' }), 401, 'not-signed-in')
  })
})

describe('the calendar of due days', () => {
  test('has whole weeks, each day as it is worked, and counts what is due on it', async () => {
    const { days, before, after, today, ledgers } = await at('order').ok(listDueDays, { month: '2023-07', whose: 'all' })
    expect([days.length, days[0]?.day, days.at(-1)?.day, today, ledgers.map(({ key }) => key)]).toEqual([42, '2023-06-26', '2023-08-06', '2023-07-03', ['hazard']])
    const all = await at('order').ok(listMatters, { whose: 'all', list: 'due', limit: 200 })
    expect(days.reduce((sum, { matters }) => sum + matters, before + after)).toBe(all.total)
    for (const { day, matters, lamp } of days.filter((each) => each.matters > 0)) {
      const list = await at('order').ok(listMatters, { whose: 'all', list: 'due', from: day, to: day, limit: 200 })
      expect([day, list.total, new Set(list.rows.map((row) => row.lamp))]).toEqual([day, matters, new Set([lamp])])
    }
  })

  test('marks the days off, the weekend days that are worked, and a year whose days off are not published', async () => {
    const kinds = async (month: string) => new Map((await at('leader').ok(listDueDays, { month })).days.map(({ day, kind, provisional }) => [day, provisional ? `${kind}?` : kind]))
    const october = await kinds('2023-10')
    expect(['2023-10-01', '2023-10-02', '2023-10-07', '2023-10-08', '2023-10-09'].map((day) => october.get(day))).toEqual(['weekend', 'holiday', 'made-up', 'made-up', 'workday'])
    expect((await kinds('2190-10')).get('2190-10-01')).toBe('workday?')
  })
})
