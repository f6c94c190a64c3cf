import { expect, test } from 'vitest'
import { changeSetting, listSettings, uploadFile } from '../api/file.ts'
import { entryRoutes } from '../api/entry.ts'
import { proposeCorrection } from '../api/close.ts'
import { words } from '../core/words.ts'
import { jpegOf, pngOf } from '../../test/builders/picture.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import { hashOf, holdFiles } from '../store/files.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { cleanUploads } from './upload-upkeep.ts'

const served = servedTown()
const deliveries = entryRoutes('delivery', words('交售', 'delivery'))
const said = { day: '2023:05:30 10:00:00', north: [30, 15, 36], east: [121, 20, 24], turned: 1, maker: 'Serial-42' } as const
const jpeg = jpegOf(said)
const upload = (bytes: Uint8Array, name = 'IMG_1.jpg') => ({ ledger: 'delivery', field: 'photos', name, content: Buffer.from(bytes).toString('base64') })
const row = { org: 'v1', day: '2023-06-01', weight: '3' }

test('a photo is brought, named by an entry, and goes to whoever may read the entry; what the phone said is offered to the fields that take it', async () => {
  const farm = await served.as('farm')
  const brought = await farm.ok(uploadFile, { ...upload(jpeg, '..\\..\\etc/passwd.php'), thumbnail: jpegOf().toString('base64') })
  expect([brought.name, brought.mediaType, brought.taken]).toEqual(['passwd.php.jpg', 'image/jpeg', { day: '2023-05-30', place: '30.26000,121.34000' }])
  const { id } = await farm.ok(deliveries.create, { fields: { ...row, photos: `${brought.hash} ${brought.name}` } })
  const whole = await farm.get('file.fetch', { ledger: 'delivery', entry: String(id), hash: brought.hash })
  expect([whole.status, whole.headers['content-type'], whole.headers['x-content-type-options']]).toEqual([200, 'image/jpeg', 'nosniff'])
  expect(String(whole.headers['content-disposition'])).toContain('attachment')
  expect(hashOf(whole.bytes)).toBe(brought.hash)
  expect(whole.bytes.toString('latin1')).not.toContain('Serial')
  expect((await farm.get('file.fetch', { ledger: 'delivery', entry: String(id), hash: brought.hash, small: 'true' })).bytes).toEqual(jpegOf())
  expect((await (await served.as('order')).get('file.fetch', { ledger: 'delivery', entry: String(id), hash: brought.hash })).status).toBe(200)
  refused(await (await served.as('v1')).get('file.fetch', { ledger: 'delivery', entry: String(id + 1), hash: brought.hash }), 404, 'not-found')
  refused(await served.nobody.get('file.fetch', { ledger: 'delivery', entry: String(id), hash: brought.hash }), 401, 'not-signed-in')
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
})

test('nobody names a file she did not bring, but one the entry has already stays', async () => {
  const [farm, farmer] = [await served.as('farm'), await served.as('farmer')]
  const brought = await farm.ok(uploadFile, upload(pngOf([], 2, 1), '图.png'))
  const named = `${brought.hash} ${brought.name}`
  badFields(await farmer.post('delivery.create', { fields: { ...row, photos: named } }), { photos: 'file-not-yours' })
  const { id } = await farm.ok(deliveries.create, { fields: { ...row, photos: named } })
  const other = await farmer.ok(uploadFile, upload(pngOf([], 3, 1), '又.png'))
  const { journal } = await farmer.ok(deliveries.correct, { entry: id, saw: id, set: { photos: `${named}\n${other.hash} ${other.name}` }, reason: '补一张' })
  expect((await farm.ok(deliveries.read, { entry: id })).spans[0]?.fields['photos']).toBe(`${named}\n${other.hash} ${other.name}`)
  await farmer.ok(deliveries.correct, { entry: id, saw: journal, set: { photos: null }, reason: '都不要了' })
  expect((await farm.get('file.fetch', { ledger: 'delivery', entry: String(id), hash: other.hash })).status).toBe(200)
  badFields(await farmer.post('correction.propose', { ledger: 'delivery', entry: id, saw: journal + 1, act: 'correct', set: { photos: `${'a'.repeat(64)} x.png` }, reason: '冒名' }), { photos: 'file-not-yours' })
  await farm.ok(proposeCorrection, { ledger: 'delivery', entry: id, saw: journal + 1, act: 'correct', set: { photos: named }, reason: '改回' })
  badFields(await farm.post('delivery.create', { fields: { ...row, photos: 'not a digest' } }), { photos: 'not-files' })
  badFields(await farm.post('delivery.create', { fields: { ...row, photos: [1, 2, 3, 4].map((n) => `${String(n).repeat(64)} ${n}.png`).join('\n') } }), { photos: 'too-many-files' })
  badFields(await farm.post('delivery.create', { fields: { ...row, photos: `${brought.hash} ../x.png` } }), { photos: 'not-files' })
})

test('what is no photo or document is refused by its content, and what is too large by the limit of the town', async () => {
  const farm = await served.as('farm')
  const text = (content: string) => Buffer.from(content, 'latin1')
  refused(await farm.post('file.upload', upload(text('<svg onload="alert(1)"/>'), '照片.jpg')), 422, 'file-foreign')
  refused(await farm.post('file.upload', upload(text('#!/bin/sh\n'), 'a.jpg')), 422, 'file-foreign')
  refused(await farm.post('file.upload', upload(text('\0\0\0\x18ftypheic0000'), 'IMG.HEIC')), 422, 'file-heic')
  refused(await farm.post('file.upload', upload(jpeg.subarray(0, 100))), 422, 'file-damaged')
  refused(await farm.post('file.upload', upload(Buffer.concat([jpeg.subarray(0, 3), Buffer.alloc(40 * 1024 * 1024)]))), 413, 'file-too-large')
  refused(await farm.post('file.upload', { ...upload(jpeg), content: 'A'.repeat(71 * 1024 * 1024) }), 413, 'too-large')
  refused(await (await served.as('leader')).post('file.upload', upload(jpeg)), 403, 'forbidden')
  refused(await (await served.as('order')).post('file.upload', upload(jpeg)), 403, 'forbidden')
  badFields(await farm.post('file.upload', { ...upload(jpeg), thumbnail: pngOf([]).toString('base64') }), { thumbnail: 'thumbnail-unfit' })
})

test('the limit is a setting of the town office, in the journal', async () => {
  const [office, farm] = [await served.as('office'), await served.as('farm')]
  const [before] = (await farm.ok(listSettings, {})).settings
  expect([before?.value, before?.saw]).toEqual([20, null])
  refused(await farm.post('setting.change', { key: 'file-size', value: 1, saw: null }), 403, 'forbidden')
  const { id, journal } = await office.ok(changeSetting, { key: 'file-size', value: 1, saw: null })
  expect((await served.town.db.pool.query(`select verb, ledger, person from "${served.town.schema}".journal where number = $1`, [journal])).rows).toEqual([{ verb: 'setting.change', ledger: 'setting', person: served.personOf('office') }])
  const large = Buffer.concat([jpeg, Buffer.alloc(1024 * 1024)])
  expect(refused(await farm.post('file.upload', upload(large)), 413, 'file-too-large').message.zh).toContain('1 MB')
  refused(await office.post('setting.change', { key: 'file-size', value: 30, saw: null }), 409, 'stale-version')
  await office.ok(changeSetting, { key: 'file-size', value: 30, saw: id })
  expect((await farm.ok(uploadFile, upload(large))).size).toBeLessThan(jpeg.length)
})

test('what was brought and no entry ever named is taken out after seven days; what one names, named or is just about to name stays', async () => {
  const farm = await served.as('farm')
  const { db, schema } = served.town
  const bring = (width: number) => farm.ok(uploadFile, { ...upload(pngOf([], width, 1), `${width}.png`), thumbnail: jpegOf().toString('base64') })
  const brought = [await bring(10), await bring(11), await bring(12), await bring(13), await bring(14)]
  const [unnamed, named, former, proposed, about] = brought.map(({ hash }) => hash)
  await farm.ok(deliveries.create, { fields: { ...row, photos: `${named} 11.png` } })
  const { id } = await farm.ok(deliveries.create, { fields: { ...row, photos: `${former} 12.png` } })
  const { journal } = await farm.ok(deliveries.correct, { entry: id, saw: id, set: { photos: null }, reason: '不要了' })
  await farm.ok(proposeCorrection, { ledger: 'delivery', entry: id, saw: journal, act: 'correct', set: { photos: `${proposed} 13.png` }, reason: '补照片' })
  await db.pool.query(`update "${schema}".files set added_at = '2023-06-01T08:00:00Z' where hash = any($1)`, [brought.map(({ hash }) => hash)])
  const kept = async (table: string) => (await db.pool.query<{ hash: string }>(`select hash from "${schema}".${table} where hash = any($1)`, [brought.map(({ hash }) => hash)])).rows.map(({ hash }) => hash).toSorted()
  const left = [named, former, proposed, about].toSorted()

  expect([await cleanUploads(served.town, '2023-06-08T08:00:00.000Z'), (await kept('files')).length]).toEqual([0, 5])
  const naming = await db.connect()
  await naming.query('begin')
  await holdFiles(naming, schema, [about ?? ''])
  const cleaning = cleanUploads(served.town, '2023-06-08T08:00:00.001Z')
  while ((await db.pool.query(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)).rowCount === 0);
  await naming.query('commit')
  naming.release()
  expect(await cleaning).toBe(1)
  expect([await kept('files'), await kept('uploads'), await kept('thumbnails')]).toEqual([left, left, left])
  badFields(await farm.post('delivery.create', { fields: { ...row, photos: `${unnamed} 10.png` } }), { photos: 'file-not-yours' })
  expect((await bring(10)).hash).toBe(unnamed)
  await farm.ok(deliveries.create, { fields: { ...row, photos: `${unnamed} 10.png` } })
  expect((await verifyTown(db, served.town)).differences).toEqual([])
})

test('files are set in their entry, not in many rows at once', async () => {
  const farm = await served.as('farm')
  const { hash } = await farm.ok(uploadFile, upload(pngOf([], 15, 1), '15.png'))
  const { id } = await farm.ok(deliveries.create, { fields: row })
  const told = await farm.ok(deliveries.edit, { edits: [{ entry: id, saw: id, set: { photos: `${hash} 15.png` } }], dry: true, rows: 'good' })
  expect(told.rows.map(({ does, fields }) => [does, fields.map(({ code }) => code)])).toEqual([['refused', ['field-in-entry']]])
})
