import { compare, decimal, sum, type Decimal } from '../quantity/decimal.ts'
import { words } from '../words.ts'
import { decimalsOf, digitsIn, inUnitOf, type Fact } from './fact.ts'
import { fixed, overlap, percent, percentOf, printedAs } from './interval.ts'
import { fails, holds, type Outcome, type Span } from './outcome.ts'
import type { Page } from './page.ts'
import type { Whole } from './wholes.ts'
import { tooPrecise } from './false-precision.ts'

/** A printed share against its part and its whole, and the shares of one whole against a hundred. */
export const share = (page: Page, wholes: readonly Whole[]): readonly Outcome[] => [...wholes.flatMap((it) => shareOfWhole(page, it)), ...sharesTogether(page.plain), ...structures(page.plain)]

const shareOfWhole = (page: Page, { whole, parts, kind }: Whole): readonly Outcome[] => {
  if (kind === 'outcome') return rateOfOutcome(page, whole, parts)
  return parts.flatMap((part): readonly Outcome[] => {
    const place = sharePlace(page, part)
    if (place === undefined || !part.exact || !whole.exact || part.read.share_percent === null || part.range === null || whole.range === null) return []
    const lead = page.plain.slice(part.to, place.from)
    if (!lead.includes(`占${whole.key}`) && !/占(?:比|比重|总[量数额]?|全部|其)?(?:的|为|达到?|比重?为)?(?:约|近)?$|^[,(]?(?:比重|比例)/.test(lead) || /占(?:全[国省市县区州]|[^,。;]{0,6}[省市县区])/.test(lead)) return []
    const digits = digitsIn(place.quote)
    const between = percentOf(part.range, whole.range)
    if (digits === undefined || between === undefined || part.amount === null || whole.amount === null) return []
    const printed = printedAs(decimal(digits), decimalsOf(digits))
    const reckoning = `${inUnitOf(part, whole)} ÷ ${whole.digits} = ${fixed(percent(part.amount, whole.amount), 2)}%`
    return overlap(between, printed)
      ? [holds('share', place, words('占比与所列数字一致。', 'The share follows from the figures.'), reckoning), ...tooPrecise(place, decimalsOf(digits), between, [part, whole])]
      : [fails('share', 'error', place, words('占比与所列数字不符。', 'The share does not follow from the figures.'), `${reckoning} ≠ ${digits}%`)]
  })
}

/** 受理50件,办结48件,办结率96%. */
const rateOfOutcome = (page: Page, whole: Fact, [part, ...more]: readonly Fact[]): readonly Outcome[] => {
  if (part === undefined || more.length > 0 || !part.exact || !whole.exact || part.range === null || whole.range === null || part.amount === null || whole.amount === null) return []
  const match = /^,(?:[一-鿿]{2,4}率)(?:为|达到?)?(\d{1,3}(?:\.\d+)?)%/.exec(page.plain.slice(part.to, part.to + 20))
  const between = percentOf(part.range, whole.range)
  const digits = match?.[1]
  if (match === null || digits === undefined || between === undefined) return []
  const at = { from: part.to + match[0].length - digits.length - 1, to: part.to + match[0].length }
  const reckoning = `${inUnitOf(part, whole)} ÷ ${whole.digits} = ${fixed(percent(part.amount, whole.amount), 2)}%`
  return overlap(between, printedAs(decimal(digits), decimalsOf(digits)))
    ? [holds('share', at, words('比率与所列数字一致。', 'The rate follows from the figures.'), reckoning)]
    : [fails('share', 'warning', at, words('比率与所列数字不符。', 'The rate does not follow from the figures.'), `${reckoning} ≠ ${digits}%`)]
}

/** 甲、乙、丙分别占30%、40%、50%: shares said in one breath are of one whole. */
const sharesTogether = (plain: string): readonly Outcome[] =>
  [...plain.matchAll(/分别占[^,。;\d]{0,10}((?:\d{1,3}(?:\.\d{1,6})?%[、和与及]?){2,12})/g)].flatMap((match) => {
    const shares = (match[1] ?? '').match(/[\d.]+(?=%)/g) ?? []
    const to = match.index + match[0].replace(/[、和与及]$/, '').length
    return whole({ from: match.index + match[0].length - (match[1] ?? '').length, to }, shares, ' + ')
  })

/** 三次产业结构调整为5.2:45.1:49.7: the three make a hundred. */
const structures = (plain: string): readonly Outcome[] =>
  [...plain.matchAll(/(?:产业)[^,。;\d]{0,16}?(\d{1,2}(?:\.\d+)?)[:∶](\d{1,2}(?:\.\d+)?)[:∶](\d{1,2}(?:\.\d+)?)/g)].flatMap((match) => {
    const [, a = '0', b = '0', c = '0'] = match
    const from = match.index + match[0].length - (a.length + b.length + c.length + 2)
    const total = sum([decimal(a), decimal(b), decimal(c)])
    const room = decimal(fixed(decimal(String(1.5 / 10 ** Math.max(decimalsOf(a), decimalsOf(b), decimalsOf(c)))), 4))
    const right = compare(total, sum([decimal('100'), room])) <= 0 && compare(sum([total, room]), decimal('100')) >= 0
    const span = { from, to: match.index + match[0].length }
    const reckoning = `${a} + ${b} + ${c} = ${total}`
    return right ? [holds('share', span, words('各部分占比之和为100%。', 'The shares add up to 100%.'), reckoning)] : [fails('share', 'error', span, words('三次产业占比之和不是100%。', 'The shares of the three sectors do not add up to 100%.'), reckoning)]
  })

const whole = (span: Span, shares: readonly string[], joint: string): readonly Outcome[] => {
  const total: Decimal = sum(shares.map((each) => decimal(each)))
  const room = shares.length * 0.5 / 10 ** Math.max(...shares.map(decimalsOf))
  const reckoning = `${shares.map((each) => `${each}%`).join(joint)} = ${total}%`
  if (Number(total) > 100 + room) return [fails('share', 'error', span, words('同一总体的占比之和超过100%。', 'Shares of one whole add up to more than 100%.'), reckoning)]
  return Number(total) >= 100 - room ? [holds('share', span, words('各部分占比之和为100%。', 'The shares add up to 100%.'), reckoning)] : []
}

const sharePlace = (page: Page, fact: Fact): (Span & { readonly quote: string }) | undefined => {
  const place = fact.read.attached.find((each) => each.role === 'share')
  return place === undefined ? undefined : { ...page.spanOf(place.quote, place.offset), quote: place.quote }
}
