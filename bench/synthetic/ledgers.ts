import { cohort, count, difference, distinct, is, openingOf, ratio, reduction, stock, sum } from '../../src/core/measure/builders.ts'
import type { Field } from '../../src/core/ledger/field.ts'
import type { Ledger } from '../../src/core/ledger/ledger.ts'
import { Measure } from '../../src/core/measure/measure.ts'
import type { Definition } from '../../src/core/measure/measure.ts'
import { words } from '../../src/core/words.ts'

/**
 * A town to measure on, not to look at: eight ledgers of events with twelve fields, two registers, and 150 measures of
 * every kind that posts or is made of others.
 */

export const eventKeys: readonly string[] = Array.from({ length: 8 }, (_, index) => `work-${index + 1}`)
export const registerKeys: readonly string[] = ['asset-1', 'asset-2']
export const kinds = ['a', 'b', 'c', 'd'] as const
export const states = ['on', 'off'] as const

const field = (key: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({ key, title: words(key, key), kind, ...more })
const choices = (keys: readonly string[]): Partial<Field> => ({ choices: keys.map((key) => ({ key, title: words(key, key) })) })
const common = { line: 'bench', owner: 'office', orgField: 'org', villageEntry: true } as const

/** An event ledger of twelve fields. */
export const eventLedger = (key: string): Ledger => ({
  ...common,
  key,
  title: words(key, key),
  shape: 'event',
  dateField: 'day',
  fields: [
    field('org', 'org', { required: true }), field('day', 'day', { required: true }), field('kind', 'choice', { required: true, ...choices(kinds) }),
    field('head', 'integer', { min: '0' }), field('money', 'decimal', { decimals: 2, min: '0' }), field('area', 'decimal', { decimals: 2 }),
    field('closed', 'day'), field('firm', 'text'), field('name', 'text'), field('place', 'text'), field('urgent', 'flag'), field('note', 'note'),
  ],
})

const registerLedger = (key: string): Ledger => ({
  ...common,
  key,
  title: words(key, key),
  shape: 'register',
  fields: [field('org', 'org', { required: true }), field('state', 'choice', { required: true, ...choices(states) }), field('worth', 'decimal', { decimals: 2 }), field('name', 'text')],
})

export const syntheticLedgers: readonly Ledger[] = [...eventKeys.map(eventLedger), ...registerKeys.map(registerLedger)]

const measure = (key: string, unit: Measure['display']['unit'], definition: Definition): Measure =>
  Measure.parse({ key, title: words(key, key), about: words(key, key), line: 'bench', owner: 'office', display: { unit, scale: '', decimals: 2, changeDecimals: 2 }, change: unit === '%' ? 'points' : 'percent', definition })

const ofEvents = (it: string): readonly Measure[] => [
  measure(`${it}-n`, '件', count(it)),
  measure(`${it}-n-a`, '件', count(it, is('kind', 'a'))),
  measure(`${it}-n-b`, '件', count(it, is('kind', 'b'))),
  measure(`${it}-urgent`, '件', count(it, is('urgent', true))),
  measure(`${it}-head`, '头', sum(it, 'head')),
  measure(`${it}-head-a`, '头', sum(it, 'head', is('kind', 'a'))),
  measure(`${it}-head-b`, '头', sum(it, 'head', is('kind', 'b'))),
  measure(`${it}-money`, '元', sum(it, 'money')),
  measure(`${it}-money-c`, '元', sum(it, 'money', is('kind', 'c'))),
  measure(`${it}-area`, '亩', sum(it, 'area')),
  measure(`${it}-found`, '件', cohort(it, 'day')),
  measure(`${it}-closed`, '件', cohort(it, 'day', 'closed')),
  measure(`${it}-firms`, '家', distinct(it, ['firm'])),
  measure(`${it}-close-rate`, '%', ratio(`${it}-closed`, `${it}-found`)),
  measure(`${it}-share-a`, '%', ratio(`${it}-n-a`, `${it}-n`)),
  measure(`${it}-a-less-b`, '头', difference(`${it}-head-a`, `${it}-head-b`)),
]

const ofRegister = (it: string): readonly Measure[] => [
  measure(`${it}-all`, '处', stock(it)),
  measure(`${it}-on`, '处', stock(it, is('state', 'on'))),
  measure(`${it}-off`, '处', stock(it, is('state', 'off'))),
  measure(`${it}-worth`, '元', stock(it, undefined, 'worth')),
  measure(`${it}-worth-on`, '元', stock(it, is('state', 'on'), 'worth')),
  measure(`${it}-new`, '处', count(it)),
  measure(`${it}-new-worth`, '元', sum(it, 'worth')),
  measure(`${it}-opening`, '处', openingOf(`${it}-all`)),
  measure(`${it}-reduction`, '%', reduction(`${it}-worth`)),
  measure(`${it}-share-on`, '%', ratio(`${it}-on`, `${it}-all`)),
  measure(`${it}-worth-off`, '元', difference(`${it}-worth`, `${it}-worth-on`)),
]

/** The 150 figures of the report. */
export const syntheticMeasures: readonly Measure[] = [...eventKeys.flatMap(ofEvents), ...registerKeys.flatMap(ofRegister)]
