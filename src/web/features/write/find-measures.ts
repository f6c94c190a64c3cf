import type { MeasureRef } from '../../../api/figure.ts'

/** Measures that fit what was typed: by title, by the initials of its pinyin or by key, those that begin with it first. */
export const findMeasures = (measures: readonly MeasureRef[], query: string, most: number): readonly MeasureRef[] => {
  const typed = query.trim().toLowerCase()
  const rank = ({ key, title, initials }: MeasureRef): number => {
    if (typed === '') return 3
    const name = title.zh.toLowerCase()
    if (name === typed || initials === typed) return 0
    if (name.startsWith(typed) || initials.startsWith(typed)) return 1
    if (name.includes(typed)) return 2
    return key.startsWith(typed) || initials.includes(typed) || title.en.toLowerCase().includes(typed) ? 3 : 9
  }
  return measures.map((measure) => ({ measure, rank: rank(measure) })).filter((each) => each.rank < 9).sort((a, b) => a.rank - b.rank || a.measure.title.zh.length - b.measure.title.zh.length).slice(0, most).map((each) => each.measure)
}
