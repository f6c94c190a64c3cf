import { below, sumOf } from './interval.ts'
import { words } from '../words.ts'
import { inUnitOf, type Fact } from './fact.ts'
import { fails, holds, type Outcome } from './outcome.ts'
import type { Page } from './page.ts'
import type { Whole } from './wholes.ts'
import { lastBefore, periodsOf } from './told-period.ts'

/** Standard indicators that bound one another, told in one paragraph for one period, where no 其中 says it already: tax is within the revenue. */
export const knownBound = (page: Page, wholes: readonly Whole[]): readonly Outcome[] => {
  const periods = periodsOf(page.plain)
  const shelves = new Map<string, Map<string, Fact[]>>()
  let paragraph = -1
  let period = ''
  for (const { sentence, facts } of page.lines) {
    if (sentence.part !== 'review' || facts.length === 0) continue
    if (sentence.paragraph.from !== paragraph) period = ''
    paragraph = sentence.paragraph.from
    const told = periods(sentence.from, sentence.to)
    for (const fact of facts) {
      period = lastBefore(told, fact.from)?.name ?? period
      if (fact.amount === null || fact.unit !== '元' || fact.aside || !fact.exact) continue
      const name = indicators.find(([, pattern]) => pattern.test(fact.key))?.[0]
      if (name === undefined) continue
      const key = `${paragraph}|${period}`
      const shelf = shelves.get(key) ?? new Map<string, Fact[]>()
      shelves.set(key, shelf.set(name, [...(shelf.get(name) ?? []), fact]))
    }
  }
  const told = new Set(wholes.flatMap(({ parts }) => parts.slice(0, 1)))
  return [...shelves.values()].flatMap((shelf) => bounds.flatMap(([low, ...high]) => held(shelf, low, high, told)))
}

/** The first named is no more than the others together. */
const bounds: readonly (readonly [string, ...string[]])[] = [
  ['限上社零', '限上零售', '限上餐饮'],
  ['限上社零', '社零'],
  ['一般公共预算收入', '财政总收入'],
  ['税收收入', '财政总收入'],
  ['制造业投资', '固定资产投资'],
  ['工业投资', '固定资产投资'],
  ['制造业投资', '工业投资'],
  ['民间投资', '固定资产投资'],
  ['房地产投资', '固定资产投资'],
  ['技改投资', '工业投资'],
  ['规上工业总产值', '工业总产值'],
  ['规上工业增加值', '工业增加值'],
  ['工业增加值', '生产总值'],
  ['出口额', '进出口额'],
]

const indicators: readonly (readonly [string, RegExp])[] = [
  ['限上社零', /^限(?:额以)?上(?:社零|社会消费品零售)总?额?$/],
  ['限上零售', /^(?:限(?:额以)?上)?零售业(?:商品)?销售额$/],
  ['限上餐饮', /^限(?:额以)?上(?:住宿)?餐饮业?营业额$/],
  ['社零', /^(?:社零|社会消费品零售)总?额?$/],
  ['一般公共预算收入', /^(?:地方)?一般公共(?:财政)?预算收入$/],
  ['财政总收入', /^财政总收入$/],
  ['税收收入', /^税收(?:收入)?$/],
  ['制造业投资', /^制造业(?:固定资产)?投资$/],
  ['工业投资', /^工业(?:固定资产)?投资$/],
  ['技改投资', /^(?:工业)?技(?:术)?改(?:造)?投资$/],
  ['民间投资', /^民间(?:固定资产)?投资$/],
  ['房地产投资', /^房地产(?:开发)?投资$/],
  ['固定资产投资', /^固定资产投资(?:总?额)?$/],
  ['规上工业总产值', /^(?:规上|规模以上)工业总?产值$/],
  ['工业总产值', /^工业总产值$/],
  ['规上工业增加值', /^(?:规上|规模以上)工业增加值$/],
  ['工业增加值', /^工业增加值$/],
  ['生产总值', /^(?:地区|国内)?生产总值(?:\(?GDP\)?)?$/],
  ['出口额', /^(?:外贸)?(?:自营)?出口总?额$/],
  ['进出口额', /^(?:外贸)?(?:自营)?进出口总?额$/],
]

const held = (shelf: ReadonlyMap<string, readonly Fact[]>, low: string, high: readonly string[], told: ReadonlySet<Fact>): readonly Outcome[] => {
  const [part, ...others] = shelf.get(low) ?? []
  const wholes = high.map((name) => shelf.get(name) ?? [])
  if (part?.range == null || told.has(part) || others.length > 0 || wholes.some((each) => each.length !== 1)) return []
  const facts = wholes.flat()
  const total = sumOf(facts.flatMap((fact) => fact.range ?? []))
  const [first] = facts
  if (first === undefined) return []
  const text = facts.map((fact) => inUnitOf(fact, part)).join(' + ')
  const unit = part.read.unit ?? ''
  return below(total, part.range)
    ? [fails('known-bound', 'error', part, words(`“${low}”不应大于“${high.join('＋')}”。`, 'An indicator exceeds the one that contains it.'), `${part.digits} > ${text} ${unit}`)]
    : [holds('known-bound', part, words(`“${low}”不大于“${high.join('＋')}”。`, 'An indicator is within the one that contains it.'), `${part.digits} ≤ ${text} ${unit}`)]
}
