import type { Procedure } from './procedure.ts'
import { isSettled } from './procedure-parts.ts'

/** Clocks that would run on in a matter that is settled, each with the state it is settled in. */
export const clocksLeft = (procedure: Procedure): readonly { readonly state: string; readonly clock: string }[] =>
  [...clocksRunning(procedure)].flatMap(([state, clocks]) => (isSettled(procedure, state) ? [...clocks].map((clock) => ({ state, clock })) : []))

/** The clocks that may run while a matter stands in a state, on whichever way it came there; a state that is never reached has none. */
const clocksRunning = (procedure: Pick<Procedure, 'states' | 'first' | 'steps' | 'clocks'>): ReadonlyMap<string, ReadonlySet<string>> => {
  const running = new Map<string, ReadonlySet<string>>([[procedure.first, new Set(procedure.clocks.filter((clock) => clock.opens === true).map(({ key }) => key))]])
  for (let grew = true; grew; ) {
    grew = false
    for (const step of procedure.steps)
      for (const from of step.from.flatMap((state) => (state === '*' ? [...running.keys()].filter((key) => !isSettled(procedure, key)) : [state]))) {
        const before = running.get(from)
        if (before === undefined) continue
        const after = new Set(before)
        for (const effect of step.effects ?? []) {
          if (effect.do === 'start' || effect.do === 'reopen') after.add(effect.clock)
          if (effect.do === 'whistle' && effect.clock !== undefined) after.add(effect.clock)
          if (effect.do === 'stop') after.delete(effect.clock)
        }
        const to = step.to ?? from
        const known = running.get(to)
        if (known !== undefined && [...after].every((clock) => known.has(clock))) continue
        running.set(to, new Set([...(known ?? []), ...after]))
        grew = true
      }
  }
  return running
}
