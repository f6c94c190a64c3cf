import { expect, test } from 'vitest'
import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { words } from '../words.ts'
import { declarationProblem } from './declaration.ts'

const field = (key: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({ key, title: words(key, key), kind, ...more })
const ledger = (paper: Field['kind'], more: Partial<Ledger> = {}): Ledger => ({ key: 'paper', title: words('纸', 'Paper'), shape: 'event', line: 'test', owner: 'farm', orgField: 'org', dateField: 'day', fields: [field('org', 'org', { required: true }), field('day', 'day', { required: true }), field('paper', paper)], ...more })
const problem = (before: Ledger, after: Ledger): string | undefined => declarationProblem({ kind: 'ledger', ledger: after }, { ledgers: new Map([[before.key, before]]), measures: new Map() })

test('the kind of a field stays, but a digest kept as text may become the file it names in a ledger of the product', () => {
  expect(problem(ledger('text', { system: true }), ledger('file', { system: true }))).toBeUndefined()
  expect(problem(ledger('text'), ledger('file'))).toContain('stays as first declared')
  expect(problem(ledger('file', { system: true }), ledger('text', { system: true }))).toContain('stays as first declared')
  expect(problem(ledger('note', { system: true }), ledger('file', { system: true }))).toContain('stays as first declared')
})

test('a mask covers a restricted text, and a photo gives its day to a day and its place to a text', () => {
  const adding = (...fields: readonly Field[]): string | undefined => problem(ledger('text'), { ...ledger('text'), fields: [...ledger('text').fields, ...fields] })
  expect(adding(field('home', 'text', { personal: 'restricted', mask: 'address' }))).toBeUndefined()
  expect(adding(field('home', 'text', { mask: 'address' }))).toContain('a mask covers')
  expect(adding(field('born', 'day', { personal: 'restricted', mask: 'name' }))).toContain('a mask covers')
  expect(adding(field('photos', 'file', { taken: { day: 'day', place: 'paper' } }))).toBeUndefined()
  expect(adding(field('photos', 'file', { taken: { day: 'paper' } }))).toContain('goes into a day')
  expect(adding(field('photos', 'file', { taken: { place: 'nowhere' } }))).toContain('goes into a day')
  expect(adding(field('name', 'text', { taken: { day: 'day' } }))).toContain('only a file')
})
