import { afterEach, describe, expect, test, vi } from 'vitest'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { temporaryDirectory } from '../../../test/harness/temporary-directory.ts'
import { day } from '../../core/time/day.ts'
import { period } from '../../core/time/period.ts'
import { figureTag, readFigureTag } from './content-control.ts'
import { charactersPerLine, letterSpacing, line, linesPerPage, textHeight, textWidth } from './page.ts'
import { readSealedEdition } from './properties.ts'
import { writeDocx, type DocxInput } from './write-docx.ts'
import { entryNames, readEntry } from './zip.ts'

const hash = '0123456789abcdef'.repeat(4)
const demo = '演示数据　人员、企业和地点均为虚构'
const longMeasure = `${'long-'.repeat(9)}x`

const runs = [
  { kind: 'text', text: '生猪出栏' },
  { kind: 'figure', measure: 'pigs', show: 'value' },
  { kind: 'text', text: '，<&"\u0001>' },
  { kind: 'figure', measure: 'pigs', show: 'change' },
  { kind: 'figure', measure: longMeasure, show: 'growth-only' },
] as const
const texts: Readonly<Record<string, string>> = { 'pigs:value': '2.07万头', 'pigs:change': '同比增长88%', [`${longMeasure}:growth-only`]: '同比下降<1%' }

const report: DocxInput = {
  document: {
    title: '2023年上半年工作回顾及下半年工作计划',
    subtitle: '（征求意见稿）',
    blocks: [
      { kind: 'heading', level: 1, text: '一、工作回顾' },
      { kind: 'heading', level: 2, text: '（一）发展' },
      { kind: 'heading', level: 3, text: '1.农业' },
      { kind: 'paragraph', lead: '现代农业巩固发展', runs },
      { kind: 'paragraph', runs: [{ kind: 'text', text: '整行汉字'.repeat(300) }, { kind: 'figure', measure: 'pigs', show: 'value' }] },
    ],
  },
  printed: (bound) => {
    const text = texts[`${bound.measure}:${bound.show}`] ?? ''
    return [{ text: '预计' }, { text, tag: figureTag({ ...bound, period: '2023H1' }), title: `生猪 & "出栏"${'长'.repeat(40)}` }]
  },
  footer: { period: period('2023H1'), org: '新浦镇' },
}
const edition: DocxInput = {
  ...report,
  footer: { ...report.footer, demo, sealed: { number: 2, headNumber: 12345, headHash: hash, day: day('2023-07-08') } },
  restatement: [{ title: '生猪出栏', then: '2.07万头', now: '2.06万头', rows: ['第12条更正'] }, { title: '贷款', then: '1万元', now: '2万元', rows: [] }],
}

const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> => new Map(entryNames(bytes).map((name) => [name, readEntry(bytes, name) ?? '']))
const part = async (name: string, input: DocxInput = report): Promise<string> => partsOf(await writeDocx(input)).get(name) ?? ''
const words = (xml: string): string => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => unescaped(text)).join('')
const unescaped = (text: string): string => text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" })[name] ?? '')

/** Reads XML the strict way and gives the names of its elements; throws on what an XML 1.0 parser must refuse. */
const strictly = (xml: string): readonly string[] => {
  if (/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(xml)) throw new Error('a character XML does not have')
  if (/&(?!(lt|gt|amp|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(xml)) throw new Error('a bare ampersand')
  const open: string[] = []
  const names: string[] = []
  let rest = xml.replace(/^<\?xml [^?]*\?>\s*/, '')
  while (rest !== '') {
    const [whole, closing, name, attributes = '', empty, text] = /^(?:<(\/?)([A-Za-z][\w:.-]*)((?:\s+[A-Za-z][\w:.-]*="[^"<]*")*)\s*(\/?)>|([^<]+))/.exec(rest) ?? []
    if (whole === undefined) throw new Error(`not XML: ${rest.slice(0, 60)}`)
    if (text !== undefined && open.length === 0 && text.trim() !== '') throw new Error('text outside the root')
    const keys = [...attributes.matchAll(/\s([\w:.-]+)=/g)].map(([, key]) => key)
    if (new Set(keys).size !== keys.length) throw new Error(`an attribute twice in ${whole}`)
    if (name !== undefined && closing === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`)
    } else if (name !== undefined) {
      if (open.length === 0 && names.length > 0) throw new Error('two roots')
      names.push(name)
      if (empty !== '/') open.push(name)
    }
    rest = rest.slice(whole.length)
  }
  if (open.length > 0) throw new Error(`<${open.join('><')}> not closed`)
  return names
}

describe('the page', () => {
  test('holds 22 lines of 28 characters', () => {
    expect(linesPerPage * line).toBeLessThanOrEqual(textHeight)
    expect(textHeight - linesPerPage * line).toBeLessThan(line)
    expect(charactersPerLine * (320 + letterSpacing)).toBeLessThanOrEqual(textWidth)
    expect((charactersPerLine + 1) * (320 + letterSpacing)).toBeGreaterThan(textWidth)
  })

  test('has the margins and the grid of GB/T 9704', async () => {
    const xml = await part('word/document.xml')
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(xml).toContain(`<w:docGrid w:type="linesAndChars" w:linePitch="${line}"/>`)
  })

  test('numbers odd pages on the right and even pages on the left', async () => {
    const parts = partsOf(await writeDocx(report))
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const document = parts.get('word/document.xml') ?? ''
    const footer = (type: string): string => {
      const id = new RegExp(`<w:footerReference w:type="${type}" r:id="(\\w+)"/>`).exec(document)?.[1] ?? ''
      const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(parts.get('word/_rels/document.xml.rels') ?? '')?.[1] ?? ''
      return parts.get(`word/${target}`) ?? ''
    }
    expect(footer('default')).toMatch(/<w:ind w:right="280"\/><w:jc w:val="right"\/>/)
    expect(footer('even')).toMatch(/<w:ind w:left="280"\/><w:jc w:val="left"\/>/)
    for (const type of ['default', 'even']) expect(footer(type)).toMatch(/— <\/w:t>.*PAGE.* —<\/w:t>/)
  })
})

test('styles carry the official faces and sizes', async () => {
  const styles = await part('word/styles.xml')
  const rules = (id: string): string => new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`).exec(styles)?.[0] ?? ''
  expect(styles).toMatch(/<w:docDefaults>.*w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>.*<\/w:docDefaults>/)
  for (const rule of ['w:widowControl w:val="0"', 'w:kinsoku w:val="1"', 'w:snapToGrid w:val="1"', `w:line="${line}" w:lineRule="exact"`]) expect(rules('Normal')).toContain(rule)
  expect(rules('Title')).toMatch(/w:jc w:val="center".*w:eastAsia="方正小标宋简体".*<w:sz w:val="44"\/>/)
  expect(rules('Heading1')).toContain('w:eastAsia="黑体"')
  expect(rules('Heading2')).toContain('w:eastAsia="楷体_GB2312"')
  expect(rules('Heading3')).toContain('w:eastAsia="仿宋_GB2312"')
  expect(rules('BodyText')).toContain('<w:ind w:firstLineChars="200" w:firstLine="640"/>')
  expect(rules('Footer')).toMatch(/w:eastAsia="宋体".*<w:sz w:val="28"\/>/)
})

describe('the numbers', () => {
  const controls = (xml: string) =>
    [...xml.matchAll(/<w:sdt><w:sdtPr><w:alias w:val="([^"]*)"\/><w:tag w:val="([^"]*)"\/><w:id w:val="(\d+)"\/><\/w:sdtPr><w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt>/g)].map(
      ([, alias = '', tag = '', id = '', content = '']) => ({ alias: unescaped(alias), tag, id, text: words(content) }),
    )

  test('stand each in a control of its own, with its tag and its text', async () => {
    const xml = await part('word/document.xml')
    const found = controls(xml)
    expect(xml.match(/<w:sdt>/g)).toHaveLength(found.length)
    expect(found.map(({ tag, text }) => [tag, text])).toEqual([
      ['figure:pigs:2023H1:value', '2.07万头'],
      ['figure:pigs:2023H1:change', '同比增长88%'],
      ['figure:~1', '同比下降<1%'],
      ['figure:pigs:2023H1:value', '2.07万头'],
    ])
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
    for (const { alias } of found) expect(alias).toMatch(/^生猪 & "出栏"长{1,56}$/)
    for (const { alias, tag } of found) expect(Math.max(alias.length, tag.length)).toBeLessThanOrEqual(64)
  })

  test('keep a tag too long for Word among the properties', async () => {
    expect(await part('docProps/custom.xml')).toContain(`name="figure:~1"><vt:lpwstr>figure:${longMeasure}:2023H1:growth-only</vt:lpwstr>`)
  })

  test('stand within their sentence, the words beside them outside the control', async () => {
    expect(words(await part('word/document.xml'))).toContain('现代农业巩固发展。生猪出栏预计2.07万头，<&">预计同比增长88%')
  })

  test('have tags that read back', () => {
    const binding = { measure: 'pigs-sold', period: '2023-01..2023-02', show: 'growth-only' } as const
    expect(readFigureTag(figureTag(binding))).toEqual(binding)
    for (const tag of ['', 'figure:pigs:2023H1', 'figure:pigs:2023H1:all', 'other:pigs:2023H1:value', 'figure:~1']) expect(readFigureTag(tag)).toBeUndefined()
  })
})

describe('a sealed edition', () => {
  test('prints its number, its day and the head of the journal at its end', async () => {
    const text = words(await part('word/document.xml', edition)).replaceAll(' ', '')
    expect(text).toMatch(new RegExp(`第2版（2023年上半年）定版新浦镇　2023年7月8日流水号第12345号校验值国密SM3${hash}更正说明`))
    expect(text.endsWith(`生猪出栏2.07万头2.06万头第12条更正贷款1万元2万元${demo}`)).toBe(true)
  })

  test('is read back from the file, and is absent from a report that is not sealed', async () => {
    expect(readSealedEdition(await writeDocx(edition))).toEqual({ ...edition.footer.sealed, period: '2023H1' })
    expect(readSealedEdition(await writeDocx(report))).toBeUndefined()
  })

  test('of a demonstration says so at the head of odd and even pages', async () => {
    const marked = partsOf(await writeDocx(edition))
    for (const name of ['word/header1.xml', 'word/header2.xml']) expect(words(marked.get(name) ?? '')).toBe(demo)
    const plain = [...partsOf(await writeDocx(report)).values()].join('')
    expect(plain).not.toContain('演示')
  })

  test('is dated by its day alone', async () => {
    expect(await part('docProps/core.xml', edition)).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2023-07-08T00:00:00Z</dcterms:created>')
    expect(await part('docProps/core.xml', report)).not.toContain('dcterms:created')
  })
})

test('every part is strict XML', async () => {
  for (const input of [report, edition])
    for (const [name, xml] of partsOf(await writeDocx(input))) expect(strictly(xml).length, name).toBeGreaterThan(0)
})

describe('whenever it is written', () => {
  afterEach(() => void vi.useRealTimers())

  test('the same input gives the same bytes', async () => {
    const at = async (time: string): Promise<Uint8Array> => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) })
      return writeDocx(edition)
    }
    expect(Buffer.compare(await at('2023-07-08T01:02:04Z'), await at('2031-11-12T13:14:16Z'))).toBe(0)
  })
})

const soffice = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name))).find((path) => existsSync(path))

describe('LibreOffice', () => {
  const folder = temporaryDirectory()

  test.skipIf(soffice === undefined)('prints an edition, its restatement on a page of its own', async () => {
    writeFileSync(join(folder, 'edition.docx'), await writeDocx(edition))
    spawnSync(soffice ?? '', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'edition.docx')], { timeout: 100_000 })
    expect(pagesOf(readFileSync(join(folder, 'edition.pdf')))).toBeGreaterThanOrEqual(4)
  }, 120_000)
})

/** Pages of a PDF, whether its objects stand plain or in compressed streams. */
const pagesOf = (pdf: Buffer): number => {
  const streams = [...pdf.toString('latin1').matchAll(/\/Type\s*\/ObjStm[^]*?stream\r?\n([^]*?)endstream/g)].map(([, data = '']) => inflateSync(Buffer.from(data, 'latin1')).toString('latin1'))
  return [pdf.toString('latin1'), ...streams].join('').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}
