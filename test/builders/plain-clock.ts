import type { Limit } from '../../src/core/matter/limit.ts'

/** Limits under way, reckoned the long way: days are walked one by one. */

export type Running = { readonly limit: Limit; readonly start: string; readonly until: string | undefined; still: { from: string; to: string | null }[]; more: { on: string; value: number }[]; less: { on: string; value: number } | undefined; stopped: string | null }
/** What days are: which are worked, and of which years that is known. */
export type PlainDays = { readonly worked: (day: string) => boolean; readonly known: (year: number) => boolean }

export const nextDay = (day: string, by = 1): string => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
const daysApart = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
const monthsOn = (day: string, months: number): string => {
  const [year = 0, month = 0, of = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(of, last))).toISOString().slice(0, 10)
}

/** The last day of a clock as the law leaves it, and before it was moved over days of rest. */
export const lastDay = (clock: Running, { worked, known }: PlainDays, today: string): { readonly end: string; readonly legal: string; readonly safe: string; readonly provisional: boolean } => {
  const { unit, bound } = clock.limit
  const value = clock.less?.value ?? clock.limit.value
  const more = clock.more.reduce((sum, each) => sum + each.value, 0)
  const rests = clock.still.map(({ from, to }) => ({ from, to: to ?? (today > from ? today : from) }))
  const walk = (from: string, days: number, by: 1 | -1, resting: boolean): string => {
    let day = from
    for (let left = days; left > 0; ) {
      day = nextDay(day, by)
      if (worked(day) && !(resting && rests.some(({ from: since, to }) => since < day && day <= to))) left -= 1
    }
    return day
  }
  const count = (from: string, length: number, by: 1 | -1, resting: boolean): string => {
    if (unit === 'working') return walk(from, length, by, resting)
    const plain = unit === 'month' ? monthsOn(from, by * length) : nextDay(from, by * length)
    return nextDay(plain, resting ? rests.reduce((sum, rest) => sum + daysApart(rest.from, rest.to), 0) : 0)
  }
  const end = bound === 'before' ? count(clock.start, value + more, -1, false) : clock.until === undefined ? count(clock.start, value + more, 1, true) : count(clock.until, more, 1, false)
  const roll = (by: 1 | -1): string => {
    let day = end
    while (!worked(day)) day = nextDay(day, by)
    return day
  }
  const [legal, safe] = [bound === 'before' ? end : roll(1), roll(-1)]
  const [from, to] = bound === 'before' ? [safe, unit === 'working' ? clock.start : end] : [unit === 'working' ? clock.start : end, legal]
  const years = Array.from({ length: 30 }, (_, at) => 2010 + at).filter((year) => Number(from.slice(0, 4)) <= year && year <= Number(to.slice(0, 4)))
  return { end, legal, safe, provisional: !years.every(known) }
}

/** The day so many units before another. */
export const before = (day: string, value: number, unit: Limit['unit'], { worked }: PlainDays): string => {
  if (unit === 'month') return monthsOn(day, -value)
  let found = day
  for (let left = value; left > 0; ) {
    found = nextDay(found, -1)
    if (unit === 'calendar' || worked(found)) left -= 1
  }
  return found
}

/** The day of the last thing that happened to a clock. */
export const lastMoment = ({ start, still, more, less }: Running): string => [start, ...still.flatMap(({ from, to }) => (to === null ? [from] : [from, to])), ...more.map(({ on }) => on), ...(less === undefined ? [] : [less.on])].sort().at(-1) ?? start
