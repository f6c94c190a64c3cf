import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shiftedRow, shiftFormula, shiftRanges } from './shift-rows.ts'

const shift = { after: 5, count: 3 }

test.each([
  ['SUM(D3:D5)', 'SUM(D3:D8)'], ['D5+D6', 'D5+D9'], ['$D$6*2', '$D$9*2'], ['SUM(D5:D5)', 'SUM(D5:D8)'], ['LOG10(A9)', 'LOG10(A12)'], ['"D6"&D6', '"D6"&D9'], ["'表 一'!D6+名单!D6", "'表 一'!D6+名单!D9"],
  ["SUM('名单'!D3:D5)", "SUM('名单'!D3:D8)"], ['IF(D2>0,"见A9",A9)', 'IF(D2>0,"见A9",A12)'], ['A:A', 'A:A'], ['R6C1', 'R6C1'],
])('%s becomes %s', (formula, moved) => expect(shiftFormula(formula, '名单', true, shift)).toBe(moved))

test('formulas of other sheets move only where they name this one', () => {
  expect([shiftFormula('D6+名单!D6', '名单', false, shift), shiftFormula('D6', '名单', false, shift)]).toEqual(['D6+名单!D9', 'D6'])
})

const shifts = fc.record({ after: fc.integer({ min: 1, max: 500 }), count: fc.integer({ min: 1, max: 200 }) })
const rows = fc.integer({ min: 1, max: 1000 })

test('a cell that is named goes where it went, whatever stands around it', () => {
  fc.assert(
    fc.property(shifts, rows, fc.constantFrom('', '$'), (by, row, fix) => {
      expect(shiftFormula(`IF(${fix}AB${fix}${row}>1,"x",2)`, '名单', true, by)).toBe(`IF(${fix}AB${fix}${shiftedRow(row, by)}>1,"x",2)`)
    }),
    { seed: 7 },
  )
})

test('a range covers what it covered, and the new rows where it reached their place', () => {
  fc.assert(
    fc.property(shifts, rows, rows, (by, a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      const [, start, end] = /^B(\d+):D(\d+)$/.exec(shiftRanges(`B${from}:D${to}`, by)) ?? []
      const covered = (row: number): boolean => row >= Number(start) && row <= Number(end)
      for (const row of [from, to, by.after, by.after + 1]) if (row >= from && row <= to) expect(covered(shiftedRow(row, by))).toBe(true)
      expect(covered(by.after + 1)).toBe(from <= by.after && to >= by.after)
      expect(Number(end) - Number(start) - (to - from)).toBe(from <= by.after && to >= by.after ? by.count : 0)
    }),
    { seed: 8, numRuns: 500 },
  )
})
