import { decimal, parseDecimal, plus, times, ZERO, type Decimal } from '../quantity/decimal.ts'

/**
 * Numerals as Chinese official texts write them: 1,234.5, 1.2万, 三万五千, 十二, 二〇二三, 一点五, 百分之十五. A scale behind Arabic digits
 * (万, 亿, 千 …) is told apart from the number, because the text keeps it in its unit.
 */
export type Numeral = {
  /** Where the digits end; the scale, if any, begins here or behind 余 and 多. */
  readonly to: number
  readonly value: Decimal
  readonly script: 'arabic' | 'chinese'
  /** Chinese digits without a place word: 二三, 二〇二三. */
  readonly loose: boolean
}

export const isArabic = (sign: string | undefined): boolean => sign !== undefined && sign >= '0' && sign <= '9'
export const isChinese = (sign: string | undefined): boolean => sign !== undefined && chineseSigns.has(sign)

/** The numeral that begins at a place; undefined where none does. */
export const numeralAt = (plain: string, from: number): Numeral | undefined =>
  isArabic(plain[from]) ? arabicAt(plain, from) : isChinese(plain[from]) ? chineseAt(plain, from) : undefined

/** Scales that stand behind digits, and what one of each is. */
export const scales: ReadonlyMap<string, Decimal> = new Map(
  [['万亿', '1000000000000'], ['千亿', '100000000000'], ['百亿', '10000000000'], ['十亿', '1000000000'], ['亿', '100000000'], ['千万', '10000000'], ['百万', '1000000'], ['十万', '100000'], ['万', '10000'], ['千', '1000'], ['百', '100'], ['十', '10']].map(
    ([key, value]): [string, Decimal] => [key ?? '', decimal(value ?? '1')],
  ),
)

/** The scale that begins at a place, or ''. */
export const scaleAt = (plain: string, from: number): string => {
  if (!'万亿千百十'.includes(plain[from] ?? '#')) return ''
  const two = plain.slice(from, from + 2)
  return scales.has(two) ? two : (plain[from] ?? '')
}

const longest = 40

const arabicAt = (plain: string, from: number): Numeral | undefined => {
  let to = from
  while (isArabic(plain[to]) && to - from < longest) to += 1
  while ((plain[to] === ',' || (plain[to] === ' ' && to - from <= 3)) && to - from <= 3 + 4 * 10 && grouped(plain, to)) to += 4
  if (plain[to] === '.' && isArabic(plain[to + 1])) {
    let end = to + 1
    while (isArabic(plain[end]) && end - to < longest) end += 1
    to = end
  }
  const value = parseDecimal(plain.slice(from, to).replace(/[, ]/g, ''))
  return value === undefined ? undefined : { to, value, script: 'arabic', loose: false }
}

/** ',' and three digits, no fourth. */
const grouped = (plain: string, at: number): boolean => isArabic(plain[at + 1]) && isArabic(plain[at + 2]) && isArabic(plain[at + 3]) && !isArabic(plain[at + 4])

const digits = '零一二三四五六七八九'
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const chineseSigns = new Set('〇零一二两三四五六七八九十百千万亿')

const digitOf = (sign: string): number => (sign === '〇' ? 0 : sign === '两' ? 2 : digits.indexOf(sign))

const chineseAt = (plain: string, from: number): Numeral | undefined => {
  let to = from
  while (isChinese(plain[to]) && to - from < longest) to += 1
  const text = plain.slice(from, to)
  const whole = /[十百千万亿]/.test(text) ? placed(text) : spelled(text)
  if (whole === undefined) return undefined
  const loose = text.length > 1 && !/[十百千万亿]/.test(text)
  if (plain[to] !== '点' || !isChinese(plain[to + 1])) return { to, value: whole, script: 'chinese', loose }
  let end = to + 1
  while (end - to < longest && digitOf(plain[end] ?? '#') >= 0) end += 1
  const fraction = [...plain.slice(to + 1, end)].map(digitOf).join('')
  return fraction === '' ? { to, value: whole, script: 'chinese', loose } : { to: end, value: decimal(`${whole}.${fraction}`), script: 'chinese', loose: false }
}

/** 二〇二三 is 2023, 三 is 3. */
const spelled = (text: string): Decimal | undefined => parseDecimal([...text].map(digitOf).join(''))

/** 三万五千 is 35000, 一百零五 is 105, 十二 is 12, 三千五 is 3500; undefined for what cannot be read in one way. */
const placed = (text: string): Decimal | undefined => {
  let high = ZERO
  let middle = ZERO
  let section = 0
  let digit: number | undefined
  let place = 0
  let zero = false
  for (const sign of text) {
    const value = digitOf(sign)
    if (value >= 0) {
      if (digit !== undefined && digit !== 0) return undefined
      zero = digit === 0 || value === 0
      digit = value
      continue
    }
    const small = places[sign]
    if (small === undefined) {
      const below = plus(middle, decimal(String(section + (digit ?? 0))))
      if (below === ZERO) return undefined
      if (sign === '万') middle = times(below, tenThousand)
      else high = times(plus(high, below), hundredMillion)
      if (sign === '亿') middle = ZERO
      section = 0
    } else if (digit === undefined && place !== 0 && small !== 10) return undefined
    else section += (digit ?? 1) * small
    place = small ?? (sign === '万' ? 10_000 : 100_000_000)
    digit = undefined
    zero = false
  }
  const tail = digit === undefined ? 0 : !zero && place >= 100 ? digit * (place / 10) : digit
  return plus(plus(high, middle), decimal(String(section + tail)))
}

const tenThousand = decimal('10000')
const hundredMillion = decimal('100000000')
