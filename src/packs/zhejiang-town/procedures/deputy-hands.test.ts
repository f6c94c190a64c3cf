import { expect, test } from 'vitest'
import { china } from '../../../../test/builders/china-calendar.ts'
import { hazardLedger } from '../../../../test/builders/hazard-ledger.ts'
import { hazard as hazardPlan } from './hazard.ts'
import { orgTree } from '../../../core/access/org-tree.ts'
import { isRefusal } from '../../../core/refusal/refusal.ts'
import { day } from '../../../core/time/day.ts'
import type { Asker } from '../../../core/matter/available.ts'
import type { Matter } from '../../../core/matter/matter.ts'
import { openMatter } from '../../../core/matter/matter.ts'
import { takeStep } from '../../../core/matter/take-step.ts'

const today = day('2023-07-03')
const at = { keeper: 'order', org: 'order', tree: orgTree([{ code: 'order', zh: '平安办', en: 'Order', kind: 'office', parent: null, from: day('2020-01-01'), to: null, successor: null }], today), calendar: china, today }
const photo = `${'ab'.repeat(32)} 现场.jpg`
const begun = openMatter(hazardPlan.procedure, { day: today, raiser: 1, first: 'order', fields: { day: today, org: 'order', level: 'general' } })

/** The matter after a step, or the code of the refusal. */
const take = (matter: Matter, step: string, who: Asker): Matter | string => {
  const taken = takeStep(hazardLedger(), hazardPlan.procedure, matter, { step, given: { note: '说明', files: photo } }, who, at)
  return isRefusal(taken) ? taken.code : taken.after
}
const herself = (id: number): Asker => ({ id, posts: [{ role: 'line', org: 'order' }] })
const standingIn = (id: number, deputyOf: number): Asker => ({ id, posts: [{ role: 'line', org: 'order', deputyOf }] })

test('who mends and who checks are two hands, whoever stands in for whom', () => {
  const mended = take(begun, 'mend-at-once', herself(7))
  const mendedFor = take(begun, 'mend-at-once', standingIn(8, 7))
  if (typeof mended === 'string' || typeof mendedFor === 'string') throw new Error('not mended')
  expect([take(mended, 'strike', standingIn(8, 7)), take(mendedFor, 'strike', herself(7)), take(mendedFor, 'strike', herself(8))]).toEqual(['matter-same-hand', 'matter-same-hand', 'matter-same-hand'])
  expect([take(mended, 'strike', herself(8)), take(mendedFor, 'strike', herself(9))].map((matter) => (typeof matter === 'string' ? matter : matter.state))).toEqual(['closed', 'closed'])
})
