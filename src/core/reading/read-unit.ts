import type { Decimal } from '../quantity/decimal.ts'
import { divide, ONE, times } from '../quantity/decimal.ts'
import type { UnitKey } from '../quantity/unit.ts'
import { convert, unitKeys } from '../quantity/unit.ts'
import { scaleAt, scales } from './numeral.ts'

/** A unit as a text writes it, taken apart: 万头 is ten thousand 头, 户家庭 are 户. */
export type ReadUnit = { readonly unit: UnitKey; readonly scale: Decimal }

/** Undefined for a unit the product does not know. */
export const readUnit = (text: string): ReadUnit | undefined => {
  let at = 0
  let scale: Decimal = ONE
  for (;;) {
    const unit = unitNamed(text.slice(at).replace(/^[余多]/, ''))
    const found = unit === undefined ? scaleAt(text, at) : ''
    if (found === '') return unit === undefined ? undefined : { unit, scale }
    scale = times(scale, scales.get(found) ?? ONE)
    at += found.length
  }
}

const unitNamed = (word: string): UnitKey | undefined => unitKeys.find((key) => key === (same.get(word) ?? word))

/** A read value in another unit of the same dimension; undefined where they count different things. */
export const readValue = (value: Decimal, text: string, unit: UnitKey): Decimal | undefined => {
  const read = readUnit(text)
  return read === undefined ? undefined : convert(times(value, read.scale), read.unit, unit)
}

/** The other way: a value of a measure, told in the unit a text writes. */
export const inReadUnit = (value: Decimal, unit: UnitKey, text: string): Decimal | undefined => {
  const read = readUnit(text)
  const bare = read === undefined ? undefined : convert(value, unit, read.unit)
  return read === undefined || bare === undefined ? undefined : divide(bare, read.scale, 20)
}

/** Other words for a unit. */
const same: ReadonlyMap<string, string> = new Map(Object.entries({
  '㎡': '平方米', 'm²': '平方米', m2: '平方米', 平方: '平方米', 平米: '平方米', 'km²': '平方公里', 平方千米: '平方公里', km: '公里', 千米: '公里', 延米: '米', 延长米: '米',
  千克: '公斤', kg: '公斤', t: '吨', 吨标准煤: '吨标煤', 立方: '立方米', 方: '立方米', 'm³': '立方米', m3: '立方米', 度电: '千瓦时', 度: '千瓦时', kWh: '千瓦时', kW: '千瓦',
  个百分点: '百分点', 个点: '百分点', 个月: '月', 个工作日: '工作日', 个小时: '小时', 周岁: '岁', 户家庭: '户', 农户: '户', 个村: '村', 个村庄: '村', 人民币: '元', 棵: '株', 幢: '栋',
  '微克/立方米': '微克每立方米', '毫克/升': '毫克每升', '元/亩': '元每亩', '公斤/亩': '公斤每亩',
}))
