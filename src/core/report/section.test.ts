import { expect, test } from 'vitest'
import { decimal } from '../quantity/decimal.ts'
import type { Block } from './document.ts'
import { byPosition, cutSections, positionBetween, sectionTitle, withIds } from './section.ts'

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
const paragraph = (text: string, id?: string): Block => ({ kind: 'paragraph', ...(id === undefined ? {} : { id }), runs: [{ kind: 'text', text }] })

test('a document is cut before each heading of the first two levels', () => {
  const blocks = [paragraph('前言'), heading(1, '一、回顾'), paragraph('总述'), heading(2, '（一）农业'), heading(3, '1.粮食'), paragraph('稳产')]
  expect(cutSections(blocks).map((section) => section.length)).toEqual([1, 2, 3])
  expect(cutSections(blocks).flat()).toEqual(blocks)
  expect(cutSections([])).toEqual([])
})

test('a section is called by its heading, or by its first words', () => {
  expect([sectionTitle([heading(2, '（一）农业')]), sectionTitle([paragraph('半年来，全镇上下一心，各项工作稳步推进')]), sectionTitle([])]).toEqual(['（一）农业', '半年来，全镇上下一心，各项工作稳', ''])
})

test('a position lies between its neighbours', () => {
  expect([positionBetween(undefined, undefined), positionBetween(decimal('3'), undefined), positionBetween(decimal('1'), decimal('2')), positionBetween(undefined, decimal('1'))]).toEqual(['1', '4', '1.5', '0.5'])
  expect([{ id: 2, position: decimal('10') }, { id: 1, position: decimal('9') }].sort(byPosition).map((each) => each.id)).toEqual([1, 2])
})

test('every block gets an id of its own', () => {
  let next = 0
  const blocks = withIds([paragraph('甲', 'a'), paragraph('乙', 'a'), paragraph('丙'), paragraph('丁', 'taken')], () => `n${(next += 1)}`, new Set(['taken']))
  expect(blocks.map((block) => block.id)).toEqual(['a', 'n1', 'n2', 'n3'])
})
