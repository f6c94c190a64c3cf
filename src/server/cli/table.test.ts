import { expect, test } from 'vitest'
import { displayWidth, shortLine, tableText } from './table.ts'

test('Chinese characters are two columns wide', () => {
  expect(['生猪', 'pigs', '（一）', '２', 'e\u0301', '亿元 %'].map(displayWidth)).toEqual([4, 4, 6, 2, 1, 6])
})

test('columns stand under each other, numbers flush right', () => {
  const text = tableText([{ title: '名称' }, { title: 'Value', right: true }, { title: '单位' }], [['生猪出栏', '2.07', '万头'], ['GDP', '32.65', '亿元']])
  expect(text.split('\n')).toEqual(['名称      Value  单位', '生猪出栏   2.07  万头', 'GDP       32.65  亿元'])
})

test('words of a document stay on a line and cannot command the terminal', () => {
  expect(shortLine(' 新建\n停车位\u001b[31m300个\u009b', 30)).toBe('新建 停车位 [31m300个')
  expect(shortLine('新建停车位300个', 10)).toBe('新建停车位…')
})
