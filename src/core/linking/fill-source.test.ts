import { expect, test } from 'vitest'
import { checks, disputes, firms, linkedLedgers, places } from '../../../test/builders/linked-ledgers.ts'
import type { Declared } from '../journal/declaration.ts'
import { declarationProblem } from '../journal/declaration.ts'
import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { getField, ledgerProblem } from '../ledger/ledger.ts'
import { filledFrom, sourceOf } from './fill-source.ts'

const declared: Declared = { ledgers: new Map(linkedLedgers.map((ledger) => [ledger.key, ledger])), measures: new Map() }
const withField = (ledger: Ledger, key: string, more: Partial<Field>): Ledger => ({ ...ledger, fields: ledger.fields.map((field) => (field.key === key ? { ...field, ...more } : field)) })
const problem = (ledger: Ledger, of: Declared = declared): string | undefined => declarationProblem({ kind: 'ledger', ledger }, of)

test('the linked ledgers may be declared, in any order', () => {
  for (const ledger of linkedLedgers) expect([problem(ledger), problem(ledger, { ledgers: new Map(), measures: new Map() })]).toEqual([undefined, undefined])
})

test('a reference and a text that finds entries fill fields, a text itself among them', () => {
  expect(filledFrom(checks, 'firm').map(({ field, attribute }) => [field.key, attribute])).toEqual([['address', 'address'], ['phone', 'phone']])
  expect(filledFrom(disputes, 'employer').map(({ field, attribute }) => [field.key, attribute])).toEqual([['employer', 'name'], ['code', 'code']])
  expect(sourceOf(withField(places, 'address', { retired: true }), { ...getField(places, 'address'), retired: true })).toBeUndefined()
})

test.each<readonly [string, Ledger, string]>([
  ['a number with the form of a code', withField(checks, 'fine', { format: 'phone' }), 'only a text has a form'],
  ['a day that finds entries', withField(checks, 'day', { finds: 'firm' }), 'only a text finds entries'],
  ['what is filled by a field that finds none', withField(checks, 'fine', { filledBy: 'address.value' }), 'which finds no entry'],
  ['what is filled by a field that is not there', withField(checks, 'fine', { filledBy: 'owner.value' }), 'which finds no entry'],
  ['an attribute the register has not', withField(checks, 'address', { filledBy: 'firm.street' }), 'has no field street'],
  ['another kind', withField(checks, 'fine', { filledBy: 'firm.name' }), 'is not filled from the text'],
  ['what is restricted in the register and open here', withField(checks, 'phone', { personal: undefined }), 'restricted as firm.phone is'],
  ['a sealed field', withField(firms, 'identity', { filledBy: 'parent.identity' }), 'is not filled in a form'],
  ['what is carried along', { ...checks, fields: checks.fields.map((field) => (field.key === 'firm' ? { ...field, carries: [{ from: 'address', to: 'address' }] } : field)) }, 'is carried along already'],
])('refuses %s', (_, ledger, said) => expect(problem(ledger)).toContain(said))

test('ledgers declared before fields had forms stay valid', () => {
  for (const ledger of linkedLedgers) expect(ledgerProblem({ ...ledger, fields: ledger.fields.map(({ format: _, finds: __, filledBy: ___, ...field }) => field) })).toBeUndefined()
})
