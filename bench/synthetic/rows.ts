import type { Change } from '../../src/core/ledger/change.ts'
import type { Span } from '../../src/core/ledger/entry.ts'
import type { RawFields } from '../../src/core/ledger/read-fields.ts'
import type { Fields } from '../../src/core/ledger/value.ts'
import { addDays } from '../../src/core/time/day.ts'
import type { Day } from '../../src/core/time/day.ts'
import { kinds } from './ledgers.ts'

/** Leaf orgs of the synthetic town. */
export const villages: readonly string[] = Array.from({ length: 20 }, (_, index) => `v${index + 1}`)

/** 34 months of days, 2021-01 to 2023-10. */
const days: readonly Day[] = Array.from({ length: 1034 }, (_, index) => addDays('2021-01-01' as Day, index))

/** Numbers in [0, 1), the same for the same seed. */
export const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const below = (random: () => number, end: number): number => Math.floor(random() * end)
const pick = <Item>(random: () => number, items: readonly Item[]): Item => {
  const item = items[below(random, items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** A day some way through the 34 months (0 to 1), give or take a month: rows come in about the order they happened. */
export const someDay = (random: () => number, way: number): Day => {
  const at = Math.floor(way * days.length) + below(random, 31) - 15
  const day = days[Math.min(days.length - 1, Math.max(0, at))]
  if (day === undefined) throw new RangeError('no such day')
  return day
}

/** A row of an event ledger as a spreadsheet gives it: twelve texts. 240 firms, each in one village; two thirds are closed within 60 days. */
export const rawRow = (random: () => number, day: Day): RawFields => {
  const firm = below(random, 240)
  return {
    org: villages[firm % villages.length] ?? 'v1',
    day,
    kind: pick(random, kinds),
    head: String(below(random, 500)),
    money: (below(random, 10_000_000) / 100).toFixed(2),
    area: (below(random, 20_000) / 100).toFixed(2),
    closed: random() < 0.66 ? addDays(day, below(random, 60)) : '',
    firm: `示例企业${firm}`,
    name: `示例条目${below(random, 1_000_000)}`,
    place: `示例路${below(random, 300)}号`,
    urgent: random() < 0.1 ? '是' : '否',
    note: random() < 0.3 ? '巡查时发现，已通知整改，限期复查。' : '',
  }
}

/** What lasts since a day: a third of it changes its state later, a few things end. */
export const lastingSpans = (random: () => number, from: Day, fields: Fields): readonly Span[] => {
  const changed = random() < 0.33 ? addDays(from, 1 + below(random, 400)) : null
  const to = random() < 0.05 ? addDays(changed ?? from, 1 + below(random, 300)) : null
  if (changed === null) return [{ from, to, fields }]
  return [{ from, to: changed, fields }, { from: changed, to, fields: { ...fields, state: fields['state'] === 'on' ? 'off' : 'on' } }]
}

/** Fields of a register row. */
export const registerFields = (random: () => number): Fields => ({
  org: pick(random, villages),
  state: random() < 0.8 ? 'on' : 'off',
  worth: String(below(random, 1_000_000)),
  name: `示例设施${below(random, 100_000)}`,
})

/** The change that enters a row. */
export const entering = (ledger: string, spans: readonly Span[]): Change => ({ act: 'create', verb: `${ledger}.create`, ledger, spans })
