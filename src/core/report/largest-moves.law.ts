import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallMeasures } from '../../../test/builders/small-town.ts'
import type { Figure } from '../measure/figure.ts'
import { compare, decimal } from '../quantity/decimal.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { Day } from '../time/day.ts'
import type { Move, MoveGround, MoveWhy } from './largest-moves.ts'
import { largestMoves } from './largest-moves.ts'

const figure = (measure: string, more: Partial<Figure> = {}): Figure => ({
  measure, org: 'town', period: '2023H1', cutoff: '2023-06-30' as Day, asOf: 1, value: decimal('1'), exact: decimal('1'), unit: '个', text: '1个', source: 'computed', status: null, statedBy: null,
  change: null, base: null, rows: 10, stated: [], version: 1, live: false, ...more,
})
const grew = (measure: string, percent: string, direction: 'up' | 'down' | 'flat' = 'up', more: Partial<Figure> = {}): Figure => figure(measure, { change: { kind: 'percent', percent: decimal(percent), direction }, base: decimal('1'), ...more })
const better: Readonly<Record<string, 'up' | 'down'>> = { pigs: 'up', sales: 'down' }
const measures: MoveGround['measures'] = new Map(smallMeasures.map((measure) => [measure.key, { ...measure, ...(better[measure.key] !== undefined && { better: better[measure.key] }) }]))
const ground = (more: Partial<MoveGround> = {}): MoveGround => ({ measures, baseRows: new Map(), reached: new Map(), targets: new Map(), time: decimal('50'), ...more })
const decimals = (values: Readonly<Record<string, string>>): ReadonlyMap<string, Decimal> => new Map(Object.entries(values).map(([key, value]) => [key, decimal(value)]))
const rows = (figures: readonly Figure[], count = 10): ReadonlyMap<string, number> => new Map(figures.map(({ measure }) => [measure, count]))
const told = (figures: readonly Figure[], more: Partial<MoveGround> = {}, most = 5) => largestMoves(figures, ground(more), { least: 5, most }).map((move) => [move.figure.measure, move.why.kind, move.verdict])

describe('a change', () => {
  test('is told by its size, whichever way it went', () => {
    const figures = [grew('sales', '3'), grew('pigs', '40', 'down'), grew('money', '90')]
    expect(told(figures, { baseRows: rows(figures) }, 2)).toEqual([['money', 'change', null], ['pigs', 'change', 'worse']])
  })

  test('of few rows now or then, of what nobody counted, in points or none at all is no move', () => {
    const none = (one: Figure, base = 10) => expect(told([one], { baseRows: rows([one], base) })).toEqual([])
    none(grew('sales', '900', 'up', { rows: 4 }))
    none(grew('sales', '900'), 4)
    none(grew('output', '900', 'up', { source: 'reported' }))
    none(grew('pigs', '900', 'up', { source: 'stated' }))
    none(grew('close-rate', '0', 'flat'))
    none(figure('cases-closed', { change: { kind: 'points', points: decimal('9'), direction: 'up' }, base: decimal('1') }))
  })
})

describe('a figure behind its target', () => {
  test('is told with what it lacks against time, counted or reported, by what was reached since the year began', () => {
    const [output] = largestMoves([figure('output', { source: 'reported', rows: 1, exact: decimal('10'), base: decimal('9') })], ground({ targets: decimals({ output: '100' }), reached: new Map([['output', figure('output', { exact: decimal('30') })]]) }), { least: 5, most: 5 })
    expect([output?.why, output?.verdict]).toEqual([{ kind: 'behind', target: '100', completion: '30', time: '50', gap: '20' }, 'worse'])
  })

  test('is none where it keeps up, should fall, is a rate or a level, or has no target above nothing', () => {
    const one = (measure: string, exact: string, target: string) => told([figure(measure, { exact: decimal(exact), base: decimal('1') })], { targets: decimals({ [measure]: target }), baseRows: new Map([[measure, 1]]) })
    expect([one('pigs', '50', '100'), one('pigs', '60', '100'), one('sales', '1', '100'), one('close-rate', '1', '100'), one('devices-on', '1', '100'), one('pigs', '1', '0')]).toEqual([[], [], [], [], [], []])
    expect(one('pigs', '49.9', '100')).toEqual([['pigs', 'behind', 'worse']])
  })
})

describe('a new figure', () => {
  test('is told by its rows where there was neither value nor row a year before', () => {
    expect(told([figure('money', { rows: 6 }), figure('pigs', { rows: 60, base: decimal('0') })])).toEqual([['pigs', 'new', 'better'], ['money', 'new', null]])
  })

  test('is none of few rows, of no value, of a rate, of a base, or of what is only reported', () => {
    expect(told([figure('pigs', { rows: 4 })])).toEqual([])
    expect(told([figure('pigs', { exact: decimal('0') })])).toEqual([])
    expect(told([figure('pigs')], { baseRows: new Map([['pigs', 1]]) })).toEqual([])
    expect(told([figure('pigs', { base: decimal('3') }), figure('close-rate', { source: 'formula' }), figure('output', { source: 'reported' })])).toEqual([])
  })
})

const kinds = ['change', 'behind', 'new'] as const
const sizeOf = ({ figure: { change, rows: count }, why }: Move): Decimal => (why.kind === 'change' && change?.kind === 'percent' ? change.percent : why.kind === 'behind' ? why.gap : decimal(String(count)))
const keys = ['pigs', 'money', 'sales', 'devices-new', 'cases-found', 'households'] as const

test('each kind in turn, the largest of each first, no figure twice, and none left out while there is room', () => {
  const some = fc.record({ percent: fc.integer({ min: 1, max: 99 }), has: fc.constantFrom('change', 'nothing', 'new'), rows: fc.integer({ min: 5, max: 50 }), target: fc.option(fc.integer({ min: 3, max: 90 })) })
  fc.assert(
    fc.property(fc.array(some, { minLength: keys.length, maxLength: keys.length }), fc.integer({ min: 1, max: 6 }), (town, most) => {
      const figures = town.map(({ percent, has, rows: count }, at) => (has === 'change' ? grew(keys[at] ?? '', String(percent), 'up', { rows: count }) : figure(keys[at] ?? '', { rows: count, base: has === 'new' ? null : decimal('1') })))
      const targets = decimals(Object.fromEntries(town.flatMap(({ target }, at) => (target === null ? [] : [[keys[at] ?? '', String(target)]]))))
      const baseRows = new Map(town.flatMap(({ has }, at) => (has === 'new' ? [] : [[keys[at] ?? '', 10] as const])))
      const all = ground({ targets, baseRows })
      const moves = largestMoves(figures, all, { least: 5, most })
      const every = largestMoves(figures, all, { least: 5, most: 99 })
      expect(new Set(moves.map((move) => move.figure.measure)).size).toBe(moves.length)
      expect(moves).toEqual(every.slice(0, most))
      for (const kind of kinds) {
        const own = moves.filter((move) => move.why.kind === kind)
        own.slice(1).forEach((move, at) => expect(compare(sizeOf(own[at] ?? move), sizeOf(move))).toBeGreaterThanOrEqual(0))
      }
      const count = (kind: MoveWhy['kind']): number => moves.filter((move) => move.why.kind === kind).length
      const left = new Set(every.slice(most).map((move) => move.why.kind))
      for (const kind of kinds) if (left.has(kind)) for (const other of kinds) expect(count(other)).toBeLessThanOrEqual(count(kind) + 1)
      for (const { measure } of figures) {
        const alone = largestMoves(figures.filter((each) => each.measure === measure), all, { least: 5, most: 1 })
        expect(every.some((move) => move.figure.measure === measure)).toBe(alone.length === 1)
      }
    }),
  )
})
