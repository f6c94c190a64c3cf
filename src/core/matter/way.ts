import type { Action, Matter } from './matter.ts'
import { afterAction, fieldsOf, holds, openMatter } from './matter.ts'
import type { Procedure } from './procedure.ts'
import { isSettled, stateOf } from './procedure-parts.ts'

/** The states a matter has passed through to where it stands; one it came back to begins the way anew from there. */
export const wayTo = (procedure: Procedure, opening: Matter['opening'], actions: readonly Action[], keeper: string): readonly string[] => {
  let matter = openMatter(procedure, opening)
  let way: readonly string[] = [matter.state]
  for (const action of actions) {
    matter = afterAction(procedure, matter, action, keeper)
    const at = way.indexOf(matter.state)
    way = at === -1 ? [...way, matter.state] : way.slice(0, at + 1)
  }
  return way
}

/** The shortest way from where a matter stands to its settling, by the steps that come next; empty where it is settled or they lead nowhere. */
export const wayAhead = (procedure: Procedure, matter: Matter): readonly string[] => {
  if (isSettled(procedure, matter.state)) return []
  const fields = fieldsOf(matter)
  const steps = procedure.steps.filter(({ to, weight, own, when }) => to !== undefined && weight !== 'more' && own !== true && holds(when, fields))
  const ways: (readonly string[])[] = [[]]
  const seen = new Set([matter.state])
  let ended: readonly string[] = []
  for (let at = 0; at < ways.length; at += 1) {
    const way = ways[at] ?? []
    const here = way[way.length - 1] ?? matter.state
    for (const { from, to } of steps) {
      if (to === undefined || seen.has(to) || !(from.includes(here) || from.includes('*'))) continue
      seen.add(to)
      const next = [...way, to]
      const kind = stateOf(procedure, to)?.kind
      if (kind === 'done') return next
      if (kind !== 'ended') ways.push(next)
      else if (ended.length === 0) ended = next
    }
  }
  return ended
}
