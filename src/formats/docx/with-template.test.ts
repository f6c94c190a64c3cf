import { describe, expect, test } from 'vitest'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { layoutTemplate } from '../../../test/builders/layout-template.ts'
import { comparedWith, written } from '../../../test/builders/written-report.ts'
import { temporaryDirectory } from '../../../test/harness/temporary-directory.ts'
import { period } from '../../core/time/period.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { readDocx } from './read-docx.ts'
import { openTemplate, type Template } from './template.ts'
import { withTemplate } from './with-template.ts'
import { entryNames, readEntry } from './zip.ts'

const opened = (bytes: Uint8Array): Template => {
  const template = openTemplate(bytes)
  if (isRefusal(template)) throw new Error(template.code)
  return template
}
const refusal = (bytes: Uint8Array): string | undefined => {
  const template = openTemplate(bytes)
  return isRefusal(template) ? template.code : undefined
}
const merged = async (template = layoutTemplate()): Promise<Uint8Array> => withTemplate(await written(), opened(template))
const part = (bytes: Uint8Array, name: string): string => readEntry(bytes, name) ?? ''
const styleOf = (xml: string, words: string): string | undefined => /.*<w:pStyle w:val="([^"]*)"\/>/.exec(xml.slice(0, xml.indexOf(words)))?.[1]

/** What a file changes in the report it was exported from. */
const changesOf = (bytes: Uint8Array) => {
  const returned = readDocx(bytes)
  if (isRefusal(returned)) throw new Error(returned.code)
  const { sections, findings, remarks, title } = comparedWith(returned)
  return { sections: sections.filter(({ changed }) => changed).length, findings, remarks, title }
}
const nothing = { sections: 0, findings: [], remarks: [], title: undefined }

describe('a report in a layout of the town', () => {
  test('has the page, headers, footers and settings of the template', async () => {
    const bytes = withTemplate(await written({ footer: { period: period('2023H1'), org: '新浦镇' } }), opened(layoutTemplate()))
    const document = part(bytes, 'word/document.xml')
    expect(document).toContain('<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="10440" w:h="14740"/>')
    expect([part(bytes, 'word/header1.xml'), part(bytes, 'word/footer1.xml'), part(bytes, 'word/settings.xml')].map((xml) => /新浦镇人民政府文件|版式模板页脚|<w:defaultTabStop w:val="555"\/>/.exec(xml)?.[0])).toEqual(['新浦镇人民政府文件', '版式模板页脚', '<w:defaultTabStop w:val="555"/>'])
    expect(document).toContain('<w:tblW w:type="dxa" w:w="8440"/>')
    expect(part(bytes, '[Content_Types].xml')).toContain('wordprocessingml.document.main+xml')
  })

  test('carries the mark of a demonstration at the head of every page, in the headers it has and in one for pages that have none', async () => {
    const bytes = await merged()
    expect(part(bytes, 'word/header1.xml')).toMatch(/<w:hdr[^>]*><w:p [^>]*>.*演示数据，非真实数据.*新浦镇人民政府文件/)
    expect(part(bytes, 'word/demonstrationMark.xml')).toContain('演示数据，非真实数据')
    expect(part(bytes, 'word/document.xml')).toMatch(/<w:sectPr><w:headerReference w:type="even" r:id="demonstrationMark"[^>]*\/><w:headerReference w:type="first" r:id="demonstrationMark"[^>]*\/><w:headerReference w:type="default" r:id="rId4"\/>/)
  })

  test('has its styles by their names, and ours where it has none, on top of its own text', async () => {
    const bytes = await merged()
    const document = part(bytes, 'word/document.xml')
    expect(['2023年上半年工作回顾', '一、工作回顾', '（一）民生', '（1）养老', '生猪出栏', '项目'].map((words) => styleOf(document, words))).toEqual(['a3', '1', '2', 'Heading4', 'a', 'CellText'])
    const styles = part(bytes, 'word/styles.xml')
    expect(styles).toContain('<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:rPr><w:color w:val="C00000"/></w:rPr></w:style>')
    expect(styles).toMatch(/w:styleId="Heading4"><w:name w:val="heading 4"\/><w:basedOn w:val="a"\/>/)
    expect(styles).toMatch(/w:styleId="Heading32"><w:name w:val="heading 3"\/>/)
    expect(styles).toMatch(/w:styleId="CellText">(?:(?!<\/w:style>).)*<w:ind w:firstLineChars="0" w:firstLine="0"\/><w:jc w:val="left"\/>/)
    expect(new Set([...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id)).size).toBe(styles.match(/<w:style /g)?.length)
  })

  test('is not counted twice where headings of the template count themselves, and counts its own items', async () => {
    const bytes = await merged()
    expect(part(bytes, 'word/document.xml')).toContain('<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')
    const numbering = part(bytes, 'word/numbering.xml')
    expect([...numbering.matchAll(/<w:(abstractNum|num) w:(?:abstractNumId|numId)="(\d+)"/g)].map(([, kind, id]) => `${kind} ${id}`)).toEqual(['abstractNum 4', 'abstractNum 5', 'abstractNum 6', 'num 7', 'num 8', 'num 9'])
    expect([...part(bytes, 'word/document.xml').matchAll(/<w:numId w:val="([1-9]\d*)"/g)].map(([, id]) => id)).toEqual(['8', '8', '9'])
  })

  test('comes back unchanged, whatever the template lacks', async () => {
    const bare = layoutTemplate({ 'word/numbering.xml': undefined, 'word/_rels/document.xml.rels': part(layoutTemplate(), 'word/_rels/document.xml.rels').replace(/<Relationship Id="rId2"[^>]*>/, ''), 'word/document.xml': '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>' })
    for (const template of [layoutTemplate(), await written(), bare]) expect(changesOf(await merged(template))).toEqual(nothing)
    expect(readDocx(await merged())).toMatchObject({ taken: { town: '330282112', report: 7, journal: 42, figures: 42 } })
  })

  test('carries nothing of an old text, its comments or the template it was attached to', async () => {
    const bytes = await merged()
    const all = entryNames(bytes).map((name) => `${name}${part(bytes, name)}`).join('')
    for (const words of ['旧报告', '旧批注', '王芳', 'comments', 'office.dotm', 'attachedTemplate']) expect(all).not.toContain(words)
  })

  test('is the same bytes each time', async () => {
    expect(Buffer.compare(await merged(), await merged())).toBe(0)
  })
})

test('what is no layout template is refused by its reason', () => {
  const document = part(layoutTemplate(), 'word/document.xml')
  const rels = part(layoutTemplate(), 'word/_rels/document.xml.rels')
  expect([
    refusal(new TextEncoder().encode('plain text')),
    refusal(layoutTemplate({ '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' })),
    refusal(layoutTemplate({ 'word/vbaProject.bin': 'x' })),
    refusal(new Uint8Array(20 * 1024 * 1024 + 1)),
    refusal(layoutTemplate({ 'word/document.xml': document.slice(0, -9) })),
    refusal(layoutTemplate({ 'word/header1.xml': undefined })),
    refusal(layoutTemplate({ 'word/styles.xml': undefined })),
    refusal(layoutTemplate({ 'word/document.xml': document.replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main') })),
    refusal(layoutTemplate({ 'word/_rels/header1.xml.rels': rels.replace(/<Relationship .*\/>/, '<Relationship Id="rId1" Type="x/image" Target="http://192.0.2.1/a.png" TargetMode="External"/>') })),
  ]).toEqual(['template-foreign', 'template-foreign', 'document-macros', 'template-too-large', 'document-damaged', 'document-damaged', 'template-no-styles', 'template-strict', 'template-linked'])
})

const soffice = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name))).find((path) => existsSync(path))

describe('LibreOffice', () => {
  const folder = temporaryDirectory()

  test.skipIf(soffice === undefined)('opens and saves it with its letterhead and every binding', async () => {
    mkdirSync(join(folder, 'saved'))
    writeFileSync(join(folder, 'report.docx'), await merged())
    spawnSync(soffice ?? '', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'docx', '--outdir', join(folder, 'saved'), join(folder, 'report.docx')], { timeout: 100_000 })
    const saved = new Uint8Array(readFileSync(join(folder, 'saved', 'report.docx')))
    expect(entryNames(saved).filter((name) => /header\d/.test(name)).map((name) => part(saved, name)).join('')).toContain('新浦镇人民政府文件')
    expect(changesOf(saved)).toEqual(nothing)
  }, 120_000)
})
