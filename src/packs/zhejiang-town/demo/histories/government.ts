import type { Fields } from '../../../../core/ledger/value.ts'
import type { Day } from '../../../../core/time/day.ts'
import { addDays } from '../../../../core/time/day.ts'
import { town } from '../../orgs.ts'
import type { DemoHistory } from '../history.ts'
import { keeperOf } from '../people.ts'
import { act, between, by, sofar } from './days.ts'

/** A request for information, answered on the day a row calls `answered` by another than who drafted it. */
export const disclosureHistory = (row: Fields, index: number): DemoHistory => {
  const { answered, ...rest } = row
  const end = answered as Day
  const from = addDays(end, -(9 + (index % 9)))
  const at = (share: number): Day => between(from, end, share)
  const fields = { ...rest, day: from }
  return {
    fields,
    actions: [
      by('dzb', 'accept-request', from), by('dzb', 'hand-over', at(0.1), { to_org: 'czjs', note: '示例：请提供所涉档案并拟答复' }), by('czjs', 'accept', at(0.2)),
      by('czjs', 'draft', at(0.7), { result: 'given', note: '示例：属应当公开的信息' }), by('dzb', 'answer', end, { document: `示例公开答〔${end.slice(0, 4)}〕${index + 1}号`, sent_on: end }),
    ],
  }
}

/** A review with the town as respondent, decided on the day a row calls `decided`. */
export const reviewHistory = (row: Fields, index: number): DemoHistory => {
  const { decided, result = null, ...rest } = row
  const end = decided as Day
  const from = addDays(end, -(48 + (index % 10)))
  const fields = { ...rest, day: from }
  const note = '示例：答复书和证据目录'
  const answer = [by('dzb', 'assign', from, { to_org: 'pafz' }), by('pafz', 'submit', between(from, addDays(from, 7), 0.8), { note }), act('sign', addDays(from, 8), 'leader', town)]
  const told = result === 'upheld' ? [by('dzb', 'uphold', end, { decided: end })] : [by('dzb', 'overturn', end, { result, decided: end }), by('pafz', 'correct-it', addDays(end, 14), { note: '示例：已重新作出决定' })]
  return { fields, actions: [...answer, ...told] }
}

/** A problem found by inspectors, struck off on the day a row calls `closed`. */
export const inspectionProblemHistory = (row: Fields): DemoHistory => {
  const { closed, ...rest } = row
  const end = closed as Day
  const from = addDays(end, -75)
  const at = (share: number): Day => between(from, end, share)
  return {
    fields: { ...rest, day: from },
    actions: [
      by('sthj', 'assign', from, { to_org: 'czjs' }), by('czjs', 'sign', at(0.02)), by('czjs', 'plan', at(0.12), { note: '示例：整改方案' }), act('approve', at(0.16), 'deputy', town),
      act('fixed', at(0.75), 'building-head', 'czjs', { learnt: '示例：已对同类点位全面排查', note: '示例：已按方案整改到位' }), by('sthj', 'pass', end, { note: '示例：现场核查，同意销号' }),
    ],
  }
}

/** A supervision item, verified on the day a row calls `closed`, or under way. */
export const supervisionHistory = (row: Fields, index: number): DemoHistory => {
  const { closed, ...fields } = row
  const from = fields['day'] as Day
  const end = (closed ?? addDays(from, 25)) as Day
  const office = String(fields['org'])
  const at = (share: number): Day => between(from, end, share)
  const all = [
    act('assign', from, keeperOf('dzb'), 'dzb', { to_org: office, act_by: between(from, addDays(from, index % 11 === 3 ? 12 : 24), 1), note: fields['content'] ?? '' }),
    by(office, 'sign', at(0.05)), by(office, 'report', at(0.8), { note: '示例：已落实到位' }), by('dzb', 'close', end, { note: '示例：核实属实' }),
  ]
  return { fields, actions: closed === undefined ? sofar(all, index, 2) : all }
}
