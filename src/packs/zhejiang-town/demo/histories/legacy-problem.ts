import type { Fields } from '../../../../core/ledger/value.ts'
import type { Day } from '../../../../core/time/day.ts'
import { addDays } from '../../../../core/time/day.ts'
import { town } from '../../orgs.ts'
import type { DemoHistory } from '../history.ts'
import { act, after, between, by, untilNow } from './days.ts'

const offices: Readonly<Record<string, string>> = { land: 'nync', house: 'czjs', debt: 'czgl', project: 'jjfz', other: 'shsw' }

/** Taken as a case by a leader, planned, settled over months and found so by another; one in eight is ended by law. The last step is one that lies behind us. */
export const legacyProblemHistory = (row: Fields): DemoHistory => {
  const { turn, ...fields } = row
  const nth = Number(turn)
  const from = fields['day'] as Day
  const office = offices[String(fields['kind'])] ?? 'shsw'
  const [takes, approves] = nth % 2 === 0 ? (['leader', 'deputy'] as const) : (['deputy', 'leader'] as const)
  const end = addDays(from, 160 + ((nth * 47) % 170))
  const at = (share: number): Day => between(from, end, share)
  const planned = [
    act('take-case', from, takes, town, { to_org: office }), by(office, 'propose', after(from, 22), { note: '示例：化解方案' }), act('approve', after(from, 27), approves, town),
    by(office, 'note', at(0.5), { note: '示例：已与各方协商' }),
  ]
  const ended = nth % 8 === 5
    ? [act('end-by-law', at(0.8), takes, town, { note: '示例：法院已作出终审判决' })]
    : [by(office, 'settled', at(0.92), { note: '示例：已按方案落实' }), by('dzb', 'confirm', after(end, 2), { note: '示例：评估确认' })]
  return { fields, actions: untilNow([...planned, ...ended]) }
}
