import { expect, test } from 'vitest'
import { headingLevel } from './heading-level.ts'

test.each([
  ['一、上半年工作回顾', 1],
  ['（一）抓产业、促转型', 2],
  ['(二)提品质', 2],
  ['1.农业稳产保供', 3],
  ['（3）其他', 4],
  ['1.5亿元用于道路建设', undefined],
  ['一、农业。二、工业。', undefined],
  ['农业稳产保供', undefined],
])('%s', (line, level) => expect(headingLevel(line)).toBe(level))
