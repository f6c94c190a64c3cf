import { expect, test } from 'vitest'
import type { ToldValue } from '../../../core/collecting/told-value.ts'
import type { AnswerDraft } from './answer-draft.ts'
import { isSame, withTold } from './answer-draft.ts'

const book = (measure: string): ToldValue => ({ as: 'book', measure })
const draft: AnswerDraft = { saw: 7, blocks: [{ kind: 'paragraph', runs: [{ kind: 'text', text: '稿' }] }], told: [book('pigs'), book('land')], nothing: false }

test('one value is told of a measure, the last one, or none', () => {
  const other: ToldValue = { as: 'other', measure: 'pigs', value: '3', scale: '', unit: '头', reason: '按检疫证' }
  expect(withTold(draft, 'pigs', other).told).toEqual([book('land'), other])
  expect(withTold(draft, 'pigs', undefined).told).toEqual([book('land')])
})

test('a draft that says what stands is none, in whatever order its values were told', () => {
  expect(isSame(draft, { ...draft, saw: 9, told: [book('land'), book('pigs')] })).toBe(true)
  expect([isSame(draft, { ...draft, nothing: true }), isSame(draft, { ...draft, blocks: [] }), isSame(draft, { ...draft, told: [] })]).toEqual([false, false, false])
})
