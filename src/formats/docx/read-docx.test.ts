import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bodyParts, editedWord } from '../../../test/builders/edited-word.ts'
import { comparedWith, firstBlocks, secondBlocks, sections, title, written } from '../../../test/builders/written-report.ts'
import { temporaryDirectory } from '../../../test/harness/temporary-directory.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { WordDocument } from '../../core/report/word/word-document.ts'
import { readDocx } from './read-docx.ts'

const read = (bytes: Uint8Array): WordDocument => {
  const document = readDocx(bytes)
  if (isRefusal(document)) throw new Error(document.code)
  return document
}
const edited = async (change: (xml: string) => string): Promise<WordDocument> => read(editedWord(await written(), { 'word/document.xml': change }))
const refusedWith = (bytes: Uint8Array): string => {
  const document = readDocx(bytes)
  return isRefusal(document) ? document.code : 'read'
}

const untouched = (document: WordDocument): void => {
  const back = comparedWith(document)
  expect(back.findings).toEqual([])
  expect(back.sections.map(({ blocks }) => blocks)).toEqual([firstBlocks, secondBlocks])
  expect(back.sections.some(({ changed }) => changed)).toBe(false)
  expect(back.title).toBeUndefined()
}

test('a file nobody touched comes back as the report', async () => {
  const document = read(await written())
  expect(document.taken).toEqual({ town: '330282112', report: 7, journal: 42, figures: 42 })
  expect(document.title?.replaceAll(' ', '')).toBe(title)
  expect(document.blocks).toHaveLength(firstBlocks.length + secondBlocks.length)
  untouched(document)
})

test('what stands behind the text of an edition is none of it', async () => {
  const footer = { period: (await import('../../core/time/period.ts')).period('2023H1'), org: '新浦镇', sealed: { number: 2, headNumber: 42, headHash: 'ab'.repeat(32), day: '2023-07-08' as never } }
  untouched(read(await written({ footer, restatement: [{ title: '生猪', then: '2万头', now: '3万头', rows: [] }] })))
})

describe('a file saved by', () => {
  const run = (text: string, properties = ''): string => `<w:r w:rsidR="00A1" w:rsidRPr="00B2">${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`
  const halves = (xml: string): string =>
    xml.replace(/<w:r>(<w:rPr>(?:(?!<\/w:rPr>)[^])*<\/w:rPr>)?<w:t(?: [^>]*)?>([^<&]{2,})<\/w:t><\/w:r>/g, (_, properties: string | undefined, text: string) => `${run(text.slice(0, 1), properties)}<w:proofErr w:type="spellStart"/>${run(text.slice(1), properties)}<w:proofErr w:type="spellEnd"/>`)

  test('Word, with words divided into runs and marked by its checkers', async () => {
    untouched(await edited((xml) => halves(xml).replaceAll('<w:p>', '<w:p w:rsidR="00C3" w14:paraId="1A2B">')))
  })

  test('WPS, with smart tags, custom XML, renamed styles and more in its controls', async () => {
    const names: Readonly<Record<string, string>> = { Heading1: '2', Heading2: '3', Heading3: '4', Heading4: '5', BodyText: '6', RunInHead: '12', Title: '7' }
    const renamed = (xml: string): string => Object.entries(names).reduce((all, [from, to]) => all.replaceAll(`"${from}"`, `"${to}"`), xml)
    const bytes = editedWord(await written(), {
      'word/document.xml': (xml) =>
        renamed(halves(xml))
          .replace(/<w:sdtContent>([^]*?)<\/w:sdtContent>/g, '<w:sdtContent><w:customXml w:element="e"><w:smartTag w:element="chmetcnv">$1</w:smartTag></w:customXml></w:sdtContent>')
          .replaceAll('<w:sdtPr>', '<w:sdtPr><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'),
      'word/styles.xml': (xml) => renamed(xml).replace(/w:val="heading ([1-4])"/g, 'w:val="标题 $1"'),
    })
    untouched(read(bytes))
  })

  test('a program that puts a control around the control', async () => {
    untouched(await edited((xml) => xml.replace(/<w:sdt>[^]*?<\/w:sdt>/g, (control) => `<w:sdt><w:sdtPr><w:tag w:val="theirs"/></w:sdtPr><w:sdtContent>${control}</w:sdtContent></w:sdt>`)))
  })

  const soffice = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name))).find((path) => existsSync(path))
  const folder = temporaryDirectory()

  test.skipIf(soffice === undefined)('LibreOffice', async () => {
    writeFileSync(join(folder, 'report.docx'), await written())
    spawnSync(soffice ?? '', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'saved'), join(folder, 'report.docx')], { timeout: 100_000 })
    untouched(read(readFileSync(join(folder, 'saved', 'report.docx'))))
  }, 120_000)
})

describe('what was edited', () => {
  test('words change around numbers that stay bound', async () => {
    const { sections: [first], findings } = comparedWith(await edited((xml) => xml.replace('全镇实现规上工业产值', '上半年全镇规上工业总产值达')))
    expect(findings).toEqual([])
    const block = first?.blocks[1]
    expect(block?.kind === 'paragraph' && block.runs[0]).toEqual({ kind: 'text', text: '上半年全镇规上工业总产值达' })
    expect(block?.kind === 'paragraph' && block.runs[1]).toEqual(firstBlocks[1]?.kind === 'paragraph' && firstBlocks[1].runs[1])
  })

  test('tracked changes and comments are told with who made them, when and where', async () => {
    const bytes = editedWord(await written(), {
      'word/document.xml': (xml) =>
        xml
          .replace('<w:t xml:space="preserve">盘活闲置土地。</w:t></w:r>', '<w:t>盘活</w:t></w:r><w:del w:id="90" w:author="王芳" w:date="2023-07-01T09:00:00Z"><w:r><w:delText>闲置</w:delText></w:r></w:del><w:ins w:id="91" w:author="李强" w:date="2023-07-02T10:00:00Z"><w:r><w:t>低效</w:t></w:r></w:ins><w:commentRangeStart w:id="5"/><w:r><w:t>土地。</w:t></w:r><w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>'),
      'word/comments.xml': () => '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="5" w:author="陈书记" w:date="2023-07-03T08:00:00Z"><w:p><w:r><w:t>请核实</w:t></w:r></w:p><w:p><w:r><w:t>面积</w:t></w:r></w:p></w:comment></w:comments>',
      '[Content_Types].xml': (xml) => xml.replace('</Types>', '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>').replace(/(<Override PartName="\/word\/comments\.xml"[^>]*\/>)(?=[^]*\1)/, ''),
    })
    const { remarks, sections: [first] } = comparedWith(read(bytes))
    expect(remarks).toEqual([
      { kind: 'deleted', author: '王芳', day: '2023-07-01', text: '闲置', quote: '', section: 1, block: 'i-2' },
      { kind: 'inserted', author: '李强', day: '2023-07-02', text: '低效', quote: '', section: 1, block: 'i-2' },
      { kind: 'comment', author: '陈书记', day: '2023-07-03', text: '请核实\n面积', quote: '土地。', section: 1, block: 'i-2' },
    ])
    expect(first?.blocks[4]).toEqual({ kind: 'item', id: 'i-2', marker: 'number', runs: [{ kind: 'text', text: '盘活低效土地。' }] })
  })

  test('a last paragraph whose end was deleted runs into the end of the text and is kept', async () => {
    const { blocks } = await edited((xml) => {
      const body = bodyParts(xml)
      const added = '<w:p><w:pPr><w:rPr><w:del w:id="95" w:author="王芳" w:date="2023-07-01T09:00:00Z"/></w:rPr></w:pPr><w:r><w:t>另附说明。</w:t></w:r></w:p>'
      return body.with(body.parts.flatMap((part) => (part.includes('w:name="_t_end"') ? [added, part] : [part])))
    })
    expect(blocks.at(-1)).toMatchObject({ kind: 'paragraph', pieces: [{ text: '另附说明。' }] })
  })

  test('a control that was emptied and shows its prompt is gone with its number', async () => {
    const { findings } = comparedWith(await edited((xml) => xml.replace(/(<w:tag w:val="figure:pigs:2023H1:value"\/>)/, '<w:showingPlcHdr/>$1').replace('2.07万头', '单击此处输入文字。')))
    expect(findings).toEqual([{ kind: 'lost', block: 'p-farm', measure: 'pigs', printed: '2.07万头', standing: false }])
  })
})

describe('refuses', () => {
  test('macros, broken archives, other files and what is too large', async () => {
    const bytes = await written()
    expect(refusedWith(editedWord(bytes, { 'word/vbaProject.bin': () => 'x' }))).toBe('document-macros')
    expect(refusedWith(editedWord(bytes, { '[Content_Types].xml': (xml) => xml.replace('document.main+xml', 'x').replace('wordprocessingml.document.main', 'macroEnabled.main') }))).toMatch(/document-(macros|foreign)/)
    expect(refusedWith(bytes.subarray(0, bytes.length / 2))).toBe('document-damaged')
    expect(refusedWith(editedWord(bytes, { 'word/document.xml': (xml) => xml.slice(0, -200) }))).toBe('document-damaged')
    expect(refusedWith(editedWord(bytes, { '[Content_Types].xml': () => undefined }))).toBe('document-foreign')
    expect(refusedWith(new Uint8Array(21 * 1024 * 1024))).toBe('document-too-large')
  })

  test('nothing for the pictures in a file, which it never unpacks', async () => {
    expect(refusedWith(editedWord(await written(), { 'word/media/image1.png': () => '0'.repeat(80 * 1024 * 1024) }))).toBe('read')
  })
})

test('a file without bookmarks is aligned by its words', async () => {
  untouched(await edited((xml) => xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '')))
})

test('a divided paragraph keeps its name on its first half, a copied one is new', async () => {
  const document = await edited((xml) => {
    const body = bodyParts(xml)
    const at = body.parts.findIndex((part) => part.includes('下一步继续'))
    return body.with([...body.parts.slice(0, at + 1), body.parts[at] ?? '', ...body.parts.slice(at + 1)])
  })
  const { sections: [, second] } = comparedWith(document)
  expect(second?.blocks.map((block) => block.id)).toEqual([...(sections[1]?.blocks ?? []).map((block) => block.id), 'n1'])
})
