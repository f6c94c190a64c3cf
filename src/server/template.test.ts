import { beforeAll, describe, expect, test } from 'vitest'
import { sealEdition, readReport } from '../api/report.ts'
import { createTemplate, listTemplates, voidTemplate } from '../api/template.ts'
import { layoutTemplate, pictureTemplate } from '../../test/builders/layout-template.ts'
import { spanOf } from '../../test/builders/small-town.ts'
import { badFields, refused, servedTown } from '../../test/harness/served-town.ts'
import type { Caller } from '../../test/harness/served-town.ts'
import { readEntry, unpackedSize } from '../formats/docx/zip.ts'
import { installation } from '../store/town.ts'
import { accepted } from '../store/writer.ts'

const served = servedTown()
const file = (title: string, bytes: Uint8Array = layoutTemplate()) => ({ title, name: '镇府公文.docx', content: Buffer.from(bytes).toString('base64') })
const journalled = async (verb: string) => (await served.town.db.pool.query<{ ledger: string; reason: string | null }>(`select ledger, reason from ${served.town.schema}.journal where verb = $1`, [verb])).rows

let office: Caller
let village: Caller
const held = { template: 0, edition: 0 }

beforeAll(async () => {
  ;[office, village] = [await served.as('office'), await served.as('v1')]
  const document = JSON.stringify({ title: '上半年报告', blocks: [{ kind: 'heading', level: 1, text: '一、农业' }, { kind: 'paragraph', runs: [{ kind: 'text', text: '春耕有序推进。' }] }] })
  accepted(await served.town.commit({ by: installation, changes: [{ act: 'create', verb: 'report.create', ledger: 'report', spans: [spanOf({ title: '上半年报告', org: 'town', period: '2023H1', day: '2023-07-01', document })] }] }))
  const { entry, version } = await office.ok(readReport, { period: '2023H1' })
  held.edition = (await office.ok(sealEdition, { report: entry, saw: version })).entry
  held.template = (await office.ok(createTemplate, file('镇府公文'))).template
})

test('a layout is kept with its file, and listed to everyone who follows reports', async () => {
  const { templates } = await office.ok(listTemplates, {})
  expect(templates).toMatchObject([{ entry: held.template, title: '镇府公文', name: '镇府公文.docx', size: layoutTemplate().length }])
  expect((await (await served.as('leader')).ok(listTemplates, {})).can).toEqual({ 'template.create': false, 'template.void': false })
  expect(await journalled('template.create')).toMatchObject([{ ledger: 'template' }])
})

test.each([['report.export', { period: '2023H1' }], ['edition.export', {}]])('%s writes in the layout asked for, or in that of the standard', async (verb, input) => {
  const asked = verb === 'report.export' ? input : { edition: String(held.edition) }
  const header = async (more: Readonly<Record<string, string>>) => readEntry(await office.bytes(verb, { ...asked, ...more }), 'word/header1.xml')?.includes('新浦镇人民政府文件')
  expect([await header({ template: String(held.template) }), await header({})]).toEqual([true, false])
  badFields(await office.get(verb, { ...asked, template: '999999' }), { template: 'not-found' })
})

test('a layout of three megabytes is kept whole, and a report goes out in it with its letterhead', async () => {
  const large = pictureTemplate(3_000_000)
  const { template } = await office.ok(createTemplate, file('套红头', large))
  const { templates } = await office.ok(listTemplates, {})
  expect(templates.find(({ entry }) => entry === template)?.size).toBe(large.length)
  const written = await office.bytes('report.export', { period: '2023H1', template: String(template) })
  expect(readEntry(written, 'word/_rels/header1.xml.rels')).toContain('media/letterhead.png')
  expect(unpackedSize(written, 64_000_000)).toBeGreaterThan(3_000_000)
  await office.ok(voidTemplate, { entry: template, saw: template, reason: '试用完毕' })
})

describe('is refused', () => {
  test('to someone who is not of the office', async () => {
    refused(await village.post('template.create', file('村里的')), 403, 'forbidden')
    refused(await village.post('template.void', { entry: held.template, saw: held.template, reason: '不再使用' }), 403, 'forbidden')
  })

  test('what is no layout, and a title twice', async () => {
    badFields(await office.post('template.create', file('带宏的', layoutTemplate({ 'word/vbaProject.bin': 'x' }))), { content: 'document-macros' })
    badFields(await office.post('template.create', file('没有样式', layoutTemplate({ 'word/styles.xml': undefined }))), { content: 'template-no-styles' })
    badFields(await office.post('template.create', file('镇府公文')), { title: 'not-unique' })
  })

  test('what is too large, with what makes it smaller', async () => {
    const told = refused(await office.post('template.create', file('整本画册', pictureTemplate(21_000_000))), 400, 'bad-input')
    expect(told.fields).toMatchObject([{ field: 'content', code: 'template-too-large' }])
    expect(told.fields?.[0]?.message.zh).toContain('20 MB')
  })
})

test('a removed layout is offered no more, and its reason stands in the journal', async () => {
  const { template } = await office.ok(createTemplate, file('旧版式'))
  await office.ok(voidTemplate, { entry: template, saw: template, reason: '不再使用' })
  expect((await office.ok(listTemplates, {})).templates.map(({ title }) => title)).toEqual(['镇府公文'])
  badFields(await office.get('report.export', { period: '2023H1', template: String(template) }), { template: 'not-found' })
  expect(await journalled('template.void')).toEqual([{ ledger: 'template', reason: '试用完毕' }, { ledger: 'template', reason: '不再使用' }])
})
