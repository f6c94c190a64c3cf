import { expect, test } from 'vitest'
import { planProblem } from '../../../test/builders/walked-matter.ts'
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
  const settled = new Set(procedure.states.filter(({ kind }) => kind === 'done' || kind === 'ended').map(({ key }) => key))
  const opening = procedure.clocks.filter((clock) => clock.opens === true).map(({ key }) => key)
  /** Clocks stopped on every way to a state, walked until nothing more changes. */
  const running = new Map<string, ReadonlySet<string>>([[procedure.first, new Set(opening)]])
  for (let grew = true; grew; ) {
    grew = false
    for (const step of procedure.steps)
      for (const from of step.from.flatMap((state) => (state === '*' ? [...running.keys()].filter((key) => !settled.has(key)) : [state]))) {
        const before = running.get(from)
        if (before === undefined) continue
        const after = new Set(before)
        for (const effect of step.effects ?? []) {
          if (effect.do === 'start' || effect.do === 'reopen') after.add(effect.clock)
          if (effect.do === 'whistle' && effect.clock !== undefined) after.add(effect.clock)
          if (effect.do === 'stop') after.delete(effect.clock)
        }
        const to = step.to ?? from
        const known = running.get(to) ?? new Set<string>()
        if (!running.has(to) || [...after].some((clock) => !known.has(clock))) {
          running.set(to, new Set([...known, ...after]))
          grew = true
        }
      }
  }
  expect([...settled].flatMap((state) => [...(running.get(state) ?? [])].map((clock) => `${clock} in ${state}`))).toEqual([])
})
