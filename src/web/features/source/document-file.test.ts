import { expect, test } from 'vitest'
import { fileProblem, mostBytes, sizeText } from './document-file.ts'

const problem = (name: string, size = 10) => fileProblem([{ name, size }])

test('one file of a readable kind, not empty and not too large, is taken', () => {
  expect(['总结.TXT', 'a.docx', 'a.doc', 'a.wps', 'a.b.pdf', 'a.xlsx'].map((name) => problem(name))).toEqual([undefined, undefined, undefined, undefined, undefined, undefined])
  expect(problem('a.txt', mostBytes)).toBeUndefined()
  expect([problem('a.rtf'), problem('txt'), problem('a.txt', 0), problem('a.pdf', mostBytes + 1)]).toEqual(['kind', 'kind', 'emptyFile', 'large'])
  expect([fileProblem([]), fileProblem([{ name: 'a.txt', size: 1 }, { name: 'b.txt', size: 1 }])]).toEqual(['many', 'many'])
})

test('a size is told short', () => {
  expect([sizeText(1), sizeText(38_400), sizeText(14_240_000)]).toEqual(['1 kB', '38 kB', '14.2 MB'])
})
