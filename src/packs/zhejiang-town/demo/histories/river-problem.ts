import type { Fields } from '../../../../core/ledger/value.ts'
import type { Day } from '../../../../core/time/day.ts'
import { wutangnan } from '../../orgs.ts'
import type { DemoAction, DemoHistory } from '../history.ts'
import { keeperOf } from '../people.ts'
import { act, after, between, by, sofar } from './days.ts'
import { picturedFrom, withEvidence } from './evidence.ts'

const station = 'sthj'
const mender: Readonly<Record<string, string>> = { outlet: 'czjs', building: 'zhzf', bank: 'nync', fishing: 'nync', litter: 'nync', colour: 'czjs' }

/** Dealt with on the spot, or reported, given out and mended, a few passed upwards; struck off by the station on the day a row calls `closed`, or under way. */
export const riverProblemHistory = (row: Fields): DemoHistory => {
  const { closed, turn, ...fields } = row
  const nth = Number(turn)
  const from = fields['day'] as Day
  const end = (closed ?? after(from, 9)) as Day
  const at = (share: number): Day => between(from, end, share)
  const village = String(fields['org']).startsWith(wutangnan)
  const found = (step: string, note: string): DemoAction => (village ? act(step, from, 'village', wutangnan, { note }) : act(step, from, keeperOf(station), station, { note }))
  const office = mender[String(fields['kind'])] ?? 'nync'
  const pass = act('pass', end, 'environment-head', station, { note: '示例：现场核查，已反馈报告人' })
  const all = nth % 3 === 0
    ? [found('deal-with', '示例：当场清理'), pass]
    : nth % 20 === 10
      ? [found('report', '示例：跨镇河道'), by(station, 'pass-up', at(0.1), { note: '示例：请市治水办协调' }), by(station, 'answered', at(0.8), { note: '示例：上级已处置' }), pass]
      : [
          found('report', '示例：需镇级处置'), by(station, 'give-out', at(0.1), { to_org: office }), by(office, 'fixed', at(0.6), { note: '示例：已整改' }),
          ...(nth % 12 === 5 ? [act('fail', at(0.65), 'environment-head', station, { note: '示例：仍有渗漏' }), by(office, 'fixed', at(0.9), { note: '示例：已重新处理' })] : []),
          pass,
        ]
  const told: DemoHistory = { fields, actions: closed === undefined ? sofar(all.slice(0, 2), nth, nth % 3 === 0 ? 0 : 2) : all }
  return from >= picturedFrom ? withEvidence(told, 'river', nth, ['deal-with', 'fixed', 'pass']) : told
}
