import { overlap } from './interval.ts'
import { words } from '../words.ts'
import { inUnitOf, type Fact } from './fact.ts'
import { fails, holds, type Outcome } from './outcome.ts'
import type { Page } from './page.ts'
import { lastBefore, periodsOf } from './told-period.ts'

/** One fact told twice: the same subject, unit and period with the same value, or with two. Also things always named by their number (三个“一号工程”). */
export const twoValues = (page: Page): readonly Outcome[] => [...figures(page), ...numbered(page.plain), ...repeated(page)]

const figures = (page: Page): readonly Outcome[] => {
  const periods = periodsOf(page.plain)
  const first = new Map<string, Fact>()
  const found: Outcome[] = []
  for (const { sentence, facts } of page.lines) {
    if (sentence.part !== 'review') continue
    const told = periods(sentence.from, sentence.to)
    facts.forEach((fact, index) => {
      if (fact.amount === null || fact.range === null || !fact.exact || fact.aside || fact.key.length < 4 || !comparable(fact) || following(page.plain, fact)) return
      const place = placeIn(page.plain.slice(Math.max(sentence.from, fact.from - 80), fact.from))
      const key = `${fact.key}|${fact.unit}|${lastBefore(told, fact.from)?.name ?? ''}|${place}`
      const earlier = first.get(key)
      if (earlier === undefined) first.set(key, fact)
      else if (earlier.sentence === sentence || facts[index - 1]?.key === fact.key) return
      else found.push(judged(earlier, fact))
    })
  }
  return found
}

/** A level or a total, which has one value; not a count of deeds, which can be told of many occasions. */
const comparable = (fact: Fact): boolean => total.test(fact.key) && !/^(?:新增|其中|增加|投资|总投资|计划投资|拨付|发放|争取)/.test(fact.key)

const total = /(?:总值|产值|增加值|收入|投资|销售额|零售总?额|营业额|出口额?|进出口总?额?|总额|余额|贷款|存款|债务|人口|人数|户数|面积|产量|耕地|林地|党员|率|占比|比重|企业|总数|台数|村集体经济|村民小组|行政村|社区)$/

const following = (plain: string, fact: Fact): boolean => /^的(?!一)/.test(plain.slice(fact.to, fact.to + 2))

/** The last place, firm or project a sentence names before a number: figures of two places are two facts. */
const placeIn = (before: string): string => [...before.matchAll(/[一-鿿]{1,6}(?:村|社区|街道|镇|乡|县|市|区|公司|厂|合作社|项目|学校|医院|园)(?=[^集级民委]|$)/g)].map((match) => match[0].slice(-4)).filter((name) => !/[全本我各]/.test(name)).join('/')

const judged = (earlier: Fact, fact: Fact): Outcome =>
  earlier.range !== null && fact.range !== null && overlap(earlier.range, fact.range)
    ? holds('two-values', fact, words('同一事项两处数字一致。', 'The same fact has the same value in both places.'), `${earlier.digits}${earlier.read.unit ?? ''} = ${fact.digits}${fact.read.unit ?? ''}`)
    : fails('two-values', 'warning', fact, words(`“${fact.key}”前后数字不一。`, `“${fact.key}” has two values.`), `${inUnitOf(earlier, fact)} ≠ ${fact.digits} ${fact.read.unit ?? ''}`)

/** 三个“一号工程”: a quoted name that carries its number carries the same one everywhere. */
const numbered = (plain: string): readonly Outcome[] => {
  const first = new Map<string, { readonly number: string; readonly text: string }>()
  return [...plain.matchAll(/(?<![第十百0-9.])([一二三四五六七八九十]|\d{1,2})(个|大|项|张)(“[^”\n]{2,14}”)(?![、“])/g)].flatMap((match): readonly Outcome[] => {
    const [text, number = '', counter = '', name = ''] = match
    const span = { from: match.index, to: match.index + text.length }
    const key = counter + name
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, { number, text })
      return []
    }
    return earlier.number === number
      ? [holds('two-values', span, words('同一提法两处数字一致。', 'The same name carries the same number in both places.'), `${earlier.text} = ${text}`)]
      : [fails('two-values', 'warning', span, words('同一提法前后数字不一。', 'The same name carries two numbers.'), `${earlier.text} ≠ ${text}`)]
  })
}

/** 14类场所 said again as 14类场所: confirmed where the number and the noun behind it are the same. */
const repeated = (page: Page): readonly Outcome[] => {
  const first = new Map<string, Fact>()
  return page.facts.flatMap((fact): readonly Outcome[] => {
    const noun = /^[一-鿿]{2}/.exec(page.plain.slice(fact.to, fact.to + 2))?.[0]
    if (noun === undefined || fact.amount === null || fact.digits.length < 2 || fact.unit === '%' || /同比|其中|增长|以上|占全|的/.test(noun)) return []
    const key = `${fact.read.quote}${noun}`
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, fact)
      return []
    }
    return fact.from - earlier.to > 400 ? [] : [holds('two-values', fact, words('同一事项两处数字一致。', 'The same fact has the same value in both places.'), `${fact.read.quote}${noun} = ${fact.read.quote}${noun}`)]
  })
}
