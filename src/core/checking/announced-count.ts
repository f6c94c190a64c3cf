import { numeralAt } from '../reading/numeral.ts'
import type { Paragraph } from '../reading/outline.ts'
import { words } from '../words.ts'
import { fails, holds, type Outcome, type Span } from './outcome.ts'
import type { Page } from './page.ts'

/** 六大行动, 五方面工作, 三张清单: a number that announces a list, against the names beside it or the headings that follow. */
export const announcedCount = (page: Page): readonly Outcome[] => [...quoted(page.plain), ...listed(page.plain), ...headed(page)]

const number = '([一二两三四五六七八九十]{1,3}|\\d{1,2})'
const counter = '(?:大|个|项|张|类|种|条|方面)'
const names = '“[^”\\n]{1,24}”(?:[、和及与]?“[^”\\n]{1,24}”){1,30}'

/** “甲”“乙”“丙”三大行动, and 三大行动(“甲”“乙”“丙”). */
const quoted = (plain: string): readonly Outcome[] => [
  ...[...plain.matchAll(new RegExp(`(${names})(等|这)?(?:${number})${counter}(?!以上|左右)`, 'g'))].flatMap((match) => {
    const [text, list = '', more, said = ''] = match
    return counted({ from: match.index, to: match.index + text.length }, said, list.split('“').length - 1, more === '等')
  }),
  ...[...plain.matchAll(new RegExp(`(?<![第十百])${number}${counter}[一-鿿]{1,6}[(:]?(${names})(等)?`, 'g'))].flatMap((match) => {
    const [text, said = '', list = '', more] = match
    return counted({ from: match.index, to: match.index + text.length }, said, list.split('“').length - 1, more === '等')
  }),
]

/** 甲、乙、丙三大产业: names parted by 、 directly before the number. Where one begins is open, so only what agrees is told. */
const listed = (plain: string): readonly Outcome[] =>
  [...plain.matchAll(new RegExp(`(?<=^|[,。;:\\n])([^,。;:\\n、]{1,16}(?:、[^,。;:\\n、]{1,12}){1,9})(?<![第十百等])([三四五六七八九十])(?:大|个|项|张)(?![百千万])`, 'g'))].flatMap((match) => {
    const [text, list = '', said = ''] = match
    const size = list.split(/、|(?<=[一-鿿]{2})和(?=[一-鿿]{2,8}$)/).length
    const [holding] = counted({ from: match.index, to: match.index + text.length }, said, size, true)
    return holding?.holds === true ? [holding] : []
  })

const counted = (span: Span, said: string, size: number, open: boolean): readonly Outcome[] => {
  const value = Number(said === '两' ? '2' : numeralAt(said, 0)?.value)
  if (!(value >= 2)) return []
  if (value === size) return [holds('announced-count', span, words('所报个数与所列一致。', 'As many are listed as announced.'), `${size} = ${said}`)]
  return open && size < value ? [] : [fails('announced-count', 'warning', span, words('所报个数与所列不符。', 'Not as many are listed as announced.'), `${size} ≠ ${said}`)]
}

/** 重点抓好以下五方面工作:(一)…(五), or 一是…二是… in the same paragraph. */
const headed = (page: Page): readonly Outcome[] => {
  const { paragraphs, plain } = page
  return paragraphs.flatMap((paragraph, index): readonly Outcome[] => {
    const text = plain.slice(paragraph.from, paragraph.to)
    const match = last(text, new RegExp(`(?:以下|下列|下面|如下|抓好|做好|推进|围绕|聚焦|突出|从|实施|开展|打好|办好)[^,。;:“”第十百]{0,8}?${number}(?:个方面|方面|大|项|个|件)[^,。;:]{0,12}[:。]?$`, 'g')) ?? undefined
    if (match !== undefined && /[:。]$/.test(text)) {
      const size = headsBehind(plain, paragraphs, index)
      if (size === undefined || size < 2) return []
      const from = paragraph.from + match.index
      return counted({ from, to: from + match[0].length }, match[1] ?? '', size, false)
    }
    return runIn(text, paragraph)
  })
}

/** How many marked paragraphs of one level come next, counted 一 to N; undefined where none do. */
const headsBehind = (plain: string, paragraphs: readonly Paragraph[], index: number): number | undefined => {
  let shape: string | undefined
  let size = 0
  for (let at = index + 1; at < Math.min(paragraphs.length, index + 120); at += 1) {
    const next = paragraphs[at]
    if (next === undefined) break
    const mark = /^(\(?)([一二三四五六七八九十]{1,3}|\d{1,2})([)、.]|是)/.exec(plain.slice(next.from, next.from + 8))
    if (mark === null) {
      if (size === 0 || (next.level !== undefined && next.level < 2)) break
      continue
    }
    const form = `${mark[1] ?? ''}${/\d/.test(mark[2] ?? '') ? '1' : '一'}${mark[3] ?? ''}`
    const place = Number(numeralAt(mark[2] ?? '', 0)?.value ?? 0)
    if (shape === undefined && place !== 1) break
    shape ??= form
    if (form !== shape) {
      if (rank(form) < rank(shape)) break
      continue
    }
    if (place !== size + 1) break
    size += 1
  }
  return shape === undefined ? undefined : size
}

const rank = (form: string): number => ['一、', '(一)', '一是', '1.', '1、', '(1)'].indexOf(form)

/** 抓好三项工作:一是…二是…三是… */
const runIn = (text: string, paragraph: Paragraph): readonly Outcome[] => {
  const match = new RegExp(`(?:以下|抓好|做好|突出|从|打好|办好|坚持)[^,。;:“”第十百]{0,6}?${number}(?:个方面|方面|项|个)[^,。;:]{0,8}[:,。](?=(?:一是|一要|\\(?一[)、]))`).exec(text)
  if (match === null) return []
  const rest = text.slice(match.index + match[0].length)
  let size = 0
  for (let at = 0; size < 20; ) {
    const place = rest.indexOf(`${'一二三四五六七八九十'[size] ?? '#'}${rest.startsWith('一要') ? '要' : '是'}`, at)
    if (place === -1) break
    size += 1
    at = place + 2
  }
  const from = paragraph.from + match.index
  return size < 2 ? [] : counted({ from, to: from + match[0].length }, match[1] ?? '', size, false)
}

const last = (text: string, pattern: RegExp): RegExpExecArray | undefined => [...text.slice(-60).matchAll(pattern)].map((match) => Object.assign(match, { index: match.index + Math.max(0, text.length - 60) })).at(-1)
