import { beforeAll, describe, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { handledHazards } from '../../test/harness/handled-hazards.ts'
import { badFields, refused, servedTown, signedInAs } from '../../test/harness/served-town.ts'
import { readMatter } from '../api/matter.ts'
import { findMatters, linkMatter, listTies, mergeMatter, splitMatter, untieMatter } from '../api/matter-tie.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { day } from '../core/time/day.ts'
import { words } from '../core/words.ts'
import { declareAll } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { enterNotices } from './matter/enter-notices.ts'
import { recountMatters } from './matter/recount-matters.ts'

/** Splits and merges of hazards that are taken back, and matters found to be tied, on Monday, 3 July 2023. */
const served = servedTown()
const { found, photo, takes } = handledHazards(served)
const river: Ledger = { ...hazardLedger(), key: 'river', title: words('河道问题', 'River problems') }

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger(), river], [])
  await enterNotices(served.town)
})

const by = signedInAs(served, 'order', 'v1')

const note = '误并，是两处'
const read = (entry: number) => by('order').ok(readMatter, { ledger: 'hazard', entry })
const tiesOf = async (entry: number) => (await by('order').ok(listTies, { ledger: 'hazard', entry })).ties
const columnsOf = async (entry: number) => (await served.town.db.pool.query<Record<string, unknown>>(`select state, settled, due, due_clock, merged, on_time, asked, void from ${served.town.schema}.ledger_hazard where id = $1`, [entry])).rows[0]
const untie = (entry: number, tie: number, once?: string) => by('order').post('matter.untie', { ledger: 'hazard', entry, tie, note, ...(once === undefined ? {} : { once }) })

describe('a merge made by mistake', () => {
  test('is taken back while nothing has happened since: both stand as before, with their own clocks', async () => {
    const [from, into] = [await found({ day: '2023-06-26', place: '甲处' }), await found({ day: '2023-07-02', place: '乙处' })]
    await by('order').ok(mergeMatter, { ledger: 'hazard', entry: from, into, note: '同一处' })
    const before = [await columnsOf(from), await columnsOf(into)]
    const [tie] = await tiesOf(into)
    expect(tie).toMatchObject({ kind: 'merged', undo: true })
    const answers = await Promise.all([1, 2].map(() => untie(into, tie?.id ?? 0, 'untie-0001')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(before).toMatchObject([{ merged: true, due: null }, { merged: null, due: '2023-06-28' }])
    expect([await columnsOf(from), await columnsOf(into)]).toMatchObject([{ state: 'found', merged: null, settled: null, due: '2023-06-28' }, { merged: null, due: '2023-07-04' }])
    expect([await tiesOf(from), await tiesOf(into)]).toEqual([[], []])
    expect((await read(into)).actions.map(({ title }) => title.zh)).toEqual(['并入一件', '撤回并单'])
    await takes('order', 'assign', from, { to_org: 'farm', note: '整改' })
    const { rows } = await served.town.db.pool.query<{ verb: string; reason: string }>(`select distinct verb, reason from ${served.town.schema}.journal where verb = 'matter.untie'`)
    expect(rows).toEqual([{ verb: 'matter.untie', reason: note }])
    await by('order').ok(mergeMatter, { ledger: 'hazard', entry: into, into: from, note: '还是同一处' })
  })

  test('of two that were taken in, the last is taken back first', async () => {
    const [one, two, into] = [await found({ day: '2023-06-26', place: '丙处' }), await found({ day: '2023-06-28', place: '丁处' }), await found({ day: '2023-07-02', place: '戊处' })]
    for (const entry of [two, one]) await by('order').ok(mergeMatter, { ledger: 'hazard', entry, into, note: '同一处' })
    const [first, last] = await tiesOf(into)
    expect([first?.undo, last?.undo]).toEqual([false, true])
    refused(await untie(into, first?.id ?? 0), 409, 'matter-moved-since')
    await by('order').ok(untieMatter, { ledger: 'hazard', entry: one, tie: last?.id ?? 0, note })
    expect(await columnsOf(into)).toMatchObject({ due: '2023-06-30' })
    await by('order').ok(untieMatter, { ledger: 'hazard', entry: into, tie: first?.id ?? 0, note })
    expect(await columnsOf(into)).toMatchObject({ due: '2023-07-04' })
  })

  test('stays once something was done, and for who may not have made it', async () => {
    const [from, into] = [await found({ place: '己处' }), await found({ place: '庚处' })]
    await by('order').ok(mergeMatter, { ledger: 'hazard', entry: from, into, note: '同一处' })
    const [tie] = await tiesOf(from)
    refused(await by('v1').post('matter.untie', { ledger: 'hazard', entry: from, tie: tie?.id, note }), 403, 'forbidden')
    badFields(await untie(from, 999_999), { tie: 'not-found' })
    await takes('order', 'assign', into, { to_org: 'farm', note: '整改' })
    expect((await tiesOf(from))[0]?.undo).toBe(false)
    refused(await untie(from, tie?.id ?? 0), 409, 'matter-moved-since')
    refused(await served.nobody.post('matter.untie', { ledger: 'hazard', entry: from, tie: 1, note }), 401, 'not-signed-in')
  })
})

describe('a split made by mistake', () => {
  test('is taken back part by part where nothing was done in it: the part is voided, and the first goes on', async () => {
    const whole = await found({ place: '示例沿街' })
    await by('order').ok(splitMatter, { ledger: 'hazard', entry: whole, parts: [{ line: '甲处电线' }, { line: '乙处堆物' }], note: '分别整改' })
    const [one, two] = await tiesOf(whole)
    await takes('order', 'assign', two?.other.entry ?? 0, { to_org: 'farm', note: '整改' })
    expect((await tiesOf(whole)).map(({ undo }) => undo)).toEqual([true, false])
    refused(await untie(whole, two?.id ?? 0), 409, 'matter-moved-since')
    await by('order').ok(untieMatter, { ledger: 'hazard', entry: whole, tie: one?.id ?? 0, note })
    expect(await columnsOf(one?.other.entry ?? 0)).toMatchObject({ void: true })
    expect((await tiesOf(whole)).map(({ id }) => id)).toEqual([two?.id])
    expect((await read(whole)).actions.map(({ title }) => title.zh)).toEqual(['拆分', '撤回拆分'])
    await by('order').ok(splitMatter, { ledger: 'hazard', entry: whole, parts: [{ line: '甲处电线' }], note: '还是要分' })
    expect((await tiesOf(whole)).map(({ other }) => other.title)).toEqual(['乙处堆物', '甲处电线'])
  })

  test('and not a part that belongs together with something else, or was settled', async () => {
    const whole = await found({ place: '示例巷内' })
    await by('order').ok(splitMatter, { ledger: 'hazard', entry: whole, parts: [{ line: '丙处' }, { line: '丁处' }], note: '分别整改' })
    const [one, two] = await tiesOf(whole)
    await by('order').ok(linkMatter, { ledger: 'hazard', entry: one?.other.entry ?? 0, otherLedger: 'hazard', other: await found(), kind: 'related', note })
    await takes('order', 'mend-at-once', two?.other.entry ?? 0, { note: '已拆除', files: await photo('order') })
    for (const tie of [one, two]) refused(await untie(whole, tie?.id ?? 0), 409, 'matter-moved-since')
  })
})

describe('a matter to tie to', () => {
  test('is found in every ledger one may read, by its words or its number, and linked across them', async () => {
    const here = await found({ place: '示例粮站后院' })
    const answer = await by('v1').post('river.create', { fields: { org: 'v1', day: '2023-06-30', place: '示例粮站河埠', level: 'general' } })
    const { id: there } = answer.body as unknown as { readonly id: number }
    const told = await by('order').ok(findMatters, { q: '示例粮站' })
    expect(told.found.map(({ ledger, entry }) => [ledger, entry])).toEqual([['hazard', here], ['river', there]])
    expect((await by('order').ok(findMatters, { q: `#${there}` })).found).toMatchObject([{ ledger: 'river', entry: there, title: '示例粮站河埠', ledgerTitle: { zh: '河道问题' } }])
    expect((await by('order').ok(findMatters, { q: '示例粮站', ledger: 'river' })).found.map(({ ledger }) => ledger)).toEqual(['river'])
    expect((await by('order').ok(findMatters, { q: '示例粮站', list: 'open' })).found).toHaveLength(2)
    await by('order').ok(linkMatter, { ledger: 'hazard', entry: here, otherLedger: 'river', other: there, kind: 'related', note: '同一处' })
    expect((await by('order').ok(listTies, { ledger: 'river', entry: there })).ties).toMatchObject([{ kind: 'related', away: false, undo: false, other: { ledger: 'hazard', entry: here } }])
  })
})

test('after all of it the columns stand, and the book verifies', async () => {
  expect(await recountMatters(served.town, `核对 ${day('2023-07-03')}`)).toBe(0)
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
})
