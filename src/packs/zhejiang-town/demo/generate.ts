import type { Span } from '../../../core/ledger/entry.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import type { Day } from '../../../core/time/day.ts'
import { day } from '../../../core/time/day.ts'
import type { Month } from '../../../core/time/month.ts'
import { lastDay, monthNumber } from '../../../core/time/month.ts'
import { wutangnan } from '../orgs.ts'
import { zhejiangTown } from '../pack.ts'
import { earlier } from './calendar.ts'
import { groundOf } from './ground.ts'
import type { DemoAction, DemoPhoto } from './history.ts'
import { histories } from './history.ts'
import { keeperOf } from './people.ts'
import type { Source } from './source.ts'
import { building } from './sources/building.ts'
import { economy } from './sources/economy.ts'
import { farming } from './sources/farming.ts'
import { government } from './sources/government.ts'
import { oldAge } from './sources/old-age.ts'
import { order } from './sources/order.ts'
import { people } from './sources/people.ts'
import { reportedRows } from './sources/reported.ts'
import { safety } from './sources/safety.ts'
import type { Targets } from './targets.ts'

/** Rows of one ledger that one person entered on one day. Sealed fields hold plain text; the caller seals them. */
export type DemoBatch = {
  readonly title: string
  readonly ledger: string
  /** When it was entered: batches come in the order of this day. */
  readonly day: Day
  /** Login of who entered it. */
  readonly person: string
  readonly entries: readonly { readonly spans: readonly Span[]; /** What was done with it, where it is a case. */ readonly actions?: readonly DemoAction[]; /** What it was found with. */ readonly photos?: readonly DemoPhoto[] }[]
}

export type DemoOptions = {
  readonly targets: Targets
  readonly seed?: number
  /** Multiplies rows and amounts alike, for benches; the figures then are so many times their targets. */
  readonly scale?: number
  readonly from?: Day
  readonly to?: Day
}

/**
 * A town's ledgers over three years, invented and the same for the same options, such that the first half of 2023
 * comes out at the targets. Registers first, then month by month; each month is made when it is asked for. Throws
 * RangeError with one line, in both languages, when the targets contradict each other.
 */
export function* generateDemo({ targets, seed = 20230630, scale = 1, from = day('2021-01-01'), to = day('2023-10-31') }: DemoOptions): Iterable<DemoBatch> {
  if (!Number.isInteger(scale) || scale < 1) throw new RangeError('倍数须为正整数 (scale must be a whole number above zero)')
  const ground = groundOf(targets, seed, scale, from, to)
  const sources = [farming, economy, building, people, order, safety, government].flatMap((make) => make(ground)).concat(oldAge(ground))
  const byLedger = zhejiangTown.ledgers.map((ledger) => ({ ledger, sources: sources.filter((source) => source.ledger === ledger.key) }))
  const reported = reportedRows(ground)
  for (const { ledger, sources: own } of byLedger) yield* batches(ledger, '期初在册', from, own.flatMap((source) => source.opening()))
  for (const month of ground.halves.flatMap((half) => half.months)) {
    const end = earlier(lastDay(month), to)
    for (const owner of ['jjfz', 'sthj']) {
      const rows = reported.filter((row) => row.owner === owner && row.on.startsWith(month))
      const first = rows[0]
      if (first !== undefined) yield { title: `填报数 ${first.period}`, ledger: 'reported', day: first.on, person: keeperOf(owner), entries: rows.map((row) => ({ spans: [row.span] })) }
    }
    for (const { ledger, sources: own } of byLedger) yield* batches(ledger, monthTitle(month), end, own.flatMap((source: Source) => source.month(month)))
  }
}

/** Rows by day, those a village enters for itself apart, in parts of at most ten thousand. */
function* batches(ledger: Ledger, when: string, on: Day, spans: readonly Span[]): Iterable<DemoBatch> {
  const date = ledger.dateField
  const sorted = date === undefined ? [...spans].sort((a, b) => byText(a.from ?? '', b.from ?? '')) : [...spans].sort((a, b) => byText(String(a.fields[date]), String(b.fields[date])))
  const isVillages = (span: Span): boolean => ledger.villageEntry === true && String(span.fields[ledger.orgField]).startsWith(wutangnan)
  const keeper = keeperOf(ledger.owner)
  for (const [person, own] of [[keeper, sorted.filter((span) => !isVillages(span))], ['village', sorted.filter(isVillages)]] as const)
    for (let at = 0; at < own.length; at += most) {
      const part = own.slice(at, at + most)
      yield { title: `${ledger.title.zh} ${when}${own.length > most ? `（${at / most + 1}）` : ''}`, ledger: ledger.key, day: on, person, entries: part.map((span, index) => entryOf(ledger, span, at + index)) }
    }
}

/** A row, or a case with its history. */
const entryOf = (ledger: Ledger, span: Span, index: number): DemoBatch['entries'][number] => {
  const told = histories.get(ledger.key)?.(span.fields, index)
  return told === undefined ? { spans: [span] } : { spans: [{ ...span, fields: told.fields }], actions: told.actions, ...(told.photos === undefined ? {} : { photos: told.photos }) }
}

const most = 10_000
const monthTitle = (month: Month): string => `${month.slice(0, 4)}年${monthNumber(month)}月`
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
