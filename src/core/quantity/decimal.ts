import Big from 'big.js'

/**
 * A decimal number as its shortest plain text: no exponent, no leading or trailing zeros, never '-0'. Equal
 * numbers are equal texts, and the text passes JSON, the database and a hash unchanged. Short numbers are
 * computed as scaled integers that a double holds exactly; everything else goes through big.js.
 */
export type Decimal = string & { readonly __decimal: true }

/** Reads ASCII digits with an optional '-' and an optional fraction; anything else is undefined. */
export const parseDecimal = (text: string): Decimal | undefined =>
  already.test(text) ? (text as Decimal) : written.test(text) ? shortest(text) : undefined

/** Like parseDecimal, for text known to be a decimal; throws RangeError otherwise. */
export const decimal = (text: string): Decimal => {
  const parsed = parseDecimal(text)
  if (parsed === undefined) throw new RangeError(`not a decimal: ${text}`)
  return parsed
}

export const ZERO = '0' as Decimal
export const ONE = '1' as Decimal

/** A whole number; throws RangeError for a number that is not a safe integer. */
export const fromInteger = (n: number | bigint): Decimal => {
  if (typeof n === 'number' && !Number.isSafeInteger(n)) throw new RangeError(`not a safe integer: ${n}`)
  return String(n) as Decimal
}

export const plus = (a: Decimal, b: Decimal): Decimal => {
  const scale = Math.max(scaleOf(a), scaleOf(b))
  if (scale <= shortScale) {
    const x = scaled(a, scale)
    const y = scaled(b, scale)
    if (isShort(x) && isShort(y) && isShort(x + y)) return unscaled(x + y, scale)
  }
  return plain(exact(a).plus(b))
}

export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, negate(b))

export const times = (a: Decimal, b: Decimal): Decimal => {
  const scaleA = scaleOf(a)
  const scaleB = scaleOf(b)
  if (scaleA + scaleB <= shortScale) {
    const x = scaled(a, scaleA)
    const y = scaled(b, scaleB)
    if (isShort(x) && isShort(y) && isShort(x * y)) return unscaled(x * y, scaleA + scaleB)
  }
  return plain(exact(a).times(b))
}

/** a / b with at most `scale` decimals, half up (ties away from zero); throws RangeError when b is zero. */
export const divide = (a: Decimal, b: Decimal, scale: number): Decimal => {
  if (isZero(b)) throw new RangeError('division by zero')
  return plain(quotients(scale)(a).div(b))
}

/** At most `scale` decimals, half up (ties away from zero); a negative scale rounds to tens, hundreds … */
export const round = (a: Decimal, scale: number): Decimal => (scaleOf(a) <= scale ? a : plain(exact(a).round(scale)))

/** The largest multiple of a positive step that is not above a. */
export const floorTo = (a: Decimal, step: Decimal): Decimal => {
  if (isZero(step) || isNegative(step)) throw new RangeError(`not a positive step: ${step}`)
  const rest = plain(exact(a).mod(step))
  return minus(a, isNegative(rest) ? plus(rest, step) : rest)
}

/** The smallest multiple of a positive step that is not below a. */
export const ceilTo = (a: Decimal, step: Decimal): Decimal => negate(floorTo(negate(a), step))

/** −1, 0 or 1, for sorting. */
export const compare = (a: Decimal, b: Decimal): -1 | 0 | 1 => {
  if (a === b) return 0
  if (a.length <= 15 && b.length <= 15) return Number(a) < Number(b) ? -1 : 1
  return exact(a).cmp(b) as -1 | 0 | 1
}

export const equals = (a: Decimal, b: Decimal): boolean => a === b

export const isZero = (a: Decimal): boolean => a === ZERO

/** Below zero. */
export const isNegative = (a: Decimal): boolean => a.charCodeAt(0) === minusSign

export const negate = (a: Decimal): Decimal => (isZero(a) ? a : isNegative(a) ? (a.slice(1) as Decimal) : (`-${a}` as Decimal))

export const abs = (a: Decimal): Decimal => (isNegative(a) ? (a.slice(1) as Decimal) : a)

/** How many decimals are written. */
export const scaleOf = (a: Decimal): number => {
  const point = a.indexOf('.')
  return point < 0 ? 0 : a.length - point - 1
}

/** The exact sum; zero for none. */
export const sum = (values: Iterable<Decimal>): Decimal => {
  const totals: number[] = new Array<number>(shortScale + 1).fill(0)
  let rest = ZERO
  for (const value of values) {
    const scale = scaleOf(value)
    const x = scale <= shortScale ? scaled(value, scale) : Number.NaN
    const total = (totals[scale] ?? 0) + x
    if (isShort(x) && isShort(total)) totals[scale] = total
    else rest = plus(rest, value)
  }
  return totals.reduce((all, total, scale) => plus(all, unscaled(total, scale)), rest)
}

/** The whole number of millionths of a decimal; NaN where it has more decimals or a double does not hold it exactly. */
export const millionths = (a: Decimal): number => {
  if (scaleOf(a) > shortScale) return Number.NaN
  const n = scaled(a, shortScale)
  return isShort(n) ? n : Number.NaN
}

/** The decimal of so many millionths. */
export const fromMillionths = (n: bigint): Decimal => {
  const digits = String(n < 0n ? -n : n).padStart(shortScale + 1, '0')
  return shortest(`${n < 0n ? '-' : ''}${digits.slice(0, -shortScale)}.${digits.slice(-shortScale)}`)
}

/** The square root of a number that is not negative, with at most `scale` decimals, half up. */
export const squareRoot = (a: Decimal, scale: number): Decimal => plain(quotients(scale)(a).sqrt())

const written = /^-?\d+(?:\.\d+)?$/
/** Most texts are shortest as they come; '-0' is not matched because its fraction is missing. */
const already = /^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/
const minusSign = 45
const shortScale = 6
const powers: readonly number[] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6]

const shortest = (text: string): Decimal => {
  const negative = text.charCodeAt(0) === minusSign
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.')
  const head = whole.replace(/^0+(?=\d)/, '')
  const tail = fraction.replace(/0+$/, '')
  const digits = tail === '' ? head : `${head}.${tail}`
  return (negative && digits !== '0' ? `-${digits}` : digits) as Decimal
}

/** The integer a × 10^scale. Below 10^15 the product's error is under a half, so rounding gives it exactly. */
const scaled = (a: Decimal, scale: number): number => (scale === 0 ? Number(a) : Math.round(Number(a) * (powers[scale] ?? Number.NaN)))

/** Fifteen digits: a double holds the integer exactly, and prints the decimal fraction of it as written. */
const isShort = (n: number): boolean => n < 1e15 && n > -1e15

const unscaled = (n: number, scale: number): Decimal => String(scale === 0 ? n : n / (powers[scale] ?? Number.NaN)) as Decimal

const constructors = new Map<number, Big.BigConstructor>()

/** A big.js of our own whose quotients have exactly this many decimals, so that nothing is rounded twice. */
const quotients = (scale: number): Big.BigConstructor => {
  const known = constructors.get(scale)
  if (known !== undefined) return known
  const made = Big()
  made.DP = scale
  made.RM = 1
  made.strict = true
  constructors.set(scale, made)
  return made
}

const exact: Big.BigConstructor = quotients(60)

const plain = (value: Big): Decimal => shortest(value.toFixed())
