import { expect, test } from 'vitest'
import { Ledger, ledgerProblem } from '../../core/ledger/ledger.ts'
import { Measure } from '../../core/measure/measure.ts'
import { measureProblem } from '../../core/measure/problem.ts'
import { unitText } from '../../core/quantity/unit.ts'
import { supervisionFields, supervisionLedger } from '../../core/report/supervision.ts'
import { publishedTargets } from './demo/published.ts'
import { derived, figureId, measureKey, ofCases, targetIds } from './demo/targets.ts'
import { zhejiangTown } from './pack.ts'
import { villageCodes } from './orgs.ts'

const { ledgers, measures, orgs } = zhejiangTown
const figures = measures.filter((measure) => measure.part !== true)
const offices = new Set(orgs.filter((each) => each.kind === 'office').map((each) => each.code))

test('every ledger can be declared and is kept by an office of the town', () => {
  for (const ledger of ledgers) {
    expect(ledgerProblem(Ledger.parse(ledger))).toBeUndefined()
    expect(offices, ledger.key).toContain(ledger.owner)
    expect(ledger.orgField).toBe('org')
  }
  expect(new Set(ledgers.map((each) => each.key)).size).toBe(ledgers.length)
  expect(ledgers.length).toBeGreaterThanOrEqual(8)
  expect(ledgers.length).toBeLessThanOrEqual(60)
})

test('every measure can be declared in the order of the pack', () => {
  const known = { ledgers: new Map(ledgers.map((each) => [each.key, each])), measures: new Map<string, Measure>() }
  for (const measure of measures) {
    const parsed = Measure.parse(measure)
    expect(measureProblem(parsed, known)).toBeUndefined()
    expect(offices, measure.key).toContain(measure.owner)
    known.measures.set(measure.key, parsed)
  }
  expect(known.measures.size).toBe(measures.length)
})

test('the 129 printed figures are there, at least 100 of them computed from entries', () => {
  const ids = [...Object.keys(publishedTargets), ...derived]
  expect(ids).toHaveLength(129)
  expect(figures.map((measure) => figureId(measure.key)).sort()).toEqual([...ids, ...ofCases].sort())
  expect(targetIds).toHaveLength(129 - derived.length)
  expect(figures.filter((measure) => !['formula', 'reported'].includes(measure.definition.kind)).length).toBeGreaterThanOrEqual(100)
  expect(figures.filter((measure) => measure.definition.kind === 'reported').length).toBeLessThanOrEqual(8)
})

test('every figure is told in the unit it is printed in', () => {
  for (const [id, target] of Object.entries(publishedTargets)) {
    const measure = measures.find((each) => each.key === measureKey(id))
    expect(measure === undefined ? '' : unitText(measure.display, 'zh'), id).toBe(target.unit)
    expect(measure?.display.wording?.word, id).toBe(target.word)
  }
})

test('ledgers about help, petitions, discipline, religion and labour need a named grant', () => {
  const open = ledgers.filter((ledger) => ledger.sensitive === undefined).map((ledger) => ledger.key)
  for (const key of ['assistance-payment', 'old-age-payment', 'housing-help', 'labour-dispute', 'petition', 'religion-case', 'discipline', 'debt-item']) expect(open).not.toContain(key)
  for (const key of ['petition', 'religion-case', 'discipline', 'traffic-case', 'service-case'])
    expect(ledgers.find((ledger) => ledger.key === key)?.fields.filter((field) => field.personal !== undefined), key).toEqual([])
  for (const ledger of ledgers) for (const field of ledger.fields) expect(`${field.title.zh}${field.title.en}`, `${ledger.key}.${field.key}`).not.toMatch(/民族|信仰|政治面貌|ethnic|belief|opinion/i)
})

test('eighteen villages share the town, with unique codes below its own', () => {
  expect(villageCodes).toHaveLength(18)
  expect(new Set(orgs.map((each) => each.code)).size).toBe(orgs.length)
  for (const each of orgs) expect(each.parent === null || orgs.some((other) => other.code === each.parent), each.code).toBe(true)
})

test('the ledger that takes supervision items assigns them and has their fields', () => {
  const found = supervisionLedger(ledgers)
  expect(found?.key).toBe('supervision-item')
  const { procedure: _, ...without } = found as Ledger
  expect(supervisionLedger([without, { ...(found as Ledger), fields: (found as Ledger).fields.filter(({ key }) => key !== supervisionFields[0]?.key) }])).toBeUndefined()
})
