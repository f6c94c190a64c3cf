import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { paragraph, wordFile } from '../../../test/builders/word-file.ts'
import { zhenwu } from '../../../test/harness/command-line.ts'
import { temporaryDirectory } from '../../../test/harness/temporary-directory.ts'

const directory = temporaryDirectory()
const keep = (name: string, content: string | Uint8Array): string => {
  const file = join(directory, name)
  writeFileSync(file, content)
  return file
}

/** A part above its whole. */
const report = '某镇2023年工作总结\n完成投资4.3亿元，其中工业投资5.1亿元。\n'
const plain = keep('report.txt', report)

test('check --json prints what does not hold and what does, their members in a fixed order', async () => {
  const { code, out, err } = await zhenwu(['check', plain, '--json'])
  expect([code, err]).toEqual([0, ''])
  const told = JSON.parse(out) as { findings: readonly { rule: string; severity: string; quote: string; offset: number; message: string }[]; confirmed: readonly object[] }
  expect(Object.keys(told)).toEqual(['findings', 'confirmed'])
  for (const each of [...told.findings, ...told.confirmed]) expect(Object.keys(each)).toEqual(['rule', 'severity', 'quote', 'offset', 'message', 'arithmetic'])
  const found = told.findings.find(({ quote }) => quote === '5.1亿元')
  expect(found).toMatchObject({ rule: expect.stringMatching(/^part/), severity: 'error', offset: report.indexOf('5.1亿元'), message: expect.stringMatching(/[\u4e00-\u9fff]/) })
})

test('of several files under their names, with the text of a Word file', async () => {
  const word = keep('report.docx', wordFile({ body: report.trim().split('\n').map((line) => paragraph(line)).join('') }))
  const { files } = JSON.parse((await zhenwu(['check', plain, word, '--json'])).out) as { files: readonly { file: string; findings: readonly object[]; text?: string }[] }
  expect(files.map(({ file }) => file)).toEqual([plain, word])
  expect(files[1]).toEqual({ ...files[0], file: word, text: report.trim() })
})

test('for people it is a line each: severity, place, what is the matter, the reckoning', async () => {
  const { code, out } = await zhenwu(['check', plain])
  expect(code).toBe(0)
  expect(out).toMatch(/^错误 error · 第 2 行 5\.1亿元 · .+ · .*5\.1.*4\.3/m)
  expect(out).toMatch(/^\d+ 处待查，\d+ 处相符。 \d+ to look into, \d+ that hold\.$/m)
})
