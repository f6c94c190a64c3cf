import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffText } from './text-diff.ts'

const told = (earlier: string, later: string): string => diffText(earlier, later).map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`)).join('')

test('equal texts have no difference', () => {
  expect(diffText('同样的话', '同样的话')).toEqual([{ kind: 'same', text: '同样的话' }])
  expect(diffText('', '')).toEqual([])
})

test('a changed word is a removal and an addition', () => {
  expect(told('全镇工业稳步发展。', '全镇工业加快发展。')).toBe('全镇工业-稳步-+加快+发展。')
})

test('a number is changed as a whole', () => {
  expect(told('产值32.65亿元', '产值32.71亿元')).toBe('产值-32.65-+32.71+亿元')
  expect(told('共120家', '共125家')).toBe('共-120-+125+家')
})

test('a number beside changed words stands', () => {
  expect(told('产值32.65亿元增长', '产值达32.65亿元增长')).toBe('产值+达+32.65亿元增长')
})

test('both texts can be read from the differences', () => {
  const words = fc.array(fc.constantFrom('产值', '增长', '1', '2', '.', '亿元', '，', '𠮷', '𠮶'), { maxLength: 30 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(words, words, (earlier, later) => {
      const differences = diffText(earlier, later)
      expect(differences.flatMap(({ kind, text }) => (kind === 'added' ? [] : [text])).join('')).toBe(earlier)
      expect(differences.flatMap(({ kind, text }) => (kind === 'removed' ? [] : [text])).join('')).toBe(later)
      expect(differences.every(({ text }, at) => text !== '' && text.isWellFormed() && differences[at - 1]?.kind !== differences[at]?.kind)).toBe(true)
    }),
    { seed: 20230630 },
  )
})
