import type { Draft } from './figure.ts'
import type { Sentence } from './outline.ts'

/** A short noun phrase for what a figure counts: the words before its number, without verb and time, or what stands behind it. */
export const subjectOf = (plain: string, sentence: Sentence, draft: Draft): string => {
  const before = clean(draft.lead)
  const behind = /^(?:[一-鿿A-Za-z“”()]{2,14}?)(?=[,。;、:!?的和与等在被]|$)/.exec(plain.slice(draft.to, draft.to + 16))?.[0] ?? ''
  if (before.length >= 2 && !onlyVerb.test(before)) return before
  if (behind !== '' && draft.level !== undefined) return behind.replace(/[“”()]/g, '')
  const earlier = clean(plain.slice(Math.max(sentence.from, draft.from - 40), draft.from).split(/[,;:]/).findLast((part) => clean(part).length >= 2) ?? '')
  return earlier === '' ? before : earlier
}

const onlyVerb = /^(?:启动|惠及|完成|新增|建成|开展|实施|覆盖|带动|服务|受益|涉及|累计|包括|其中|达到|举办|组织|参与|走访|培训|发放|安排|投入|争取|解决|化解|拆除|整治|改造|维修|清理|检查|排查|查处|处理|办理|受理|接待|引进|签约|申报|获得|获评|推进|打造|创建)+$/

const clean = (lead: string): string => {
  let rest = lead.replace(/^(?:[,、(:]|其中|同时|并|且|另外)+/, '').replace(timeWords, '')
  for (let turn = 0; turn < 6; turn += 1) rest = rest.replace(/^(?:实现|完成|预计|共|累计|全年|全镇|新增|达到?|发放|开展|组织|举办|建成|投入|新建|引进|做好|落实|安排|拥有|现有|已|将|共计|总计|分别|成功|年内|继续|加快|推进|截至目前|目前|其中)/, '')
  return rest.replace(/(?:同比|环比|分别|共计?|总计|累计|达到?|实现|完成|约|近|超过?|突破|为|是|了|均|增长|下降|提高|增加|减少|提升|上升|至|到|占|的|各|也|已|高达|[:(、,和与]|高于|低于)+$/, '').slice(-24)
}

const timeWords = /(?:20[\dxX*]{2}年)?(?:上半年|下半年|全年|[一二三四1-4]季度|\d{1,2}(?:[-~至到]\d{1,2})?月份?)?(?:度)?/

/** The time words that govern a number: the last before it in its sentence, else in its paragraph, else in the headings above; null where none are. */
export const periodIn = (plain: string, sentence: Sentence, at: number): string | null =>
  lastOf(plain.slice(sentence.from, at)) ?? lastOf(plain.slice(Math.max(sentence.paragraph.from, sentence.from - 200), sentence.from)) ?? lastOf(sentence.paragraph.under.join('\n'))

const periods =
  /(?:今年|去年|上年|20[\dxX*]{2}年|过去[一五三]年|[一五三半]年来)(?:以来|上半年|下半年|前[一二三]季度|[一二三四]季度|\d{1,2}[-~至到]\d{1,2}月份?|\d{1,2}月(?:底|末|份)?|全年)?|上半年|下半年|全年|前[一二三]季度|[一二三四]季度|\d{1,2}[-~至到]\d{1,2}月份?|(?:截[至止]到?)?\d{1,2}月(?:底|末|份)/g

/** The last time words of a stretch; null where it has none. */
const lastOf = (text: string): string | null => {
  if (!/[年月季]/.test(text)) return null
  let found: string | null = null
  for (const match of text.matchAll(periods)) if (!noPeriod.test(text.slice(match.index + match[0].length, match.index + match[0].length + 3))) found = match[0]
  return found
}

/** 2022年度 is the year of an honour or a budget, 2023年1月20日 a day: neither governs the figures after it. */
const noPeriod = /^(?:度|\d{1,2}[日号])/
