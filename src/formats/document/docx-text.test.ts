import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { inList, paragraph, wordFile } from '../../../test/builders/word-file.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { docxText } from './docx-text.ts'

const textOf = (body: string, rest: Partial<Parameters<typeof wordFile>[0]> = {}): string | undefined => {
  const read = docxText(wordFile({ body, ...rest }))
  return isRefusal(read) ? undefined : read
}
const refusedWith = (bytes: Uint8Array): string => {
  const read = docxText(bytes)
  return isRefusal(read) ? read.code : read
}

describe('the body of a Word file', () => {
  test('a paragraph is a line, an empty one an empty line, a soft break a line end', () => {
    expect(textOf(`${paragraph('工作总结')}<w:p/><w:p><w:r><w:t>完成投资</w:t><w:br/><w:t>7.1亿元</w:t></w:r><w:r><w:tab/><w:t>𠮷😀</w:t></w:r></w:p>`)).toBe('工作总结\n\n完成投资\n7.1亿元\t𠮷😀')
  })

  test('a row of a table is a line, its cells joined by a bar, whatever stands in them', () => {
    const cell = (...lines: string[]): string => `<w:tc>${lines.map((line) => paragraph(line)).join('')}</w:tc>`
    const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
    const inner = `<w:tc><w:tbl>${row(cell('甲'), cell('乙'))}${row(cell('丙'), cell('丁'))}</w:tbl><w:p/></w:tc>`
    const table = `<w:tbl>${row(cell('项目'), cell('投资', '（亿元）'), cell(''))}${row(cell('六塘江'), `<w:sdt><w:sdtContent>${cell('3.2')}</w:sdtContent></w:sdt>`, inner)}${row(cell(''), cell(''))}</w:tbl>`
    expect(textOf(`${paragraph('前')}${table}${paragraph('后')}`)).toBe('前\n项目 | 投资 （亿元） | \n六塘江 | 3.2 | 甲 | 乙 丙 | 丁\n后')
  })

  test('links, content controls and insertions are seen through', () => {
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`
    expect(textOf(`<w:sdt><w:sdtContent><w:p>${run('一')}<w:ins>${run('二')}</w:ins><w:hyperlink>${run('三')}</w:hyperlink><w:moveTo>${run('四')}</w:moveTo></w:p></w:sdtContent></w:sdt>`)).toBe('一二三四')
  })

  test('what was deleted, moved away, hidden or is an earlier property is left out', () => {
    const body = `<w:p><w:r><w:t>留</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>下</w:t></w:r></w:p>`
    const changed = `<w:p><w:pPr><w:pPrChange><w:pPr>${inList(1)}</w:pPr></w:pPrChange></w:pPr><w:r><w:t>文</w:t></w:r></w:p>`
    expect(textOf(`${body}${changed}`, { numbering: numberings })).toBe('留下\n文')
  })

  test('a paragraph whose end was deleted runs on into the next; a deleted row is gone', () => {
    const joined = `${paragraph('完成投资', '<w:rPr><w:del/></w:rPr>')}${paragraph('7.1亿元')}`
    const rows = `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph('旧')}</w:tc></w:tr><w:tr><w:tc>${paragraph('新')}</w:tc></w:tr></w:tbl>`
    expect(textOf(`${joined}${rows}`)).toBe('完成投资7.1亿元\n新')
  })

  test('a text box stands once, behind its paragraph', () => {
    const box = `<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${paragraph('框一')}${paragraph('框二')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>${paragraph('框一')}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent>`
    expect(textOf(`<w:p><w:r><w:t>段</w:t></w:r><w:r>${box}</w:r><w:r><w:t>落</w:t></w:r></w:p>${paragraph('后')}`)).toBe('段落\n框一\n框二\n后')
  })

  test('notes, field codes and readings of characters are no text; a table of contents is left out', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    const body = `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>正</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:ruby><w:rt><w:r><w:t>wen</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>文</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`
    expect(textOf(`${paragraph('工作回顾\t1', '<w:pStyle w:val="11"/>')}${body}`, { styles })).toBe('正文')
  })

  test('names are known by their namespace, also the strict one', () => {
    const strict = '<a:document xmlns:a="http://purl.oclc.org/ooxml/wordprocessingml/main"><a:body><a:p><a:r><a:t>文</a:t></a:r></a:p></a:body></a:document>'
    expect(textOf('', { more: { 'word/document.xml': strToU8(strict) } })).toBe('文')
  })
})

const level = (at: number, format: string, text: string, more = ''): string => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const numberings = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '%1.%4', '<w:isLgl/>')}${level(4, 'bullet', '●')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '第%1条', '<w:pStyle w:val="article"/>')}${level(1, 'decimal', '%2)', '<w:suff w:val="nothing"/><w:pStyle w:val="item"/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`

describe('numbers of lists', () => {
  const listed = (...paragraphs: readonly (readonly [string, number, number?])[]): string | undefined => textOf(paragraphs.map(([text, list, at]) => paragraph(text, inList(list, at))).join(''), { numbering: numberings })

  test('are written out, and a deeper level begins anew under each higher one', () => {
    expect(listed(['甲', 1], ['乙', 1, 1], ['丙', 1, 2], ['丁', 1, 2], ['戊', 1, 1], ['己', 1, 2], ['庚', 1], ['辛', 1, 1])).toBe('一、甲\n（一）乙\n1. 丙\n2. 丁\n（二）戊\n1. 己\n二、庚\n（一）辛')
  })

  test('several levels in one number, in Arabic digits where asked; bullets are no number', () => {
    expect(listed(['甲', 1], ['乙', 1], ['丙', 1, 3], ['丁', 1, 4])).toBe('一、甲\n二、乙\n2.1 丙\n丁')
  })

  test('two uses of a list count on, unless one says where it starts', () => {
    expect(listed(['甲', 1], ['乙', 2], ['丙', 2], ['丁', 1])).toBe('一、甲\n五、乙\n六、丙\n七、丁')
  })

  test('come from a style, also one based on another; 0 takes a paragraph out', () => {
    const styles = `<w:style w:type="paragraph" w:styleId="article"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="item"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="like"><w:basedOn w:val="article"/></w:style>`
    const styled = (text: string, style: string, more = ''): string => paragraph(text, `<w:pStyle w:val="${style}"/>${more}`)
    expect(textOf(`${styled('甲', 'article')}${styled('乙', 'item')}${styled('丙', 'like')}${styled('丁', 'like', inList(0))}`, { numbering: numberings, styles })).toBe('第1条甲\n1)乙\n第2条丙\n丁')
  })

  test('a style that is based on itself ends', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style>'
    expect(textOf(paragraph('文', '<w:pStyle w:val="a"/>'), { styles })).toBe('文')
  })
})

describe('what is no sound Word file', () => {
  const sound = wordFile({ body: paragraph('文') })

  test('macros', () => {
    expect(refusedWith(wordFile({ body: paragraph('文'), more: { 'word/vbaProject.bin': strToU8('x') } }))).toBe('document-macros')
    expect(refusedWith(wordFile({ body: paragraph('文'), mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }))).toBe('document-macros')
  })

  test('a document type, with entities or without', () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;">]>'
    expect(refusedWith(wordFile({ before: laughs, body: paragraph('&b;') }))).toBe('document-damaged')
    expect(refusedWith(wordFile({ before: '<!DOCTYPE x SYSTEM "file:///etc/passwd">', body: paragraph('文') }))).toBe('document-damaged')
    expect(refusedWith(wordFile({ body: paragraph('&b;') }))).toBe('document-damaged')
  })

  test('what unpacks to more than any document', () => {
    const bomb = wordFile({ body: '', more: { 'word/document.xml': [new Uint8Array(65 * 1024 * 1024), { level: 1 }] } })
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(refusedWith(bomb)).toBe('document-swells')
  })

  test('nesting without end', () => {
    expect(refusedWith(wordFile({ body: '<w:r>'.repeat(10_000) + '</w:r>'.repeat(10_000) }))).toBe('document-damaged')
  })

  test('another kind of archive, or one without its contents', () => {
    expect(refusedWith(zipSync({ 'a.txt': strToU8('文') }))).toBe('document-foreign')
    expect(refusedWith(wordFile({ body: '', mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }))).toBe('document-foreign')
    expect(refusedWith(wordFile({ body: '<w:p/>' }))).toBe('document-no-text')
  })

  test('cut short anywhere, it is refused', () => {
    for (let length = 0; length < sound.length; length += 7) expect(isRefusal(docxText(sound.subarray(0, length)))).toBe(true)
  })

  test('with any byte changed, it is refused or reads the same', () => {
    for (let at = 0; at < sound.length; at += 1) {
      const bytes = Uint8Array.from(sound)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << at % 8)
      const read = docxText(bytes)
      if (!isRefusal(read)) expect(read).toBe('文')
    }
  })
})
