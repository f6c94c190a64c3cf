import type { Fields } from '../../../../core/ledger/value.ts'
import type { Day } from '../../../../core/time/day.ts'
import type { DemoAction, DemoHistory } from '../history.ts'
import { act, between, by, sofar } from './days.ts'

const room = 'zhxx'
const offices = ['czjs', 'sthj', 'shsw', 'nync', 'bmfw'] as const

/** From sending out to calling back; some were dissatisfied and had it done again. What a row calls `closed` is the day of the call back. */
export const hotlineOrderHistory = (row: Fields, index: number): DemoHistory => {
  const { closed, ...fields } = row
  const from = fields['day'] as Day
  const office = offices[index % offices.length] ?? 'bmfw'
  const note = '示例：已核实情况并答复'
  const end = (closed ?? from) as Day
  const at = (share: number): Day => between(from, end, share)
  const begun: readonly DemoAction[] = [by(room, 'send', from, { to_org: office }), by(office, 'sign', from), by(office, 'contact', from, { note: '示例：已与来电人联系' })]
  if (closed === undefined) return { fields, actions: sofar(begun, index, 3) }
  const again = index % 19 === 7
  const rated = index % 6 === 0 ? 'none' : index % 4 === 0 ? 'mostly' : 'yes'
  const reply = (day: Day): DemoAction => by(office, 'reply', day, { result: index % 5 === 0 ? 'explained' : 'solved', note })
  return {
    fields,
    actions: [
      ...begun, reply(at(again ? 0.4 : 0.8)),
      ...(again ? [by(room, 'do-again', at(0.5), { note: '示例：来电人不满意，重新办理' }), reply(at(0.9))] : []),
      act('call-back', end, 'command', room, { satisfied: rated }),
    ],
  }
}
