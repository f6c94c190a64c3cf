import { dayOf, monthLength, type Day } from '../time/day.ts'

/** The day a document gives itself: 成文日期, else the day in brackets or on a line of its own, else 发布日期; null where it gives none. */
export const dayOfText = (plain: string): Day | null => {
  const top = plain.slice(0, 2000)
  const tail = plain.slice(-300)
  return (
    dayIn(/成文(?:日期|时间)[:\n]*(20\d\d)[-./年](\d{1,2})[-./月](\d{1,2})/.exec(top)) ??
    dayIn(/(?:^|\n)[^\n]{0,6}?(20\d\d)年(\d{1,2})月(\d{1,2})日(?:在|于)[^\n]{2,60}(?:会议?|大会)/.exec(top.replace(/[-(]/g, ''))) ??
    dayIn(/(?:^|\n)\(?(20\d\d)年(\d{1,2})月(\d{1,2})日\)?(?=\n|$)/.exec(top.slice(0, 400))) ??
    dayIn(/\n\(?(20\d\d)年(\d{1,2})月(\d{1,2})日\)?\n*$/.exec(tail)) ??
    dayIn(/(?:发布|发文|印发|公开|更新)(?:日期|时间)[:\n]*(20\d\d)[-./年](\d{1,2})[-./月](\d{1,2})/.exec(top))
  )
}

const dayIn = (match: RegExpExecArray | null): Day | null => {
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])]
  return match === null || !(month >= 1 && month <= 12) || day < 1 || day > monthLength(year, month) ? null : dayOf(year, month, day)
}
