import type { Decimal } from '../quantity/decimal.ts'
import { parseDecimal, round } from '../quantity/decimal.ts'
import type { Display } from '../quantity/unit.ts'
import { convert, fromScale, toScale } from '../quantity/unit.ts'
import type { OtherValue } from './told-value.ts'

/** A told value in the base unit of its measure; undefined where its unit counts something else. */
export const inBase = (told: OtherValue, display: Pick<Display, 'unit'>): Decimal | undefined => {
  const value = parseDecimal(told.value)
  return value === undefined ? undefined : convert(fromScale(value, told.scale), told.unit, display.unit)
}

/** A value in the base unit, as far as the report prints it: two values are one where these are equal. */
export const asPrinted = (base: Decimal, display: Pick<Display, 'scale' | 'decimals'>): Decimal => round(toScale(base, display.scale), display.decimals)
