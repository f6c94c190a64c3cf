import { describe, expect, test } from 'vitest'
import { hazardLedger } from '../../../test/builders/hazard-ledger.ts'
import { smallLedgers, smallMeasures, smallOrgs, spanOf } from '../../../test/builders/small-town.ts'
import { orgTree } from '../access/org-tree.ts'
import type { Org } from '../access/org-tree.ts'
import type { Change, ChangeSet } from '../ledger/change.ts'
import type { Entry } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Fields } from '../ledger/value.ts'
import { systemLedgers } from '../ledger/system.ts'
import type { Measure } from '../measure/measure.ts'
import { seriesOf } from '../measure/series.ts'
import { isRefusal } from '../refusal/refusal.ts'
import { workCalendar } from '../time/work-calendar.ts'
import { day } from '../time/day.ts'
import type { Book, Series } from './fold.ts'
import { foldGroup } from './fold.ts'
import { entryOfPayload } from './row.ts'

const ledgers = new Map([...systemLedgers, ...smallLedgers].map((ledger) => [ledger.key, ledger]))
const measures = new Map(smallMeasures.map((measure) => [measure.key, measure]))
const series = new Map<string, Series[]>()
smallMeasures.forEach((measure, index) => seriesOf(measure, index + 1, ledgers).forEach((each) => series.set(each.ledger, [...(series.get(each.ledger) ?? []), each])))
const orgs = orgTree(smallOrgs.map((org) => ({ parent: null, successor: null, from: day('2000-01-01'), to: null, ...org }) as unknown as Org), day('2023-01-01'))

const getLedger = (key: string): Ledger => ledgers.get(key) as Ledger
const bookAt = (head: number, closed: readonly string[] = []): Book => ({ head, declared: { ledgers, measures }, series, closed: new Set(closed), orgs, calendar: workCalendar('', []), merged: new Map() })
const by = { person: 1 }
const sell = (fields: object = {}): Change => ({ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day: '2023-05-02', head: '10', kind: 'pig', ...fields })] })
const sold: Entry = { id: 7, ledger: 'sale', version: 9, void: false, spans: [spanOf({ org: 'v1', day: '2023-05-02', head: '10', kind: 'pig' })] }
const device: Entry = { id: 8, ledger: 'device', version: 8, void: false, spans: [spanOf({ org: 'v1', state: 'on' }, '2023-01-10')] }
const loaded = new Map([[7, sold], [8, device]])

const fold = (sets: readonly Partial<ChangeSet>[], book = bookAt(20)) => foldGroup(book, sets.map((set) => ({ by, changes: [], ...set })), loaded, '2023-07-01T00:00:00.000Z')
const outcome = (set: Partial<ChangeSet>, book?: Book): string => {
  const [first] = fold([set], book).outcomes
  return isRefusal(first) ? first.code : 'accepted'
}
const correct = (more: object = {}): Change => ({ act: 'correct', verb: 'sale.correct', ledger: 'sale', entry: 7, saw: 9, set: { head: '12' }, ...more })

describe('what may be done to an entry', () => {
  const allows = (name: string, set: Partial<ChangeSet>, book?: Book): void => test(`allows ${name}`, () => expect(outcome(set, book)).toBe('accepted'))
  const refuses = (code: string, name: string, set: Partial<ChangeSet>, book?: Book): void => test(`refuses ${name}`, () => expect(outcome(set, book)).toBe(code))

  allows('a new entry', { changes: [sell()] })
  refuses('nothing-changed', 'an empty set', {})
  refuses('bad-input', 'an entry of an unknown org', { changes: [sell({ org: 'v9' })] })
  refuses('bad-input', 'an entry without a required field', { changes: [sell({ day: null })] })
  const told: Change = { act: 'declare', verb: 'source.accept', declaration: { kind: 'measure', measure: { ...(measures.get('output') as Measure), key: 'told' } } }
  const state = (more: object = {}): Change => ({ act: 'create', verb: 'source.accept', ledger: 'reported', spans: [spanOf({ measure: 'told', org: 'town', period: '2022', day: '2022-12-31', value: '5', status: 'stated', source: '总结', document: '3', offset: '0', quote: '5', ...more })] })
  allows('a new reported measure with a value stated for it in a document', { changes: [told, state()] })
  refuses('bad-declaration', 'a new measure with a value that it would count', { changes: [told, state({ document: null })] })
  refuses('bad-declaration', 'a changed measure with entries', { changes: [{ ...told, declaration: { kind: 'measure', measure: measures.get('output') as Measure } }, state()] })
  refuses('bad-declaration', 'a new measure with a correction', { changes: [told, correct()], reason: '笔误' })
  allows('a correction with a reason', { changes: [correct()], reason: '笔误' })
  refuses('reason-required', 'a correction without a reason', { changes: [correct()] })
  refuses('stale-version', 'a correction of a version that has passed', { changes: [correct({ saw: 3 })], reason: '笔误' })
  refuses('nothing-changed', 'a correction that changes nothing', { changes: [correct({ set: { head: '10' } })], reason: '笔误' })
  refuses('not-found', 'a correction of nothing', { changes: [correct({ entry: 99 })], reason: '笔误' })
  refuses('not-found', 'a correction through another ledger', { changes: [correct({ ledger: 'visit' })], reason: '笔误' })
  refuses('entry-void', 'a second voiding', { changes: [{ act: 'void', verb: 'sale.void', ledger: 'sale', entry: 7, saw: 9 }, { act: 'void', verb: 'sale.void', ledger: 'sale', entry: 7, saw: 21 }], reason: '重复' })
  refuses('not-a-register', 'a change from a day of an event', { changes: [{ act: 'change', verb: 'sale.change', ledger: 'sale', entry: 7, saw: 9, from: day('2023-06-01'), set: { head: '1' } }] })
  allows('a change from a day of a register', { changes: [{ act: 'change', verb: 'device.change', ledger: 'device', entry: 8, saw: 8, from: day('2023-03-01'), set: { state: 'off' } }] })
  refuses('change-before-start', 'a change before the present state began', { changes: [{ act: 'change', verb: 'device.change', ledger: 'device', entry: 8, saw: 8, from: day('2023-01-10'), set: { state: 'off' } }] })
  const end = (to: string): Change => ({ act: 'end', verb: 'device.end', ledger: 'device', entry: 11, saw: 11, to: day(to) })
  loaded.set(11, { id: 11, ledger: 'device', version: 11, void: false, spans: [spanOf({ org: 'v1', state: 'on' }, '2023-01-10', '2023-06-01')] })
  refuses('reason-required', 'to move an end that stands without a reason', { changes: [end('2023-07-01')] })
  allows('to move an end that stands with a reason', { changes: [end('2023-07-01')], reason: '笔误' })
  refuses('nothing-changed', 'the end that stands', { changes: [end('2023-06-01')], reason: '笔误' })
  refuses('dates-reversed', 'an end before the beginning', { changes: [{ act: 'end', verb: 'device.end', ledger: 'device', entry: 8, saw: 8, to: day('2023-01-01') }] })
})

describe('a closed month', () => {
  const closed = (...months: string[]): Book => bookAt(20, months)
  const may = closed('sale|2023-05')
  const verdict = (name: string, set: Partial<ChangeSet>, book: Book, expected: string): void => test(name, () => expect(outcome(set, book)).toBe(expected))

  verdict('takes no new entry', { changes: [sell()] }, may, 'month-closed')
  verdict('takes one into another month', { changes: [sell({ day: '2023-06-01' })] }, may, 'accepted')
  verdict('lets no entry leave it', { changes: [correct({ set: { day: '2023-06-01' } })], reason: '错月' }, may, 'month-closed')
  verdict('lets no entry move in', { changes: [correct({ set: { day: '2023-04-01' } })], reason: '错月' }, closed('sale|2023-04'), 'month-closed')
  verdict('is changed by a correction with a reason and a second person', { changes: [correct()], reason: '笔误', approvedBy: 2 }, may, 'accepted')
  verdict('is not changed by the same person twice', { changes: [correct()], reason: '笔误', approvedBy: 1 }, may, 'same-person')
  verdict('is not changed by two persons without a reason', { changes: [correct()], approvedBy: 2 }, may, 'reason-required')
  verdict('of another ledger does not matter', { changes: [sell()] }, closed('visit|2023-05'), 'accepted')
  verdict('guards a register whose state since reaches into it', { changes: [{ act: 'change', verb: 'device.change', ledger: 'device', entry: 8, saw: 8, from: day('2023-03-01'), set: { state: 'off' } }] }, closed('device|2023-05'), 'month-closed')
  const old: Entry = { id: 12, ledger: 'device', version: 12, void: false, spans: [spanOf({ org: 'v1', state: 'on' }, '2020-01-10', '2021-02-01'), spanOf({ org: 'v2', state: 'on', value: '7' }, '2021-02-01')] }
  loaded.set(12, old)
  const device12 = { ledger: 'device', entry: 12, saw: 12 } as const
  verdict('lets a register begun before it end after it', { changes: [{ act: 'end', verb: 'device.end', ...device12, to: day('2023-06-10') }] }, closed('device|2023-05'), 'accepted')
  verdict('lets a register begun before it change after it', { changes: [{ act: 'change', verb: 'device.change', ...device12, from: day('2023-06-10'), set: { state: 'off', org: 'v3' } }] }, closed('device|2023-05'), 'accepted')
  verdict('lets no register end before it is over', { changes: [{ act: 'end', verb: 'device.end', ...device12, to: day('2023-05-31') }] }, closed('device|2023-05'), 'month-closed')
  verdict('guards what an inner state of a register was', { changes: [{ act: 'correct', verb: 'device.correct', ...device12, span: 0, set: { state: 'off' } }], reason: '笔误' }, closed('device|2020-06'), 'month-closed')
  verdict('takes no opening number for what it counts', { changes: [{ act: 'create', verb: 'reported.create', ledger: 'reported', spans: [spanOf({ measure: 'money', org: 'town', period: '2023-05', day: '2023-05-31', value: '9', status: 'stated', source: '旧账' })] }] }, may, 'month-closed')
  verdict('lets no row leave it that is counted only where it goes', { changes: [{ act: 'correct', verb: 'visit.correct', ledger: 'visit', entry: 13, saw: 13, set: { day: '2023-07-01', household: 'h1' } }], reason: '错月' }, closed('visit|2023-05'), 'month-closed')
  loaded.set(13, { id: 13, ledger: 'visit', version: 13, void: false, spans: [spanOf({ org: 'v1', day: '2023-05-05' })] })
  verdict('guards a note no measure sees', { changes: [correct({ set: { note: '补' } })], reason: '补记' }, may, 'month-closed')
  verdict('lets a case found in it be closed in a later month', { changes: [{ act: 'correct', verb: 'case.close', ledger: 'case', entry: 9, saw: 9, set: { closed: '2023-07-03' } }], reason: '办结' }, closed('case|2023-06'), 'accepted')
  loaded.set(9, { id: 9, ledger: 'case', version: 9, void: false, spans: [spanOf({ org: 'v1', found: '2023-06-05' })] })
})

test('a matter is moved only as the calendar of this moment has it', () => {
  const hazard = hazardLedger()
  const book: Book = { ...bookAt(20), declared: { ledgers: new Map([...ledgers, ['hazard', hazard]]), measures }, calendar: workCalendar('18', []) }
  const found: Entry = { id: 7, ledger: 'hazard', version: 9, void: false, spans: [spanOf({ org: 'v1', day: '2023-06-30', place: '示例路1号', level: 'general', state: 'found', due: '2023-07-04' })] }
  const moved = (calendar: string): string => {
    const { outcomes } = foldGroup(book, [{ by, changes: [{ act: 'step', verb: 'hazard.recount', ledger: 'hazard', entry: 7, saw: 9, calendar, set: { due: '2023-07-05' } }] }], new Map([[7, found]]), '2023-07-01T00:00:00.000Z')
    return outcomes.map((each) => (isRefusal(each) ? each.code : 'accepted')).join()
  }
  expect([moved('17'), moved('18')]).toEqual(['stale-version', 'accepted'])
})

test('a field that became required is asked for in the state that is written, not in those that stand', () => {
  const asked = { ...bookAt(20), declared: { ledgers: new Map([...ledgers, ['device', { ...getLedger('device'), fields: getLedger('device').fields.map((field) => (field.key === 'value' ? { ...field, required: true } : field)) }]]), measures } }
  const correctSpan = (span: number, set: Fields): Partial<ChangeSet> => ({ changes: [{ act: 'correct', verb: 'device.correct', ledger: 'device', entry: 14, saw: 14, span, set }], reason: '补记' })
  loaded.set(14, { id: 14, ledger: 'device', version: 14, void: false, spans: [spanOf({ org: 'v1', state: 'on' }, '2020-01-10', '2021-02-01'), spanOf({ org: 'v2', state: 'on' }, '2021-02-01')] })
  expect(outcome(correctSpan(0, { value: '5' }), asked)).toBe('accepted')
  expect(outcome(correctSpan(1, { state: 'off' }), asked)).toBe('bad-input')
})

test('a reported value is corrected only with a second person', () => {
  const reported: Entry = { id: 10, ledger: 'reported', version: 10, void: false, spans: [spanOf({ measure: 'output', org: 'town', period: '2023H1', day: '2023-06-30', value: '5', status: 'flash', source: '统计站' })] }
  loaded.set(10, reported)
  const change: Change = { act: 'correct', verb: 'reported.correct', ledger: 'reported', entry: 10, saw: 10, set: { value: '6' } }
  expect(outcome({ changes: [change], reason: '核实' })).toBe('second-person-required')
  expect(outcome({ changes: [change], reason: '核实', approvedBy: 2 })).toBe('accepted')
})

describe('a reported value', () => {
  const verdict = (name: string, expected: string, fields: object): void =>
    test(name, () => {
      const [first] = fold([{ changes: [{ act: 'create', verb: 'reported.create', ledger: 'reported', spans: [spanOf({ measure: 'output', org: 'town', period: '2023H1', day: '2023-06-30', value: '5', status: 'flash', source: '统计站', ...fields })] }] }]).outcomes
      expect(isRefusal(first) ? `${first.fields?.[0]?.field} ${first.fields?.[0]?.code}` : 'accepted').toBe(expected)
    })
  verdict('stands for its own period', 'accepted', {})
  verdict('stands at the last day of it', 'day not-period-end', { day: '2023-06-29' })
  verdict('cumulated since January is not one of June alone', 'period period-unfit', { period: '2023-06' })
  verdict('that is only a rate may be of any period', 'accepted', { period: '2023-06', value: null, growth: '5' })
  verdict('stated for a counted measure may be of any period', 'accepted', { measure: 'money', period: '2022', day: '2022-12-31', status: 'stated' })
})

describe('a group', () => {
  test('numbers accepted rows without gaps and leaves refused sets out whole', () => {
    const folded = fold([{ changes: [sell(), sell()] }, { changes: [sell(), sell({ org: 'v9' })] }, { changes: [sell()] }])
    expect(folded.rows.map((row) => row.number)).toEqual([21, 22, 23])
    expect(folded.outcomes.map(isRefusal)).toEqual([false, true, false])
    expect([...folded.touched.keys()]).toEqual([21, 22, 23])
  })

  test('lets a later set see an earlier one: the second correction of one version is refused', () => {
    const folded = fold([{ changes: [correct()], reason: '一' }, { changes: [correct({ set: { head: '15' } })], reason: '二' }])
    expect(folded.outcomes.map((each) => (isRefusal(each) ? each.code : 'accepted'))).toEqual(['accepted', 'stale-version'])
  })

  test('sums postings to the same cell and names their journal range', () => {
    const pigs = smallMeasures.findIndex((measure) => measure.key === 'pigs') + 1
    const [cell, ...others] = fold([{ changes: [sell(), sell({ head: '5' })] }, { changes: [sell({ head: '1' })] }]).tally.moved().filter((each) => each.series === pigs)
    expect(others).toEqual([])
    expect(cell).toMatchObject({ org: 'v1', day: '2023-05-02', amount: '16', rows: 3, first: 21, last: 23 })
  })

  test('posts each change of an entry at its own number', () => {
    const pigs = smallMeasures.findIndex((measure) => measure.key === 'pigs') + 1
    const twice = [correct({ set: { day: '2023-04-30', head: '12' } }), correct({ saw: 21, set: { day: '2023-04-29' } })]
    expect(fold([{ changes: twice, reason: '错月' }]).tally.moved().filter((each) => each.series === pigs).map((each) => `${each.day} ${each.amount} #${each.first} #${each.last}`)).toEqual(['2023-05-02 -10 #21 #21', '2023-04-30 0 #21 #22', '2023-04-29 12 #22 #22'])
  })

  test('posts the difference of a correction, and the reverse of a voiding', () => {
    const pigs = smallMeasures.findIndex((measure) => measure.key === 'pigs') + 1
    const amounts = (set: Partial<ChangeSet>) => fold([set]).tally.moved().filter((each) => each.series === pigs).map((each) => `${each.day} ${each.amount} ${each.rows}`)
    expect(amounts({ changes: [correct({ set: { day: '2023-04-30', head: '12' } })], reason: '错月' })).toEqual(['2023-05-02 -10 -1', '2023-04-30 12 1'])
    expect(amounts({ changes: [{ act: 'void', verb: 'sale.void', ledger: 'sale', entry: 7, saw: 9 }], reason: '重复' })).toEqual(['2023-05-02 -10 -1'])
  })

  test('resolves handles to entries made earlier in the same set', () => {
    const folded = fold([{ changes: [{ act: 'create', verb: 'person.create', ledger: 'person', handle: 'a', spans: [spanOf({ name: '示例', org: 'v1' }, '2023-01-01')] }, { act: 'create', verb: 'post.create', ledger: 'post', spans: [spanOf({ person: '@a', role: 'leader', org: 'v1' }, '2023-01-01')] }] }])
    expect(folded.touched.get(22)?.after.spans[0]?.fields['person']).toBe('21')
  })

  test('tells every entry whole in its payload', () => {
    const folded = fold([{ changes: [{ act: 'change', verb: 'device.change', ledger: 'device', entry: 8, saw: 8, from: day('2023-03-01'), set: { state: 'off' } }] }])
    const [row] = folded.rows
    if (row?.entry == null) throw new Error('row')
    expect(entryOfPayload({ ...row, entry: row.entry })).toEqual(folded.touched.get(8)?.after)
  })
})
