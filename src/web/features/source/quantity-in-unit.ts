import type { Decimal } from '../../../core/quantity/decimal.ts'
import { abs, compare, ONE, parseDecimal } from '../../../core/quantity/decimal.ts'
import type { Scale } from '../../../core/quantity/unit.ts'
import { fromScale, toScale, unitText } from '../../../core/quantity/unit.ts'
import { readUnit, readValue } from '../../../core/reading/read-unit.ts'
import type { Lang } from '../../../core/words.ts'
import { numberText } from '../../ui/number-text.ts'

/** A number written in one unit, in the bare unit that another text names; undefined when they do not convert. */
export const inBareUnit = (value: string, written: string, wanted: string): Decimal | undefined => {
  const number = parseDecimal(value)
  const unit = readUnit(wanted)?.unit
  return number === undefined || unit === undefined ? undefined : readValue(number, written, unit)
}

/** A value in the bare unit as one reads it, 3,265,000,000 of 元 as 32.65 亿元: the scale is the text's own, else by size. */
export const readable = (value: string, written: string, lang: Lang): { readonly number: string; readonly unit: string } => {
  const number = parseDecimal(value)
  const unit = readUnit(written)?.unit
  if (number === undefined || unit === undefined) return { number: numberText(value), unit: written }
  const scale = scaleIn(written) ?? scaleBySize(number)
  return { number: numberText(toScale(number, scale)), unit: unitText({ unit, scale }, lang) }
}

/** The scale a unit is written with: of 万元 it is 万. */
export const scaleIn = (written: string): Scale | undefined => (['亿', '万'] as const).find((scale) => written.startsWith(scale))

const scaleBySize = (value: Decimal): Scale => (['亿', '万'] as const).find((scale) => compare(abs(value), fromScale(ONE, scale)) >= 0) ?? ''
