import { expect, test } from 'vitest'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { ledgerProblem } from '../../core/ledger/ledger.ts'
import { systemLedgers } from '../../core/ledger/system.ts'
import type { Measure } from '../../core/measure/measure.ts'
import { ledgerOf, operandsOf } from '../../core/measure/measure.ts'
import { measureProblem } from '../../core/measure/problem.ts'
import { chosenOf, missingOffices, placeWords, standInsOf } from '../../core/setup/pack-choice.ts'
import { zhejiangTown as pack } from './pack.ts'

const place = { city: { full: '温州市', zh: '温州', en: 'Wenzhou' }, county: { full: '苍南县', zh: '苍南', en: 'Cangnan' } }
const take = (ledgers: readonly string[], kept: readonly string[] = [], standIns: readonly (readonly [string, string])[] = []) => chosenOf(pack, { ledgers: new Set(ledgers), standIns: new Map(standIns) }, new Set(kept), placeWords(pack, place))
const all = pack.ledgers.map((ledger) => ledger.key)
const offices = new Set(pack.orgs.map((org) => org.code))

/** Declares as the writer does, one by one, and answers what could not be declared. */
const undeclarable = ({ ledgers, measures }: ReturnType<typeof take>, had: readonly Ledger[] = []): readonly string[] => {
  const known = { ledgers: new Map([...systemLedgers, ...had, ...ledgers].map((ledger) => [ledger.key, ledger])), measures: new Map<string, Measure>() }
  const problems = ledgers.flatMap((ledger) => ledgerProblem(ledger) ?? [])
  for (const measure of measures) {
    const problem = measureProblem(measure, known)
    if (problem !== undefined) problems.push(problem)
    known.measures.set(measure.key, measure)
  }
  return problems
}

test('the whole pack is taken whole', () => {
  const taken = take(all)
  expect(taken.ledgers.map((ledger) => ledger.key)).toEqual(all)
  expect(new Set(taken.measures.map((measure) => measure.key))).toEqual(new Set(pack.measures.map((measure) => measure.key)))
  expect(undeclarable(taken)).toEqual([])
})

test('any single ledger, and any two, can be declared with what counts them and nothing else', () => {
  for (const [at, key] of all.entries()) {
    const keys = [key, all[(at + 7) % all.length] ?? key]
    for (const chosen of [[key], keys]) {
      const taken = take(chosen)
      expect(undeclarable(taken), chosen.join()).toEqual([])
      const measures = new Set(taken.measures.map((measure) => measure.key))
      for (const { definition } of taken.measures) {
        expect(operandsOf(definition).every((operand) => measures.has(operand))).toBe(true)
        if (definition.kind !== 'formula' && definition.kind !== 'reported') expect(chosen).toContain(ledgerOf(definition))
      }
    }
  }
})

test('none takes nothing', () => expect(take([])).toEqual({ ledgers: [], measures: [] }))

test('what is taken in two parts is what would have been taken at once', () => {
  const [first, second] = [all.slice(0, 9), all.slice(9)]
  const [before, after] = [take(first), take(second, first)]
  expect(after.ledgers.map((ledger) => ledger.key)).toEqual(second)
  expect(new Set(after.measures.map((measure) => measure.key))).toEqual(new Set(take(all).measures.map((measure) => measure.key)))
  expect(undeclarable(after, before.ledgers)).toEqual([])
})

test('an office the town does not have is stood in for, in ledgers and measures, then and later', () => {
  const without = new Set([...offices].filter((code) => code !== 'yjxf'))
  const safety = pack.ledgers.filter((ledger) => ledger.owner === 'yjxf').map((ledger) => ledger.key)
  expect(missingOffices(pack, new Set(safety), without)).toContain('yjxf')
  expect(missingOffices(pack, new Set(safety), offices)).toEqual([])
  const { ledgers, measures } = take(safety, [], [['yjxf', 'pafz']])
  expect([...ledgers, ...measures].filter((each) => each.owner === 'yjxf')).toEqual([])
  expect(ledgers.map((ledger) => ledger.owner)).toEqual(safety.map(() => 'pafz'))
  const declared = { ledgers: new Map(ledgers.map((each) => [each.key, each])), measures: new Map(measures.map((each) => [each.key, each])) }
  expect(standInsOf(pack, declared)).toEqual(new Map([['yjxf', 'pafz']]))
})

test('the model town’s places do not follow it elsewhere', () => {
  for (const at of [place, null]) {
    const told = JSON.stringify(chosenOf(pack, { ledgers: new Set(all), standIns: new Map() }, new Set(), placeWords(pack, at)))
    expect(told).not.toMatch(/慈溪|宁波|五塘南|新浦|Cixi|Ningbo|Wutangnan|Xinpu/)
  }
  const titles = take(all).measures.map((measure) => `${measure.title.zh} ${measure.title.en}`)
  expect(titles).toContain('争创苍南县文明村 Contending for Cangnan civilised village')
  expect(titles).toContain('争创温州市文明村 Contending for Wenzhou civilised village')
})
