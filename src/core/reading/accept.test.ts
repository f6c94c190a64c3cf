import { expect, test } from 'vitest'
import { smallLedgers, smallMeasures, smallOrgs } from '../../../test/builders/small-town.ts'
import type { Org } from '../access/org-tree.ts'
import { orgTree } from '../access/org-tree.ts'
import type { Post } from '../access/policy.ts'
import { systemLedgers } from '../ledger/system.ts'
import { day } from '../time/day.ts'
import type { Acceptance, AcceptedCommitment, AcceptedFigure } from './accept.ts'
import { acceptChanges, acceptProblems } from './accept.ts'

const text = '2022年，生猪出栏8头。新建泵站2座。'
const figure: AcceptedFigure = { quote: '8头', offset: 10, measure: 'pigs', org: 'town', period: '2022', value: '8', growth: null }
const promise: AcceptedCommitment = { quote: '新建泵站2座', offset: 13, kind: 'commitment', text: '新建泵站2座', org: 'farm', target: null, deadlineText: null, deadline: null, modality: 'plain' }
const goats = { title: '山羊出栏', owner: 'farm', display: { unit: '只' as const, scale: '' as const, decimals: 0, changeDecimals: 1 } }

const on = (posts: readonly Post[], more: Partial<Acceptance> = {}): Acceptance => ({
  posts,
  declared: { ledgers: new Map([...systemLedgers, ...smallLedgers].map((each) => [each.key, each])), measures: new Map(smallMeasures.map((each) => [each.key, each])) },
  tree: orgTree(smallOrgs.map((org) => ({ parent: null, successor: null, from: day('2000-01-01'), to: null, ...org }) as unknown as Org), day('2023-01-01')),
  text,
  standing: () => undefined,
  promised: () => undefined,
  keyOf: () => 'goats',
  ...more,
})
const office: readonly Post[] = [{ role: 'office', org: 'town' }]
const farm: readonly Post[] = [{ role: 'line', org: 'farm' }]
const order: readonly Post[] = [{ role: 'line', org: 'order' }]

const told = (posts: readonly Post[], figures: readonly AcceptedFigure[], commitments: readonly AcceptedCommitment[] = [], more: Partial<Acceptance> = {}) =>
  Object.fromEntries(acceptProblems({ figures, commitments }, on(posts, more)).map(({ field, code }) => [field, code]))

test('an office that answers for a figure or a promise accepts it, and so does the town office', () => {
  for (const posts of [office, farm, [...order, ...farm]]) expect(told(posts, [figure], [promise])).toEqual({})
  expect(told(order, [figure], [promise])).toEqual({ 'figures.0.measure': 'other-office', 'commitments.0.org': 'other-office' })
  expect(told([{ role: 'leader', org: 'farm' }], [figure])).toEqual({ 'figures.0.measure': 'other-office' })
  expect(told(order, [{ ...figure, measure: undefined, create: goats }])).toEqual({ 'figures.0.create.owner': 'other-office' })
})

test('a value that stands, and one accepted twice, is told at its period', () => {
  expect(told(farm, [figure], [], { standing: (measure, org, at) => (`${measure} ${org} ${at}` === 'pigs town 2022-12-31' ? 7 : undefined) })).toEqual({ 'figures.0.period': 'value-stands' })
  expect(told(farm, [figure, figure, { ...figure, org: 'v1' }, { ...figure, period: '2022H2' }])).toEqual({ 'figures.1.period': 'value-twice', 'figures.3.period': 'value-twice' })
})

test('a working part of other measures, and one that is gone, is none', () => {
  expect(told(farm, [{ ...figure, measure: 'pigs-of-old' }])).toEqual({ 'figures.0.measure': 'not-found' })
})

test('the change set: measures first, then the document, what it states and what it promises', () => {
  const source = { title: '总结', day: day('2023-01-10'), fields: { title: '总结', text } }
  const changes = acceptChanges({ figures: [{ ...figure, measure: undefined, create: goats }, { ...figure, period: '2021', measure: undefined, create: goats }], commitments: [promise] }, source, on(farm), 'source.accept')
  expect(changes.map((change) => (change.act === 'declare' ? change.declaration.kind : change.act === 'create' ? change.ledger : change.act))).toEqual(['measure', 'source', 'reported', 'reported', 'commitment'])
  expect(changes.every((change) => change.verb === 'source.accept')).toBe(true)
  expect(acceptChanges({ figures: [figure], commitments: [] }, { ...source, entry: 5 }, on(farm), 'source.accept')).toMatchObject([{ ledger: 'reported', spans: [{ fields: { document: '5', status: 'stated', day: '2022-12-31', source: '总结，2023-01-10' } }] }])
  expect(acceptChanges({ figures: [{ ...figure, org: 'v1', source: '县统计局月报' }], commitments: [] }, { ...source, entry: 5 }, on(farm), 'source.accept')).toMatchObject([{ spans: [{ fields: { document: '5', org: 'v1', source: '县统计局月报' } }] }])
  expect(told(farm, [{ ...figure, source: '长'.repeat(401) }])).toEqual({ 'figures.0.source': 'text-too-long' })
})
