import { compare as compareDecimals, parseDecimal, scaleOf } from '../../quantity/decimal.ts'
import type { Decimal } from '../../quantity/decimal.ts'
import type { Kind } from './kind.ts'
import { problem } from './kind.ts'

/** A decimal of any size, in the field's unit; the column is unconstrained, the scale is checked here. */
export const decimal: Kind = {
  sqlType: 'numeric',
  parse: (input, field) => {
    if (typeof input !== 'string') return problem('not-number', { value: input })
    if (input.trim() === '') return null
    if (input.length > 60) return problem('not-number', { value: `${input.slice(0, 60)}…` })
    const value = parseDecimal(input.trim())
    if (value === undefined) return problem('not-number', { value: input })
    const max = field.decimals ?? 6
    if (scaleOf(value) > max) return max === 0 ? problem('not-whole') : problem('too-many-decimals', { max })
    if (field.min !== undefined && compareDecimals(value, field.min as Decimal) < 0) return problem('below-minimum', { min: field.min })
    if (field.max !== undefined && compareDecimals(value, field.max as Decimal) > 0) return problem('above-maximum', { max: field.max })
    return value
  },
  format: (value) => String(value),
  compare: (a, b) => compareDecimals(a as Decimal, b as Decimal),
}

/** A whole number. */
export const integer: Kind = { ...decimal, parse: (input, field) => decimal.parse(input, { ...field, decimals: 0 }) }
