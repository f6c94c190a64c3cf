import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { systemLedgers } from '../../../core/ledger/system.ts'
import type { Fields } from '../../../core/ledger/value.ts'
import { orgTree } from '../../../core/access/org-tree.ts'
import { stepProblem } from '../../../core/matter/available.ts'
import type { Action, Opening } from '../../../core/matter/matter.ts'
import { afterAction, foldMatter, openMatter } from '../../../core/matter/matter.ts'
import { matterColumns } from '../../../core/matter/matter-fields.ts'
import { findStep } from '../../../core/matter/procedure-parts.ts'
import { china } from '../../../../test/builders/china-calendar.ts'
import type { DemoAction } from './history.ts'
import { kindOf } from '../../../core/ledger/kinds/kinds.ts'
import { isProblem } from '../../../core/ledger/kinds/kind.ts'
import type { Contribution } from '../../../core/measure/contributions.ts'
import { compileContributions } from '../../../core/measure/contributions.ts'
import type { Figure, ReportedFact, Slot, Sum } from '../../../core/measure/figure.ts'
import { figureOf } from '../../../core/measure/figure.ts'
import { ledgerOf } from '../../../core/measure/measure.ts'
import { inWindow } from '../../../core/measure/window.ts'
import type { Decimal } from '../../../core/quantity/decimal.ts'
import { decimal, divide, minus, plus, sum, times, ZERO } from '../../../core/quantity/decimal.ts'
import { printQuantity, wordingHolds } from '../../../core/quantity/wording.ts'
import type { Day } from '../../../core/time/day.ts'
import { day } from '../../../core/time/day.ts'
import { period } from '../../../core/time/period.ts'
import { orgs, town, villageCodes } from '../orgs.ts'
import { zhejiangTown } from '../pack.ts'
import type { DemoBatch } from './generate.ts'
import { generateDemo } from './generate.ts'
import { demoPeople } from './people.ts'
import { publishedTargets } from './published.ts'
import { random } from './random.ts'
import type { Targets } from './targets.ts'
import { derived, measureKey, readTargets } from './targets.ts'

const measures = new Map(zhejiangTown.measures.map((measure) => [measure.key, measure]))
const ledgers = new Map([...systemLedgers, ...zhejiangTown.ledgers].map((ledger) => [ledger.key, ledger]))
const half = period('2023H1')

const logins = new Map(demoPeople.map((each, at) => [each.login, at + 1]))
const posts = new Map(demoPeople.map(({ login, role, org }) => [login, [{ role, org }]]))
const calendar = china

/** How a case began: its entry, brought in by who entered the batch. */
const openingOf = (batch: DemoBatch, fields: Fields): Opening => ({ day: fields['day'] as Day, raiser: logins.get(batch.person) ?? 0, first: demoPeople.find(({ login }) => login === batch.person)?.org ?? '', fields })
const actionOf = ({ person, ...action }: DemoAction): Action => ({ ...action, person: logins.get(person) ?? 0 })

/** An entry as its history leaves it. */
const asHandled = (batch: DemoBatch, { spans, actions = [] }: DemoBatch['entries'][number]): DemoBatch['entries'][number]['spans'] => {
  const ledger = ledgers.get(batch.ledger)
  const procedure = ledger?.procedure
  if (procedure === undefined) throw new Error(`${batch.ledger} has histories and no procedure`)
  return spans.map((span) => ({ ...span, fields: { ...span.fields, ...matterColumns(procedure, foldMatter(procedure, openingOf(batch, span.fields), actions.map(actionOf), ledger?.owner ?? ''), calendar) } }))
}

type Told = { readonly figure: (id: string) => Figure; readonly batches: readonly DemoBatch[]; readonly rows: (id: string) => readonly Contribution[] }

/** Enters everything a demonstration yields and reads the first half of 2023 from it, the plain way. */
const tell = (batches: readonly DemoBatch[]): Told => {
  const posted = new Map<string, Contribution[]>()
  const facts = new Map<string, ReportedFact>()
  const readers = [...ledgers.values()].map((ledger) => ({
    key: ledger.key,
    read: zhejiangTown.measures.filter((measure) => ledgerOf(measure.definition) === ledger.key).map((measure) => ({ measure, contributions: compileContributions(measure, ledger) })),
  }))
  for (const { measure } of readers.flatMap((each) => each.read)) posted.set(measure.key, [])
  for (const batch of batches) {
    const read = readers.find((each) => each.key === batch.ledger)?.read ?? []
    for (const entry of batch.entries) {
      const spans = entry.actions === undefined ? entry.spans : asHandled(batch, entry)
      for (const { measure, contributions } of read) posted.get(measure.key)?.push(...contributions({ id: 1, ledger: batch.ledger, version: 1, void: false, spans }))
      const fields = spans[0]?.fields ?? {}
      if (batch.ledger === 'reported')
        facts.set(`${String(fields['measure'])} ${String(fields['period'])}`, { value: (fields['value'] ?? null) as Decimal | null, growth: (fields['growth'] ?? null) as Decimal | null, status: String(fields['status']), source: String(fields['source']), entry: 1 })
    }
  }
  const sums = ({ measure, window }: Slot): Sum => {
    const inside = (posted.get(measure) ?? []).filter((each) => inWindow(window, each.day, each.cohort))
    const isDistinct = measures.get(measure)?.definition.kind === 'distinct'
    return { amount: isDistinct ? decimal(String(new Set(inside.map((each) => each.key)).size)) : sum(inside.map((each) => each.amount)), rows: inside.length }
  }
  const figure = (id: string): Figure => {
    const measure = measures.get(measureKey(id))
    if (measure === undefined) throw new RangeError(id)
    return figureOf({ measure, org: town, period: half, cutoff: half.to, asOf: 1, version: 1, live: false }, measures, sums, (key, of) => facts.get(`${key} ${of}`))
  }
  return { figure, batches, rows: (id) => (posted.get(measureKey(id)) ?? []).filter((each) => half.from <= each.day && each.day <= half.to) }
}

const comesOutAt = (told: Told, targets: Targets): void => {
  for (const [id, target] of Object.entries(targets)) {
    const figure = told.figure(id)
    const measure = measures.get(measureKey(id))
    if (measure === undefined) throw new RangeError(id)
    if (target.value === null) expect(figure.value, id).toBeNull()
    else if (target.word === undefined) expect(figure.value, id).toBe(decimal(target.value))
    else expect(wordingHolds({ number: target.value, word: target.word, scale: measure.display.scale }, figure.exact ?? ZERO), `${id} ${figure.value}`).toBe(true)
    if (target.growth === undefined) continue
    if (figure.change?.kind !== 'percent') throw new Error(`${id} has no growth`)
    expect(`${figure.change.direction === 'down' ? '-' : ''}${figure.change.percent}`, id).toBe(decimal(target.growth))
  }
  for (const id of derived.filter((each) => each !== 'above_limit_sales_h1' && each !== 'debt_reduction')) expect(told.figure(id).value, id).toBe('100')
  const of = (id: string): Decimal => decimal(targets[id]?.value ?? '0')
  expect(told.figure('above_limit_sales_h1').value).toBe(plus(of('wholesale_sales_h1'), of('retail_sales_h1')))
  expect(told.figure('debt_reduction').value).toBe(divide(times(minus(of('debt_before'), of('debt_after')), decimal('100')), of('debt_before'), 2))
}

describe('the published half-year', () => {
  let told: Told
  beforeAll(() => {
    told = tell([...generateDemo({ targets: publishedTargets })])
  })

  test('comes out at all 129 figures, with their growth', () => {
    comesOutAt(told, publishedTargets)
    expect(told.figure('above_limit_sales_h1').change).toEqual({ kind: 'percent', percent: '28.8', direction: 'up' })
  })

  test('prints a worded figure with its word', () => {
    for (const [id, target] of Object.entries(publishedTargets)) {
      if (target.word === undefined) continue
      const figure = told.figure(id)
      const measure = measures.get(measureKey(id))
      if (measure === undefined) throw new RangeError(id)
      const printed = printQuantity(figure.exact ?? ZERO, measure.display)
      expect([id, printed.number, printed.word]).toEqual([id, target.value, target.word])
    }
  })

  test('counts have as many rows as they count, amounts at least five over two orgs', () => {
    const single = new Set(['east_plant_rent'])
    for (const measure of measures.values()) {
      const id = measure.key.replaceAll('-', '_')
      if (publishedTargets[id] === undefined) continue
      const rows = told.rows(id)
      if (measure.definition.kind === 'count') expect(rows.length, id).toBe(Number(told.figure(id).exact))
      if (!('field' in measure.definition) || measure.definition.kind === 'stock' || single.has(id)) continue
      expect(rows.length, id).toBeGreaterThanOrEqual(5)
      expect(new Set(rows.map((row) => row.org)).size, id).toBeGreaterThanOrEqual(2)
    }
  })

  test('cases were handled by steps their procedures allow, each by someone who may, and none is struck off by who mended it', () => {
    const tree = orgTree(orgs, day('2023-10-31'))
    const problems = told.batches.flatMap((batch) => {
      const ledger = ledgers.get(batch.ledger)
      return batch.entries.flatMap(({ spans, actions }): readonly string[] => {
        const { procedure, owner } = ledger ?? {}
        if (actions === undefined || procedure === undefined || owner === undefined) return []
        const fields = spans[0]?.fields ?? {}
        let matter = openMatter(procedure, openingOf(batch, fields))
        return actions.flatMap((action): readonly string[] => {
          const step = findStep(procedure, action.step)
          const asker = { id: logins.get(action.person) ?? 0, posts: posts.get(action.person) ?? [] }
          const problem = step === undefined ? { code: 'unknown' } : action.day < matter.last ? { code: 'day' } : stepProblem(procedure, matter, step, asker, { keeper: owner, org: String(fields['org']), tree, calendar, today: action.day })
          matter = afterAction(procedure, matter, actionOf(action), owner)
          return problem === undefined ? [] : [`${batch.ledger} ${action.step} ${action.day} by ${action.person}: ${problem.code}`]
        })
      })
    })
    expect(problems.slice(0, 5)).toEqual([])
  })

  test('nearly all cases of the half-year were settled in their time', () => {
    for (const id of ['hazard_on_time_rate', 'petition_on_time_rate', 'hotline_on_time_rate', 'supervision_on_time_rate', 'hotline_satisfaction', 'penalty_on_time_rate', 'service_on_time_rate', 'river_on_time_rate', 'suggestion_on_time_rate']) {
      const rate = Number(told.figure(id).value)
      expect(rate, id).toBeGreaterThan(80)
      expect(rate, id).toBeLessThanOrEqual(100)
    }
  })

  test('hazards and river problems of the last months are shown as they were found and as they were left, by steps that ask for it', () => {
    for (const key of ['hazard', 'river-problem']) {
      const asking = new Set((ledgers.get(key)?.procedure?.steps ?? []).filter((step) => step.asks?.some((field) => field.key === 'files') === true && step.asks.some((field) => field.key === 'place')).map((step) => step.key))
      const shown = told.batches.filter(({ ledger }) => ledger === key).flatMap(({ entries }) => entries).filter(({ photos }) => photos !== undefined)
      const settled = shown.filter(({ actions = [] }) => actions.some(({ step, photos }) => (step === 'strike' || step === 'pass') && photos !== undefined))
      expect([key, shown.length > 20, settled.length > 10]).toEqual([key, true, true])
      for (const { spans, photos = [], actions = [] } of shown) {
        expect(photos.map(({ after }) => after)).toEqual([false])
        for (const action of actions.filter((each) => each.photos !== undefined)) expect([asking.has(action.step), action.day >= String(spans[0]?.fields['day']), action.photos?.[0]?.after]).toEqual([true, true, true])
      }
    }
  })

  test('villages share the work unevenly', () => {
    const shares = new Map<string, number>()
    for (const row of told.rows('low_income_visits')) shares.set(row.org.slice(0, 12), (shares.get(row.org.slice(0, 12)) ?? 0) + 1)
    expect([...shares.keys()].sort()).toEqual([...villageCodes].sort())
    expect(Math.max(...shares.values())).toBeGreaterThan(2 * Math.min(...shares.values()))
  })

  test('every row can be entered: its fields parse, its day is past, its person keeps the ledger', () => {
    let last = ''
    for (const batch of told.batches) {
      const ledger = ledgers.get(batch.ledger)
      if (ledger === undefined) throw new RangeError(batch.ledger)
      expect(batch.day >= last, batch.title).toBe(true)
      last = batch.day
      const person = demoPeople.find((each) => each.login === batch.person)
      expect(person, batch.person).toBeDefined()
      if (ledger.system !== true && person?.role !== 'village') expect(person?.org, batch.title).toBe(ledger.owner)
      const fields = new Map(ledger.fields.map((field) => [field.key, field]))
      const required = ledger.fields.filter((field) => field.required === true)
      for (const { spans } of batch.entries)
        for (const span of spans) {
          for (const field of required) if (typeof span.fields[field.key] !== 'string') throw new Error(`${batch.title}: ${field.key} is missing`)
          for (const [key, value] of Object.entries(span.fields)) {
            const field = fields.get(key)
            if (field === undefined) throw new Error(`${batch.title}: ${key} is no field`)
            if (value === null || field.kind === 'sealed') continue
            const parsed = kindOf(field).parse(value, field)
            if (isProblem(parsed) || parsed !== value) throw new Error(`${batch.title}: ${key} ${String(value)}`)
            if (field.kind === 'day' && String(value) > batch.day) throw new Error(`${batch.title}: ${key} ${String(value)} lies ahead`)
          }
          if (ledger.shape === 'event' ? span.from !== null : span.from === null || span.from > batch.day) throw new Error(`${batch.title}: dated wrongly`)
        }
    }
  })

  test('no two rows share what must be unique', () => {
    for (const ledger of ledgers.values())
      for (const keys of ledger.unique ?? []) {
        const own = told.batches.filter((batch) => batch.ledger === ledger.key).flatMap((batch) => batch.entries)
        expect(new Set(own.map(({ spans }) => keys.map((key) => spans[0]?.fields[key]).join(' '))).size, ledger.key).toBe(own.length)
      }
  })

  test('nobody in it can be taken for real', () => {
    for (const batch of told.batches) {
      const personal = ledgers.get(batch.ledger)?.fields.filter((field) => field.personal !== undefined) ?? []
      for (const { spans } of batch.entries)
        for (const field of personal) {
          const value = spans[0]?.fields[field.key]
          if (typeof value === 'string' && !/^(示例|999999\d{11}[\dX]$|0000\d{9}$|100\d{8}$)/.test(value)) throw new Error(`${batch.title}: ${value}`)
        }
    }
  })
})

test('the same seed tells the same story, another seed another', () => {
  const digest = (seed: number): string => {
    const hash = createHash('sha256')
    for (const batch of generateDemo({ targets: publishedTargets, seed })) hash.update(JSON.stringify(batch))
    return hash.digest('hex')
  }
  expect(digest(5)).toBe(digest(5))
  expect(digest(5)).not.toBe(digest(6))
})

test.each([11, 12])('other targets of the same shape come out as exactly (seed %i)', (seed) => {
  const targets = readTargets(JSON.stringify(altered(seed)))
  expect(targets).not.toEqual(publishedTargets)
  comesOutAt(tell([...generateDemo({ targets })]), targets)
})

test('a shorter story comes out the same at the half-year', () => {
  const batches = [...generateDemo({ targets: publishedTargets, seed: 3, from: day('2022-01-01'), to: day('2023-06-30') })]
  expect(batches[0]?.day).toBe('2022-01-01')
  expect(batches.every((batch) => batch.day <= '2023-06-30')).toBe(true)
  const reported = generateDemo({ targets: publishedTargets, seed: 3, from: day('2022-01-01'), to: day('2023-07-20') })
  comesOutAt(tell([...reported]), publishedTargets)
  expect(() => [...generateDemo({ targets: publishedTargets, from: day('2022-02-01') })]).toThrow(/must span/)
})

test('rows and amounts multiply for a bench', () => {
  const count = (scale: number): number => {
    let rows = 0
    for (const batch of generateDemo({ targets: publishedTargets, scale })) rows += batch.entries.length
    return rows
  }
  const once = count(1)
  expect(count(2) / once).toBeGreaterThan(1.95)
  expect(once).toBeGreaterThan(200_000)
})

const refuses = (change: Record<string, unknown>, words: RegExp): void => {
  const attempt = (): void => {
    const targets = readTargets(JSON.stringify({ ...publishedTargets, ...change }))
    for (const batch of generateDemo({ targets })) if (batch.day > '2021-03-01') break
  }
  expect(attempt).toThrow(words)
  expect(attempt).toThrow(/^[^\n]+$/)
}
const but = (id: string, change: object) => ({ [id]: { ...publishedTargets[id], ...change } })

test('targets that cannot be are refused in one line', () => {
  refuses(but('pigs_slaughtered', { unit: '头' }), /pigs_slaughtered.*万头/)
  refuses(but('illegal_parking', { value: '2511.5' }), /illegal_parking.*whole rows/)
  refuses(but('fai_manufacturing_h1', { value: '8' }), /部分大于总数.*exceed the whole/)
  refuses(but('general_budget_revenue_h1', { value: '2.56' }), /财政总收入/)
  refuses(but('projects_over_100m', { value: '40' }), /在库项目/)
  refuses(but('admin_review_upheld', { value: '2' }), /行政复议/)
  refuses(but('villages_buying_premises', { value: '19' }), /全镇村/)
  refuses(but('smart_fire_coverage', { value: '101' }), /may not exceed 100/)
  refuses(but('smart_fire_coverage', { value: '98.44' }), /decimals/)
  refuses(but('drills_events', { value: '0' }), /amount without rows/)
  refuses(but('fai_h1', { growth: '-100' }), /above -100/)
  refuses(but('gdp_h1', { value: null, growth: undefined }), /gdp_h1/)
  refuses({ pigs: { value: '1', unit: '头' } }, /pigs.*not a target/)
  refuses({ gdp_h1: undefined }, /gdp_h1.*missing/)
  refuses(but('gdp_h1', { value: 32.65 }), /gdp_h1\.value.*decimal number/)
  refuses(but('early_rice_area', { word: '许多' }), /early_rice_area\.word.*not a word/)
  refuses(but('early_rice_area', { note: '' }), /early_rice_area.*only/)
  refuses({ gdp_h1: 5 }, /gdp_h1.*only/)
  expect(() => readTargets('{')).toThrow(/not JSON/)
  expect(() => readTargets('[]')).toThrow(/one object/)
})

/** Targets of the same shape: values and growth changed at random, parts kept below their wholes. */
const altered = (seed: number): Targets => {
  const draw = random(seed, 'altered')
  const wholes = new Set(['fai_h1', 'fiscal_revenue_h1', 'projects_on_file', 'admin_review_cases', 'debt_before'])
  const parts = new Set(['fai_manufacturing_h1', 'general_budget_revenue_h1', 'projects_over_100m', 'admin_review_upheld', 'debt_after'])
  const scaled = (text: string, factor: number): string => {
    const decimals = (text.split('.')[1] ?? '').length
    const zeros = text.includes('.') ? 0 : text.length - text.replace(/0+$/, '').length
    const grain = 10 ** zeros
    return decimal((Math.max(1 * 10 ** -decimals, Math.round((Number(text) * factor) / grain) * grain)).toFixed(decimals))
  }
  return Object.fromEntries(
    Object.entries(publishedTargets).map(([id, target]) => {
      const factor = wholes.has(id) ? draw.between(1, 1.5) : parts.has(id) ? draw.between(0.6, 1) : draw.between(0.6, 1.6)
      const value = target.value === null ? null : target.unit === '%' ? decimal(draw.between(20, 100).toFixed(1)) : scaled(target.value, factor)
      const growth = target.growth === undefined ? {} : { growth: parts.has(id) || wholes.has(id) ? scaled(target.growth, 1.1) : decimal((Number(target.growth) * draw.between(-0.9, 1.4)).toFixed(1)) }
      return [id, { ...target, value, ...growth }]
    }),
  )
}
