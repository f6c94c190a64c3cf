import { compare, parseDecimal, round } from '../quantity/decimal.ts'
import { toScale } from '../quantity/unit.ts'
import type { LintBook } from './lint.ts'

/** A number typed behind the name of a figure that is not what the book says: the words, and both values. */
export type TypedValue = { readonly quote: string; readonly arithmetic: string }

/**
 * Numbers typed right behind the title of a measure (“生猪出栏2.1万头”), stated or not, held against the figure in its own unit. A number with a
 * word of rounding, or in another unit, is not compared.
 */
export const typedValues = (text: string, { figures, measures }: LintBook): readonly TypedValue[] => {
  const found: TypedValue[] = []
  for (const [key, figure] of figures) {
    const measure = measures.get(key)
    if (measure === undefined || figure.exact === null || !text.includes(measure.title.zh)) continue
    const exact = toScale(figure.exact, measure.display.scale)
    for (const match of text.matchAll(new RegExp(`${escaped(measure.title.zh)}(?:为|达到|达|共|共计|实现|完成)?([0-9]+(?:\\.[0-9]+)?)${escaped(figure.unit)}`, 'g'))) {
      const digits = match[1] ?? ''
      const typed = parseDecimal(digits)
      if (typed === undefined || compare(typed, round(exact, (digits.split('.')[1] ?? '').length)) === 0) continue
      found.push({ quote: match[0], arithmetic: `${digits} ≠ ${figure.value ?? exact} ${figure.unit}` })
    }
  }
  return found
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
