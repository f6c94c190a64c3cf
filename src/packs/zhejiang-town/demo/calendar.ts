import type { Day } from '../../../core/time/day.ts'
import { addDays, day, daysBetween } from '../../../core/time/day.ts'
import type { Month } from '../../../core/time/month.ts'
import { firstDay, lastDay, monthOf, monthsIn } from '../../../core/time/month.ts'
import { windowsOf } from '../../../core/time/period.ts'

/** A half-year of the demonstration, or as much of it as is told. */
export type Half = { readonly key: string; readonly months: readonly Month[]; readonly first: Day; readonly last: Day; /** Told months over six. */ readonly share: number }

/** The half-year the targets are about, and the one its growth is measured from. */
export const anchorHalf = '2023H1'
export const baseHalf = '2022H1'

/** The halves between two days; throws RangeError when they leave out a part of the two that targets bind. */
export const halvesBetween = (from: Day, to: Day): readonly Half[] => {
  if (from > '2022-01-01' || to < '2023-06-30') throw new RangeError('示例数据须覆盖2022年1月至2023年6月 (the demonstration must span January 2022 to June 2023)')
  const byKey = new Map<string, Month[]>()
  for (const month of monthsIn(monthOf(from), monthOf(to))) {
    const key = windowsOf(firstDay(month), ['half'])[0] ?? ''
    byKey.set(key, [...(byKey.get(key) ?? []), month])
  }
  return [...byKey].map(([key, months]): Half => {
    const [first, last] = [months[0] ?? monthOf(from), months[months.length - 1] ?? monthOf(to)]
    return { key, months, first: later(firstDay(first), from), last: earlier(lastDay(last), to), share: months.length / 6 }
  })
}

/** The days of a month on which things happen: all of them, and the working days among them (weekends left out). */
export const daysIn = (month: Month, from: Day, to: Day): { readonly all: readonly Day[]; readonly working: readonly Day[] } => {
  const first = later(firstDay(month), from)
  const count = daysBetween(first, earlier(lastDay(month), to)) + 1
  const all = Array.from({ length: count }, (_, n) => addDays(first, n))
  const working = all.filter((each) => daysBetween(aMonday, each) % 7 < 5)
  return { all, working: working.length === 0 ? all : working }
}

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
export const later = (a: Day, b: Day): Day => (a > b ? a : b)

const aMonday = day('2018-01-01')
