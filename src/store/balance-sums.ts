import type { Sum } from '../core/measure/figure.ts'
import type { Window } from '../core/measure/window.ts'
import type { Day } from '../core/time/day.ts'
import { firstDay, lastDay, monthOf, monthsIn } from '../core/time/month.ts'
import { monthNumber } from './group-values.ts'
import type { Handle, Sql } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'
import type { SlotRow, SumScope, Wanted } from './sum-scope.ts'
import { scoped, toSums } from './sum-scope.ts'

/**
 * One query: every slot against its months of balances, and the broken month of a cutoff against postings. A slot is asked for
 * cohort by cohort, so that each asks for one run of the index.
 */
export const fromBalances = async (handle: Handle, scope: SumScope, wanted: readonly Wanted[]): Promise<ReadonlyMap<string, Sum>> => {
  const asked = wanted.map(({ slot, series }, index) => ({ slot: index, series, cohorts: cohortsOf(slot.window), ...wholeMonths(slot.window) }))
  const whole = asked.filter((each) => each.first <= each.last).flatMap((each) => each.cohorts.map((cohort) => ({ ...each, cohort })))
  const broken = asked.flatMap((each) => (each.broken === undefined ? [] : [{ ...each, ...each.broken }]))
  const parts = [wholeSql(scope, whole), ...(broken.length === 0 ? [] : [brokenSql(scope, broken)])]
  return toSums(wanted, await rowsOf<SlotRow>(handle, sql`select slot, sum(amount) as amount, sum(rows) as rows from (${sql.join(parts, sql` union all `)}) as cells where rows is not null group by slot`))
}

type Whole = { readonly slot: number; readonly series: number; readonly first: number; readonly last: number; readonly cohort: number }
type Broken = { readonly slot: number; readonly series: number; readonly from: Day; readonly to: Day; readonly cohorts: readonly number[] }

const wholeSql = (scope: SumScope, asked: readonly Whole[]): Sql => {
  const column = (read: (each: Whole) => number): readonly number[] => asked.map(read)
  return sql`select asked.slot, cells.amount, cells.rows
    from unnest(${column((each) => each.slot)}::int[], ${column((each) => each.series)}::int[], ${column((each) => each.first)}::int[], ${column((each) => each.last)}::int[], ${column((each) => each.cohort)}::int[]) as asked (slot, series, first, last, cohort)
    cross join lateral (select sum(b.amount) as amount, sum(b.rows) as rows from ${table(scope.schema, 'balances')} as b
      where b.series = asked.series and b.cohort = asked.cohort and b.month between asked.first and asked.last${scoped(scope, 'b')}) as cells`
}

const brokenSql = (scope: SumScope, asked: readonly Broken[]): Sql => {
  const column = <Value>(read: (each: Broken) => Value): readonly Value[] => asked.map(read)
  return sql`select asked.slot, cells.amount, cells.rows
    from unnest(${column((each) => each.slot)}::int[], ${column((each) => each.series)}::int[], ${column((each) => each.from)}::date[], ${column((each) => each.to)}::date[],
      ${column((each) => each.cohorts[0])}::int[], ${column((each) => each.cohorts[each.cohorts.length - 1])}::int[]) as asked (slot, series, day_from, day_to, cohort_from, cohort_to)
    cross join lateral (select sum(p.amount) as amount, sum(p.rows) as rows from ${table(scope.schema, 'postings')} as p
      where p.series = asked.series and p.day between asked.day_from and asked.day_to and p.cohort between asked.cohort_from and asked.cohort_to${scoped(scope, 'p')}) as cells`
}

/** Cohort months of a window as numbers, in order; the one cohort of everything else is 0. */
export const cohortsOf = ({ cohorts }: Window): readonly number[] => (cohorts === null ? [0] : monthsIn(cohorts.from, cohorts.to).map(monthNumber))

/** Whole months of a window as numbers, and the days of the month its end breaks. */
export const wholeMonths = (window: Window): { readonly first: number; readonly last: number; readonly broken: { readonly from: Day; readonly to: Day } | undefined } => {
  if (window.from !== null && window.from > window.to) return { first: 1, last: 0, broken: undefined }
  const first = window.from === null ? 0 : monthNumber(window.from)
  const end = monthOf(window.to)
  if (window.to === lastDay(end)) return { first, last: monthNumber(end), broken: undefined }
  return { first, last: monthNumber(end) - 1, broken: { from: firstDay(end), to: window.to } }
}
