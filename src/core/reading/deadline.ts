import { dayOf, monthLength, type Day } from '../time/day.ts'
import { numeralAt } from './numeral.ts'

/** When something is to be done, as written, and the day it means (10月底前 in a plan of 2023 is 2023-10-31); null where the words name none. */
export type Deadline = { readonly from: number; readonly to: number; readonly text: string; readonly day: Day | null }

/** The deadlines in a stretch of plain text, in order; `year` is the plan's own, undefined where it is not told. */
export const deadlinesIn = (plain: string, from: number, to: number, year: number | undefined): readonly Deadline[] => {
  const text = plain.slice(from, to)
  const found: Deadline[] = []
  if (!/[年月季期前春秋]/.test(text)) return found
  const taken = new Uint8Array(text.length)
  for (const { words, day } of kinds) {
    for (const match of text.matchAll(words)) {
      const end = match.index + match[0].length
      if (taken[match.index] === 1 || taken[end - 1] === 1) continue
      taken.fill(1, match.index, end)
      found.push({ from: from + match.index, to: from + end, text: match[0], day: day(match, yearIn(match[1], year)) })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/** The years a text names, in order, and where each is behind it. */
export const yearsIn = (plain: string): readonly { readonly to: number; readonly year: number }[] => [...plain.matchAll(/(20\d{2})(?:年|[-./]\d{1,2}[-./]\d)/g)].map((match) => ({ to: match.index + match[0].length, year: Number(match[1]) }))

/** The year written, the plan's own where none is; undefined where it is hidden (20xx). */
const yearIn = (written: string | undefined, own: number | undefined): number | undefined => (written === undefined || written === '' ? own : /^\d{4}$/.test(written) ? Number(written) : undefined)

type Kind = { readonly words: RegExp; readonly day: (match: RegExpMatchArray, year: number | undefined) => Day | null }

const lead = '(?:到|至|于|在)?'
const year = '(?:(20[\\dxX*]{2})年|今年|本年|当年|明年)?'
const month = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])'

const kinds: readonly Kind[] = [
  {
    words: new RegExp(`(?<![\\d.\\-~至到])${lead}${year}${month}月(底|末|中旬|上旬|下旬|初|份|(?:3[01]|[12]\\d|0?[1-9])[日号])?(?:之?以?前|内)?(?![-~至到]\\d)`, 'g'),
    day: (match, own) => monthDay(match[2] ?? '', match[3], own),
  },
  { words: new RegExp(`${lead}${year}上半年(?:末|底|内)?(?:之?以?前)?(?!以来|的?工作|全)`, 'g'), day: (_, own) => endOf(own, 6) },
  { words: new RegExp(`${lead}${year}(?:第?[一二三四1-4]季度)(?:末|底|内)?(?:之?以?前)?`, 'g'), day: (match, own) => endOf(own, 3 * (Number(numeralAt(match[0], match[0].indexOf('季') - 1)?.value ?? 4))) },
  { words: new RegExp(`${lead}${year}(?:下半年|年底|年末|年内|全年)(?:之?以?前)?(?!以来|的?工作)`, 'g'), day: (_, own) => endOf(own, 12) },
  { words: /(?:到|至|于|在)?(20[\dxX*]{2})年(?:底|末|内|度)(?:之?以?前)?/g, day: (_, own) => endOf(own, 12) },
  { words: /[到至](20[\dxX*]{2})年/g, day: (_, own) => endOf(own, 12) },
  { words: /()(?:年度|当年|今年内?|本年度)(?![一-鿿]{0,2}[计任目])/g, day: (_, own) => endOf(own, 12) },
  { words: /()(?:本月|当月|次月)\d{1,2}日(?:之?以?前)?/g, day: () => null },
  { words: /()(?:当季|按期|如期|春节前|国庆前|汛期前|秋季|春季)/g, day: () => null },
]

const endOf = (own: number | undefined, last: number): Day | null => (own === undefined ? null : dayOf(own, last, monthLength(own, last)))

const monthDay = (written: string, part: string | undefined, own: number | undefined): Day | null => {
  const number = Number(numeralAt(written, 0)?.value ?? written)
  if (own === undefined || !(number >= 1 && number <= 12)) return null
  const length = monthLength(own, number)
  const day = part === '上旬' || part === '初' ? 10 : part === '中旬' ? 20 : /^\d/.test(part ?? '') ? Math.min(length, Number.parseInt(part ?? '', 10)) : length
  return dayOf(own, number, day)
}
