import type { Fields } from '../../../../core/ledger/value.ts'
import type { Day } from '../../../../core/time/day.ts'
import type { DemoHistory } from '../history.ts'
import { act, after, by } from './days.ts'

const counter = 'bmfw'

/** Done at the counter where a row is `closed` on its own day, otherwise taken, decided and handed over; a few were rated badly and answered by another. */
export const serviceCaseHistory = (row: Fields, index: number): DemoHistory => {
  const { closed, ...rest } = row
  const from = rest['day'] as Day
  if (closed === from) return { fields: { ...rest, kind: 'instant' }, actions: [by(counter, 'serve', from), ...(index % 997 === 13 ? rated(from) : [])] }
  const fields = { ...rest, kind: index % 40 === 7 ? 'licence' : index % 40 === 23 ? 'joint' : 'promised' }
  const taken = by(counter, 'take', from)
  if (closed === undefined) return { fields, actions: index % 4 === 1 ? [] : [taken] }
  const end = closed as Day
  if (index % 61 === 5) return { fields, actions: [taken, by(counter, 'deny', end, { note: '示例：不符合法定条件' })] }
  return { fields, actions: [taken, by(counter, 'grant', end), by(counter, 'hand-out', end)] }
}

/** Only early in a month, so that it is answered within it. */
const rated = (closed: Day): DemoHistory['actions'] =>
  closed.slice(8) > '18' ? [] : [by(counter, 'rate-bad', after(closed, 3), { note: '示例：等候时间过长' }), act('answer-rating', after(closed, 6), 'counter-head', counter, { note: '示例：已致歉并增开窗口' })]
