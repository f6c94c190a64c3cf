import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText, fromCsvText } from './csv-text.ts'

const sign = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'", '"', ',', '0', '1', '9', '.', '/', 'e', '%', 'A', '镇', ' ')
const texts = fc.oneof(fc.string({ unit: sign, maxLength: 24 }), fc.string({ unit: 'grapheme', maxLength: 24 }), fc.stringMatching(/^\d{12,20}$/))

test('a text read back from CSV is the text that was written', () => {
  fc.assert(fc.property(texts, (text) => fromCsvText(csvText(text)) === text), { seed: 20230701, numRuns: 5000 })
})

test('no text is written so that a spreadsheet computes it', () => {
  fc.assert(fc.property(texts, (text) => !/^[=+\-@\t\r\n＝＋－＠]/.test(csvText(text))), { seed: 20230702, numRuns: 5000 })
})

test('only what a spreadsheet would spoil is written differently', () => {
  for (const text of ['示例路3号', '12', '3.5', 'A-1', "'s", '', '2', '一村 ']) expect(csvText(text)).toBe(text)
  expect(['=1+1', "'=1", '-', '913302821234567890', '007', '1-2', '2023-06', '1e5'].map(csvText)).toEqual(["'=1+1", "''=1", "'-", '913302821234567890\t', '007\t', '1-2\t', '2023-06\t', '1e5\t'])
})
