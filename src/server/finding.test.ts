import { beforeAll, describe, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { jpegOf, pngOf } from '../../test/builders/picture.ts'
import type { Caller } from '../../test/harness/served-town.ts'
import { badFields, refused, servedTown, signedInAs } from '../../test/harness/served-town.ts'
import { uploadFile } from '../api/file.ts'
import { createFinding, readFinding } from '../api/finding.ts'
import { listMatters, readMatter } from '../api/matter.ts'
import { declareAll } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { enterNotices } from './matter/enter-notices.ts'

/** Findings of a village on Monday, 3 July 2023. */
const served = servedTown()

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger()], [])
  await enterNotices(served.town)
})

const at = signedInAs(served, 'farm', 'order', 'leader', 'office', 'v1')

const marks = { last: 0 }
const finding = (more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({ ledger: 'hazard', org: 'v1', day: '2023-07-03', kind: 'fire', line: '楼道堆物', once: `mark-${(marks.last += 1).toString().padStart(6, '0')}`, ...more })
const photoOf = async (as: Caller, bytes: Buffer = jpegOf()): Promise<string> => {
  const { hash, name } = await as.ok(uploadFile, { ledger: 'hazard', field: 'photos', name: '现场.jpg', content: bytes.toString('base64') })
  return `${hash} ${name}`
}

describe('a finding', () => {
  test('becomes a hazard found, held by the office that keeps hazards, with who found it, where and when', async () => {
    const { id } = await at('v1').ok(createFinding, finding({ position: '30.20000,121.40000', photos: await photoOf(at('v1')) }))
    const matter = await at('order').ok(readMatter, { ledger: 'hazard', entry: id })
    expect(matter).toMatchObject({ title: '楼道堆物', state: { key: 'found' }, holder: { code: 'order' }, raiser: { name: '示例v1' }, day: '2023-07-03', fields: { field: 'fire', level: 'general', position: '30.20000,121.40000', org: 'v1' }, clocks: [{ key: 'assign' }] })
    expect((await at('order').ok(listMatters, { whose: 'mine', limit: 200 })).rows.map((row) => row.entry)).toContain(id)
    const journal = await served.town.db.pool.query<{ verb: string; ledger: string }>(`select verb, ledger from ${served.town.schema}.journal order by number desc limit 2`)
    expect(journal.rows).toEqual([{ verb: 'finding.create', ledger: 'zhenwu-finding' }, { verb: 'finding.create', ledger: 'hazard' }])
  })

  test('is reported, not ordered: who found it is offered no step that gives work to others', async () => {
    const { id } = await at('v1').ok(createFinding, finding())
    expect((await at('v1').ok(readMatter, { ledger: 'hazard', entry: id })).steps.map(({ key }) => key)).not.toContain('assign')
  })

  test('sent five times, and five times at once, is one finding', async () => {
    const same = finding({ photos: await photoOf(at('v1')) })
    const answers = await Promise.all(Array.from({ length: 5 }, () => at('v1').post('finding.create', same)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(new Set([...answers, await at('v1').post('finding.create', same)].map(({ body }) => JSON.stringify(body))).size).toBe(1)
    const { rows } = await served.town.db.pool.query(`select 1 from ${served.town.schema}.ledger_zhenwu_finding where once = $1`, [same['once']])
    expect(rows).toHaveLength(1)
  })

  test('far from its village, or without a position, is kept and says so', async () => {
    await at('v1').ok(createFinding, finding({ position: '30.20000,121.40000' }))
    expect((await at('v1').ok(createFinding, finding({ position: '30.20100,121.40000' }))).metres).toBe(111)
    const { id, metres } = await at('v1').ok(createFinding, finding({ position: '39.90000,116.40000' }))
    expect(Math.round((metres ?? 0) / 100_000)).toBe(12)
    expect((await at('order').ok(readMatter, { ledger: 'hazard', entry: id })).fields['position']).toBe('39.90000,116.40000')
    const { id: unplaced } = await at('v1').ok(createFinding, finding({ unplaced: 'denied' }))
    const { rows } = await served.town.db.pool.query<{ unplaced: string; metres: number | null }>(`select unplaced, metres from ${served.town.schema}.ledger_zhenwu_finding where matter = $1`, [unplaced])
    expect(rows).toEqual([{ unplaced: 'denied', metres: null }])
    expect((await at('v1').ok(readFinding, {})).orgs.find(({ code }) => code === 'v1')?.middle).toBe('30.20100,121.40000')
  })

  test('of which only a photo is sent names its place itself', async () => {
    const { id } = await at('v1').ok(createFinding, finding({ line: ' ', photos: await photoOf(at('v1')) }))
    expect((await at('v1').ok(readMatter, { ledger: 'hazard', entry: id })).title).toMatch(/（见照片）$/)
    badFields(await at('v1').post('finding.create', finding({ line: undefined })), { line: 'finding-says-nothing' })
  })

  test('found some days ago where there was no network keeps its day', async () => {
    const { id } = await at('v1').ok(createFinding, finding({ day: '2023-06-30' }))
    expect((await at('v1').ok(readMatter, { ledger: 'hazard', entry: id })).clocks[0]?.start).toBe('2023-06-30')
    badFields(await at('v1').post('finding.create', finding({ day: '2023-07-04' })), { day: 'clock-day-ahead' })
  })

  test('of another village, with another’s photo, of no kind, or with no position is refused and nothing is kept', async () => {
    const foreign = await photoOf(at('order'), pngOf([], 2, 1))
    const head = await served.head()
    badFields(await at('v1').post('finding.create', finding({ org: 'v2' })), { org: 'not-org' })
    badFields(await at('v1').post('finding.create', finding({ photos: foreign })), { photos: 'file-not-yours' })
    badFields(await at('v1').post('finding.create', finding({ kind: 'ghost' })), { kind: 'not-choice' })
    badFields(await at('v1').post('finding.create', finding({ position: '30.2' })), { position: 'not-position' })
    badFields(await at('v1').post('finding.create', finding({ ledger: 'sale' })), { ledger: 'not-found' })
    expect(await served.head()).toBe(head)
  })

  test('is for those who go round the villages: an office enters its own ledger', async () => {
    for (const login of ['farm', 'order', 'leader', 'office']) refused(await at(login).post('finding.create', finding()), 403, 'forbidden')
    refused(await at('leader').get('finding.read'), 403, 'forbidden')
    refused(await served.nobody.post('finding.create', finding()), 401, 'not-signed-in')
    expect(await at('v1').ok(readFinding, {})).toMatchObject({ today: '2023-07-03', ledgers: [{ key: 'hazard', line: { key: 'place' }, kind: { key: 'field' }, photos: 'photos', orgs: ['v1'] }], orgs: [{ code: 'v1' }], most: 20 })
  })
})

test('with findings in it the book verifies', async () => {
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
})
