import { expect, test } from 'vitest'
import type { ReadCommitmentOut, ReadFigureOut, SourceRead } from '../../../api/source.ts'
import type { FigureDraft } from './figure-draft.ts'
import type { Item } from './item.ts'
import type { Work } from './work.ts'
import { acceptance, decide, draftOf, filterBy, lookOf, mend, problemsOf, refused, startWork, step, sureItems, tallyOf, toNextOpen, twiceTold, undo } from './work.ts'

const text = '柳湾镇2031年上半年工作总结\n生产总值8.4亿元，同比下降3%。粮食总产6200吨。10月底前建成柳湾泵站。弘扬实干精神。'
const at = (quote: string) => ({ quote, offset: text.indexOf(quote) })

const figure = (quote: string, it: Partial<ReadFigureOut>): ReadFigureOut => ({ ...at(quote), subject: quote, value: null, unit: null, qualifier: null, value_high: null, change: null, share_percent: null, completion_percent: null, completion_base: null, period: null, attached: [], rules: ['number'], periodKey: null, suggestions: [], ...it })

const commitment: ReadCommitmentOut = { ...at('10月底前建成柳湾泵站'), action: '建成', target: null, deadline_text: '10月底前', deadline: '2031-10-31', modality: 'plain', milestones: [], rules: ['deadline'], owner: 'water' }

const down = { direction: 'down', percent: '3', points: null, basis: '同比', qualifier: null } as const
const gdp = { measure: 'gdp', title: { zh: '生产总值', en: 'GDP' }, unit: '元', score: 0.95, value: '840000000', book: null }

const read: SourceRead = {
  name: 'a.txt', hash: '', size: 1, kind: 'text', encoding: null, text, title: '柳湾镇2031年上半年工作总结', day: null, year: 2031,
  figures: [figure('8.4亿元', { subject: '生产总值', value: '8.4', unit: '亿元', change: down, periodKey: '2031H1', suggestions: [gdp] }), figure('6200吨', { subject: '粮食总产', value: '6200', unit: '吨' })],
  commitments: [commitment],
  directions: [at('弘扬实干精神')],
  findings: [], confirmed: [], known: null, can: {},
}

const start = (): Work => startWork({ name: 'a.txt', text }, read, 'town')
const item = (work: Work, id: string): Item => {
  const found = work.items.find((each) => each.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
const figureDraft = (work: Work, id: string): FigureDraft => {
  const draft = draftOf(work, item(work, id))
  if (draft.kind !== 'figure') throw new Error(id)
  return draft
}

test('what was read stands in the order of the text, figures without a period in the one the others name', () => {
  const work = start()
  expect(work.items.map((each) => each.id)).toEqual(['f0', 'f1', 'c0', 'd0'])
  expect(work.at).toBe('f0')
  expect([figureDraft(work, 'f0').growth, figureDraft(work, 'f1').period]).toEqual(['-3', '2031H1'])
})

test('a row of a workbook brings its source and whose it is; a name the town does not know is left to be chosen', () => {
  const row = (source: string, org: string | null) => figure('8.4亿元', { value: '8.4', unit: '亿元', periodKey: '2031H1', suggestions: [gdp], row: { source, scope: '柳湾村', org } })
  const work = startWork({ name: 'a.xlsx' }, { ...read, figures: [row('统计年报', 'liuwan'), row('', null)], commitments: [], directions: [] }, 'town')
  expect(acceptance(decide(work, ['f0'], 'taken')).figures).toMatchObject([{ org: 'liuwan', source: '统计年报' }])
  expect([figureDraft(work, 'f1').org, problemsOf(figureDraft(work, 'f1'), item(work, 'f1'))]).toEqual(['', ['org']])
})

test('a decision goes on to the next open one, and undo takes it back with all of its items', () => {
  const one = toNextOpen(decide(start(), ['f0'], 'taken'))
  expect([one.at, lookOf(one, item(one, 'f0'))]).toEqual(['f1', 'taken'])
  const many = decide(one, ['f1', 'c0'], 'dropped')
  expect(tallyOf(many)).toEqual({ all: 3, decided: 3, open: 0, figures: 1, commitments: 0, directions: 0 })
  expect(tallyOf(undo(many)).decided).toBe(1)
  expect(undo(undo(undo(many))).standings.size).toBe(0)
})

test('after the last item the next open one is the first that was passed over', () => {
  const work = { ...decide(start(), ['f0', 'c0', 'd0'], 'taken'), at: 'd0' }
  expect(toNextOpen(work).at).toBe('f1')
})

test('a mended item says so, and mended back it counts as read', () => {
  const work = decide(start(), ['f0'], 'taken')
  const changed = mend(work, item(work, 'f0'), { ...figureDraft(work, 'f0'), value: '8.5' })
  expect(lookOf(changed, item(work, 'f0'))).toBe('mended')
  expect(lookOf(mend(changed, item(work, 'f0'), { ...figureDraft(work, 'f0'), value: '8.4' }), item(work, 'f0'))).toBe('taken')
})

test('a filter walks one kind only, its key again walks all', () => {
  const promises = filterBy(start(), 'commitment')
  expect([promises.at, step(promises, 1).at]).toEqual(['c0', 'c0'])
  expect(step(filterBy(promises, 'all'), -1).at).toBe('f1')
})

test('only what is accepted is sent, its value in the bare unit and its change as signed growth', () => {
  const work = decide(start(), ['f0', 'c0', 'd0'], 'taken')
  const sent = acceptance(work)
  expect(sent.figures).toEqual([{ ...at('8.4亿元'), measure: 'gdp', org: 'town', period: '2031H1', value: '840000000', growth: '-3' }])
  expect(sent.commitments.map(({ kind, text: told, org, deadline }) => [kind, told, org, deadline])).toEqual([
    ['commitment', '10月底前建成柳湾泵站', 'water', '2031-10-31'],
    ['direction', '弘扬实干精神', 'town', null],
  ])
})

test('a mended value is reckoned anew in the unit of its measure, and one that does not fit is told', () => {
  const work = start()
  const mended = (next: Partial<FigureDraft>) => mend(work, item(work, 'f0'), { ...figureDraft(work, 'f0'), ...next })
  expect(acceptance(decide(mended({ value: '85000', unit: '万元' }), ['f0'], 'taken')).figures[0]?.value).toBe('850000000')
  const wrong = mended({ unit: '吨', period: '去年' })
  expect(problemsOf(draftOf(wrong, item(work, 'f0')), item(work, 'f0'))).toEqual(['period', 'value'])
  expect(problemsOf(draftOf(work, item(work, 'f1')), item(work, 'f1'))).toEqual(['measure'])
})

test('sure are a high score with a fitting unit that the book does not have, and a promise with an office and a day', () => {
  const ids = (work: Work) => [...sureItems(work).figures, ...sureItems(work).commitments].map((each) => each.id)
  const inBook = { ...read, figures: read.figures.map((each) => ({ ...each, suggestions: [{ ...gdp, book: '840000000' }] })) }
  const unsure = { ...read, figures: read.figures.map((each) => ({ ...each, suggestions: [{ ...gdp, score: 0.5 }] })), commitments: [{ ...commitment, owner: null }] }
  expect(ids(start())).toEqual(['f0', 'c0'])
  expect(ids(decide(start(), ['f0'], 'dropped'))).toEqual(['c0'])
  expect(ids(startWork({ name: 'a.txt', text }, unsure, 'town'))).toEqual([])
  const known = startWork({ name: 'a.txt', text }, inBook, 'town')
  expect([ids(known), sureItems(known).inBook.map((each) => each.id)]).toEqual([['c0'], ['f0', 'f1']])
})

test('one measure told twice with two values is seen before it is sent', () => {
  const work = decide(start(), ['f0', 'f1'], 'taken')
  const both = (value: string) => mend(work, item(work, 'f1'), { ...figureDraft(work, 'f1'), binding: figureDraft(work, 'f0').binding, value, unit: '亿元' })
  expect(twiceTold(both('8.6'))).toEqual({ id: 'f1', title: gdp.title, period: '2031H1' })
  expect(twiceTold(both('8.4'))).toBeUndefined()
  expect(acceptance(both('8.4')).figureIds).toEqual(['f0'])
})

test('what the server refuses stands at the item it came from', () => {
  const message = { zh: '不行', en: 'no' }
  const work = refused(filterBy(decide(start(), ['f0', 'c0', 'd0'], 'taken'), 'figure'), [{ field: 'commitments.1.org', message }, { field: 'figures.0.create.title', message }])
  expect([work.at, work.filter, work.refusals.get('d0')?.get('org'), work.refusals.get('f0')?.get('title')]).toEqual(['f0', 'figure', message, message])
  expect([...mend(work, item(work, 'd0'), draftOf(work, item(work, 'd0'))).refusals.keys()]).toEqual(['f0'])
})

test('a document read again goes on where it was left: what stands in the book is passed over', () => {
  const before = [{ ...at('8.4亿元'), kind: 'figure', ledger: 'reported', entry: 7, title: gdp.title, value: null, void: false }] as const
  const work = startWork({ name: 'a.txt', text }, { ...read, known: 6 }, 'town', [...before])
  expect([work.at, lookOf(work, item(work, 'f0')), tallyOf(work).all]).toEqual(['f1', 'booked', 2])
  expect(decide(work, ['f0', 'f1'], 'taken').standings.has('f0')).toBe(false)
  expect(toNextOpen({ ...decide(work, ['f1', 'c0'], 'dropped'), at: 'c0' }).at).toBe('d0')
  expect(startWork({ name: 'a.txt', text }, read, 'town', [{ ...before[0], void: true }]).at).toBe('f0')
})
