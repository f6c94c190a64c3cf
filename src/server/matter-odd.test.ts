import { beforeAll, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { handledHazards } from '../../test/harness/handled-hazards.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { declareAll } from '../store/town.ts'

const served = servedTown()
const { take, takes, found, photo, fixing, read } = handledHazards(served)

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger()], [])
})

test('evidence from another province is kept, and its distance shown', async () => {
  const entry = await found({ position: '30.2,121.4' })
  await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
  await takes('farm', 'sign', entry)
  await takes('farm', 'mend', entry, { note: '已修', files: await photo('farm'), place: '39.9,116.4' })
  const mend = (await read(entry)).actions.at(-1)
  expect(mend?.place).toBe('39.9,116.4')
  expect(mend?.metres ?? 0).toBeGreaterThan(1_000_000)
})

test('a hundred steps of several people at once record the one that is allowed', async () => {
  const entry = await found()
  await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
  const answers = await Promise.all(Array.from({ length: 100 }, (_, at) => take(at % 2 === 0 ? 'farm' : 'farmer', 'sign', entry)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(99)
  expect((await read(entry)).actions.map(({ step }) => step)).toEqual(['assign', 'sign'])
})

test('a position that is none, a note that is too long or written backwards are refused at their fields, and nothing moves', async () => {
  const entry = await fixing()
  const files = await photo('farm')
  badFields(await take('farm', 'mend', entry, { note: '反向\u202E', files }), { 'given.note': 'not-clean-text' })
  for (const place of ['村口', '91,121', '30.2', '30.2;121.4', '🙂']) badFields(await take('farm', 'mend', entry, { note: '已修', files, place }), { place: 'bad-format' })
  badFields(await take('farm', 'mend', entry, { note: '长'.repeat(4001), files }), { note: 'text-too-long' })
  expect((await read(entry)).actions.map(({ step }) => step)).toEqual(['assign', 'sign'])
  await takes('farm', 'mend', entry, { note: '🙂 أهلا '.repeat(40), files })
})

test('a matter that was voided takes no step', async () => {
  const entry = await found()
  const order = await served.as('order')
  const { version } = await read(entry)
  expect((await order.post('hazard.void', { entry, saw: version, reason: '重复登记' })).status).toBe(200)
  refused(await take('order', 'assign', entry, { to_org: 'farm', note: '整改' }), 409, 'entry-void')
})

test('a photo of 40 MB and a file that is no photo are refused before anything is kept', async () => {
  const farm = await served.as('farm')
  const upload = (content: Buffer, name: string) => farm.post('file.upload', { ledger: 'hazard', field: 'files', name, content: content.toString('base64') })
  const large = await upload(Buffer.alloc(40 * 1024 * 1024, 1), '后.jpg')
  expect([large.status, large.body.error?.code]).toEqual([413, 'file-too-large'])
  const odd = await upload(Buffer.from('MZ not a photo'), '后.exe')
  expect([odd.status, odd.body.error?.code]).toEqual([422, 'file-foreign'])
  const kept = await served.town.db.pool.query<{ n: number }>(`select count(*)::int as n from ${served.town.schema}.files where octet_length(bytes) > 1000000`)
  expect(kept.rows[0]?.n).toBe(0)
})

test('without a notice of the year every due day is provisional, and says so', async () => {
  const matter = await read(await fixing())
  expect(matter.clocks.map(({ key, provisional }) => [key, provisional])).toEqual(matter.clocks.map(({ key }) => [key, true]))
  expect(matter.clocks.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'provisional')).length).toBe(matter.clocks.length)
})
