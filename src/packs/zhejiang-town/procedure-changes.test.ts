import { describe, expect, test } from 'vitest'
import { hazardLedger } from '../../../test/builders/hazard-ledger.ts'
import { ledgerProblem } from '../../core/ledger/ledger.ts'
import { changeProblems, withProcedure } from '../../core/matter/change-procedure.ts'
import { actsOn, withClockEffects } from '../../core/matter/clock-effects.ts'
import { clocksLeft } from '../../core/matter/clocks-running.ts'
import { compareProcedures } from '../../core/matter/compare-procedures.ts'
import type { Limit } from '../../core/matter/limit.ts'
import type { Procedure, Step } from '../../core/matter/procedure.ts'
import { effectProblems, procedureProblem, procedureProblems } from '../../core/matter/procedure-problem.ts'
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

describe('a town that changes what steps and states do', () => {
  const { procedure: hazard } = hazardPlan
  const effectsOf = (procedure: Procedure, key: string): Step['effects'] => procedure.steps.find((step) => step.key === key)?.effects
  const without = (procedure: Procedure, key: string, act: string, clock?: string): Procedure => withStep(procedure, key, { effects: effectsOf(procedure, key)?.filter((effect) => effect.do !== act || (clock !== undefined && 'clock' in effect && effect.clock !== clock)) })

  test('adds a state with the steps to it and from it, and takes away one that no matter stands in', () => {
    const more: Procedure = { ...hazard, states: [...hazard.states, { key: 'own-1', title: words('暂存', 'Kept'), kind: 'held' }], steps: [...hazard.steps, { key: 'own-1', title: words('暂存', 'Keep'), from: ['fixing'], to: 'own-1', who: [{ is: 'holder' }] }, { key: 'own-2', title: words('续办', 'Go on'), from: ['own-1'], to: 'fixing', who: [{ is: 'holder' }] }] }
    expect(procedureProblems(more, withProcedure(hazardLedger(), more))).toEqual([])
    expect(placesOf(hazard, more)).toEqual([])
    const fewer: Procedure = { ...hazard, states: hazard.states.filter(({ key }) => key !== 'archived'), steps: hazard.steps.filter(({ key }) => key !== 'archive') }
    expect(changeProblems(hazard, fewer, '', (state) => (state === 'archived' ? 3 : 0)).map(({ key }) => key)).toEqual(['archived'])
    expect(changeProblems(hazard, fewer, '', () => 0)).toEqual([])
  })

  test('keeps the kind of a state, and leaves no clock running in one that is settled', () => {
    expect(placesOf(hazard, { ...hazard, states: hazard.states.map((state) => (state.key === 'checking' ? { ...state, kind: 'done' } : state)) })).toContainEqual(['state', 'checking'])
    expect(clocksLeft(without(hazard, 'strike', 'stop', 'check'))).toEqual([{ state: 'closed', clock: 'check' }, { state: 'archived', clock: 'check' }])
    expect(placesOf(hazard, without(hazard, 'strike', 'stop', 'check'))).toEqual([['state', 'closed'], ['state', 'archived']])
  })

  test('begins and ends a limit of a law where it did, and may halt it where its clause allows', () => {
    const starts = petition.steps.find((step) => step.effects?.some((effect) => effect.do === 'start' && effect.clock === lawful) === true)?.key ?? petition.steps.find((step) => step.effects?.some((effect) => effect.do === 'stop' && effect.clock === lawful) === true)?.key ?? ''
    expect(placesOf(petition, without(petition, starts, 'start', lawful), '新规').concat(placesOf(petition, without(petition, starts, 'stop', lawful), '新规'))).toContainEqual(['step', starts])
    const [open] = petition.states
    const loosened: Procedure = { ...petition, steps: [...petition.steps, { key: 'own-1', title: words('暂停', 'Stop'), from: [open?.key ?? ''], who: [{ is: 'holder' }], effects: [{ do: 'stop', clock: lawful }] }] }
    expect(placesOf(petition, loosened, '新规')).toEqual([['step', 'own-1']])
  })

  test('is told what an effect on a clock needs, and has it asked for', () => {
    const mend = hazard.steps.find(({ key }) => key === 'mend')
    if (mend === undefined) throw new Error('there is no such step')
    const longer = withClockEffects(mend, [{ do: 'extend', clock: 'fix' }], hazard.clocks)
    expect(longer.asks?.map(({ key }) => key)).toEqual([...(mend.asks ?? []).map(({ key }) => key), 'more'])
    expect(effectProblems(hazard, hazardLedger(), longer).filter((said) => said !== undefined)).toEqual([])
    const unasked = { ...longer, asks: mend.asks ?? [] }
    expect(effectProblems(hazard, hazardLedger(), unasked).map((said) => said?.en)).toContain('extend needs more to be asked for')
    expect(actsOn(hazard.clocks.find(({ key }) => key === 'assign') ?? { key: '', title: words('', ''), limits: [] })).not.toContain('suspend')
  })

  test('sets who is reminded when, one rule for one time, and the versions tell it', () => {
    const after: Procedure = { ...hazard, reminders: [{ share: 60, to: ['owner'] }, { overdue: 2, to: ['leader', 'office'] }] }
    expect(procedureProblems(after, hazardLedger())).toEqual([])
    expect(compareProcedures(hazard, after)).toMatchObject([{ what: 'reminders', was: null, is: '60 owner,+2 leader office' }])
    expect(compareProcedures(after, { ...hazard, reminders: [] })).toMatchObject([{ what: 'reminders', is: 'none' }])
    expect(procedureProblems({ ...hazard, reminders: [...(after.reminders ?? []), { share: 60, to: ['office'] }] }, hazardLedger()).map(({ at, key }) => [at, key])).toEqual([['reminder', '2']])
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
