import { expect, test } from 'vitest'
import { titleLines, widthOf } from './title-lines.ts'

test('a title that fits stays on one line', () => {
  expect(titleLines('2023年上半年工作回顾及下半年工作计划', 18)).toEqual(['2023年上半年工作回顾及下半年工作计划'])
})

test('half-width digits count half', () => {
  expect(widthOf('2023年')).toBe(3)
})

test('a long title breaks between words into lines of even length', () => {
  const title = '浙江省宁波市慈溪市新浦镇人民政府关于2023年上半年工作情况和下半年工作安排的报告'
  const lines = titleLines(title, 18)
  expect(lines.join('')).toBe(title)
  expect(lines).toHaveLength(3)
  const widths = lines.map(widthOf)
  expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(4)
  expect(lines.some((line) => line.endsWith('2023'))).toBe(false)
})

test('no line begins with a closing mark or ends with an opening one', () => {
  for (const widest of [6, 7, 8, 9, 10, 11, 12]) {
    const lines = titleLines('关于印发《新浦镇“百日攻坚”行动方案（试行）》的通知', widest)
    expect(lines.join('')).toBe('关于印发《新浦镇“百日攻坚”行动方案（试行）》的通知')
    for (const line of lines) {
      expect(line).not.toMatch(/^[》”）、，。]/)
      expect(line).not.toMatch(/[《“（]$/)
      expect(widthOf(line)).toBeLessThanOrEqual(widest)
    }
  }
})

test('a title of one endless word is cut rather than lost', () => {
  expect(titleLines('a'.repeat(50), 10).join('')).toBe('a'.repeat(50))
})
