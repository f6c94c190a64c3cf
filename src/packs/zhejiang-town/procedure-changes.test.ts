import { describe, expect, test } from 'vitest'
import { hazardLedger } from '../../../test/builders/hazard-ledger.ts'
import { ledgerProblem } from '../../core/ledger/ledger.ts'
import { changeProblems, withProcedure } from '../../core/matter/change-procedure.ts'
import { compareProcedures } from '../../core/matter/compare-procedures.ts'
import type { Limit } from '../../core/matter/limit.ts'
import type { Procedure, Step } from '../../core/matter/procedure.ts'
import { procedureProblem, procedureProblems } from '../../core/matter/procedure-problem.ts'
import { words } from '../../core/words.ts'
import { hazard as hazardPlan } from './procedures/hazard.ts'
import { procedures } from './procedures.ts'

const petition: Procedure = procedures.petition.procedure
const withStep = (procedure: Procedure, key: string, more: Partial<Step>): Procedure => ({ ...procedure, steps: procedure.steps.map((step) => (step.key === key ? { ...step, ...more } : step)) })
const withLimit = (procedure: Procedure, clock: string, more: Partial<Limit>): Procedure => ({ ...procedure, clocks: procedure.clocks.map((rule) => (rule.key === clock ? { ...rule, limits: rule.limits.map((row) => ({ ...row, ...more })) } : rule)) })
const placesOf = (before: Procedure, after: Procedure, reason = '') => changeProblems(before, after, reason).map(({ at, key }) => [at, key])
const lawful = petition.clocks.find(({ limits }) => limits.some(({ sure }) => sure === 'law'))?.key ?? ''

describe('a town', () => {
  test('changes what it sets itself: titles, limits of its own, who may, days to accept', () => {
    const after = { ...withLimit(withStep(hazardPlan.procedure, 'assign', { title: words('派单', 'Dispatch'), who: [{ is: 'keeper', role: 'head' }] }), 'fix', { value: 20 }), acceptWithin: 2 }
    expect(placesOf(hazardPlan.procedure, after)).toEqual([])
    expect(compareProcedures(hazardPlan.procedure, after).map(({ at, what, was, is }) => [at, what, was, is])).toEqual([
      ['step', 'renamed', '交办', '派单'],
      ['step', 'who', null, null],
      ['clock', 'limit', '15 calendar', '20 calendar'],
      ['procedure', 'accept-within', '1', '2'],
    ])
  })

  test('changes a limit of a law only with another clause and a reason, and does not remove it', () => {
    expect(placesOf(petition, withLimit(petition, lawful, { value: 90 }), '新法')).toEqual([['clock', lawful]])
    expect(placesOf(petition, withLimit(petition, lawful, { value: 90, clause: '第一条' }))).toEqual([['clock', lawful]])
    expect(placesOf(petition, withLimit(petition, lawful, { value: 90, clause: '第一条' }), '新法')).toEqual([])
    expect(placesOf(petition, { ...petition, clocks: petition.clocks.filter(({ key }) => key !== lawful) }, '新法')).toContainEqual(['clock', lawful])
  })

  test('takes away neither the second hand, nor the evidence, nor a state matters have stood in', () => {
    const strike = hazardPlan.procedure.steps.find(({ key }) => key === 'strike')
    const lax = (strike?.asks ?? []).map((ask) => (ask.key === 'files' ? { ...ask, required: false } : ask))
    expect(placesOf(hazardPlan.procedure, withStep(hazardPlan.procedure, 'strike', { otherThan: [] }))).toEqual([['step', 'strike']])
    expect(placesOf(hazardPlan.procedure, withStep(hazardPlan.procedure, 'strike', { asks: lax }))).toEqual([['step', 'strike']])
    expect(placesOf(hazardPlan.procedure, { ...hazardPlan.procedure, states: hazardPlan.procedure.states.filter(({ key }) => key !== 'archived') })).toEqual([['state', 'archived']])
  })
})

describe('a procedure given to a ledger', () => {
  const { procedure: _, ...bare } = { ...hazardLedger(), fields: hazardLedger().fields.filter(({ fixed }) => fixed !== true) }

  test('brings the fields it needs, for every procedure of the pack', () => {
    for (const { procedure, fields } of Object.values(procedures)) expect(ledgerProblem(withProcedure(bare, procedure, fields))).toBeUndefined()
  })

  test('keeps the states of an earlier version as choices of the column', () => {
    const after = withProcedure(hazardLedger(), { ...hazardPlan.procedure, states: hazardPlan.procedure.states.filter(({ key }) => key !== 'archived'), steps: hazardPlan.procedure.steps.filter(({ key }) => key !== 'archive') })
    expect(after.fields.find(({ key }) => key === 'state')?.choices?.map(({ key }) => key)).toEqual(['found', 'assigned', 'fixing', 'checking', 'closed', 'archived'])
  })
})

test('every problem is told at its place, and the first of them in one line', () => {
  const broken: Procedure = { ...withStep(withStep(hazardPlan.procedure, 'assign', { to: 'nowhere' }), 'mend', { asks: [], within: 'none' }), main: ['none'] }
  expect(procedureProblems(broken, hazardLedger()).map(({ at, key, said }) => [at, key, said.en])).toEqual([
    ['state', 'assigned', 'nothing leads to the state assigned'],
    ['step', 'assign', 'nowhere is no state'],
    ['step', 'mend', 'none is no clock'],
    ['procedure', null, 'none is no clock'],
  ])
  expect(procedureProblem(withStep(hazardPlan.procedure, 'mend', { within: 'none' }), hazardLedger())).toBe('step mend: none is no clock')
  expect(procedureProblem({ ...hazardPlan.procedure, steps: hazardPlan.procedure.steps.filter(({ to }) => to !== 'archived') }, hazardLedger())).toBe('nothing leads to the state archived')
})
