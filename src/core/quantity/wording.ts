import { ceilTo, compare, decimal, floorTo, isNegative, isZero, minus, plus, round, scaleOf, times, ZERO, type Decimal } from './decimal.ts'
import { fromScale, toScale, unitOf, type Display, type Scale } from './unit.ts'
import type { Word, Wording } from './word.ts'
import type { Lang } from '../words.ts'

export { Wording } from './word.ts'

/** A printed quantity. `number` is in the scale; `exact` says that it is the value itself, nothing rounded away. */
export type Printed = {
  readonly text: string
  readonly number: string
  readonly word: Word | null
  readonly scale: Scale
  readonly exact: boolean
}

/**
 * Prints a value given in the bare unit as an official text would: '32.65亿元', '1400余亩', '1.72万余个', '近9万人次'.
 * 余, 多, 超 and 突破 cut down to the step and 近 goes up to it, each only where something was cut or added; 以上
 * likewise includes the bound; 约 and 左右 round half up and always stay, because they mark an estimate. A value
 * not above zero, or cut to nothing, prints plain. In English 万 and 亿 are written out as thousands and millions.
 */
export const printQuantity = (value: Decimal, display: Display, lang: Lang = 'zh'): Printed => {
  const scaledValue = toScale(value, display.scale)
  const worded = display.wording === undefined ? undefined : applyWording(scaledValue, display.wording)
  const rounded = worded?.number ?? round(scaledValue, display.decimals)
  const number = display.fixed === true && worded === undefined ? withZeros(rounded, display.decimals) : rounded
  const word = worded?.word ?? null
  const text = lang === 'zh' ? chinese(number, word, display) : english(rounded, word, display)
  return { text, number, word, scale: display.scale, exact: rounded === scaledValue }
}

/**
 * Prints a value round, as running text does: '32亿余元', '近9万人次', '1400余亩'. 近 where a number of one digit, or of two, was all
 * but reached; else the first two digits and 余. A value of no more digits, or below one, prints as it is.
 */
export const printAbout = (value: Decimal, display: Display, lang: Lang = 'zh'): Printed => {
  const plain: Display = { unit: display.unit, scale: display.scale, decimals: display.decimals, changeDecimals: display.changeDecimals }
  const wording = roundWording(toScale(value, display.scale))
  return printQuantity(value, wording === undefined ? plain : { ...plain, wording }, lang)
}

const roundWording = (value: Decimal): Wording | undefined => {
  if (compare(value, decimal('1')) < 0) return undefined
  const digits = (value.split('.')[0] ?? '').length
  const [first, second] = [powerOfTen(digits - 1), powerOfTen(digits - 2)]
  const missing = (step: Decimal): Decimal => minus(ceilTo(value, step), value)
  for (const [step, share] of [[first, '0.05'], [second, '0.1']] as const)
    if (!isZero(missing(step)) && compare(missing(step), times(step, decimal(share))) <= 0) return { word: '近', step }
  return isZero(missing(second)) ? undefined : { word: '余', step: second }
}

const powerOfTen = (exponent: number): Decimal => decimal(exponent >= 0 ? `1${'0'.repeat(exponent)}` : '0.1')

/**
 * Whether a printed number and its word are true of a value in the bare unit. The grain is one unit of the last
 * digit that is not zero: '1400余' holds above 1400 and below 1500, '近9万' above 8万 and below 9万, 约 and 左右
 * within half a grain. 超 and 突破 hold above the number, 以上 from it on; no word means the value rounds to it.
 * Throws RangeError when the number is not written as a plain decimal.
 */
export const wordingHolds = (printed: { readonly number: string; readonly word: Word | null; readonly scale: Scale }, value: Decimal): boolean => {
  const number = decimal(printed.number)
  const actual = toScale(value, printed.scale)
  const decimals = Math.max(0, printed.number.length - 1 - (printed.number + '.').indexOf('.'))
  const against = compare(actual, number)
  switch (printed.word) {
    case null:
      return round(actual, decimals) === number
    case '余':
    case '多':
      return against > 0 && compare(actual, plus(number, grain(number))) < 0
    case '近':
      return against < 0 && compare(actual, minus(number, grain(number))) > 0
    case '超':
    case '突破':
      return against > 0
    case '以上':
      return against >= 0
    case '约':
    case '左右':
      return compare(times(minus(actual, number), two), grain(number)) <= 0 && compare(times(minus(number, actual), two), grain(number)) <= 0
    default:
      return printed.word satisfies never
  }
}

const two = decimal('2')

/** The number and word to print, both in the scale; undefined where the word would say nothing true. */
const applyWording = (value: Decimal, wording: Wording): { readonly number: Decimal; readonly word: Word | null } | undefined => {
  if (isNegative(value) || isZero(value)) return undefined
  const step = decimal(wording.step)
  const number = stepped(value, wording.word, step)
  if (isZero(number)) return undefined
  const estimate = wording.word === '约' || wording.word === '左右'
  return { number, word: estimate || number !== value ? wording.word : null }
}

const stepped = (value: Decimal, word: Word, step: Decimal): Decimal => {
  if (word === '近') return ceilTo(value, step)
  if (word === '约' || word === '左右') return floorTo(plus(value, times(step, decimal('0.5'))), step)
  return floorTo(value, step)
}

/** One unit of the last digit that is not zero: 100 for 1400, 0.01 for 1.72, 1 for 22. */
const grain = (number: Decimal): Decimal => {
  const scale = scaleOf(number)
  if (scale > 0) return decimal(`0.${'0'.repeat(scale - 1)}1`)
  const zeros = number === ZERO ? 0 : number.length - number.replace(/0+$/, '').length
  return decimal(`1${'0'.repeat(zeros)}`)
}

const withZeros = (number: Decimal, decimals: number): string => {
  const missing = decimals - scaleOf(number)
  if (missing <= 0) return number
  return `${number}${scaleOf(number) === 0 ? '.' : ''}${'0'.repeat(missing)}`
}

const chinese = (number: string, word: Word | null, display: Display): string => {
  const unit = unitOf(display.unit).name.zh
  const scaled = `${number}${display.scale}`
  switch (word) {
    case null:
      return `${scaled}${unit}`
    case '余':
    case '多':
      return `${scaled}${word}${unit}`
    case '近':
    case '超':
    case '突破':
    case '约':
      return `${word}${scaled}${unit}`
    case '以上':
    case '左右':
      return `${scaled}${unit}${word}`
    default:
      return word satisfies never
  }
}

const englishWords: Readonly<Record<Word, string>> = {
  余: 'over ', 多: 'over ', 近: 'nearly ', 超: 'over ', 突破: 'over ', 约: 'about ', 以上: 'at least ', 左右: 'about ',
}

const english = (number: Decimal, word: Word | null, display: Display): string => {
  const lead = word === null ? '' : englishWords[word]
  const unit = unitOf(display.unit).name.en
  return `${lead}${englishNumber(number, display)}${unit === '%' ? '' : ' '}${unit}`
}

/** 32.65 in 亿 is '3.265 billion', 2.55 in 亿 '255 million', 1.72 in 万 '17,200'. */
const englishNumber = (number: Decimal, display: Display): string => {
  const kept = display.fixed === true ? withZeros(number, display.decimals) : number
  if (display.scale === '') return grouped(kept)
  if (display.scale === '万') return grouped(fromScale(number, '万'))
  const size = isNegative(number) ? minus(ZERO, number) : number
  return compare(size, decimal('10')) >= 0
    ? `${grouped(times(number, decimal('0.1')))} billion`
    : `${grouped(times(number, decimal('100')))} million`
}

const grouped = (number: string): string => {
  const [whole = '', fraction] = number.split('.')
  const head = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? head : `${head}.${fraction}`
}
