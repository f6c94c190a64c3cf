import { z } from 'zod'
import { decimal, divide, times, type Decimal } from './decimal.ts'
import { Wording } from './word.ts'
import { words, type Lang, type Words } from '../words.ts'

/**
 * Units of measure. A unit's key is the word an official text prints. Units that count different things stay
 * different even where people mix them up (人, 人次, 名): only units of one dimension convert, by an exact ratio.
 */
export type Unit = {
  readonly name: Words
  readonly dimension: string
  /** How many of the dimension's base unit one of this is, as a fraction: 亩 is 2000/3 平方米. */
  readonly ratio: readonly [numerator: number, denominator: number]
}

export const unitKeys = [
  '元', '%', '百分点', '倍', '亩', '公顷', '平方米', '平方公里', '公里', '米', '厘米', '毫米', '立方米', '吨', '公斤', '吨标煤', '千瓦', '千瓦时',
  '年', '月', '天', '工作日', '小时', '分钟', '岁',
  '人', '人次', '名', '位', '位次', '户', '户次', '家', '家次', '个', '件', '件次', '起', '处', '处次', '例', '条', '项', '宗', '艘', '场', '场次', '次', '批', '批次',
  '份', '类', '分', '辆', '辆次', '头', '只', '羽', '台', '套', '株', '盏', '间', '栋', '所', '座', '支', '本', '篇', '期', '班', '块', '张', '村', '方面',
  '微克每立方米', '毫克每升', '元每亩', '公斤每亩',
] as const

export const UnitKey = z.enum(unitKeys)
export type UnitKey = z.infer<typeof UnitKey>

/** Powers of ten an official text folds into the unit: nothing, ten thousand, a hundred million. */
export const Scale = z.enum(['', '万', '亿'])
export type Scale = z.infer<typeof Scale>

/** How a figure is printed. Decimals are at most this many; `fixed` keeps trailing zeros ('2.0亿元'). */
export const Display = z
  .object({
    unit: UnitKey,
    scale: Scale,
    decimals: z.number().int().min(0).max(12),
    changeDecimals: z.number().int().min(0).max(6),
    wording: Wording.optional(),
    fixed: z.boolean().optional(),
  })
  .readonly()
export type Display = z.infer<typeof Display>

export const unitOf = (key: UnitKey): Unit => units[key]

/** '亿元', '万头', '%'; in English '100 million yuan', '10,000 head', '%': the heading of a column. */
export const unitText = (display: Pick<Display, 'unit' | 'scale'>, lang: Lang): string => {
  const name = units[display.unit].name[lang]
  return lang === 'zh' ? `${display.scale}${name}` : [scaleNames[display.scale], name].filter((part) => part !== '').join(' ')
}

/** A value in the bare unit, told in the scale: exact. */
export const toScale = (value: Decimal, scale: Scale): Decimal => times(value, down[scale])

/** A value told in the scale, in the bare unit: exact. */
export const fromScale = (value: Decimal, scale: Scale): Decimal => times(value, up[scale])

/** The same quantity in another unit, exact or rounded at 12 decimals; undefined when the dimensions differ. */
export const convert = (value: Decimal, from: UnitKey, to: UnitKey): Decimal | undefined => {
  if (from === to) return value
  const a = units[from]
  const b = units[to]
  if (a.dimension !== b.dimension) return undefined
  const numerator = decimal(String(a.ratio[0] * b.ratio[1]))
  const denominator = decimal(String(a.ratio[1] * b.ratio[0]))
  return divide(times(value, numerator), denominator, 12)
}

const up: Readonly<Record<Scale, Decimal>> = { '': decimal('1'), 万: decimal('10000'), 亿: decimal('100000000') }
const down: Readonly<Record<Scale, Decimal>> = { '': decimal('1'), 万: decimal('0.0001'), 亿: decimal('0.00000001') }
const scaleNames: Readonly<Record<Scale, string>> = { '': '', 万: '10,000', 亿: '100 million' }

/** A unit that converts to no other. */
const alone = (zh: string, en: string): Unit => ({ name: words(zh, en), dimension: zh, ratio: [1, 1] })

const inDimension = (dimension: string, zh: string, en: string, numerator: number, denominator = 1): Unit => ({
  name: words(zh, en),
  dimension,
  ratio: [numerator, denominator],
})

const units: Readonly<Record<UnitKey, Unit>> = {
  元: alone('元', 'yuan'),
  '%': alone('%', '%'),
  百分点: alone('个百分点', 'percentage points'),
  倍: alone('倍', 'times'),
  平方米: inDimension('area', '平方米', 'm²', 1),
  亩: inDimension('area', '亩', 'mu', 2000, 3),
  公顷: inDimension('area', '公顷', 'ha', 10_000),
  平方公里: inDimension('area', '平方公里', 'km²', 1_000_000),
  毫米: inDimension('length', '毫米', 'mm', 1),
  厘米: inDimension('length', '厘米', 'cm', 10),
  米: inDimension('length', '米', 'm', 1000),
  公里: inDimension('length', '公里', 'km', 1_000_000),
  立方米: alone('立方米', 'm³'),
  公斤: inDimension('mass', '公斤', 'kg', 1),
  吨: inDimension('mass', '吨', 'tonnes', 1000),
  吨标煤: alone('吨标煤', 'tonnes of standard coal'),
  千瓦: alone('千瓦', 'kW'),
  千瓦时: alone('千瓦时', 'kWh'),
  年: alone('年', 'years'),
  月: alone('个月', 'months'),
  天: inDimension('duration', '天', 'days', 1440),
  小时: inDimension('duration', '小时', 'hours', 60),
  分钟: inDimension('duration', '分钟', 'minutes', 1),
  工作日: alone('个工作日', 'working days'),
  岁: alone('岁', 'years of age'),
  人: alone('人', 'people'),
  人次: alone('人次', 'person-times'),
  名: alone('名', 'persons'),
  位: alone('位', 'persons'),
  位次: alone('位次', 'ranks'),
  户: alone('户', 'households'),
  户次: alone('户次', 'household visits'),
  家: alone('家', 'firms'),
  家次: alone('家次', 'firm visits'),
  个: alone('个', 'items'),
  件: alone('件', 'cases'),
  件次: alone('件次', 'case handlings'),
  起: alone('起', 'incidents'),
  处: alone('处', 'places'),
  处次: alone('处次', 'place visits'),
  例: alone('例', 'instances'),
  条: alone('条', 'entries'),
  项: alone('项', 'matters'),
  宗: alone('宗', 'parcels'),
  艘: alone('艘', 'boats'),
  场: alone('场', 'events'),
  场次: alone('场次', 'sessions'),
  次: alone('次', 'times'),
  批: alone('批', 'lots'),
  批次: alone('批次', 'batches'),
  份: alone('份', 'copies'),
  类: alone('类', 'kinds'),
  分: alone('分', 'points'),
  辆: alone('辆', 'vehicles'),
  辆次: alone('辆次', 'vehicle trips'),
  头: alone('头', 'head'),
  只: alone('只', 'animals'),
  羽: alone('羽', 'birds'),
  台: alone('台', 'machines'),
  套: alone('套', 'sets'),
  株: alone('株', 'trees'),
  盏: alone('盏', 'lamps'),
  间: alone('间', 'rooms'),
  栋: alone('栋', 'buildings'),
  所: alone('所', 'institutions'),
  座: alone('座', 'structures'),
  支: alone('支', 'teams'),
  本: alone('本', 'volumes'),
  篇: alone('篇', 'articles'),
  期: alone('期', 'issues'),
  班: alone('班', 'shifts'),
  块: alone('块', 'plots'),
  张: alone('张', 'sheets'),
  村: alone('个村', 'villages'),
  方面: alone('方面', 'fields'),
  微克每立方米: alone('微克/立方米', 'µg/m³'),
  毫克每升: alone('毫克/升', 'mg/L'),
  元每亩: alone('元/亩', 'yuan per mu'),
  公斤每亩: alone('公斤/亩', 'kg per mu'),
}
