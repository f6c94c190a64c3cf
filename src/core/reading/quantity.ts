import { decimal, divide, isZero, plus, times, type Decimal } from '../quantity/decimal.ts'
import { isArabic, isChinese, numeralAt, scaleAt, type Numeral } from './numeral.ts'
import { unitAt } from './unit-word.ts'

/** How a number is meant where it is not printed in full. */
export type Bound = 'over' | 'about' | 'at_least' | 'at_most' | 'range'

/** A number with its unit, as it stands in the plain text. */
export type Quantity = {
  readonly kind: 'level' | 'percent' | 'points' | 'times'
  /** The whole, words like 近 and 以上 included. */
  readonly from: number
  readonly to: number
  /** Where the digits begin. */
  readonly at: number
  /** Where the unit ends. */
  readonly end: number
  readonly value: Decimal
  readonly high: Decimal | null
  /** 万, 亿 and 千 included; '' where a scale stands alone. */
  readonly unit: string
  readonly bound: Bound | null
  /** A sign written before a percentage: 同比-4.7%. */
  readonly sign: '+' | '-' | null
  readonly script: Numeral['script']
  /** The rule that read it. */
  readonly rule: 'number' | 'range' | 'fraction' | 'tenths' | 'percent-words' | 'percent-left-out' | 'doubling'
}

/** Every number with a unit, in the order of the text; dates, list numbers and bare numbers are passed over. */
export const quantitiesIn = (plain: string): readonly Quantity[] => {
  const found: Quantity[] = []
  for (let at = 0; at < plain.length; ) {
    const sign = plain[at]
    if (sign === '翻') {
      const doubling = doublingAt(plain, at)
      if (doubling !== undefined) found.push(doubling)
      at = doubling?.to ?? at + 1
    } else if (!isArabic(sign) && !isChinese(sign)) at += 1
    else {
      const read = readAt(plain, at)
      if (typeof read === 'number') at = read
      else {
        found.push(read)
        at = read.end
      }
    }
  }
  return found
}

/** A quantity, or where to read on. */
const readAt = (plain: string, at: number): Quantity | number => {
  const words = percentWords(plain, at)
  if (words !== undefined) return words
  const first = numeralAt(plain, at)
  if (first === undefined) return runEnd(plain, at)
  if (first.script === 'arabic' && glued(plain, at)) return runEnd(plain, first.to)
  const share = fractionAt(plain, at, first) ?? tenthsAt(plain, at, first)
  if (share !== undefined) return share
  const dated = dateEnd(plain, at, first)
  if (dated !== undefined) return dated
  const one = measured(plain, at, first)
  const range = rangeFrom(plain, at, first, one)
  const whole = range ?? one ?? percentLeftOut(plain, at, first) ?? sharedUnit(plain, at, first)
  if (whole === undefined) return first.script === 'chinese' && first.to > at + 1 && !first.loose ? at + 1 : first.to
  return dressed(plain, at, whole)
}

type Measured = Pick<Quantity, 'value' | 'high' | 'unit' | 'script' | 'rule'> & { readonly end: number; readonly over: 'over' | 'about' | null }

/** The number, its scale and its unit; undefined where no unit and no scale follow. */
const measured = (plain: string, at: number, numeral: Numeral, mixed = 0): Measured | undefined => {
  if (mixed > 0) {
    const unit = unitAt(plain, numeral.to + mixed)
    return unit === undefined ? undefined : { value: numeral.value, high: null, script: 'arabic', rule: 'number', over: null, unit: `万${unit.text}`, end: numeral.to + mixed + unit.text.length }
  }
  let end = numeral.to
  let over: Measured['over'] = null
  const vague = (): void => {
    const sign = plain[end] ?? ''
    if (sign === '余' || sign === '多') over = 'over'
    else if ((sign === '来' || sign === '几') && numeral.script === 'chinese') over = 'about'
    else return
    end += 1
  }
  vague()
  const thousands = numeral.script === 'arabic' ? /^万(\d)千(?=[一-鿿])/.exec(plain.slice(end, end + 4)) : null
  if (thousands !== null) return measured(plain, at, { ...numeral, value: plus(numeral.value, times(decimal(thousands[1] ?? '0'), decimal('0.1'))), to: end, script: 'arabic' }, thousands[0].length)
  const direct = unitAt(plain, end)
  const scale = direct === undefined ? scaleAt(plain, end) : ''
  end += scale.length
  if (scale !== '') vague()
  if (plain[end] === '(' && unitAt(plain, end + 1) !== undefined && plain[end + 1 + (unitAt(plain, end + 1)?.text.length ?? 0)] === ')') end += 1
  const unit = direct ?? unitAt(plain, end)
  const spelled = numeral.script === 'chinese' ? /[万亿]$/.exec(plain.slice(at, numeral.to))?.[0] : undefined
  const common = { value: numeral.value, high: null, script: numeral.script, rule: 'number' as const, over }
  if (unit !== undefined) {
    if (numeral.script === 'chinese' && (!unit.firm || numeral.loose)) return undefined
    return { ...common, unit: scale + unit.text, end: end + unit.text.length }
  }
  if (numeral.script === 'chinese') return spelled === undefined || numeral.to - at < 2 ? undefined : { ...common, unit: plain[end] === undefined ? '' : moneyAhead(plain, at, end, '') ? '元' : '', end }
  if (scale === '' || scale === '百' || scale === '十' || scale === '千') return undefined
  return { ...common, unit: moneyAhead(plain, at, end, scale) ? `${scale}元` : scale, end }
}

/** Whether a number that ends in its scale means money: always at 亿, at 万 behind a word for money. */
const moneyAhead = (plain: string, at: number, end: number, scale: string): boolean =>
  /[亿]/.test(scale === '' ? plain.slice(at, end) : scale) ? !/^[人千吨斤]/.test(plain.slice(end, end + 1)) : /[资金款税费额值润入贴债投]{1}[^,。;]{0,6}$/.test(plain.slice(Math.max(0, at - 10), at)) && !isHan(plain[end])

const isHan = (sign: string | undefined): boolean => sign !== undefined && sign >= '一' && sign <= '鿿'

const joins = '-~至到'

/** 3-5家, 20万至30万元, 10%~15%; undefined for anything else. */
const rangeFrom = (plain: string, at: number, first: Numeral, one: Measured | undefined): Measured | undefined => {
  const bare = one === undefined || one.unit === '' || !/[^万亿千百十]/.test(one.unit) || (one.unit.endsWith('元') && plain[one.end - 1] !== '元')
  const joint = bare && one === undefined ? first.to : (one?.end ?? first.to)
  if (!joins.includes(plain[joint] ?? '#') || /[由从自]原?来?的?$/.test(plain.slice(Math.max(0, at - 4), at))) return undefined
  const second = numeralAt(plain, joint + 1)
  if (second === undefined || second.script !== first.script) return undefined
  const other = measured(plain, joint + 1, second)
  if (other === undefined || (!bare && other.unit !== one?.unit)) return undefined
  const scaled = bare && one !== undefined && one.unit !== '' && !other.unit.startsWith(one.unit.replace('元', ''))
  if (scaled) return undefined
  return { ...other, value: first.value, high: second.value, rule: 'range' }
}

/** Adds the words around: 近, 超, 不少于 before; 以上, 左右 behind. */
const dressed = (plain: string, at: number, one: Measured): Quantity => {
  const behind = wordBehind(plain, one.end)
  const ahead = wordAhead(plain, at)
  const kind = one.unit === '%' ? 'percent' : /^个?(?:百分)?点$/.test(one.unit) ? 'points' : one.unit === '倍' ? 'times' : 'level'
  const sign = kind === 'percent' || kind === 'points' ? signAhead(plain, at) : null
  return {
    kind,
    from: ahead?.from ?? (sign === null ? at : at - 1),
    to: behind?.to ?? one.end,
    at,
    end: one.end,
    value: one.value,
    high: one.high,
    unit: one.unit,
    bound: one.high !== null ? 'range' : (behind?.bound ?? one.over ?? ahead?.bound ?? null),
    sign,
    script: one.script,
    rule: one.rule,
  }
}

/** 分别为4272、2033和729亩: the unit stands once, behind the last. */
const sharedUnit = (plain: string, at: number, numeral: Numeral): Measured | undefined => {
  if (numeral.script !== 'arabic' || !/[、和与及]/.test(plain[numeral.to] ?? '') || !plain.slice(Math.max(0, at - 40), at).includes('分别')) return undefined
  shared.lastIndex = numeral.to
  const list = shared.exec(plain)
  const last = list === null ? undefined : measured(plain, shared.lastIndex - (list[1] ?? '').length, { ...numeral, to: shared.lastIndex })
  return last === undefined || last.unit === '' ? undefined : { ...last, value: numeral.value, end: numeral.to, over: null }
}

const shared = /(?:[、和与及]\d+(?:\.\d+)?){0,8}[、和与及](\d+(?:\.\d+)?)(?![、和与及\d.])/y

/** 同比增长56.5, 占年计划的58.2: the percent sign was left out. */
const percentLeftOut = (plain: string, at: number, numeral: Numeral): Measured | undefined => {
  if (numeral.script !== 'arabic' || !/^(?:[,。;、()]|\n|$)/.test(plain.slice(numeral.to, numeral.to + 1))) return undefined
  const before = plain.slice(Math.max(0, at - 8), at)
  if (!/(?:增长|同比(?:增|下降|减少|提高|上升)|下降|增幅|增速|(?:目标|计划|任务|预算|年度|总数|总量|[元亩吨人户家个])的|(?:完成|增长|占)[^,。;0-9]{0,6}(?:目标|计划|任务|预算)的?|占比|比重)(?:了|约|近|为|达|达到)?[+-]?$/.test(before)) return undefined
  return { value: numeral.value, high: null, unit: '%', script: 'arabic', rule: 'percent-left-out', end: numeral.to, over: null }
}

const signAhead = (plain: string, at: number): '+' | '-' | null => {
  const sign = plain[at - 1]
  return (sign === '+' || sign === '-') && !isArabic(plain[at - 2]) && plain[at - 2] !== '%' ? sign : null
}

const aheadWords: readonly (readonly [word: RegExp, bound: Bound])[] = [
  [/(?:不少于|不低于|不小于|至少|最少|最低)$/, 'at_least'],
  [/(?:不超过|不高于|不多于|不大于|控制在|至多|最多|不足|不到|低于|少于)$/, 'at_most'],
  [/(?:(?<![赶反])超过?|超出|突破(?:了)?|逾|跨过|跃过|迈过|站上)$/, 'over'],
  [/(?:大约|(?<![签节预违公制合履条契婚集简隐邀大特誓签])约|将近|接近|(?<![最附靠临邻远就亲])近|大概)$/, 'about'],
]

const wordAhead = (plain: string, at: number): { readonly from: number; readonly bound: Bound } | undefined => {
  const before = plain.slice(Math.max(0, at - 5), at)
  for (const [word, bound] of aheadWords) {
    const match = word.exec(before)
    if (match !== null) return { from: at - match[0].length, bound }
  }
  return undefined
}

const behindWords: readonly (readonly [word: RegExp, bound: Bound])[] = [
  [/^(?:\(?(?:含|及)?以上\)?|之上)/, 'at_least'],
  [/^(?:及?以下|以内|之内|内(?![资部外容生地]))/, 'at_most'],
  [/^(?:左右|上下)/, 'about'],
  [/^(?:之多|有余|余(?![款额量粮热名姚杭家下项]))/, 'over'],
]

const wordBehind = (plain: string, end: number): { readonly to: number; readonly bound: Bound } | undefined => {
  const after = plain.slice(end, end + 6)
  for (const [word, bound] of behindWords) {
    const match = word.exec(after)
    if (match !== null) return { to: end + match[0].length, bound }
  }
  return undefined
}

/** A letter, a decimal point or a hyphen behind a letter makes digits part of a name: G228, H7N9, PM2.5, A-1. */
const glued = (plain: string, at: number): boolean => {
  const before = plain[at - 1] ?? ''
  return /[A-Za-z_#@№]/.test(before) || (/[-.]/.test(before) && /[A-Za-z]/.test(plain[at - 2] ?? '')) || (before === '.' && isArabic(plain[at - 2]))
}

const runEnd = (plain: string, from: number): number => {
  let to = from + 1
  while (/[0-9A-Za-z.]/.test(plain[to] ?? '#')) to += 1
  return to
}

/** Where a date, a time of day or an ordinal ends; undefined where none begins. */
const dateEnd = (plain: string, at: number, numeral: Numeral): number | undefined => {
  date.lastIndex = at
  const written = date.exec(plain)
  if (written !== null) return date.lastIndex
  if (plain[at - 1] === '第' || (plain[at - 1] === '第' && plain[at - 2] !== '所')) return ordinalEnd(plain, numeral.to)
  const behind = plain.slice(numeral.to, numeral.to + 3)
  if (/^(?:年|月|日|号|季度|点(?!位)|时(?!间)|周(?!岁)|旬|世纪|[:：]\d)/.test(behind) && !/^(?:日元|号[井泵])/.test(behind)) return numeral.to + 1
  if (joins.includes(behind[0] ?? '#') || behind[0] === '、') {
    const second = numeralAt(plain, numeral.to + 1)
    if (second !== undefined && /^(?:年|月|日|号|季度)/.test(plain.slice(second.to, second.to + 2))) return second.to + 1
  }
  return undefined
}

const date = /\d{1,2}[点时]\d{1,2}分|\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)|\d{1,2}:\d{2}(?::\d{2})?|(?:19|20)\d{2}[.\-/](?:0?[1-9]|1[0-2])(?![\d.%万亿元])/y

/** 第三, 第1、2位: everything that is only an order. */
const ordinalEnd = (plain: string, from: number): number => {
  let to = from
  while (/[、,\-~至和0-9一二三四五六七八九十]/.test(plain[to] ?? '#') && /[0-9一二三四五六七八九十、\-~至和]/.test(plain[to + 1] ?? '#')) to += 1
  const unit = unitAt(plain, to)
  return unit === undefined ? to : to + unit.text.length
}

/** 百分之八十 and 千分之三: percent. */
const percentWords = (plain: string, at: number): Quantity | undefined => {
  const thousandth = plain.startsWith('千分之', at)
  if (!thousandth && !plain.startsWith('百分之', at)) return undefined
  const numeral = numeralAt(plain, at + 3)
  if (numeral === undefined) return undefined
  const over = plain[numeral.to] === '多' || plain[numeral.to] === '余' ? ('over' as const) : null
  return dressed(plain, at, { value: numeral.value, high: null, unit: thousandth ? '‰' : '%', script: 'chinese', rule: 'percent-words', end: numeral.to + (over === null ? 0 : 1), over })
}

/** 三分之二 is 66.67 %. */
const fractionAt = (plain: string, at: number, whole: Numeral): Quantity | undefined => {
  if (!plain.startsWith('分之', whole.to) || isZero(whole.value)) return undefined
  const part = numeralAt(plain, whole.to + 2)
  if (part === undefined) return undefined
  return dressed(plain, at, { value: divide(times(part.value, decimal('100')), whole.value, 2), high: null, unit: '%', script: 'chinese', rule: 'fraction', end: part.to, over: null })
}

/** 八成 is 80 %, 六成五 is 65 %. */
const tenthsAt = (plain: string, at: number, numeral: Numeral): Quantity | undefined => {
  if (plain[numeral.to] !== '成' || !/^(?:10|[1-9]|[一二三四五六七八九十两])$/.test(plain.slice(at, numeral.to))) return undefined
  if (/[为功立员果长都品就效熟本交份分绩型套批人活文像规色片天]/.test(plain[numeral.to + 1] ?? '')) return undefined
  const half = numeralAt(plain, numeral.to + 1)
  const more = half !== undefined && half.to === numeral.to + 2 && /^[一二三四五六七八九]$/.test(plain.slice(numeral.to + 1, half.to)) ? half : undefined
  const value = plus(times(numeral.value, decimal('10')), more?.value ?? decimal('0'))
  return dressed(plain, at, { value, high: null, unit: '%', script: 'chinese', rule: 'tenths', end: (more ?? { to: numeral.to + 1 }).to, over: null })
}

/** 翻一番 is +100 %, 翻两番 +300 %. */
const doublingAt = (plain: string, at: number): Quantity | undefined => {
  doublings.lastIndex = at
  const match = doublings.exec(plain)
  if (match === null) return undefined
  const count = { 两: 2, 二: 2, 三: 3 }[match[1] ?? ''] ?? 1
  const to = at + match[0].length
  return { kind: 'times', from: at, to, at, end: to, value: decimal(String((2 ** count - 1) * 100)), high: null, unit: '番', bound: null, sign: null, script: 'chinese', rule: 'doubling' }
}

const doublings = /翻了?([一两二三])?番/y
