import { beforeAll, describe, expect, test } from 'vitest'
import { entryRoutes } from '../api/entry.ts'
import { openReport, readReport } from '../api/report.ts'
import { writeSection } from '../api/section.ts'
import { returnReport, takeReport } from '../api/word.ts'
import type { Block } from '../core/report/document.ts'
import { words } from '../core/words.ts'
import { editedWord } from '../../test/builders/edited-word.ts'
import { refused, servedTown } from '../../test/harness/served-town.ts'
import type { Caller } from '../../test/harness/served-town.ts'
import { spanOf } from '../../test/builders/small-town.ts'
import { installation } from '../store/town.ts'
import { accepted } from '../store/writer.ts'

const served = servedTown()
const sales = entryRoutes('sale', words('售', 'sale'))
const whole: readonly Block[] = [
  { kind: 'heading', level: 1, text: '一、农业' },
  { kind: 'paragraph', runs: [{ kind: 'text', text: '生猪出栏' }, { kind: 'figure', measure: 'pigs', show: 'value' }, { kind: 'text', text: '。' }] },
  { kind: 'heading', level: 1, text: '二、平安' },
  { kind: 'paragraph', runs: [{ kind: 'text', text: '矛盾纠纷有效化解。' }] },
]

const newReport = async (period: string): Promise<number> => {
  const fields = { title: `${period}报告`, org: 'town', period, day: '2023-07-01', document: JSON.stringify({ title: `${period}报告`, blocks: whole }) }
  return accepted(await served.town.commit({ by: installation, changes: [{ act: 'create', verb: 'report.create', ledger: 'report', spans: [spanOf(fields)] }] })).numbers[0] ?? 0
}
const exported = async (period: string): Promise<Uint8Array> => office.bytes('report.export', { period })
const given = (report: number, bytes: Uint8Array) => ({ report, name: '改稿.docx', content: Buffer.from(bytes).toString('base64') })
const edited = async (period: string, change: (xml: string) => string): Promise<Uint8Array> => editedWord(await exported(period), { 'word/document.xml': change })
const rows = async (ledger: string) => (await served.town.db.pool.query<Record<string, unknown>>(`select * from ${served.town.schema}.ledger_${ledger} where not void order by id`)).rows

let office: Caller
let farm: Caller
let village: Caller
let report = 0

beforeAll(async () => {
  ;[office, farm, village] = [await served.as('office'), await served.as('farm'), await served.as('v1')]
  await farm.ok(sales.create, { fields: { org: 'v1', day: '2023-02-01', head: '20', kind: 'pig' } })
  report = await newReport('2023H1')
  await office.ok(openReport, { report, saw: report })
})

test('a file nobody touched changes nothing', async () => {
  const shown = await office.ok(returnReport, given(report, await exported('2023H1')))
  expect([shown.sections, shown.findings, shown.remarks, shown.title]).toEqual([[], [], [], null])
})

describe('an edited file', () => {
  const change = (xml: string): string => xml.replace('生猪出栏', '全镇生猪出栏').replace('20个', '25个').replace(/<w:t[^>]*>矛盾纠纷有效化解。<\/w:t><\/w:r>/, '<w:t>矛盾纠纷</w:t></w:r><w:ins w:id="900" w:author="王芳" w:date="2023-07-01T09:00:00Z"><w:r><w:t>全部</w:t></w:r></w:ins><w:r><w:t>有效化解。</w:t></w:r>')

  test('is shown by section with its differences, its findings and its remarks, and nothing is written', async () => {
    const head = await served.head()
    const shown = await office.ok(returnReport, given(report, await edited('2023H1', change)))
    expect(shown.sections.map(({ title, blocks }) => [title, blocks.map((each) => [each.change, each.differences.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}` : `-${text}`)).join('|')])])).toEqual([
      ['一、农业', [['changed', '+全镇|生猪出栏20个。']]],
      ['二、平安', [['changed', '矛盾纠纷|+全部|有效化解。']]],
    ])
    expect(shown.findings).toMatchObject([{ kind: 'overtyped', typed: '25个', printed: '20个', measure: 'pigs' }])
    expect(shown.remarks).toMatchObject([{ kind: 'inserted', author: '王芳', day: '2023-07-01', text: '全部' }])
    expect(await served.head()).toBe(head)
  })

  test('becomes proposals and remarks in one step, once', async () => {
    const file = given(report, await edited('2023H1', change))
    const shown = await farm.ok(returnReport, file)
    const choice = { key: shown.findings[0]?.kind === 'overtyped' ? shown.findings[0].key : '', take: 'stated', source: '农业办电话' }
    const take = { ...file, sections: shown.sections.map(({ section }) => section), remarks: true, choices: [choice] }
    expect(await farm.ok(takeReport, take)).toMatchObject({ proposals: 2, remarks: 1 })
    const [first] = await rows('proposal')
    expect([first?.['origin'], first?.['state'], Number(first?.['saw'])]).toEqual(['word', 'proposed', shown.sections[0]?.saw])
    expect(JSON.parse(String(first?.['document'])).blocks[1].runs).toEqual([{ kind: 'text', text: '全镇生猪出栏' }, { kind: 'text', text: '25个', source: '农业办电话' }, { kind: 'text', text: '。' }])
    expect(await rows('remark')).toMatchObject([{ text: '增加“全部”', author: '王芳', origin: 'word', state: 'open' }])
    const journal = await served.town.db.pool.query<{ verb: string }>(`select verb from ${served.town.schema}.journal order by number desc limit 3`)
    expect(journal.rows.map(({ verb }) => verb)).toEqual(['report.take', 'report.take', 'report.take'])
    expect(await farm.ok(takeReport, take)).toMatchObject({ proposals: 0, remarks: 0 })
  })

  test('keeps what was written here since it was exported, and tells what both changed', async () => {
    const bytes = await edited('2023H1', change)
    const { sections, document } = await office.ok(readReport, { period: '2023H1' })
    const peace = sections[1]
    const blocks = document.blocks.slice(peace?.from, peace?.to).map((block) => (block.kind === 'paragraph' ? { ...block, runs: [{ kind: 'text', text: '矛盾纠纷逐件化解。' }] } : block))
    await office.ok(writeSection, { section: peace?.entry, saw: peace?.version, blocks })
    const shown = await office.ok(returnReport, given(report, bytes))
    expect(shown.sections[1]?.conflicts).toMatchObject([{ mine: '矛盾纠纷全部有效化解。', theirs: '矛盾纠纷逐件化解。' }])
  })
})

describe('is refused', () => {
  test('to someone who does not write reports', async () => {
    const file = given(report, await exported('2023H1'))
    refused(await village.post('report.return', file), 403, 'forbidden')
    refused(await village.post('report.take', { ...file, sections: [], remarks: false, choices: [] }), 403, 'forbidden')
  })

  test('another town, another report, no report at all, macros and a broken file', async () => {
    const bytes = await exported('2023H1')
    const property = (from: string, to: string) => editedWord(bytes, { 'docProps/custom.xml': (xml) => xml.replace(from, to) })
    const other = await newReport('2022H1')
    await office.ok(openReport, { report: other, saw: other })
    refused(await office.post('report.return', given(report, property(`"TownCode"><vt:lpwstr>${served.town.code}`, '"TownCode"><vt:lpwstr>110101001'))), 422, 'word-other-town')
    refused(await office.post('report.return', given(report, await exported('2022H1'))), 422, 'word-other-report')
    refused(await office.post('report.return', given(report, editedWord(bytes, { 'docProps/custom.xml': () => '<Properties/>', 'word/document.xml': (xml) => xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '') }))), 422, 'word-no-report')
    refused(await office.post('report.return', given(report, editedWord(bytes, { 'word/vbaProject.bin': () => 'x' }))), 422, 'document-macros')
    refused(await office.post('report.return', given(report, bytes.subarray(0, 900))), 422, 'document-damaged')
  })

  test('nothing where only its origin was lost', async () => {
    const bytes = editedWord(await exported('2023H1'), { 'docProps/custom.xml': () => '<Properties/>' })
    expect((await office.ok(returnReport, given(report, bytes))).journal).toBeNull()
  })
})
