import { expect, test } from 'vitest'
import { lineOfProblem, linesOf, pastedLines, wishesOf } from './org-draft.ts'
import type { OrgLine } from './org-draft.ts'

const org = (code: string, zh: string) => ({ code, zh, en: zh, kind: 'village' as const, used: false })
const lines = linesOf([org('1', '一村'), org('2', '二村'), org('3', '三村')])
const edited = (change: (line: OrgLine) => Partial<OrgLine>): readonly OrgLine[] => lines.map((line) => ({ ...line, ...change(line) }))
const added = (zh: string, more: Partial<OrgLine> = {}): OrgLine => ({ id: zh, code: '', zh, en: '', removed: false, was: undefined, ...more })

test('a list left as it is asks for nothing', () => {
  expect(wishesOf(lines, 'village')).toBeUndefined()
  expect(wishesOf([...lines, added('四村', { removed: true })], 'village')).toBeUndefined()
})

test('an edited list asks for what differs; a name changed alone gets its English name anew', () => {
  const next = [...edited((line) => (line.code === '1' ? { zh: ' 东一村 ' } : line.code === '2' ? { removed: true } : { en: 'Three' })), added('四村', { code: '330282112999', en: 'Four' }), added('五村')]
  expect(wishesOf(next, 'village')).toEqual({
    add: [{ kind: 'village', zh: '四村', code: '330282112999', en: 'Four' }, { kind: 'village', zh: '五村' }],
    rename: [{ code: '1', zh: '东一村' }, { code: '3', zh: '三村', en: 'Three' }],
    remove: ['2'],
  })
  expect(['add.1', 'rename.1', 'remove.0', 'add.7'].map((field) => lineOfProblem(field, next)?.zh)).toEqual(['五村', '三村', '二村', undefined])
})

test.each([
  ['四村\n五村\r\n\n 六村 ', [['', '四村'], ['', '五村'], ['', '六村']]],
  ['330282112204\t四村\n330282112205 五村', [['330282112204', '四村'], ['330282112205', '五村']]],
  ['330282112204,四村\n330282112205，五村', [['330282112204', '四村'], ['330282112205', '五村']]],
  ['一村\n四村\n四村', [['', '四村']]],
  ['序号\t名称\t代码\n1\t新村\t330282112206', [['330282112206', '新村']]],
  ['', []],
])('a pasted list %j gives the names that are not there yet', (text, told) => expect(pastedLines(text, lines).map(({ code, zh }) => [code, zh])).toEqual(told))
