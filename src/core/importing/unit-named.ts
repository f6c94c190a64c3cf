import type { Decimal } from '../quantity/decimal.ts'
import { decimal, times } from '../quantity/decimal.ts'
import type { UnitKey } from '../quantity/unit.ts'
import { unitKeys } from '../quantity/unit.ts'
import { scaleAt, scales } from '../reading/numeral.ts'

/** A unit of measure as heads and cells name it, and how many of it one is: 万元 is ten thousand 元. Without a key it is a scale alone: 万. */
export type NamedUnit = { readonly key: UnitKey | undefined; readonly factor: Decimal }

/** The unit a text names; undefined where it is none that is known. */
export const unitNamed = (text: string): NamedUnit | undefined => {
  const known = seen.get(text)
  if (known !== undefined) return known === 'none' ? undefined : known
  const found = named(text)
  if (seen.size < 1000) seen.set(text, found ?? 'none')
  return found
}

/** Texts that measure something without being a unit that is known: their numbers would be taken for others. */
export const measuresUnknown = (text: string): boolean => unitNamed(text) === undefined && /^.{0,4}(元|吨|米|亩|斤|克|升|瓦|币)$/.test(text)

const seen = new Map<string, NamedUnit | 'none'>()

const named = (text: string): NamedUnit | undefined => {
  const bare = text.replace(/\s+/g, '')
  if (bare === '' || bare.length > 10) return undefined
  const whole = keyOf(bare)
  if (whole !== undefined) return whole
  const scale = scaleAt(bare, 0)
  if (scale === '') return undefined
  const rest = bare.slice(scale.length)
  const factor = scales.get(scale) ?? decimal('1')
  if (rest === '') return { key: undefined, factor }
  const unit = keyOf(rest)
  return unit === undefined ? undefined : { key: unit.key, factor: times(unit.factor, factor) }
}

const keyOf = (name: string): NamedUnit | undefined => {
  const other = others.get(name.toLowerCase())
  const key = unitKeys.find((each) => each === (other?.[0] ?? name))
  return key === undefined ? undefined : { key, factor: decimal(other?.[1] ?? '1') }
}

/** Other words for units, and small ones that stand to a unit in a fixed ratio. */
const others: ReadonlyMap<string, readonly [key: UnitKey, factor: string]> = new Map([
  ['人民币元', ['元', '1']], ['圆', ['元', '1']], ['块钱', ['元', '1']], ['角', ['元', '0.1']],
  ['个百分点', ['百分点', '1']], ['平米', ['平方米', '1']], ['平方', ['平方米', '1']], ['㎡', ['平方米', '1']], ['m2', ['平方米', '1']], ['m²', ['平方米', '1']], ['平方千米', ['平方公里', '1']], ['km2', ['平方公里', '1']], ['km²', ['平方公里', '1']], ['ha', ['公顷', '1']],
  ['立方', ['立方米', '1']], ['方', ['立方米', '1']], ['m3', ['立方米', '1']], ['m³', ['立方米', '1']],
  ['千米', ['公里', '1']], ['km', ['公里', '1']], ['m', ['米', '1']], ['cm', ['厘米', '1']], ['mm', ['毫米', '1']],
  ['千克', ['公斤', '1']], ['kg', ['公斤', '1']], ['斤', ['公斤', '0.5']], ['市斤', ['公斤', '0.5']], ['克', ['公斤', '0.001']], ['g', ['公斤', '0.001']], ['t', ['吨', '1']],
  ['度', ['千瓦时', '1']], ['kwh', ['千瓦时', '1']], ['kw', ['千瓦', '1']],
  ['个月', ['月', '1']], ['日', ['天', '1']], ['周岁', ['岁', '1']], ['个村', ['村', '1']], ['个工作日', ['工作日', '1']],
  ['元/亩', ['元每亩', '1']], ['公斤/亩', ['公斤每亩', '1']], ['μg/m³', ['微克每立方米', '1']], ['微克/立方米', ['微克每立方米', '1']], ['mg/l', ['毫克每升', '1']], ['毫克/升', ['毫克每升', '1']],
])
