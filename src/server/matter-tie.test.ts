import { beforeAll, describe, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { handledHazards } from '../../test/harness/handled-hazards.ts'
import { badFields, refused, servedTown, signedInAs } from '../../test/harness/served-town.ts'
import { listMatters, readMatter } from '../api/matter.ts'
import { linkMatter, listTies, mergeMatter, splitMatter } from '../api/matter-tie.ts'
import { day } from '../core/time/day.ts'
import { declareAll } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { enterNotices } from './matter/enter-notices.ts'
import { recountMatters } from './matter/recount-matters.ts'

/** Hazards that are split, merged and linked on Monday, 3 July 2023. */
const served = servedTown()
const { found, photo, take, takes } = handledHazards(served)

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger()], [])
  await enterNotices(served.town)
})

const at = signedInAs(served, 'farm', 'order', 'office', 'v1', 'auditor')

const note = '现场核对为同一情况'
const read = (entry: number) => at('order').ok(readMatter, { ledger: 'hazard', entry })
const tiesOf = (entry: number, login = 'order') => at(login).ok(listTies, { ledger: 'hazard', entry })
const dueOf = async (entry: number, key: string) => (await read(entry)).clocks.find((clock) => clock.key === key)?.legal
const striking = async (entry: number): Promise<void> => {
  await takes('order', 'mend-at-once', entry, { note: '当场拆除', files: await photo('order') })
  await takes('office', 'strike', entry, { note: '复核通过', files: await photo('office') })
}

describe('a matter that is split', () => {
  test('becomes parts with numbers of their own, from the same first day, and is not settled before them', async () => {
    const entry = await found({ day: '2023-06-28', place: '示例沿街三处' })
    await at('order').ok(splitMatter, { ledger: 'hazard', entry, parts: [{ line: '甲处电线' }, { line: '乙处堆物', org: 'v2' }], note: '分别整改' })
    const { ties } = await tiesOf(entry)
    expect(ties.map(({ kind, away, other }) => [kind, away, other.title, other.state?.zh])).toEqual([['part', false, '甲处电线', '待交办'], ['part', false, '乙处堆物', '待交办']])
    const [one, two] = ties.map(({ other }) => other.entry)
    if (one === undefined || two === undefined) throw new Error('there are no parts')
    expect(await read(two)).toMatchObject({ day: '2023-06-28', fields: { org: 'v2', level: 'general', place: '乙处堆物' }, holder: { code: 'order' } })
    expect(await dueOf(one, 'assign')).toBe(await dueOf(entry, 'assign'))
    expect((await tiesOf(one)).ties).toMatchObject([{ kind: 'part', away: true, other: { entry, title: '示例沿街三处' }, note: '分别整改' }])
    expect((await read(entry)).actions.map(({ step, title }) => [step, title.zh])).toEqual([['zhenwu-split', '拆分']])

    await takes('order', 'mend-at-once', entry, { note: '其余已拆除', files: await photo('order') })
    refused(await take('office', 'strike', entry, { note: '好', files: await photo('office') }), 409, 'matter-parts-open')
    await striking(one)
    await striking(two)
    await takes('office', 'strike', entry, { note: '好', files: await photo('office') })
    refused(await at('order').post('matter.split', { ledger: 'hazard', entry, parts: [{ line: '丙处' }], note: '再分' }), 409, 'matter-settled')
  })

  test('once, however often the same call is sent', async () => {
    const entry = await found()
    const call = { ledger: 'hazard', entry, parts: [{ line: '甲' }], note: '分别整改', once: 'split-0001' }
    const answers = await Promise.all([1, 2, 3].map(() => at('order').post('matter.split', call)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await tiesOf(entry)).ties).toHaveLength(1)
  })
})

describe('a matter that is merged', () => {
  test('goes on in the other, which the earlier legal day binds; is settled, but not as closed; and takes no more steps', async () => {
    const early = await found({ day: '2023-06-26', place: '示例桥头' })
    const late = await found({ day: '2023-07-02', place: '示例桥头东' })
    const bound = await dueOf(early, 'assign')
    expect(await dueOf(late, 'assign')).not.toBe(bound)
    await at('order').ok(mergeMatter, { ledger: 'hazard', entry: early, into: late, note })
    expect(await dueOf(late, 'assign')).toBe(bound)
    expect(await read(early)).toMatchObject({ merged: true, settled: '2023-07-03', state: { key: 'found' }, steps: [] })
    refused(await take('order', 'assign', early, { to_org: 'farm', note: '整改' }), 409, 'matter-merged')
    refused(await at('order').post('matter.merge', { ledger: 'hazard', entry: early, into: late, note }), 409, 'matter-merged')
    expect([(await tiesOf(early)).ties, (await tiesOf(late)).ties].map(([tie]) => [tie?.kind, tie?.away, tie?.other.entry])).toEqual([['merged', true, late], ['merged', false, early]])
    const { rows } = await served.town.db.pool.query(`select state, closed, on_time, due, merged from ${served.town.schema}.ledger_hazard where id = $1`, [early])
    expect(rows).toEqual([{ state: 'found', closed: null, on_time: null, due: null, merged: true }])
    expect((await at('order').ok(listMatters, { whose: 'all', list: 'open', limit: 200 })).rows.map((row) => row.entry)).not.toContain(early)
    await takes('order', 'assign', late, { to_org: 'farm', note: '整改' })
    const journal = await served.town.db.pool.query<{ verb: string; entry: string }>(`select verb, entry from ${served.town.schema}.journal where verb = 'matter.merge' and ledger = 'hazard' order by number`)
    expect(journal.rows.map(({ entry }) => Number(entry))).toEqual([early, late])
  })

  test('keeps the earlier day where that is the other’s own, and is refused into itself, into what is settled, or unseen', async () => {
    const [early, late] = [await found({ day: '2023-06-26', place: '甲' }), await found({ day: '2023-07-02', place: '乙' })]
    const bound = await dueOf(early, 'assign')
    await at('order').ok(mergeMatter, { ledger: 'hazard', entry: late, into: early, note })
    expect(await dueOf(early, 'assign')).toBe(bound)
    const other = await found()
    refused(await at('order').post('matter.merge', { ledger: 'hazard', entry: early, into: early, note }), 422, 'matter-itself')
    refused(await at('order').post('matter.merge', { ledger: 'hazard', entry: other, into: late, note }), 409, 'matter-merged')
    badFields(await at('order').post('matter.merge', { ledger: 'hazard', entry: other, into: 999_999, note }), { into: 'not-found' })
    refused(await at('auditor').post('matter.merge', { ledger: 'hazard', entry: other, into: early, note }), 403, 'forbidden')
    refused(await at('farm').post('matter.merge', { ledger: 'hazard', entry: other, into: early, note }), 403, 'forbidden')
    refused(await served.nobody.post('matter.merge', { ledger: 'hazard', entry: other, into: early, note }), 401, 'not-signed-in')
  })
})

describe('matters that belong together', () => {
  test('are offered where the place or the words are the same within ninety days, and linked in both histories', async () => {
    const [one, same, within, near, far] = [
      await found({ place: '示例 粮站后院', position: '30.1,121.1' }), await found({ place: '示例粮站后院', position: '31,121' }), await found({ place: '示例粮站后院西墙', position: '31,121' }),
      await found({ place: '围墙', position: '30.1001,121.1' }), await found({ place: '示例粮站后院', position: '31,121', day: '2023-03-01' }),
    ]
    const { similar, can } = await tiesOf(one)
    expect(new Map(similar.map(({ other, likeness }) => [other.entry, likeness]))).toEqual(new Map([[same, 'same-words'], [within, 'words-within'], [near, 'same-spot']]))
    expect([similar.map(({ other }) => other.entry).includes(far), can]).toEqual([false, { split: true, merge: true, link: true }])
    await at('order').ok(linkMatter, { ledger: 'hazard', entry: one, otherLedger: 'hazard', other: same, kind: 'duplicate', note })
    expect((await tiesOf(same)).ties).toMatchObject([{ kind: 'duplicate', away: false, other: { entry: one } }])
    expect((await tiesOf(one)).similar.map(({ other }) => other.entry)).not.toContain(same)
    refused(await at('order').post('matter.link', { ledger: 'hazard', entry: one, otherLedger: 'hazard', other: same, kind: 'duplicate', note }), 409, 'not-unique')
  })

  test('a recurrence counts at the one that was settled, which stays so', async () => {
    const old = await found({ place: '复发处' }, 'order')
    await striking(old)
    const again = await found({ place: '复发处' })
    await at('order').ok(linkMatter, { ledger: 'hazard', entry: again, otherLedger: 'hazard', other: old, kind: 'recurrence', note: '又堆上了' })
    expect(await read(old)).toMatchObject({ state: { key: 'closed' }, settled: '2023-07-03', counts: { recurred: 1 } })
    expect((await read(again)).counts.recurred).toBe(0)
  })

  test('what a reader may not read is named by its number only', async () => {
    const [mine, theirs] = [await found(), await found({ org: 'v2' }, 'order')]
    await at('order').ok(linkMatter, { ledger: 'hazard', entry: mine, otherLedger: 'hazard', other: theirs, kind: 'related', note })
    expect((await tiesOf(mine, 'v1')).ties).toMatchObject([{ other: { entry: theirs, title: null, state: null } }])
    refused(await at('v1').get('matter.ties', { ledger: 'hazard', entry: String(theirs) }), 404, 'not-found')
  })
})

test('after all of it the columns stand, and the book verifies', async () => {
  expect(await recountMatters(served.town, `核对 ${day('2023-07-03')}`)).toBe(0)
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
})
