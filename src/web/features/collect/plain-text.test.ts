import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Run } from '../../../core/report/document.ts'
import { blocksOf, markOf, textOf } from './plain-text.ts'

const titles = new Map([['pigs', '生猪出栏'], ['gdp', '地区生产总值'], ['growth', '增幅指标']])
const named = { titleOf: (key: string) => titles.get(key) ?? key, measureOf: (title: string) => [...titles].find(([, each]) => each === title)?.[0] }

const word = fc.stringMatching(/^[一-龥，。0-9]{1,8}$/)
const run: fc.Arbitrary<Run> = fc.oneof(
  word.map((text): Run => ({ kind: 'text', text })),
  fc.tuple(word, word).map(([text, source]): Run => ({ kind: 'text', text, source })),
  fc.tuple(fc.constantFrom(...titles.keys()), fc.constantFrom('value', 'about', 'change', 'growth-only', 'completion', 'share')).map(([measure, show]): Run => ({ kind: 'figure', measure, show: show as 'value' })),
)
const isWords = (each: Run | undefined): boolean => each?.kind === 'text' && each.source === undefined
const runs = fc.array(run, { minLength: 1, maxLength: 6 }).map((all) => all.filter((each, at) => !(isWords(each) && isWords(all[at - 1]))))
const table: Block = { kind: 'table', rows: [[{ runs: [{ kind: 'text', text: '甲' }] }]] }
const block: fc.Arbitrary<Block> = fc.oneof(
  runs.map((each): Block => ({ kind: 'paragraph', runs: each })),
  fc.tuple(word, runs).map(([lead, each]): Block => ({ kind: 'paragraph', lead, runs: each })),
  fc.tuple(fc.constantFrom('dot' as const, 'number' as const), runs).map(([marker, each]): Block => ({ kind: 'item', marker, runs: each })),
  fc.tuple(fc.constantFrom(3 as const, 4 as const), word).map(([level, text]): Block => ({ kind: 'heading', level, text })),
  fc.constant(table),
)

test('what was written comes back as it was', () => {
  fc.assert(fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
    expect(blocksOf(textOf(blocks, named), named, blocks.filter((each) => each.kind === 'table'))).toEqual(blocks)
  }), { seed: 7 })
})

test('what only looks like a mark stays words', () => {
  const line = '集合{甲}与{生猪出栏|比重}，〔未写来源〕'
  expect(blocksOf(line, named, [])).toEqual([{ kind: 'paragraph', runs: [{ kind: 'text', text: line }] }])
  expect(blocksOf('{表格2}', named, [table])).toEqual([])
})

test('a mark tells which wording of the number is meant', () => {
  expect([markOf('生猪出栏'), markOf('生猪出栏', 'change')]).toEqual(['{生猪出栏}', '{生猪出栏|同比}'])
  expect(blocksOf('\n出栏{生猪出栏}，{生猪出栏|同比}。\n\n', named, [])).toEqual([{ kind: 'paragraph', runs: [{ kind: 'text', text: '出栏' }, { kind: 'figure', measure: 'pigs', show: 'value' }, { kind: 'text', text: '，' }, { kind: 'figure', measure: 'pigs', show: 'change' }, { kind: 'text', text: '。' }] }])
})
