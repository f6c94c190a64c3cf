import { words } from '../words.ts'
import { inUnitOf, type Fact } from './fact.ts'
import { below, fixed, overlap, percent, sumOf, type Interval } from './interval.ts'
import { fails, holds, type Outcome } from './outcome.ts'
import type { Page } from './page.ts'
import type { Whole } from './wholes.ts'

/** 其中: no part exceeds its whole; parts that make up the whole add up to it within what printing rounds away. */
export const partsAndWhole = (_page: Page, wholes: readonly Whole[]): readonly Outcome[] =>
  wholes.flatMap((it): readonly Outcome[] => {
    const [first] = it.parts
    if (first === undefined || it.whole.range === null) return []
    const listed = it.parts.slice(0, it.sure)
    const larger = listed.filter((part) => part.range !== null && below(it.whole.range as Interval, part.range)).slice(0, it.kind === 'among' ? 1 : listed.length)
    if (larger[0] === first || (larger[0] !== undefined && (it.apart || it.kind !== 'among')))
      return larger.map((part) => fails('part-above-whole', it.kind === 'outcome' ? 'warning' : 'error', part, words('部分大于总体。', 'The part exceeds the whole.'), `${inUnitOf(part, it.whole)} > ${it.whole.digits} ${it.whole.read.unit ?? ''}`))
    const full = exhaustive(it)
    if (full !== undefined) return [holds('parts-and-whole', it.whole, full.length === 1 ? words('分项与总数相等。', 'The part equals the whole.') : words('各部分之和等于总体。', 'The parts add up to the whole.'), sumText(full, it.whole, '='))]
    const side = listed.filter((part, index) => index === 0 || !larger.includes(part))
    const total = sumOf(side.flatMap((part) => part.range ?? []))
    if (side.length >= 2 && below(it.whole.range, total) && (it.apart || parallel(side)))
      return [fails('parts-and-whole', it.apart ? 'error' : 'warning', it.whole, words('各部分之和大于总体，如有交叉请注明。', 'The parts add up to more than the whole; say so if they overlap.'), sumText(side, it.whole, '>'))]
    return [holds('part-above-whole', first, words('部分不大于总体。', 'The part is within the whole.'), `${inUnitOf(first, it.whole)} ≤ ${it.whole.digits} ${it.whole.read.unit ?? ''}${shareText(first, it.whole)}`)]
  })

/** Parts named alike (工业企业, 服务业企业), or by a word or two (男, 女), are hardly told to overlap. */
const parallel = (parts: readonly Fact[]): boolean => {
  const heads = parts.map((part) => part.key.slice(-2))
  return parts.length <= 6 && (heads.every((head) => head.length === 2 && head === heads[0]) || parts.every((part) => part.lead.replace(/^[,(、]?(?:其中)?:?/, '').length <= 4))
}

/** The parts from the first on that add up to the whole, in brackets those of any run; undefined where none do. */
export const exhaustive = (it: Whole): readonly Fact[] | undefined => {
  if (!it.whole.exact || it.whole.range === null) return undefined
  if (it.kind === 'outcome' && it.parts.length === 1) return it.parts[0]?.exact === true && it.parts[0].amount === it.whole.amount ? it.parts : undefined
  for (let first = 0; first < (it.kind === 'bracket' ? it.parts.length - 1 : 1); first += 1) {
    for (let size = 2; first + size <= it.parts.length; size += 1) {
      const some = it.parts.slice(first, first + size)
      if (some.some((part) => !part.exact || part.range === null)) break
      if (overlap(sumOf(some.flatMap((part) => part.range ?? [])), it.whole.range)) return some
    }
  }
  return undefined
}

const shareText = (part: Fact, whole: Fact): string => (part.amount === null || whole.amount === null || whole.amount === '0' ? '' : `（${fixed(percent(part.amount, whole.amount), 2)}%）`)

const sumText = (parts: readonly Fact[], whole: Fact, sign: string): string => `${parts.map((part) => inUnitOf(part, whole)).join(' + ')} ${sign} ${whole.digits} ${whole.read.unit ?? ''}`
