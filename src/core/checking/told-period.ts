import { yearsIn } from '../reading/deadline.ts'
import { dayOf, monthLength, type Day } from '../time/day.ts'

/** A stretch of time that a text names for its figures, with the day it ends on; null where that is not told (目前, a half-year of no year). */
export type ToldPeriod = { readonly from: number; readonly to: number; readonly name: string; readonly end: Day | null }

/** Looks up the periods a plain text names; a year that is not said is the last one said before. */
export const periodsOf = (plain: string): ((from: number, to: number) => readonly ToldPeriod[]) => {
  const years = yearsIn(plain)
  const yearAt = (at: number): number | undefined => {
    let low = 0
    let high = years.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((years[middle]?.to ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return (years[low - 1] ?? years[0])?.year
  }
  return (from, to) =>
    [...plain.slice(from, to).matchAll(words)].flatMap((match): readonly ToldPeriod[] => {
      const place = { from: from + match.index, to: from + match.index + match[0].length }
      if (/^(?:目前|今年以来)|截[至止]到?目前/.test(match[0])) return [{ ...place, name: '目前', end: null }]
      const own = match[1] ?? match[5]
      const said = own === undefined ? yearAt(place.from) : Number(own)
      const year = said === undefined ? undefined : /^[去上]年/.test(match[0]) ? said - 1 : said
      const written = match[3] ?? match[4]
      const month = written === undefined ? monthOf[match[2] ?? '全年'] : Number(written)
      if (month === undefined || month < 1 || month > 12) return []
      return [{ ...place, name: `${year ?? ''}-${month}`, end: year === undefined || year < 1950 || year > 2190 ? null : dayOf(year, month, monthLength(year, month)) }]
    })
}

const monthOf: Readonly<Record<string, number>> = { 上半年: 6, 下半年: 12, 全年: 12, 前三季度: 9, 一季度: 3, 第一季度: 3, 二季度: 6, 三季度: 9, 四季度: 12 }

const words = /(?:(20\d\d)年|今年|去年|上年)?(?:(上半年|下半年|全年|前三季度|第?一季度)(?!以来|的?工作)|1月?[-~至到](\d{1,2})月份?|截[至止]到?(\d{1,2})月[份底末]?)|(20\d\d)年(?=,?全[镇乡县市区村旗])|(?<!项)目前|今年以来/g

/** The last period named before a place. */
export const lastBefore = (told: readonly ToldPeriod[], at: number): ToldPeriod | undefined => {
  let low = 0
  let high = told.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((told[middle]?.to ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return told[low - 1]
}
