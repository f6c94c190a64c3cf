/**
 * What a number is about, in a form two places can be compared by: without marks, brackets, time, and words that add nothing (全镇实现, 力争完成).
 * Words that change what is counted stay: 新增 is not 累计.
 */
export const subjectKey = (subject: string): string => {
  let rest = subject.replace(/\([^()]*\)/g, '').replace(marks, '').replace(times, '')
  for (let turn = 0; turn < 8; turn += 1) {
    const next = rest.replace(opening, '').replace(closing, '')
    if (next === rest || next === '') break
    rest = next
  }
  return rest
}

/**
 * Whether one subject is the other, or a kind of it: 进限批发企业 is a kind of 进限企业, 全社会固定资产投资 is 固定资产投资; 工业固定资产投资 is
 * another thing, because a word before it makes a part of it.
 */
export const isKindOf = (kind: string, general: string): boolean => {
  if (kind === general) return true
  if (general.length < 4 || kind.length <= general.length || kind.length - general.length > 6) return false
  for (let cut = 2; cut <= general.length - 2; cut += 1) {
    if (kind.startsWith(general.slice(0, cut)) && kind.endsWith(general.slice(cut))) return true
  }
  return false
}

const marks = /[“”"'‘’《》()\s:、,.;]/g
const times = /(?:20[\dxX*]{2}年度?)|(?:今年以来|今年|本年|当年|[上下]半年度?|全年度?|年度|月度|季度|半年度|前[一二三]季度|[一二三四1-4]季度|\d{1,2}(?:[-~至到]\d{1,2})?月份?)/g
const opening = /^(?:其中|同时|预计|预期|力争|争取|确保|努力|实现|完成|达到?|全社会|全[镇乡县市区州盟旗省]|[我本][镇乡县市区州盟旗省]|全街道|辖区|镇域|全域|全体|共计|共|已|将|要|的|全部|全面|基本|预算内)/
const closing = /(?:达到?|为|是|约|共计|共|总计|合计|分别|已|的|了|实现|完成|目标|任务|预计|预期|力争|以上)$/
