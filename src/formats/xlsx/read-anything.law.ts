import { expect, test } from 'vitest'
import { editedWorkbook, workbookFile } from '../../../test/builders/workbook-file.ts'
import { pick, randomOf } from '../../../test/builders/random-history.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { markWorkbook } from './mark-workbook.ts'
import { openWorkbook } from './read-workbook.ts'
import { UnreadableWorkbook } from './unreadable.ts'

/** How the reading of any bytes ended: with how many rows, or with which refusal. Anything else is thrown. */
const ends = async (bytes: Uint8Array): Promise<number | string> => {
  const workbook = await openWorkbook(bytes)
  if (isRefusal(workbook)) return workbook.code
  let rows = 0
  try {
    for (const { name } of workbook.sheets) {
      const top = await workbook.top(name, 3)
      expect(top.rows.length).toBeLessThanOrEqual(3)
      for await (const row of workbook.rows(name)) {
        expect(row.cells.some((cell) => cell !== null)).toBe(true)
        rows += 1
      }
    }
    return rows
  } catch (problem) {
    if (problem instanceof UnreadableWorkbook) return problem.refusal.code
    throw problem
  }
}

const refusals = /^workbook-(damaged|foreign|locked|macros|old|swells)$/
const held = async (bytes: Uint8Array): Promise<'rows' | 'refused'> => {
  const end = await ends(bytes)
  if (typeof end === 'number') return 'rows'
  expect(end).toMatch(refusals)
  return 'refused'
}

const good = await workbookFile((book) => {
  const sheet = book.addWorksheet('台账')
  for (let row = 0; row < 40; row += 1) sheet.addRow(['一村', new Date(Date.UTC(2023, 5, 1 + (row % 28))), row * 1.5, `备注 & ${row}`, row % 2 === 0, { formula: 'C1*2', result: row }])
  sheet.mergeCells('A3:A5')
  sheet.getColumn(2).numFmt = 'yyyy-mm-dd'
  book.addWorksheet('另表').addRow([1])
})

const bytesOf = (random: () => number, length: number): Uint8Array => Uint8Array.from({ length }, () => Math.floor(random() * 256))

test('any bytes are rows or a refusal', async () => {
  const random = randomOf(1)
  for (let round = 0; round < 150; round += 1) {
    const head = pick(random, [[], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [0xff, 0xfe], [0xef, 0xbb, 0xbf]])
    await held(Uint8Array.from([...head, ...bytesOf(random, Math.floor(random() * 3000))]))
  }
})

test('a workbook cut anywhere is refused', async () => {
  const random = randomOf(2)
  for (let round = 0; round < 100; round += 1) expect(await held(good.slice(0, Math.floor(random() * (good.length - 1))))).toBe('refused')
})

test('flipped bytes are noticed or change nothing that is read', async () => {
  const random = randomOf(3)
  const whole = await ends(good)
  for (let round = 0; round < 200; round += 1) {
    const bytes = good.slice()
    for (let flips = 1 + Math.floor(random() * 6); flips > 0; flips -= 1) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    if ((await held(bytes)) === 'rows') expect(await ends(bytes)).toBe(whole)
  }
})

test('parts written wrongly, though packed well, are rows or a refusal, also when they are marked', async () => {
  const random = randomOf(4)
  const seen = { rows: 0, refused: 0 }
  const spoiled = (xml: string): string => {
    let text = xml
    for (let times = 1 + Math.floor(random() * 4); times > 0; times -= 1) {
      const at = Math.floor(random() * text.length)
      const wide = Math.floor(random() * 30)
      text = pick(random, [() => text.slice(0, at) + text.slice(at + wide), () => text.slice(0, at) + pick(random, ['<', '>', '"', '/', '&', '</row>', '<c r="A1">', '<row r="3">', '9999999999', '<![CDATA[', '<!--', ' r="ZZZZ1"', '\u0000']) + text.slice(at), () => text.slice(0, at) + text.slice(Math.max(0, at - wide))])()
    }
    return text
  }
  for (let round = 0; round < 120; round += 1) {
    const part = pick(random, ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml'])
    const bytes = editedWorkbook(good, { [part]: spoiled })
    seen[await held(bytes)] += 1
    const marked = await markWorkbook(bytes, '台账', [{ row: 4, column: 2, text: '不能大于 1。' }])
    if (isRefusal(marked)) expect(marked.code).toMatch(refusals)
  }
  expect(Math.min(seen.rows, seen.refused)).toBeGreaterThan(10)
})
