import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Predicate } from '../../src/core/access/predicate.ts'
import { rowsRight } from '../../src/core/access/policy.ts'
import type { Ledger } from '../../src/core/ledger/ledger.ts'
import type { Figure } from '../../src/core/measure/figure.ts'
import { expand } from '../../src/core/measure/expand.ts'
import { minus, plus, sum, ZERO } from '../../src/core/quantity/decimal.ts'
import type { Decimal } from '../../src/core/quantity/decimal.ts'
import { wordingHolds } from '../../src/core/quantity/wording.ts'
import { decimal } from '../../src/core/quantity/decimal.ts'
import { fromScale } from '../../src/core/quantity/unit.ts'
import { boundMeasures } from '../../src/core/report/runs.ts'
import { period } from '../../src/core/time/period.ts'
import { publishedTargets } from '../../src/packs/zhejiang-town/demo/published.ts'
import { figureId, ofCases, targetIds } from '../../src/packs/zhejiang-town/demo/targets.ts'
import { zhejiangTown } from '../../src/packs/zhejiang-town/pack.ts'
import { fillDemo } from '../../src/server/demo/fill.ts'
import type { FigureScope } from '../../src/store/figures.ts'
import { figureScope, readFigures } from '../../src/store/figures.ts'
import { findReport } from '../../src/store/reports.ts'
import type { MasterKey } from '../../src/store/seal/master-key.ts'
import type { Town } from '../../src/store/town.ts'
import type { TracedRow } from '../../src/store/trace.ts'
import { readTrace } from '../../src/store/trace.ts'
import { verifyTown } from '../../src/store/verify/verify.ts'
import { accepted } from '../../src/store/writer.ts'
import { filledDemo } from '../harness/filled-demo.ts'

/** The demonstration town whole: what the report prints comes out of its rows, and every number adds up. */
const everything = (): Predicate => ({ kind: 'all', of: [] })
let town: Town
let master: MasterKey
let drop: () => Promise<void>
let scope: FigureScope
let figures: readonly Figure[]

const read = async (): Promise<void> => {
  const book = await town.book()
  const half = period('2023H1')
  scope = await figureScope(town.db.pool, town.schema, book, { period: half, org: book.orgs.root, cutoff: half.to, asOf: book.head })
  figures = await readFigures(town.db.pool, scope)
}

beforeAll(async () => {
  ;({ town, master, drop } = await filledDemo(4))
  await read()
}, 300_000)
afterAll(async () => {
  await drop()
})

test('fills once: the same demonstration is found, another is refused', async () => {
  expect(await fillDemo(town, master, { targets: publishedTargets, scale: 1, seed: 1 })).toBe('there')
  expect(await fillDemo(town, master, { targets: publishedTargets, scale: 1, seed: 2 })).toBe('stale')
})

test('every target comes out, in its unit, with its growth, and a worded one where its word allows', () => {
  const byId = new Map(figures.map((figure) => [figureId(figure.measure), figure]))
  for (const id of targetIds) {
    const target = publishedTargets[id]
    const figure = byId.get(id)
    if (target === undefined || figure === undefined) throw new Error(id)
    expect(figure.unit, id).toBe(target.unit)
    if (target.word === undefined) expect(figure.value, id).toBe(target.value)
    else {
      const { scale } = scope.measures.get(figure.measure)?.display ?? { scale: '' as const }
      expect(wordingHolds({ number: target.value as Decimal, word: target.word, scale }, fromScale(decimal(figure.value ?? '0'), scale)), `${id} ${figure.value}`).toBe(true)
    }
    if (target.growth === undefined) continue
    const change = figure.change
    expect(change?.kind === 'percent' ? `${change.direction === 'down' ? '-' : ''}${change.percent}` : change?.kind, id).toBe(target.growth)
  }
})

test('the report binds every figure of the catalogue but those of how cases were handled', async () => {
  const report = await findReport(town.db.pool, town.schema, await town.book(), '2023H1')
  expect(new Set(boundMeasures(report?.document ?? { title: '', blocks: [] }))).toEqual(new Set(figures.map((figure) => figure.measure).filter((measure) => !ofCases.includes(figureId(measure)))))
})

describe('the rows behind each figure', () => {
  /** Reads a trace page by page, as the API does. */
  const pages = async (figure: Figure, right: (ledger: Ledger) => Predicate, limit: number) => {
    const rows: TracedRow[] = []
    for (;;) {
      const page = await readTrace(town.db.pool, scope, figure, { offset: rows.length, limit, right })
      rows.push(...page.rows)
      if (page.rows.length < limit) return { ...page, rows }
    }
  }

  test('add up to it through pages, for one who sees all', async () => {
    for (const figure of figures) {
      const trace = await pages(figure, everything, 4000)
      expect(trace.rowCount, figure.measure).toBe(trace.rows.length)
      if (figure.source !== 'formula') expect(new Set(trace.rows.map((row) => `${row.ledger} ${row.entry} ${row.span}`)).size, figure.measure).toBe(trace.rows.length)
      if (figure.value === null) continue
      expect(trace.total, figure.measure).toBe(figure.value)
      expect(sum(trace.rows.map((row) => row.amount ?? ZERO)), figure.measure).toBe(figure.value)
      expect(figure.rows, figure.measure).toBe(trace.rows.length)
    }
  })

  test('shown and withheld make the same figure for every role', async () => {
    for (const post of [{ role: 'leader', org: '330282112' }, { role: 'village', org: '330282112203' }, { role: 'line', org: 'shsw' }]) {
      let hidden = 0
      for (const figure of figures) {
        if (figure.value === null) continue
        const trace = await readTrace(town.db.pool, scope, figure, { offset: 0, limit: 50, right: (ledger) => rowsRight([post], 'read', ledger, scope.tree) })
        expect(plus(trace.total ?? ZERO, trace.withheld ?? ZERO), `${post.role} ${figure.measure}`).toBe(figure.value)
        hidden += trace.withheldRows
      }
      expect(hidden, post.role).toBeGreaterThan(0)
    }
  })
})

test('voiding an entry moves its figures by exactly its amount, and no other', async () => {
  for (const key of ['pigs-slaughtered', 'illegal-parking', 'assistance-paid', 'fire-gas-cases', 'fai-manufacturing-h1']) {
    const before = new Map(figures.map((figure) => [figure.measure, figure]))
    const figure = before.get(key)
    if (figure === undefined) throw new Error(key)
    const [row] = (await readTrace(town.db.pool, scope, figure, { offset: 0, limit: 1, right: everything })).rows
    if (row === undefined) throw new Error(key)
    const moves = await amountsOf(row)
    accepted(await town.commit({ by: { person: 1 }, reason: '重复录入', changes: [{ act: 'void', verb: `${row.ledger}.void`, ledger: row.ledger, entry: row.entry, saw: row.journal }] }))
    await read()
    for (const after of figures) {
      const measure = scope.measures.get(after.measure)
      if (measure === undefined || expand(measure, scope.measures).denominator !== null || after.value === null) continue
      expect(minus(before.get(after.measure)?.value ?? ZERO, after.value), `${key} → ${after.measure}`).toBe(moves.get(after.measure) ?? ZERO)
    }
  }
})

test('the whole book verifies', async () => {
  const verified = await verifyTown(town.db, town)
  expect(verified.differences).toEqual([])
  expect(verified.figures).toBe(zhejiangTown.measures.length)
})

/** What one entry gives to every figure that adds, by the trace of each. */
const amountsOf = async (row: TracedRow): Promise<ReadonlyMap<string, Decimal>> => {
  const amounts = new Map<string, Decimal>()
  for (const figure of figures) {
    const measure = scope.measures.get(figure.measure)
    if (measure === undefined || figure.value === null || !expand(measure, scope.measures).numerator.some((part) => part.measure.definition.kind !== 'formula' && part.measure.definition.kind !== 'reported' && part.measure.definition.ledger === row.ledger)) continue
    const trace = await readTrace(town.db.pool, scope, figure, { offset: 0, limit: 40_000, right: everything })
    const found = trace.rows.filter((each) => each.ledger === row.ledger && each.entry === row.entry)
    if (found.length > 0) amounts.set(figure.measure, sum(found.map((each) => each.amount ?? ZERO)))
  }
  return amounts
}
