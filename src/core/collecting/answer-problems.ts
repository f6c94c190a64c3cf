import { parseDecimal } from '../quantity/decimal.ts'
import type { Measure } from '../measure/measure.ts'
import { boundMeasures } from '../report/runs.ts'
import type { Block } from '../report/document.ts'
import type { FieldProblem } from '../refusal/refusal.ts'
import type { ToldValue } from './told-value.ts'
import { inBase } from './told-in-base.ts'

/** What an office hands in. */
export type AnswerText = { readonly blocks: readonly Block[]; readonly told: readonly ToldValue[]; readonly nothing: boolean }

/**
 * What is wrong with an answer: it says something or that there is nothing, stays within one section, and tells only of what was asked, once
 * each and in a unit of that measure. Its length is never a reason: over budget is said and left to the writer.
 */
export const answerProblems = (answer: AnswerText, asked: readonly string[], measures: ReadonlyMap<string, Measure>): readonly FieldProblem[] => [...textProblems(answer, measures), ...answer.told.flatMap((value, at) => toldProblems(value, at, answer.told, asked, measures))]

const textProblems = ({ blocks, told, nothing }: AnswerText, measures: ReadonlyMap<string, Measure>): readonly FieldProblem[] => {
  if (nothing) return blocks.length > 0 || told.some((value) => value.as === 'other') ? [{ field: 'nothing', code: 'nothing-but-text', details: {} }] : []
  if (blocks.length === 0 && told.length === 0) return [{ field: 'blocks', code: 'answer-empty', details: {} }]
  const high = blocks.findIndex((block) => block.kind === 'heading' && block.level <= 2)
  const unknown = boundMeasures({ blocks }).filter((key) => !measures.has(key))
  return [
    ...(high < 0 ? [] : [{ field: `blocks.${high}`, code: 'heading-too-high' as const, details: {} }]),
    ...(unknown.length === 0 ? [] : [{ field: 'blocks', code: 'not-found' as const, details: { what: unknown[0] } }]),
  ]
}

const toldProblems = (value: ToldValue, at: number, all: readonly ToldValue[], asked: readonly string[], measures: ReadonlyMap<string, Measure>): readonly FieldProblem[] => {
  const field = (name: string): string => `told.${at}.${name}`
  const measure = measures.get(value.measure)
  if (measure === undefined || !asked.includes(value.measure)) return [{ field: field('measure'), code: 'not-asked', details: { what: measure?.title.zh ?? value.measure } }]
  if (all.findIndex((each) => each.measure === value.measure) !== at) return [{ field: field('measure'), code: 'told-twice', details: { what: measure.title.zh } }]
  if (value.as === 'book') return []
  if (parseDecimal(value.value) === undefined) return [{ field: field('value'), code: 'not-number', details: { value: value.value } }]
  return inBase(value, measure.display) === undefined ? [{ field: field('unit'), code: 'unit-unfit', details: { unit: `${value.scale}${value.unit}`, what: measure.title.zh } }] : []
}
