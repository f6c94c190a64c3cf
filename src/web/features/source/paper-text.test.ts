import { expect, test } from 'vitest'
import { paperText } from './paper-text.ts'

const printed = (text: string, title = '') => {
  const paper = paperText(text, title)
  return paper.paragraphs.map(({ from, to, kind }) => [kind, paper.print(from, to)])
}

test('headings are known by their marks, the title by its words, and what stands above it is set apart', () => {
  expect(printed('索引号\n\n柳湾镇2031年工作总结\n一、主要工作\n（一）产业\n粮食总产6200吨。\n', '柳湾镇2031年工作总结')).toEqual([
    ['before', '索引号'],
    ['title', '柳湾镇2031年工作总结'],
    ['first', '一、主要工作'],
    ['second', '（一）产业'],
    ['text', '粮食总产6200吨。'],
  ])
})

test('lines that were wrapped are one paragraph without the break', () => {
  const line = '今年以来我们坚持稳中求进工作总基调全力抓好产业项目民生各项'
  expect(printed(`${line}\n${line}\n${line}\n${line}工作。`)).toEqual([['text', `${line.repeat(4)}工作。`]])
})

test('an offset in code points finds its place also behind signs beyond the basic plane', () => {
  const text = '𠮷村𠮷户完成6200吨。\n再完成𠮷亩。'
  const { indexOf } = paperText(text, '')
  const points = [...text]
  for (const [offset, sign] of points.entries()) expect(text.slice(indexOf(offset)).startsWith(sign)).toBe(true)
  expect(indexOf(points.length)).toBe(text.length)
})
