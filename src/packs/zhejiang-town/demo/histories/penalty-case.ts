import type { Fields } from '../../../../core/ledger/value.ts'
import type { Day } from '../../../../core/time/day.ts'
import { addDays } from '../../../../core/time/day.ts'
import { town } from '../../orgs.ts'
import type { DemoAction, DemoHistory } from '../history.ts'
import { act, after, between, by, sofar, untilNow } from './days.ts'

const team = 'zhzf'
/** Since when a case has ninety days, and time that is left out of them. */
const timed = '2021-07-15'

/** A penalty from filing to payment: who investigates does not review, a leader decides. What a row calls `decided` is the day of the decision; one without is under way. */
export const penaltyCaseHistory = (row: Fields): DemoHistory => {
  const { decided, dropped, document = null, fine = null, turn, ...rest } = row
  const nth = Number(turn)
  const given = rest['day'] as Day
  if (decided === undefined && dropped === undefined) return { fields: rest, actions: sofar(investigated(given, addDays(given, 12), nth), nth, 2) }
  const end = (decided ?? dropped) as Day
  const heard = nth % 13 === 6 && end > '2021-10'
  const from = addDays(end, -(nth % 23 === 9 ? 97 : heard ? 62 : dropped === undefined ? 36 + (nth % 17) : 20))
  const fields = { ...rest, day: from }
  const found = investigated(from, between(from, end, heard ? 0.22 : 0.35), nth)
  if (dropped !== undefined) return { fields, actions: [...found, act('drop', end, 'deputy', town, { note: '示例：违法行为轻微并及时改正' })] }
  const passed = [...found, act('pass', between(from, end, heard ? 0.3 : 0.42), 'enforcement-head', team, { note: '示例：事实清楚，证据确凿，程序合法' })]
  const told = between(from, end, heard ? 0.32 : 0.45)
  const decision = { document, fine }
  const concluded = heard ? [by(team, 'tell', told), ...hearing(told), act('decide-heard', end, 'leader', town, decision)] : [by(team, 'tell', told), act('decide', end, nth % 2 === 0 ? 'leader' : 'deputy', town, decision)]
  return { fields, actions: untilNow([...passed, ...concluded, by(team, 'serve', after(end, 2)), ...paid(end, nth)]) }
}

/** Evidence held now and then, something sent to be appraised now and then, and the file handed in for the legal review. */
const investigated = (from: Day, to: Day, nth: number): readonly DemoAction[] => {
  const at = (share: number): Day => between(from, to, share)
  return [
    ...(nth % 5 === 2 ? [by(team, 'register-evidence', at(0.05), { note: '示例：先行登记保存' }), by(team, 'settle-evidence', at(0.2), { note: '示例：拍照取证后发还' })] : []),
    ...(nth % 7 === 4 && from >= timed ? [by(team, 'appraise', at(0.25), { pause: 'appraisal', note: '示例：送检' }), by(team, 'appraised', at(0.7))] : []),
    by(team, 'submit', to, { note: '示例：调查终结报告' }),
  ]
}

const hearing = (told: Day): readonly DemoAction[] => {
  const on = after(told, 28)
  return [
    by(team, 'ask-hearing', after(told, 2), { hearing_on: on, pause: 'hearing', note: '示例：当事人书面要求听证' }), by(team, 'notify-hearing', after(told, 6)),
    act('heard', on, 'enforcement-head', team, { note: '示例：听证笔录已签字' }),
  ]
}

const paid = (end: Day, nth: number): readonly DemoAction[] =>
  nth % 29 === 11 ? [act('enforce', after(end, 40), 'enforcement-head', team, { note: '示例：催告后仍未缴纳' }), by(team, 'paid', after(end, 75))] : [by(team, 'paid', after(end, 6 + (nth % 9)))]
