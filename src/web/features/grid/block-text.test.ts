import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockText, parseBlock } from './block-text.ts'

test('a block from a spreadsheet keeps quotes and line breaks inside its cells', () => {
  expect(parseBlock('示例户\t"两行\n内容"\t"他说""好"""\r\n第二\t\t3\r\n')).toEqual([['示例户', '两行\n内容', '他说"好"'], ['第二', '', '3']])
  expect(parseBlock('一格')).toEqual([['一格']])
  expect(parseBlock('a\t\r\n')).toEqual([['a', '']])
  expect(parseBlock('12" 管\t"半截')).toEqual([['12" 管', '"半截']])
  expect(parseBlock('')).toEqual([])
})

test('what would be a formula is copied as text, and comes back as it was', () => {
  expect(blockText([['=1+1', '-3.5', '@x', '+86 138']])).toBe("'=1+1\t-3.5\t'@x\t'+86 138")
  expect(parseBlock(blockText([['=1+1', '-3.5', '@x', '+86 138']]))).toEqual([['=1+1', '-3.5', '@x', '+86 138']])
})

test('every block comes back as it was copied', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '户', '=', '-', '1') }).filter((text) => !/^'[=+\-@]/.test(text))
  const width = fc.integer({ min: 1, max: 4 })
  fc.assert(
    fc.property(width.chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 })), (rows) => {
      const alone = rows.at(-1)
      if (alone?.length === 1 && alone[0] === '') return
      expect(parseBlock(blockText(rows))).toEqual(rows)
    }),
    { seed: 20230630, numRuns: 500 },
  )
})
