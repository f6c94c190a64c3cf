import { expect, test } from 'vitest'
import { decimal } from '../quantity/decimal.ts'
import { earlierSections } from './earlier-sections.ts'
import type { Section } from './section.ts'

const section = (id: number, ...words: readonly string[]): Section => ({ id, version: id, report: 1, position: decimal(String(id)), org: 'farm', budget: null, blocks: words.map((text, at) => ({ kind: 'paragraph', id: `p${id}-${at}`, runs: [{ kind: 'text', text }] })) })
const told = (was: readonly Section[], now: readonly Section[]) => earlierSections(was, now).map(({ section: { id }, stands, after }) => [id, stands, after])

test('a section comes back whole where its words changed, their order did, or one more was written', () => {
  expect(told([section(2, '甲', '乙'), section(3, '丙'), section(4, '丁')], [section(2, '甲', '乙'), section(3, '丙', '戊'), section(4, '新丁')])).toEqual([[3, true, 2], [4, true, 3]])
  const turned = { ...section(2, '甲', '乙'), blocks: section(2, '甲', '乙').blocks.toReversed() }
  expect(told([section(2, '甲', '乙')], [turned])).toEqual([[2, true, null]])
})

test('a section that was taken out comes back behind the nearest one before it that still stands', () => {
  expect(told([section(2, '甲'), section(3, '乙'), section(4, '丙')], [section(2, '甲')])).toEqual([[3, false, 2], [4, false, 2]])
  expect(told([section(3, '乙'), section(4, '丙')], [section(4, '丙'), section(9, '新的')])).toEqual([[3, false, null]])
})

test('a section that only moved, or was given to another office, is not told: its words are the same', () => {
  expect(told([section(2, '甲'), section(3, '乙')], [section(3, '乙'), { ...section(2, '甲'), org: 'order' }])).toEqual([])
})
