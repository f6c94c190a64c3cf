import { expect, test } from 'vitest'
import { placeProblems, wordsAround } from './text-places.ts'

test('words that stand where they are said to, also behind signs beyond the basic plane', () => {
  const text = '𠮷村生猪出栏2.07万头。'
  expect(placeProblems(text, [{ quote: '2.07万头', offset: 6 }, { quote: '𠮷村', offset: 0 }, { quote: '生猪', offset: 2 }])).toEqual([undefined, undefined, undefined])
})

test('others, and offsets outside, in the order asked', () => {
  expect(placeProblems('生猪8头', [{ quote: '头', offset: 4 }, { quote: '猪', offset: 0 }, { quote: '8头', offset: 2 }, { quote: '', offset: 0 }, { quote: '生', offset: -1 }, { quote: '生', offset: 0.5 }, { quote: '8头。', offset: 2 }])).toEqual([
    'offset-outside', 'quote-not-there', undefined, 'quote-not-there', 'offset-outside', 'offset-outside', 'quote-not-there',
  ])
})

test('the words around stay in the sentence', () => {
  const text = '先说别的。全镇种植早稻1400余亩，收割小麦；后说别的'
  expect(wordsAround([...text], { quote: '1400余亩', offset: [...text].indexOf('1') })).toBe('全镇种植早稻1400余亩，收割小麦')
})
