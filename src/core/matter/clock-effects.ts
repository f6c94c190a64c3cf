import type { Field } from '../ledger/field.ts'
import { words } from '../words.ts'
import type { ClockRule, Effect, Step } from './procedure.ts'

/** What a step may do to a clock, in the order in which it is offered. */
export const clockActs = ['start', 'stop', 'suspend', 'resume', 'extend', 'shorten', 'reopen'] as const
export type ClockAct = (typeof clockActs)[number]

/** An effect on a clock of the matter itself; the limit that an org called has for itself is of the call. */
export type ClockEffect = Extract<Effect, { readonly clock: string }>

export const isOnClock = (effect: Effect): effect is ClockEffect => 'clock' in effect && effect.do !== 'whistle'

/** What may be done to a clock by the rows of its limit: it stands still, is extended or shortened only where a row says so. */
export const actsOn = (rule: ClockRule): readonly ClockAct[] => {
  const has: Partial<Record<ClockAct, boolean>> = {
    suspend: rule.limits.some(({ pauses }) => (pauses ?? []).length > 0),
    resume: rule.limits.some(({ pauses }) => (pauses ?? []).length > 0),
    extend: rule.limits.some(({ extension }) => extension !== undefined),
    shorten: rule.limits.some(({ shortening }) => shortening !== undefined),
  }
  return clockActs.filter((act) => has[act] !== false)
}

/** A step with its effects on clocks put in the place of those it has, and with the fields asked for without which they cannot be taken; what else it does stays where it is. */
export const withClockEffects = (step: Step, effects: readonly ClockEffect[], clocks: readonly ClockRule[]): Step => {
  const { effects: had = [], asks = [], ...rest } = step
  const left = [...effects]
  const kept = had.flatMap((effect): readonly Effect[] => (isOnClock(effect) ? left.splice(0, 1) : [effect]))
  const all = [...kept, ...left]
  const missing = effects.flatMap((effect) => asksOf(effect, clocks.find(({ key }) => key === effect.clock))).filter((field, at, fields) => !asks.some(({ key }) => key === field.key) && fields.findIndex(({ key }) => key === field.key) === at)
  const asked = [...asks, ...missing]
  return { ...rest, ...(asked.length === 0 ? {} : { asks: asked }), ...(all.length === 0 ? {} : { effects: all }) }
}

const note: Field = { key: 'note', title: words('理由', 'Reason'), kind: 'note', required: true, maxLength: 4000 }

/** What an effect on a clock needs to be given with its step. */
const asksOf = (effect: ClockEffect, rule: ClockRule | undefined): readonly Field[] => {
  const limits = rule?.limits ?? []
  switch (effect.do) {
    case 'suspend':
      return [{ key: 'pause', title: words('中止事由', 'Why it stands still'), kind: 'choice', required: true, choices: uniquePauses(limits) }]
    case 'extend':
      return [
        { key: 'more', title: words('延长多少', 'How much more'), kind: 'integer', required: true, min: '1' },
        ...(limits.some(({ extension }) => extension?.notice === true) ? [{ key: 'notice', title: words('告知当事人日期', 'Party told on'), kind: 'day', required: true } as const] : []),
        note,
      ]
    case 'shorten':
      return [{ key: 'less', title: words('缩短为多少', 'Shortened to'), kind: 'integer', required: true, min: '0' }, note]
    case 'start':
    case 'stop':
    case 'resume':
    case 'reopen':
      return []
    default:
      return effect satisfies never
  }
}

const uniquePauses = (limits: ClockRule['limits']) => {
  const pauses = new Map(limits.flatMap(({ pauses: rows = [] }) => rows.map(({ key, title }) => [key, { key, title }] as const)))
  return [...pauses.values()]
}
