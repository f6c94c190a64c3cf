import { expect, test } from 'vitest'
import { china } from '../../../test/builders/china-calendar.ts'
import { hazardLedger } from '../../../test/builders/hazard-ledger.ts'
import { day } from '../time/day.ts'
import { openMatter } from './matter.ts'
import type { Procedure } from './procedure.ts'
import { procedureProblem } from './procedure-problem.ts'
import { remindersCome } from './reminder.ts'

const ledger = hazardLedger()
const usual = ledger.procedure as Procedure

/** The reminders of a hazard found on Friday, 30 June 2023, that has two working days to be assigned. */
const come = (procedure: Procedure, today: string): readonly string[] =>
  remindersCome(procedure, openMatter(procedure, { day: day('2023-06-30'), raiser: 1, first: 'order', fields: { level: 'general' } }), china, day(today)).map(({ mark, day: on, to }) => `${mark} ${on} ${to.join('+')}`)

test('the usual reminders come at half the time, at four fifths, on the day, the day after and every third working day', () => {
  expect(come(usual, '2023-07-02')).toEqual([])
  expect(come(usual, '2023-07-10')).toEqual(['50 2023-07-03 owner', '80 2023-07-04 owner+office', '100 2023-07-04 owner+office', 'overdue-1 2023-07-05 owner+office+leader', 'overdue-2 2023-07-10 owner+office+leader'])
})

test('a procedure says for itself when who is told, or that nobody is', () => {
  expect(come({ ...usual, reminders: [{ share: 100, to: ['leader'] }, { overdue: 10, to: ['office'] }] }, '2023-07-19')).toEqual(['100 2023-07-04 leader', 'overdue-1 2023-07-05 office', 'overdue-2 2023-07-19 office'])
  expect(come({ ...usual, reminders: [] }, '2023-07-19')).toEqual([])
})

test('two rules of one time cannot be declared', () => {
  const problem = (reminders: Procedure['reminders']) => procedureProblem({ ...usual, reminders }, ledger)
  expect([problem([{ share: 50, to: ['owner'] }, { share: 50, to: ['leader'] }]), problem([{ overdue: 1, to: ['owner'] }, { overdue: 2, to: ['leader'] }])]).toEqual(['two reminders of one time: 50%', 'two reminders of one time: overdue'])
  expect(problem([{ share: 50, to: ['owner'] }, { share: 60, to: ['leader'] }, { overdue: 2, to: ['leader'] }])).toBeUndefined()
})
