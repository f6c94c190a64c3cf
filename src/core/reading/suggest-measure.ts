import type { Measure } from '../measure/measure.ts'
import { abs, compare, decimal, divide, isZero, minus, type Decimal } from '../quantity/decimal.ts'
import { commonLength, pairsOf, shareFound, weightsOf, type Weights } from './likeness.ts'
import type { ReadFigure } from './reading.ts'
import { readValue } from './read-unit.ts'

/** A measure a read figure may be. `score` is from 0 to 1; `value` is the read value in the measure's base unit, null where only a change was read. */
export type Suggestion = { readonly measure: Measure; readonly score: number; readonly value: Decimal | null }

/** The measures of a book, made ready for being compared with. */
export type MeasureWords = { readonly entries: readonly Entry[]; readonly weights: Weights }
type Entry = { readonly measure: Measure; readonly title: string; readonly pairs: ReadonlySet<string>; readonly about: ReadonlySet<string> }

export const measureWords = (measures: Iterable<Measure>): MeasureWords => {
  const entries = [...measures].filter((measure) => measure.part !== true).map((measure) => ({ measure, title: signsOf(measure.title.zh), pairs: pairsOf(measure.title.zh), about: pairsOf(measure.about.zh) }))
  return { entries, weights: weightsOf(entries.map((entry) => entry.pairs)) }
}

export type Asked = {
  readonly figure: Pick<ReadFigure, 'subject' | 'value' | 'unit' | 'change'>
  /** The words around the figure, of its own sentence. */
  readonly around: string
  /** What the book says of a measure for the period, in base units; breaks ties. */
  readonly book?: (measure: string) => Decimal | null
}

const least = 0.2
const most = 5
const sure = 0.45
const ahead = 0.04

/**
 * The measures whose words are most like those of a read figure and whose unit can be its unit, best first. What the book says of them
 * decides only between those whose words are about as near.
 */
export const suggestMeasures = ({ figure, around, book }: Asked, { entries, weights }: MeasureWords): readonly Suggestion[] => {
  const near = nearness(figure.subject, around, weights)
  const found: Suggestion[] = []
  for (const entry of entries) {
    const { measure } = entry
    const value = valueFor(figure, measure)
    if (value === undefined) continue
    const text = near(entry)
    const score = text + 0.08 * closeness(value, book?.(measure.key) ?? null)
    if (text >= least) found.push({ measure, score: Math.min(1, Math.round(score * 1000) / 1000), value })
  }
  return found.sort((a, b) => b.score - a.score || (a.measure.key < b.measure.key ? -1 : 1)).slice(0, most)
}

/** The measures whose words are most like some words, of those that fit, best first. */
export const measuresLike = (subject: string, around: string, { entries, weights }: MeasureWords, fits: (measure: Measure) => boolean): readonly Omit<Suggestion, 'value'>[] => {
  const near = nearness(subject, around, weights)
  return entries
    .filter(({ measure }) => fits(measure))
    .map((entry) => ({ measure: entry.measure, score: Math.round(near(entry) * 1000) / 1000 }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || (a.measure.key < b.measure.key ? -1 : 1))
    .slice(0, most)
}

/** How near the words of a measure are to a subject and the words around it, up to 0.92. */
const nearness = (named: string, around: string, weights: Weights): ((entry: Entry) => number) => {
  const subject = signsOf(named)
  const words = pairsOf(named)
  const context = pairsOf(around)
  return ({ title, pairs, about }) => {
    const inTitle = shareFound(words, pairs, weights)
    const ofTitle = shareFound(pairs, words, weights)
    const common = commonLength(subject, title)
    const order = subject.length < 2 || common < 2 ? 0 : Math.max(common / subject.length, common / title.length) * Math.min(1, (2 * common) / Math.min(subject.length, title.length) - 1)
    const near = Math.max(Math.sqrt(inTitle * ofTitle), 0.85 * Math.max(0, order)) + 0.1 * Math.max(inTitle, ofTitle)
    const wider = shareFound(pairs, context, weights)
    const told = shareFound(words, about, weights)
    return Math.min(1, near) * 0.62 + wider * 0.26 + told * 0.04
  }
}

/** The first of some suggestions where its words leave little doubt: near enough, and nearer than any other. */
export const sureOf = <Like extends { readonly score: number }>([first, second]: readonly Like[]): Like | undefined =>
  first !== undefined && first.score >= sure && first.score - (second?.score ?? 0) >= ahead ? first : undefined

/** The read value in the measure's base unit; undefined where the measure counts something else, or tells no change and only that was read. */
const valueFor = ({ value, unit, change }: Asked['figure'], { display, change: told }: Measure): Decimal | null | undefined => {
  if (value === null || unit === null) return change === null || told === 'none' ? undefined : null
  return readValue(value as Decimal, unit, display.unit)
}

/** 1 for the same value, 0 for one twice as large or of another sign. */
const closeness = (read: Decimal | null, book: Decimal | null): number => {
  if (read === null || book === null || isZero(book)) return 0
  const apart = divide(abs(minus(read, book)), abs(book), 6)
  return compare(apart, decimal('1')) >= 0 ? 0 : 1 - Number(apart)
}

/** The signs that carry meaning: no marks, no spaces. */
const signsOf = (text: string): string => (text.normalize('NFKC').match(/[一-鿿A-Za-z\d.]+/g) ?? []).join('')
