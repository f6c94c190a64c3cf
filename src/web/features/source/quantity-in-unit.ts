import type { Decimal } from '../../../core/quantity/decimal.ts'
import { compare, decimal, parseDecimal, times } from '../../../core/quantity/decimal.ts'
import type { Scale, UnitKey } from '../../../core/quantity/unit.ts'
import { convert, fromScale, toScale, unitKeys, unitOf, unitText } from '../../../core/quantity/unit.ts'
import type { Lang } from '../../../core/words.ts'
import { numberText } from '../../ui/number-text.ts'

/** A unit as an official text writes it (万元, 千克, 十万亩) and what a number in it is worth in the bare unit. */
export type WrittenUnit = { readonly unit: UnitKey; readonly factor: Decimal }

/** Undefined where the unit is none that is kept. */
export const writtenUnit = (text: string): WrittenUnit | undefined => {
  const bare = byName.get(text)
  if (bare !== undefined) return { unit: bare, factor: decimal('1') }
  for (const [prefix, factor] of prefixes) {
    const unit = text.startsWith(prefix) ? byName.get(text.slice(prefix.length)) : undefined
    if (unit !== undefined) return { unit, factor }
  }
  return undefined
}

/** A number written in one unit, in the bare unit that another text names; undefined when they do not convert. */
export const inBareUnit = (value: string, written: string, wanted: string): Decimal | undefined => {
  const number = parseDecimal(value)
  const from = writtenUnit(written)
  const to = writtenUnit(wanted)
  return number === undefined || from === undefined || to === undefined ? undefined : convert(times(number, from.factor), from.unit, to.unit)
}

/** A value in the bare unit as one reads it, 3,265,000,000 of 元 as 32.65 亿元: the scale is the text's own, else by size. */
export const readable = (value: string, written: string, lang: Lang): { readonly number: string; readonly unit: string } => {
  const number = parseDecimal(value)
  const known = writtenUnit(written)
  if (number === undefined || known === undefined) return { number: numberText(value), unit: written }
  const scale = scaleIn(written) ?? scaleBySize(number)
  return { number: numberText(toScale(number, scale)), unit: unitText({ unit: known.unit, scale }, lang) }
}


export const scaleIn = (written: string): Scale | undefined => (byName.has(written) ? undefined : written.startsWith('亿') ? '亿' : written.startsWith('万') ? '万' : undefined)

const scaleBySize = (value: Decimal): Scale => (['亿', '万'] as const).find((scale) => compare(value.replace('-', '') as Decimal, fromScale(decimal('1'), scale)) >= 0) ?? ''

const prefixes: readonly (readonly [prefix: string, factor: Decimal])[] = (
  [['万亿', '1000000000000'], ['千亿', '100000000000'], ['百亿', '10000000000'], ['十亿', '1000000000'], ['千万', '10000000'], ['百万', '1000000'], ['十万', '100000'], ['亿', '100000000'], ['万', '10000'], ['千', '1000'], ['百', '100'], ['十', '10']] as const
).map(([prefix, factor]) => [prefix, decimal(factor)])

const others: readonly (readonly [written: string, unit: UnitKey])[] = [
  ['㎡', '平方米'], ['m²', '平方米'], ['m2', '平方米'], ['平方', '平方米'], ['平米', '平方米'], ['km²', '平方公里'], ['平方千米', '平方公里'], ['千米', '公里'], ['km', '公里'], ['千克', '公斤'], ['kg', '公斤'], ['t', '吨'],
  ['立方', '立方米'], ['方', '立方米'], ['m³', '立方米'], ['m3', '立方米'], ['吨标准煤', '吨标煤'], ['kW', '千瓦'], ['kWh', '千瓦时'], ['度', '千瓦时'], ['度电', '千瓦时'], ['棵', '株'], ['幢', '栋'], ['个百分点', '百分点'], ['个小时', '小时'], ['农户', '户'],
]

const byName: ReadonlyMap<string, UnitKey> = new Map([...others, ...unitKeys.flatMap((key): (readonly [string, UnitKey])[] => [[key, key], [unitOf(key).name.zh, key]])])
