import type { ReadChange, ReadCommitment, ReadFigure } from '../reading.ts'
import { readText } from '../read-text.ts'

/** A reading in short hand, so that a case is a line: `2.07万头 ↑88 占12 成50/5亿元 同比`. */

const marks = { over: '余', about: '约', at_least: '≥', at_most: '≤', range: '~' } as const

/** The figures of a review. */
export const figuresOf = (text: string): readonly string[] => readText(text).figures.map(told)

/** The promises of a plan. */
export const promisesOf = (text: string): readonly string[] => readText(`下半年工作安排\n${text}`).commitments.map(promised)

const told = (it: ReadFigure): string =>
  [
    it.value === null ? '—' : `${it.qualifier === null || it.qualifier === 'range' ? '' : marks[it.qualifier]}${it.value}${it.value_high === null ? '' : `~${it.value_high}`}${it.unit}`,
    it.change === null ? '' : changed(it.change),
    it.share_percent === null ? '' : `占${it.share_percent}`,
    it.completion_percent === null ? '' : `成${it.completion_percent}${it.completion_base === null ? '' : `/${it.completion_base.value}${it.completion_base.unit}`}`,
  ]
    .filter((part) => part !== '')
    .join(' ')

const changed = (it: ReadChange): string => `${it.direction === 'up' ? '↑' : '↓'}${it.percent ?? `${it.points}点`}`

const promised = (it: ReadCommitment): string =>
  [
    it.quote,
    it.target === null ? '' : `= ${it.target.qualifier === null ? '' : marks[it.target.qualifier]}${it.target.value}${it.target.unit}`,
    it.deadline === null ? (it.deadline_text === null ? '' : `@${it.deadline_text}`) : `@${it.deadline}`,
    it.modality === 'plain' ? '' : it.modality,
  ]
    .filter((part) => part !== '')
    .join(' ')
