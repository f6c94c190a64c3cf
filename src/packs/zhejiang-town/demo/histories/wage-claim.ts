import type { Fields } from '../../../../core/ledger/value.ts'
import type { Day } from '../../../../core/time/day.ts'
import type { DemoHistory } from '../history.ts'
import { act, between, by, lately, sofar, storyEnd } from './days.ts'

/** From taking the claim to a payment another person has verified; most are mediated, some investigated. What a row calls `closed` is the day of the verification. */
export const wageClaimHistory = (row: Fields, index: number): DemoHistory => {
  const { closed, ...fields } = row
  const from = fields['day'] as Day
  const end = (closed ?? storyEnd) as Day
  const at = (share: number): Day => between(from, end, share)
  const amount = index % 4 === 1 ? String(Math.round(Number(fields['amount']) * 0.9)) : (fields['amount'] ?? null)
  const pay = { agreed: amount, pay_by: at(0.8) }
  const head = (step: string, day: Day, given: Fields) => act(step, day, 'order-head', 'pafz', given)
  const settled = index % 9 === 4
    ? [head('open-case', at(0.3), { note: '示例：调解不成，立案调查' }), head('order', at(0.6), { ...pay, outcome: 'ordered' })]
    : [by('pafz', 'agree', at(0.5), { ...pay, outcome: 'mediated' })]
  const all = [
    by('pafz', 'take', from), ...settled, by('pafz', 'paid', at(0.9), { paid_on: at(0.9) }), head('verify', end, { note: '示例：电话核实，工资已兑付' }),
  ]
  return { fields, actions: closed === undefined ? sofar(all, index, from < lately ? 2 : 1) : all }
}
