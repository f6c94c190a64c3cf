import { dayOf, monthLength, parseDay, yearOf, type Day } from '../time/day.ts'
import { numeralAt } from './numeral.ts'
import { periodKeyOf } from './period-key.ts'

/** What the head of a document says of the document itself; empty or null where it does not say. */
export type DocumentHead = {
  readonly title: string
  readonly day: Day | null
  readonly year: number | null
  /** The period it reports on, as a key: where its figures name no time, they are of this one. */
  readonly period: string | null
}

/** Reads title, date, year and period from the first lines, and the date from the last ones where the first have none. */
export const documentHead = (text: string): DocumentHead => {
  const lines = linesOf(text.slice(0, 8000)).slice(0, 60)
  const title = titleIn(lines)
  const day = dayIn(lines, linesOf(text.slice(-600)).slice(-8))
  const about = [title, ...headingsIn(text)].flatMap((line) => periodTold(line) ?? [])[0]
  const year = about?.year ?? yearIn(title) ?? (day === null ? null : yearOf(day)) ?? yearIn(lines.join('\n'))
  return { title, day, year, period: about?.key ?? null }
}

const linesOf = (text: string): readonly string[] => text.split(/\r\n|[\n\r\u2028]/).map((line) => line.normalize('NFKC').trim()).filter((line) => line !== '')

const label = /^[一-鿿]{2,8}:/
const titleWord = /(?:报告|总结|计划|回顾|方案|公报|安排|要点|规划|纲要|汇报|说明|通报|情况|任务|打算|目标|意见|决议)(?:\([^)]*\))?$/

/** The line that names the document: one that ends in such a word before the first heading, else the first short line that says nothing else. */
const titleIn = (lines: readonly string[]): string => {
  const until = lines.findIndex((line) => /^(?:[一二三四五]、|各位|\(一\)|第一部分)/.test(line))
  const head = (until === -1 ? lines.slice(0, 20) : lines.slice(0, until)).filter((line, index, all) => !label.test(line) && !label.test(all[index - 1]?.endsWith(':') === true ? (all[index - 1] ?? '') : '') && datedIn(line) === undefined)
  const named = head.findIndex((line) => line.length <= 60 && titleWord.test(line))
  if (named !== -1) return joined(head, named)
  return head.find((line) => line.length >= 4 && line.length <= 40 && !/[。;,!?]/.test(line) && /[一-鿿]/.test(line)) ?? ''
}

/** A title set in two lines: 关于新浦镇二〇二二年 / 工作情况的报告. */
const joined = (head: readonly string[], at: number): string => {
  const [line = '', before = ''] = [head[at], at > 0 ? head[at - 1] : '']
  return before.startsWith('关于') && before.length <= 40 && !/[。;,]/.test(before) && !line.startsWith('关于') ? `${before}${line}` : line
}

const dayIn = (head: readonly string[], tail: readonly string[]): Day | null => {
  for (const name of [/^成文日期/, /^(?:发布|印发|发文|公布|签发)(?:日期|时间)/, /^(?:日期|时间)/])
    for (const [index, line] of head.entries()) {
      if (!name.test(line)) continue
      const found = datedIn(line.replace(/^[^:]*:/, '')) ?? datedIn(head[index + 1] ?? '')
      if (found !== undefined) return found
    }
  const alone = [...head.slice(0, 12), ...tail].find((line) => dateAlone.test(line.replace(/^\((.*)\)$/, '$1')))
  return alone === undefined ? null : (datedIn(alone) ?? null)
}

const digits = '[\\d〇○零一二三四五六七八九]'
const date = new RegExp(`(${digits}{4})(?:年|[-./])([\\d一二三四五六七八九十]{1,3})(?:月|[-./])([\\d一二三四五六七八九十]{1,3})日?`)
const dateAlone = new RegExp(`^${date.source}$`)

const datedIn = (line: string): Day | undefined => {
  const found = date.exec(line)
  if (found === null) return undefined
  const [year, month, day] = [yearNumber(found[1] ?? ''), numberOf(found[2] ?? ''), numberOf(found[3] ?? '')]
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return parseDay(text) !== undefined && day <= monthLength(year, month) ? dayOf(year, month, day) : undefined
}

const yearNumber = (text: string): number => Number([...text].map((sign) => (/\d/.test(sign) ? sign : '零〇○'.includes(sign) ? '0' : String('零一二三四五六七八九'.indexOf(sign)))).join(''))
const numberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number(numeralAt(text, 0)?.value ?? 0))

const yearIn = (text: string): number | null => {
  const found = /((?:19|20)\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年/.exec(text)?.[1]
  return found === undefined ? null : yearNumber(found)
}

/** Headings of the review: 一、2023年上半年工作回顾. */
const headingsIn = (text: string): readonly string[] => linesOf(text.slice(0, 60_000)).filter((line) => line.length <= 40 && /^(?:[一二三四五六]、|第[一二三]部分|\([一二三]\))/.test(line) && reviewed.test(line))

const reviewed = /(?:回顾|总结|完成情况|开展情况|工作情况|主要情况|执行情况)/

/** The period a line says it reports on: the time words before its first word of review; a work report of a year may look back or ahead, so that is left open. */
const periodTold = (line: string): { readonly key: string; readonly year: number } | undefined => {
  const year = yearIn(line)
  const stated = /(?:(?:19|20)\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年?(上半年|下半年|前三季度|第?[一二三四]季度|\d{1,2}-\d{1,2}月|\d{1,2}月|全年|度)?/.exec(line)
  if (year === null || stated === null) return undefined
  const words = stated[1]
  const part = words === undefined || words === '度' ? undefined : words
  if (part === undefined && !reviewed.test(line) && !/总结/.test(line)) return undefined
  const key = periodKeyOf(`${year}年${part ?? ''}`, year)
  return key === null ? undefined : { key, year }
}
