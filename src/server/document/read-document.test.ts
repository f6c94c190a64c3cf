import { chmodSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compoundFile } from '../../../test/builders/compound-file.ts'
import { pdfFile } from '../../../test/builders/pdf-file.ts'
import { temporaryDirectory } from '../../../test/harness/temporary-directory.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { readDocx } from '../../formats/docx/read-docx.ts'
import { openTemplate } from '../../formats/docx/template.ts'
import { readDocument } from './read-document.ts'
import { programOn } from './run-converter.ts'

const path = process.env['PATH'] ?? ''
const nowhere = temporaryDirectory()

/** Its kind and text, or the code it is refused with. */
const told = async (bytes: Uint8Array, name: string, along = path): Promise<readonly string[]> => {
  const read = await readDocument(bytes, name, along)
  return isRefusal(read) ? [read.code] : [read.kind, read.text.trim()]
}
const rtf = new TextEncoder().encode('{\\rtf1\\ansi\\uc0 \\u23436\\u25104\\u25237\\u36164 7.1\\u20159\\u20803\\par \\trowd\\cellx2000\\cellx4000 a\\cell b\\cell\\row\\pard end\\par}')

/** Where this file's conversions keep what they need, and nothing else does. */
const scratch = temporaryDirectory()
const temporary = process.env['TMPDIR']
beforeAll(() => void (process.env['TMPDIR'] = scratch))
afterAll(() => {
  if (temporary === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = temporary
})

/** A program of the name that does what the lines say, in a directory to look for programs in. */
const program = (name: string, lines: string): string => {
  const directory = temporaryDirectory()
  writeFileSync(join(directory, name), `#!/bin/sh\n${lines}\n`)
  chmodSync(join(directory, name), 0o755)
  return directory
}

test('a Word file as the library writes it', async () => {
  const numbered = (text: string, level: number): Paragraph => new Paragraph({ text, numbering: { reference: 'headings', level } })
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] })
  const levels = [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' }, { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）' }]
  const document = new Document({
    numbering: { config: [{ reference: 'headings', levels }] },
    sections: [{ children: [new Paragraph('工作总结'), numbered('回顾', 0), numbered('农业', 1), new Paragraph('产粮𠮷2.07万吨。'), numbered('工业', 1), numbered('计划', 0), new Table({ rows: [new TableRow({ children: [cell('项目'), cell('3亿元')] })] })] }],
  })
  expect(await told(await Packer.toBuffer(document), 'a.docx')).toEqual(['docx', '工作总结\n一、回顾\n（一）农业\n产粮𠮷2.07万吨。\n（二）工业\n二、计划\n项目 | 3亿元'])
})

test('a plain text tells its encoding', async () => {
  expect(await readDocument(new TextEncoder().encode('增长5%'), '-')).toEqual({ kind: 'text', encoding: 'utf-8', text: '增长5%' })
})

test('what is too large is refused', async () => {
  expect(await told(new Uint8Array(20 * 1024 * 1024 + 1), 'a.txt')).toEqual(['document-too-large'])
})

test('a workbook or Word file with a password, and an old workbook, are refused by what they are', async () => {
  const locked = compoundFile({ EncryptionInfo: new Uint8Array(64).fill(4), EncryptedPackage: new Uint8Array(9000).fill(0xa5) })
  for (const name of ['期初数.xlsx', '总结.docx', '期初数']) expect(await told(locked, name)).toEqual(['document-locked'])
  for (const stream of ['Workbook', 'Book']) expect(await told(compoundFile({ [stream]: new Uint8Array(5000).fill(9), SummaryInformation: new Uint8Array(8) }), '期初数.xls')).toEqual(['document-old-workbook'])
  expect([readDocx(locked), openTemplate(locked)].map((read) => isRefusal(read) && read.code)).toEqual(['document-locked', 'document-locked'])
})

describe('PDF', () => {
  test.skipIf(programOn(path, ['pdftotext']) === undefined)('is read through pdftotext, whatever it is called; a scan has no text', async () => {
    expect(await told(pdfFile(['invested 7.1', 'and 3.3']), 'a.txt')).toEqual(['pdf', 'invested 7.1\n\n\nand 3.3'])
    expect(await told(pdfFile(['', '']), 'scan.txt')).toEqual(['document-no-text'])
    expect(await told(new TextEncoder().encode('%PDF-1.4 and nothing'), 'a.pdf')).toEqual(['document-damaged'])
  })

  test('without pdftotext it is told how to save it', async () => {
    expect(await told(pdfFile(['7.1']), 'a.pdf', nowhere)).toEqual(['document-needs-pdftotext'])
  })

  test('a locked one is told from a damaged one', async () => {
    expect(await told(pdfFile(['7.1']), 'a.pdf', program('pdftotext', 'echo "Command Line Error: Incorrect password" >&2; exit 1'))).toEqual(['document-locked'])
  })
})

describe('old Word files', () => {
  test.skipIf(programOn(path, ['soffice']) === undefined)('are read through LibreOffice, and nothing is left behind', async () => {
    expect(await told(rtf, 'a.doc')).toEqual(['doc', '完成投资7.1亿元\na | b\nend'])
    expect(readdirSync(scratch).filter((name) => name.startsWith('zhenwu-document-'))).toEqual([])
  })

  test('without LibreOffice it is told how to save them', async () => {
    expect(await told(rtf, 'a.doc', nowhere)).toEqual(['document-needs-libreoffice'])
  })

  test('a LibreOffice that writes nothing is told', async () => {
    expect(await told(rtf, 'a.doc', program('soffice', 'exit 0'))).toEqual(['document-not-converted'])
  })
})
