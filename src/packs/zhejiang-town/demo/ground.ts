import type { Day } from '../../../core/time/day.ts'
import type { Aim } from './aims.ts'
import { aimAt } from './aims.ts'
import { spread } from './apportion.ts'
import type { Half } from './calendar.ts'
import { anchorHalf, baseHalf, halvesBetween } from './calendar.ts'
import type { Random } from './random.ts'
import { random } from './random.ts'
import type { Targets } from './targets.ts'

/** Amounts per half-year, in whole units of so many decimals. */
export type Series = { readonly decimals: number; readonly totals: readonly number[] }

/** A register's growth: how many stand when the story begins, and how many join in each half-year. */
export type Joining = { readonly opening: number; readonly joins: readonly number[] }

/** When something happens at all: every half-year, only in first halves, only in the half-year of the targets. */
export type Recurrence = 'always' | 'first-halves' | 'once'

/** What every source of the demonstration stands on. */
export type Ground = {
  readonly targets: Targets
  readonly halves: readonly Half[]
  readonly from: Day
  readonly to: Day
  readonly scale: number
  readonly random: Random
  readonly aim: (id: string) => Aim
  readonly series: (id: string, recurrence?: Recurrence) => Series
  readonly seriesOf: (name: string, aim: Aim, recurrence?: Recurrence) => Series
  /** Something the report prints no number for. */
  readonly invented: (name: string, typical: number, recurrence?: Recurrence) => Series
  readonly joining: (name: string, total: number, openingShare: number, least?: number) => Joining
}

export const groundOf = (targets: Targets, seed: number, scale: number, from: Day, to: Day): Ground => {
  const root = random(seed, 'town')
  const halves = halvesBetween(from, to)
  const anchor = halves.findIndex((half) => half.key === anchorHalf)
  const base = halves.findIndex((half) => half.key === baseHalf)

  /** The two bound half-years as aimed at; the others between and around them, within a quarter. */
  const seriesOf = (name: string, aim: Aim, recurrence: Recurrence = 'always'): Series => {
    const draw = root.fork(`series/${name}`)
    const before = aim.before ?? aim.now * draw.between(0.82, 1.12)
    const totals = halves.map((half, at) => {
      const noise = draw.between(0.86, 1.14)
      if (recurrence === 'once' && at !== anchor) return 0
      if (recurrence === 'first-halves' && half.key.endsWith('H2')) return 0
      if (at === anchor) return aim.now
      if (at === base) return Math.round(before)
      const level = at < base ? before : at > anchor ? aim.now : (before + aim.now) / 2
      return Math.round(level * noise * half.share)
    })
    return { decimals: aim.decimals, totals: totals.map((total) => total * scale) }
  }

  const joining = (name: string, total: number, openingShare: number, least = 0): Joining => {
    const draw = root.fork(`joining/${name}`)
    const usual = (total * (1 - openingShare)) / (anchor + 1)
    const anchored = Math.min(total, Math.max(least, Math.round(usual * draw.between(0.85, 1.15))))
    const opening = Math.floor((total - anchored) * openingShare)
    const earlier = spread(total - anchored - opening, halves.slice(0, anchor).map(() => draw.between(0.7, 1.3)))
    const later = halves.slice(anchor + 1).map((half) => Math.round(usual * half.share * draw.between(0.85, 1.15)))
    return { opening: opening * scale, joins: [...earlier, anchored, ...later].map((each) => each * scale) }
  }

  const aim = (id: string): Aim => aimAt(targets, id, root.fork(`aim/${id}`))
  return {
    targets, halves, from, to, scale, random: root, aim, seriesOf, joining,
    series: (id, recurrence) => seriesOf(id, aim(id), recurrence),
    invented: (name, typical, recurrence) => seriesOf(name, { decimals: 0, now: Math.round(typical * root.fork(`invented/${name}`).between(0.9, 1.1)) }, recurrence),
  }
}
