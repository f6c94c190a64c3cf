import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const judge = (text: string): readonly string[] => checkText(`一、上半年工作回顾\n${text}\n`).findings.filter((each) => each.rule === 'false-precision').map((each) => `${each.quote} ${each.arithmetic ?? ''}`)

test('two decimals cannot come from one', () => expect(judge('债务由9.6亿元下降至3.0亿元,压缩68.75%。')).toEqual(['68.75% 68.06%—69.43%']))
test('one decimal may', () => expect(judge('债务由9.6亿元下降至3.0亿元,压缩68.8%。')).toEqual([]))
test('counts are exact', () => expect(judge('隐患由96处下降至30处,压降68.75%。')).toEqual([]))
