import { expect, test } from 'vitest'
import { planProblem } from '../../../test/builders/walked-matter.ts'
import { clocksLeft } from '../../core/matter/clocks-running.ts'
import { Procedure } from '../../core/matter/procedure.ts'
import { procedures } from './procedures.ts'

const plans = Object.entries(procedures)

test.each(plans)('%s can be declared for a ledger', (_, plan) => {
  expect(planProblem(plan)).toBeUndefined()
  expect(Procedure.safeParse(plan.procedure).success).toBe(true)
})

test.each(plans)('%s says in every state what is to be done next', (_, { procedure }) => {
  const next = new Set(procedure.steps.filter((step) => step.weight !== 'more').flatMap((step) => step.from))
  expect(procedure.states.filter(({ key, kind }) => (kind === 'open' || kind === 'held') && !next.has(key)).map(({ key }) => key)).toEqual([])
})

test.each(plans)('%s settles no matter while a clock that can be missed runs on', (_, { procedure }) => {
  expect(clocksLeft(procedure)).toEqual([])
})
