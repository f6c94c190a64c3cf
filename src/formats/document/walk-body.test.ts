import { expect, test } from 'vitest'
import { paragraph, wordFile } from '../../../test/builders/word-file.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { readDocx } from '../docx/read-docx.ts'
import { docxText } from './docx-text.ts'

const run = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`
const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`

/** What a body reads as, to the reader of foreign documents and to the reader of reports that come back. */
const cases: Readonly<Record<string, readonly [body: string, words: string]>> = {
  'an insertion and a deletion': [`<w:p>${run('完成')}<w:ins w:author="甲">${run('投资')}</w:ins><w:del w:author="甲"><w:r><w:delText>产值</w:delText></w:r></w:del></w:p>`, '完成投资'],
  'words moved to another place': [`<w:p><w:moveFrom>${run('先')}</w:moveFrom>${run('后')}<w:moveTo>${run('先')}</w:moveTo></w:p>`, '后先'],
  'a paragraph whose end was deleted': [`${paragraph('完成投资', '<w:rPr><w:del/></w:rPr>')}${paragraph('7.1亿元')}`, '完成投资7.1亿元'],
  'a whole paragraph that was deleted': [`<w:del>${paragraph('旧')}</w:del>${paragraph('新')}`, '新'],
  'a row that was deleted': [`<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell('旧')}</w:tr><w:tr>${cell('新')}</w:tr></w:tbl>`, '新'],
  'a table of which nothing is left': [`${paragraph('前')}<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell('旧')}</w:tr></w:tbl>`, '前'],
  'a row that was inserted': [`<w:tbl><w:tr><w:trPr><w:ins/></w:trPr>${cell('新')}</w:tr></w:tbl>`, '新'],
  'a field with its code': [`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('第三')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="PAGE">${run('页')}</w:fldSimple></w:p>`, '第三页'],
  'hidden words, and words that were': [`<w:p>${run('藏', '<w:vanish/>')}${run('显', '<w:vanish w:val="false"/>')}${run('也', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}</w:p>`, '显也'],
  'hidden words around shown ones': [`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t><w:ruby><w:rubyBase>${run('显')}</w:rubyBase></w:ruby><w:t>藏</w:t></w:r></w:p>`, '显'],
  'links, controls and smart tags': [`<w:p><w:hyperlink>${run('甲')}</w:hyperlink><w:sdt><w:sdtContent>${run('乙')}</w:sdtContent></w:sdt><w:smartTag>${run('丙')}</w:smartTag></w:p>`, '甲乙丙'],
  'a formula': [`<w:p>${run('增长')}<m:oMath><m:r><m:t>5</m:t></m:r></m:oMath>${run('倍')}</w:p>`, '增长5倍'],
  'a reading of a character': [`<w:p><w:r><w:ruby><w:rt>${run('wen')}</w:rt><w:rubyBase>${run('文')}</w:rubyBase></w:ruby></w:r></w:p>`, '文'],
  'a hyphen that does not break, a line broken in the file': ['<w:p><w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>1\n号</w:t></w:r></w:p>', 'A-1号'],
}

const returned = (bytes: Uint8Array): string => {
  const document = readDocx(bytes)
  if (isRefusal(document)) throw new Error(document.code)
  return document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat(2) : block.pieces)).map(({ text }) => text).join('')
}

test.each(Object.entries(cases))('%s: both readers read the same', (_, [body, words]) => {
  const bytes = wordFile({ body })
  expect([String(docxText(bytes)), returned(bytes)].map((text) => text.replaceAll(/\s/g, ''))).toEqual([words, words])
})
