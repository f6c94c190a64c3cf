import { expect, test } from 'vitest'
import { words } from '../words.ts'
import { askedFields } from './asked-fields.ts'
import type { Field } from './field.ts'
import type { Ledger } from './ledger.ts'
import { ledgerProblem } from './ledger.ts'
import { weakerProblem } from './weaker.ts'

const kind: Field = { key: 'kind', title: words('类别', 'Kind'), kind: 'choice', choices: [{ key: 'a', title: words('甲', 'a') }] }
const area: Field = { key: 'area', title: words('面积', 'Area'), kind: 'decimal', unit: '亩' }
const org: Field = { key: 'org', title: words('村', 'Village'), kind: 'org', required: true }
const day: Field = { key: 'day', title: words('日期', 'Day'), kind: 'day', required: true }
const ledger: Ledger = { key: 'land', title: words('土地', 'Land'), shape: 'event', line: 'agriculture', owner: 'farm', orgField: 'org', dateField: 'day', unique: [['kind', 'day']], fields: [org, day, kind, area] }
const having = (...fields: readonly Field[]): Ledger => ({ ...ledger, unique: undefined, fields: [org, day, ...fields] })
const weaker = (...fields: readonly Field[]) => weakerProblem(ledger, having(...fields))

test('what rows say keeps its meaning: units stay, choices stay and may be renamed or joined by others', () => {
  expect([weaker(kind, area), weaker({ ...kind, choices: [{ key: 'a', title: words('乙', 'b') }, { key: 'c', title: words('丙', 'c') }] }, { ...area, decimals: 3 })]).toEqual([undefined, undefined])
  expect([weaker(kind, { ...area, unit: '公顷' }), weaker(kind, { ...area, unit: undefined }), weaker({ ...kind, choices: [{ key: 'c', title: words('丙', 'c') }] }, area)]).toEqual(['land.area: unit', 'land.area: unit', 'land.kind: choice a'])
})

test('a field is retired unless rows cannot do without it, and is then asked for no longer', () => {
  const retired = (field: Field) => ({ ...field, retired: true, required: undefined })
  expect(askedFields(having(kind, retired(area))).map((field) => field.key)).toEqual(['org', 'day', 'kind'])
  expect([ledgerProblem(having(kind, retired(area))), weaker(kind, retired(area))]).toEqual([undefined, undefined])
  const stuck = /cannot be retired/
  expect(ledgerProblem({ ...ledger, fields: [org, day, retired(kind), area] })).toMatch(stuck)
  expect(ledgerProblem(having({ ...area, retired: true, required: true }))).toMatch(stuck)
})
