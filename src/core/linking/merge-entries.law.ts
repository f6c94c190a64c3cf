import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checks, firms, linkedLedgers, linkedMeasures, places } from '../../../test/builders/linked-ledgers.ts'
import { smallOrgs, spanOf } from '../../../test/builders/small-town.ts'
import { orgTree } from '../access/org-tree.ts'
import type { Org } from '../access/org-tree.ts'
import type { Book, Series } from '../journal/fold.ts'
import { foldGroup } from '../journal/fold.ts'
import { Tally } from '../journal/tally.ts'
import type { Entry, Span } from '../ledger/entry.ts'
import { seriesOf } from '../measure/series.ts'
import { isRefusal } from '../refusal/refusal.ts'
import { workCalendar } from '../time/work-calendar.ts'
import { day } from '../time/day.ts'
import { mergeEntries, referersAmong } from './merge-entries.ts'
import { referralsTo } from './referrals.ts'

/** Whatever the registers hold: after a merge nothing names the merged entry, nothing else changed, and figures moved by exactly the duplicate. */

const ledgers = new Map(linkedLedgers.map((ledger) => [ledger.key, ledger]))
const series = new Map<string, Series[]>()
linkedMeasures.forEach((measure, index) => seriesOf(measure, index + 1, ledgers).forEach((each) => series.set(each.ledger, [...(series.get(each.ledger) ?? []), each])))
const orgs = orgTree(smallOrgs.map((org) => ({ parent: null, successor: null, from: day('2000-01-01'), to: null, ...org }) as unknown as Org), day('2023-01-01'))
const book = (closed: readonly string[] = []): Book => ({ head: 1000, declared: { ledgers, measures: new Map(linkedMeasures.map((measure) => [measure.key, measure])) }, series, closed: new Set(closed), orgs, calendar: workCalendar('', []), merged: new Map() })

const firmCount = 4
const village = fc.constantFrom('v1', 'v2', 'v3')
const someDay = fc.integer({ min: 1, max: 28 }).map((n) => `2023-05-${String(n).padStart(2, '0')}`)
const link = fc.option(fc.integer({ min: 1, max: firmCount }), { nil: undefined, freq: 6 })
const named = (key: string, to: number | undefined) => (to === undefined ? {} : { [key]: String(to) })
const entry = (id: number, ledger: string, spans: readonly Span[], dead = false): Entry => ({ id, ledger, version: id, void: dead, spans })

const someFirms = fc.tuple(...Array.from({ length: firmCount }, (_, at) => fc.record({ org: village, from: someDay, phone: fc.option(fc.constantFrom('1', '2'), { nil: undefined }), address: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }) }).map(({ org, from, phone, address }) => entry(at + 1, 'firm', [spanOf({ org, name: `厂${at}`, ...(phone !== undefined && { phone }), ...(address !== undefined && { address }) }, from)]))))
const somePlaces = fc.array(fc.record({ org: village, first: link, then: fc.option(link, { nil: null }), dead: fc.boolean() }), { maxLength: 5 }).map((all) => all.map(({ org, first, then, dead }, at) => entry(100 + at, 'place', [spanOf({ org, name: '场', ...named('firm', first) }, '2023-01-01', then === null ? null : '2023-03-01'), ...(then === null ? [] : [spanOf({ org, name: '场', ...named('firm', then) }, '2023-03-01')])], dead)))
const someChecks = fc.array(fc.record({ org: village, on: someDay, firm: link, fine: fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }), dead: fc.boolean() }), { maxLength: 12 }).map((all) => all.map(({ org, on, firm, fine, dead }, at) => entry(200 + at, 'check', [spanOf({ org, day: on, ...named('firm', firm), ...(fine !== undefined && { fine: String(fine) }) })], dead)))

const town = fc.tuple(someFirms, somePlaces, someChecks).map((all) => all.flat())
const pair = fc.tuple(fc.integer({ min: 1, max: firmCount }), fc.integer({ min: 1, max: firmCount })).filter(([a, b]) => a !== b)
const taken = fc.subarray(['phone', 'address'])

const referersOf = (entries: readonly Entry[], id: number) => referersAmong(referralsTo(ledgers.values(), 'firm').map((referral) => ({ referral, entries: entries.filter((each) => each.ledger === referral.ledger.key && !each.void) })), id)

const merged = (entries: readonly Entry[], keep: number, drop: number, take: readonly string[], closed: readonly string[] = [], approvedBy?: number) => {
  const known = new Map(entries.map((each) => [each.id, each]))
  const changes = mergeEntries({ ledger: firms, kept: known.get(keep) as Entry, dropped: known.get(drop) as Entry, take, referers: referersOf(entries, drop), verb: 'link.merge' })
  if (isRefusal(changes)) throw new Error(changes.code)
  const folded = foldGroup(book(closed), [{ by: { person: 1 }, changes, reason: '重复', ...(approvedBy !== undefined && { approvedBy }) }], known, '2023-07-01T00:00:00.000Z')
  const [outcome] = folded.outcomes
  return { folded, outcome, after: entries.map((each) => folded.touched.get(each.id)?.after ?? each) }
}

const counted = (entries: readonly Entry[]): Tally => {
  const tally = new Tally()
  for (const each of entries) for (const one of series.get(each.ledger) ?? []) tally.post(one, undefined, each, 1)
  return tally
}
const sumOf = (entries: readonly Entry[], measure: string): number => [...counted(entries).cells.values()].filter((cell) => linkedMeasures[cell.series - 1]?.key === measure).reduce((sum, cell) => sum + Number(cell.amount), 0)
const keysOf = (entries: readonly Entry[]): ReadonlySet<string> => new Set(counted(entries).movedKeys().filter((cell) => linkedMeasures[cell.series - 1]?.key === 'firms-checked').map((cell) => cell.key))

test('no living entry names the merged one in any state, and every other word of every row is as it was', () => {
  fc.assert(fc.property(town, pair, taken, (entries, [keep, drop], take) => {
    const { after, outcome } = merged(entries, keep, drop, take)
    expect(isRefusal(outcome)).toBe(false)
    for (const each of after.filter((one) => !one.void)) for (const span of each.spans) expect(span.fields['firm']).not.toBe(String(drop))
    expect(after.filter((one, at) => one.void !== entries[at]?.void).map(({ id }) => id)).toEqual([drop])
    for (const [at, each] of after.entries()) {
      const before = entries[at] as Entry
      if (each.id === keep) continue
      expect(each.spans).toEqual(each.id === drop || before.void ? before.spans : before.spans.map((span) => ({ ...span, fields: { ...span.fields, ...(span.fields['firm'] === String(drop) && { firm: String(keep) }) } })))
    }
  }))
})

test('sums over rows that refer stay, the stock of the register falls by one, and what is counted once falls by exactly the duplicate', () => {
  fc.assert(fc.property(town, pair, taken, (entries, [keep, drop], take) => {
    const { after } = merged(entries, keep, drop, take)
    for (const measure of ['checks', 'fines', 'places']) expect(sumOf(after, measure)).toBe(sumOf(entries, measure))
    expect(sumOf(after, 'firms')).toBe(sumOf(entries, 'firms') - 1)
    const before = keysOf(entries)
    const both = before.has(String(keep)) && before.has(String(drop))
    expect(keysOf(after).size).toBe(before.size - (both ? 1 : 0))
  }))
})

test('what the set posts is the recount after it less the recount before it', () => {
  fc.assert(fc.property(town, pair, taken, (entries, [keep, drop], take) => {
    const { after, folded } = merged(entries, keep, drop, take)
    const cellsOf = (tally: Tally): ReadonlyMap<string, string> => new Map([...tally.cells].filter(([, cell]) => cell.amount !== '0' || cell.rows !== 0).map(([id, cell]) => [id, `${cell.amount} ${cell.rows}`]))
    const expected = counted(after)
    const together = counted(entries)
    for (const cell of folded.tally.cells.values()) together.addCell(cell)
    expect(cellsOf(together)).toEqual(cellsOf(expected))
    for (const cell of folded.tally.keys.values()) together.addKey({ ...cell })
    const keys = (tally: Tally) => new Map(tally.movedKeys().map((cell) => [`${cell.series}|${cell.org}|${cell.day}|${cell.key}`, cell.count]))
    expect(keys(together)).toEqual(keys(expected))
  }))
})

test('a closed month refuses the merge whole, and takes it with a second person', () => {
  const entries = [entry(1, 'firm', [spanOf({ org: 'v1', name: '甲' }, '2023-06-01')]), entry(2, 'firm', [spanOf({ org: 'v1', name: '甲' }, '2023-06-01')]), entry(200, 'check', [spanOf({ org: 'v1', day: '2023-05-02', firm: '2' })])]
  expect(merged(entries, 1, 2, [], ['check|2023-05']).outcome).toMatchObject({ code: 'month-closed', details: { month: '2023-05', ledger: 'check' } })
  expect(merged(entries, 1, 2, [], ['check|2023-05']).folded.rows).toEqual([])
  expect(isRefusal(merged(entries, 1, 2, [], ['check|2023-05'], 9).outcome)).toBe(false)
})

test('an entry is not merged into itself, nor into one that names it, is void, or is of no register', () => {
  const one = entry(1, 'firm', [spanOf({ org: 'v1', name: '甲', parent: '2' }, '2023-06-01')])
  const two = entry(2, 'firm', [spanOf({ org: 'v1', name: '甲' }, '2023-06-01')])
  const codeOf = (kept: Entry, dropped: Entry, more: Partial<Parameters<typeof mergeEntries>[0]> = {}): string | undefined => {
    const changes = mergeEntries({ ledger: firms, kept, dropped, take: [], referers: referersOf([kept, dropped], dropped.id), verb: 'link.merge', ...more })
    return isRefusal(changes) ? changes.code : undefined
  }
  expect([codeOf(one, one), codeOf(one, two), codeOf(two, one), codeOf({ ...two, void: true }, one), codeOf(two, one, { ledger: checks }), codeOf(two, one, { take: ['nothing'] }), codeOf(two, one, { ledger: { ...places, system: true } })]).toEqual(['merge-itself', 'merge-refers', undefined, 'entry-void', 'register-only', 'bad-input', 'register-only'])
})
