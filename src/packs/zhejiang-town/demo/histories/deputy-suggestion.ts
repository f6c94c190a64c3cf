import type { Fields } from '../../../../core/ledger/value.ts'
import type { Day } from '../../../../core/time/day.ts'
import type { DemoAction, DemoHistory } from '../history.ts'
import { headOf } from '../people.ts'
import { act, after, by, untilNow } from './days.ts'

const presidium = 'zrd'
const offices = ['czjs', 'nync', 'shsw', 'sthj', 'pafz'] as const
const note = '示例：答复意见书'

/** Assigned, answered by the head of an office after whoever was asked to help; what was planned is followed up and answered once more. The last step is one that lies behind us. */
export const deputySuggestionHistory = (row: Fields): DemoHistory => {
  const { turn, ...rest } = row
  const nth = Number(turn)
  const from = rest['day'] as Day
  const office = offices[nth % offices.length] ?? 'czjs'
  const helper = offices[(nth + 2) % offices.length] ?? 'sthj'
  const hard = nth % 9 === 2
  const answered = after(from, hard ? 120 : nth % 17 === 12 ? 104 : 38 + ((nth * 7) % 41))
  const reply = (on: Day, outcome: string): DemoAction => act('reply', on, headOf(office), office, { outcome, note })
  const outcome = nth % 5 === 0 ? 'b' : nth % 5 === 3 ? 'c' : 'a'
  const told = (step: string, on: Day): DemoAction => by(presidium, step, on, { satisfied: nth % 4 === 1 ? 'mostly' : 'yes' })
  const later = nth % 11 === 6 ? [by(presidium, 'do-again', after(answered, 9), { note: '示例：代表认为未答到点上' }), reply(after(answered, 30), 'a'), told('content', after(answered, 40))] : followed(outcome, answered, office, told)
  return {
    fields: { ...rest, difficulty: hard ? 'hard' : 'ordinary' },
    actions: untilNow([
      by(presidium, 'assign', from, { to_org: office }), by(office, 'sign', after(from, 2)),
      ...(nth % 4 === 1 ? [by(office, 'co-handle', after(from, 5), { to_org: helper, note: '示例：请就所涉事项提出会办意见' }), by(helper, 'co-answer', after(from, 24), { note: '示例：会办意见' })] : []),
      reply(answered, nth % 11 === 6 ? 'c' : outcome), ...later,
    ]),
  }
}

const followed = (outcome: string, answered: Day, office: string, told: (step: string, on: Day) => DemoAction): readonly DemoAction[] =>
  outcome === 'b'
    ? [told('follow-up', after(answered, 10)), act('answer-again', after(answered, 150), headOf(office), office, { outcome: 'a', note: '示例：所列事项已完成' }), told('content', after(answered, 158))]
    : [told('content', after(answered, 10))]
