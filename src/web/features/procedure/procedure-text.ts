import type { Effect, Procedure, Step, Who } from '../../../core/matter/procedure.ts'
import type { Words } from '../../../core/words.ts'
import type { Messages } from '../../messages/zh.ts'

type Told = Messages['procedure']

/** Who may take a step, in a few words: an office's part in the matter, and the post there. */
export const whoText = ({ is, role }: Who, told: Told): string => {
  const post = role === undefined ? '' : (told.roles[role] ?? role)
  return is === 'role' ? post : post === '' ? told.is[is] : told.post(told.is[is], post)
}

/** Those who may be chosen for a step: each part an office or a person has in a matter, heads alone, and posts of the town. */
export const whoChoices: readonly Who[] = [
  ...(['holder', 'keeper', 'first', 'asked'] as const).flatMap((is): readonly Who[] => [{ is }, { is, role: 'head' }]),
  { is: 'whistled' }, { is: 'covering' }, { is: 'raiser' }, { is: 'owner' }, { is: 'role', role: 'office' }, { is: 'role', role: 'leader' },
]

export const whoKey = ({ is, role }: Who): string => `${is}/${role ?? ''}`

export const whoOf = (key: string): Who => {
  const [is = '', role = ''] = key.split('/')
  return { is: is as Who['is'], ...(role === '' ? {} : { role }) }
}

/** What a step does to the clocks, each once. */
export const clockText = (step: Step, procedure: Procedure, told: Told, w: (words: Words) => string): readonly string[] => [
  ...new Set((step.effects ?? []).flatMap((effect) => (namesClock(effect) ? [told.effect[effect.do](w(procedure.clocks.find(({ key }) => key === effect.clock)?.title ?? { zh: effect.clock, en: effect.clock }))] : []))),
]

type NamingClock = Extract<Effect, { readonly clock: string }> | (Extract<Effect, { readonly do: 'whistle' }> & { readonly clock: string })

const namesClock = (effect: Effect): effect is NamingClock => 'clock' in effect && effect.clock !== undefined

/** A key for a step or a state a town adds: none of the pack begins so. */
export const freeKey = (taken: readonly { readonly key: string }[]): string => {
  for (let number = 1; ; number += 1) if (!taken.some(({ key }) => key === `own-${number}`)) return `own-${number}`
}
