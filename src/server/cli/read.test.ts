import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pdfFile } from '../../../test/builders/pdf-file.ts'
import { paragraph, wordFile } from '../../../test/builders/word-file.ts'
import { zhenwu } from '../../../test/harness/command-line.ts'
import { temporaryDirectory } from '../../../test/harness/temporary-directory.ts'

/** Reading documents with the program as people use it; no database runs for it. */
const directory = temporaryDirectory()
const data = join(directory, 'data')
const keep = (name: string, content: string | Uint8Array): string => {
  const file = join(directory, name)
  writeFileSync(file, content)
  return file
}
const read = (...words: string[]): ReturnType<typeof zhenwu> => zhenwu(['read', ...words, '--data', data])
const json = async (...words: string[]): Promise<Record<string, unknown>> => JSON.parse((await read(...words, '--json')).out) as Record<string, unknown>
const listOf = async (...words: string[]): Promise<readonly Record<string, unknown>[]> => (await json(...words))['files'] as Record<string, unknown>[]

const report = '😀某镇2023年上半年工作总结\n一、工作回顾\n完成固定资产投资7.1亿元，同比增长54.5%。\n二、下半年计划\n力争年底前新建停车位300个。\n'
const plain = keep('report.txt', report)
/** "完成投资7.1亿元" in GB18030. */
const chinese = keep('gb18030.txt', Uint8Array.from('\xcd\xea\xb3\xc9\xcd\xb6\xd7\xca7.1\xd2\xda\xd4\xaa', (sign) => sign.charCodeAt(0)))
const scan = keep('scan.txt', pdfFile(['']))

describe('read --json', () => {
  test('prints figures and commitments of a text, their members in a fixed order, and nothing else', async () => {
    const { code, out, err } = await read(plain, '--json')
    expect([code, err]).toEqual([0, ''])
    const figure = '{"quote":"7.1亿元","offset":31,"subject":"固定资产投资","value":"7.1","unit":"亿元","qualifier":null,"value_high":null,"change":{"direction":"up","percent":"54.5","points":null,"basis":"同比","qualifier":null},"share_percent":null,"completion_percent":null,"completion_base":null,'
    expect(out.startsWith(`{"figures":[${figure}"period":`)).toBe(true)
    const told = JSON.parse(out) as { figures: readonly object[]; commitments: readonly object[] }
    expect(Object.keys(told)).toEqual(['figures', 'commitments'])
    expect(told.figures.map((each) => Object.keys(each).at(-1))).toEqual(['attached'])
    expect(told.commitments.map((each) => Object.keys(each))).toEqual([['quote', 'offset', 'action', 'target', 'deadline_text', 'deadline', 'modality', 'milestones']])
  })

  test('tells the rules of each when asked to explain', async () => {
    const { figures, commitments } = (await json(plain, '--explain')) as { figures: readonly { rules: readonly string[] }[]; commitments: readonly { rules: readonly string[] }[] }
    for (const { rules } of [...figures, ...commitments]) expect(rules.length).toBeGreaterThan(0)
  })

  test('of several files stands under their names, with the text where the file itself is not that text in UTF-8', async () => {
    const word = keep('report.docx', wordFile({ body: report.trim().split('\n').map((line) => paragraph(line)).join('') }))
    const [first, second, third] = await listOf(plain, chinese, word)
    expect(Object.keys(first ?? {})).toEqual(['file', 'figures', 'commitments'])
    expect(second).toMatchObject({ file: chinese, text: '完成投资7.1亿元', figures: [{ quote: '7.1亿元', offset: 4 }] })
    expect(third).toEqual({ ...first, file: word, text: report.trim() })
  })

  test('goes on after a file that cannot be read, reads standard input, and finds nothing where there are no numbers', async () => {
    const [none, wordy, empty] = [join(directory, 'none.txt'), keep('words.txt', '天下为公'), keep('empty.txt', '')]
    const { code, out, err } = await zhenwu(['read', wordy, none, empty, '-', '--json'], '', { input: readFileSync(plain) })
    expect(code).toBe(1)
    expect(err).toBe(`读不了文件 ${none}（ENOENT）。 The file ${none} cannot be read (ENOENT).\n`)
    const nothing = { figures: [], commitments: [] }
    expect(JSON.parse(out)).toEqual({ files: [{ file: wordy, ...nothing }, { file: empty, ...nothing }, { ...(await json(plain)), file: '-' }] })
  })
})

describe('read for people', () => {
  test('is a table of figures and one of commitments', async () => {
    const { code, out } = await read(plain)
    expect(code).toBe(0)
    expect(out).toMatch(/^ +3 +7\.1亿元 +固定资产投资 +7\.1 +亿元 +同比\+54\.5%/m)
    expect(out).toMatch(/^ +5 +力争年底前新建停车位300个 +300个 +2023-12-31 +力争 strive$/m)
    expect((await read(plain, '--explain')).out).toContain('规则 Rules')
  })

  test('says so when nothing was found', async () => {
    expect((await read(keep('words.txt', '天下为公'))).out).toBe('没有读到数字和承诺。 No figures or commitments were found.\n')
  })
})

describe('what cannot be read is one line', () => {
  const refuses = async (files: readonly (readonly [file: string, said: string])[], path?: string): Promise<void> => {
    const { code, out, err } = await zhenwu(['read', ...files.map(([file]) => file), '--data', data], '', path === undefined ? {} : { path })
    expect([code, out]).toEqual([1, ''])
    const lines = err.trimEnd().split('\n')
    expect(lines.length).toBe(files.length)
    files.forEach(([file, said], index) => {
      expect(lines[index]).toContain(file)
      expect(lines[index]).toContain(said)
      expect(lines[index]).toMatch(/[\u4e00-\u9fff]/)
    })
  }

  test('bytes that are no text, another encoding, a Word file cut short, a directory, a file without end', () =>
    refuses([
      [keep('picture.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0)), 'no document that can be read'],
      [keep('latin.txt', Uint8Array.of(0x44, 0xe9, 0x70, 0x65, 0x6e, 0x73, 0xe9)), 'encoding'],
      [keep('cut.docx', wordFile({ body: paragraph('7.1亿元') }).subarray(0, 600)), 'incomplete'],
      [directory, 'EISDIR'],
      ['/dev/zero', 'larger than 20 MB'],
    ]))

  test('a PDF or an old Word file where the program for it is missing', () => refuses([[scan, 'Without pdftotext'], [keep('old.doc', '{\\rtf1 7.1}'), 'Without LibreOffice']], directory))
})

test('typed without a file, it tells how it is written; nothing is made where data would be', async () => {
  const { code, out, err } = await read('--json')
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('zhenwu read FILE… [--json] [--explain]')
  expect(existsSync(data)).toBe(false)
})
