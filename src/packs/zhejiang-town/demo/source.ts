import type { Span } from '../../../core/ledger/entry.ts'
import { findField } from '../../../core/ledger/ledger.ts'
import type { Value } from '../../../core/ledger/value.ts'
import type { Decimal } from '../../../core/quantity/decimal.ts'
import { decimal } from '../../../core/quantity/decimal.ts'
import type { Day } from '../../../core/time/day.ts'
import { addDays, day, daysBetween } from '../../../core/time/day.ts'
import type { Month } from '../../../core/time/month.ts'
import { monthNumber } from '../../../core/time/month.ts'
import { grids, villageCodes } from '../orgs.ts'
import { zhejiangTown } from '../pack.ts'
import { apportion, spread } from './apportion.ts'
import type { Half } from './calendar.ts'
import { daysIn } from './calendar.ts'
import type { Ground, Series } from './ground.ts'
import type { Random } from './random.ts'

/** Something that yields rows of one ledger: those in force when the story begins, and those of each month. */
export type Source = { readonly ledger: string; readonly opening: () => readonly Span[]; readonly month: (month: Month) => readonly Span[] }

/** One row in the making. */
export type Row = {
  readonly random: Random
  /** Number within the half-year, and within the month. */
  readonly index: number
  readonly nth: number
  readonly half: Half
  readonly month: Month
  readonly day: Day
  readonly org: string
  /** The last day on which anything of this row is known: its month's. */
  readonly until: Day
  /** The amounts given to this row, in the order of `sums`. */
  readonly amounts: readonly number[]
}

export type Rows = {
  readonly name: string
  readonly ledger: string
  /** Rows per half-year; a single number is what is usual for six months. */
  readonly rows: number | readonly number[]
  /** Fields whose total over the half-year is fixed. */
  readonly sums?: readonly { readonly field: string; readonly series: Series }[]
  /** Rows of a register in force from the beginning. */
  readonly opening?: number
  /** Since when those joined; 2015 when absent. */
  readonly since?: Day
  /** Weight of each month January to December; the usual year, quiet around the Spring Festival, when absent. */
  readonly season?: readonly number[]
  /** Where it happens; the villages by their size when absent. */
  readonly orgs?: readonly string[]
  /** A fixed order of orgs, by number within the month. */
  readonly orgOf?: (nth: number) => string
  /** Down to the grid, where a village has grids. */
  readonly grids?: boolean
  /** Dated at the month's end, as monthly returns are. */
  readonly monthEnd?: boolean
  readonly fields: (row: Row) => Readonly<Record<string, Value>>
}

/** Makes a source of rows whose numbers and sums per half-year come out exactly. */
export const rowsSource = (ground: Ground, rows: Rows): Source => {
  const { name, ledger: key, sums = [] } = rows
  const ledger = zhejiangTown.ledgers.find((each) => each.key === key)
  for (const { field } of sums) if (ledger === undefined || findField(ledger, field) === undefined) throw new RangeError(`${key} has no field ${field}`)
  const isRegister = ledger?.shape === 'register'
  const root = ground.random.fork(name)
  const pickOrg = orgPicker(root, rows)
  const plans = ground.halves.map((half, at) => planHalf(ground, rows, half, at, root))
  const row = (draft: Omit<Row, 'day' | 'org'>, on: Day, first: readonly string[]): Span => {
    const org = rows.orgOf?.(draft.nth) ?? first[draft.index] ?? pickOrg(draft.random)
    const made = { ...draft, day: on, org }
    const fields: Record<string, Value> = isRegister ? { org } : { day: on, org }
    sums.forEach(({ field, series }, at) => {
      const amount = made.amounts[at] ?? 0
      if (amount !== 0) fields[field] = writeAmount(amount, series.decimals)
    })
    Object.assign(fields, rows.fields(made))
    return { from: isRegister ? on : null, to: null, fields }
  }
  return {
    ledger: key,
    opening: () => {
      const draw = root.fork('opening')
      const half = ground.halves[0]
      const since = rows.since ?? day('2015-01-01')
      const span = Math.max(1, daysBetween(since, ground.from))
      if (half === undefined) return []
      return Array.from({ length: rows.opening ?? 0 }, (_, index) =>
        row({ random: draw, index: index + 1_000_000, nth: index, half, month: half.months[0] ?? ('' as Month), until: ground.from, amounts: [] }, addDays(since, draw.below(span)), []),
      )
    },
    month: (month) => {
      const at = ground.halves.findIndex((half) => half.months.includes(month))
      const half = ground.halves[at]
      const plan = plans[at]
      if (half === undefined || plan === undefined) return []
      const monthAt = half.months.indexOf(month)
      const count = plan.counts[monthAt] ?? 0
      if (count === 0) return []
      const begin = plan.counts.slice(0, monthAt).reduce((all, each) => all + each, 0)
      const draw = root.fork(month)
      const days = daysIn(month, ground.from, ground.to)
      const until = days.all[days.all.length - 1] ?? ground.to
      return Array.from({ length: count }, (_, nth) => {
        const pool = draw.unit() < 0.9 ? days.working : days.all
        const on = rows.monthEnd === true ? until : (pool[draw.below(pool.length)] ?? until)
        const amounts = plan.amounts.map((each) => each[begin + nth] ?? 0)
        return row({ random: draw, index: begin + nth, nth, half, month, until, amounts }, on, plan.first)
      })
    },
  }
}

/** Whole units of so many decimals, as decimal text. */
export const writeAmount = (units: number, decimals: number): Decimal => decimal(decimals === 0 ? String(units) : (units / 10 ** decimals).toFixed(decimals))

/** How large each village is, the first being the community; shares of anything follow it loosely. */
export const villageSizes: readonly number[] = [9, 6, 7, 8, 5, 6, 5, 4, 6, 7, 4, 5, 4, 5, 6, 3, 4, 4]

const usualYear = [0.92, 0.74, 1.06, 1.04, 1.05, 1.08, 1, 0.98, 1.06, 0.94, 1.08, 1.05]

type Plan = { readonly counts: readonly number[]; readonly amounts: readonly (readonly number[])[]; readonly first: readonly string[] }

const planHalf = (ground: Ground, { rows, sums = [], season, orgs, orgOf }: Rows, half: Half, at: number, root: Random): Plan => {
  const draw = root.fork(`plan/${half.key}`)
  const most = sums.length === 1 ? (sums[0]?.series.totals[at] ?? 0) : Number.POSITIVE_INFINITY
  const wanted = typeof rows === 'number' ? (most === 0 ? 0 : Math.max(1, Math.round(rows * half.share * ground.scale))) : (rows[at] ?? 0)
  const count = typeof rows === 'number' ? Math.min(wanted, most) : wanted
  const weights = half.months.map((month) => orgOf === undefined ? ((season ?? usualYear)[monthNumber(month) - 1] ?? 1) * draw.between(0.88, 1.12) : 1)
  const amounts = sums.map(({ series }) => apportion(series.totals[at] ?? 0, count, draw))
  if (count === 0 && sums.some(({ series }) => (series.totals[at] ?? 0) !== 0)) throw new RangeError(`目标无法实现：有数额而无记录 (targets cannot be met: an amount without rows)`)
  return { counts: spread(count, weights), amounts, first: orgs === undefined && orgOf === undefined ? twoVillages(draw) : [] }
}

/** The first two rows of a half-year happen in different villages, so that no amount is one village's by chance. */
const twoVillages = (draw: Random): readonly string[] => {
  const a = draw.below(villageCodes.length)
  const b = (a + 1 + draw.below(villageCodes.length - 1)) % villageCodes.length
  return [villageCodes[a] ?? '', villageCodes[b] ?? '']
}

const orgPicker = (root: Random, { orgs, grids: toGrid }: Rows): ((draw: Random) => string) => {
  if (orgs !== undefined) return (draw) => orgs[draw.below(orgs.length)] ?? ''
  const taste = root.fork('orgs')
  let whole = 0
  const upTo = villageSizes.map((size) => (whole += size * taste.between(0.5, 1.6)))
  return (draw) => {
    const at = draw.unit() * whole
    const village = villageCodes[upTo.findIndex((limit) => at < limit)] ?? villageCodes[0] ?? ''
    if (toGrid !== true) return village
    const inside = grids.filter((grid) => grid.parent === village)
    return inside.length === 0 ? village : (inside[draw.below(inside.length)]?.code ?? village)
  }
}
