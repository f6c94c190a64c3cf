import { compilePredicate } from '../access/predicate.ts'
import type { Entry } from '../ledger/entry.ts'
import { blindOf } from '../ledger/kinds/protected.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { getField } from '../ledger/ledger.ts'
import type { Fields, Value } from '../ledger/value.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { negate, ONE } from '../quantity/decimal.ts'
import type { Day } from '../time/day.ts'
import type { Month } from '../time/month.ts'
import { monthOf } from '../time/month.ts'
import { countedOf } from './counted.ts'
import type { Measure, Posting } from './measure.ts'
import { isStatedInDocument } from './standing-in.ts'

/** What one entry adds to a measure: at an org, on a day, for a month of finding where it is a cohort. */
export type Contribution = {
  readonly org: string
  readonly day: Day
  readonly cohort: Month | null
  readonly amount: Decimal
  /** 1 where a row begins to count, -1 where it ceases. */
  readonly rows: 1 | -1
  /** What is counted once, for a distinct measure. */
  readonly key: string | null
}

const none: readonly Contribution[] = []

/**
 * The one definition of posting (BOOK §6): pure, sees one entry. What a change posts is the contributions
 * after it less those before; a figure is their sum. Compiled once per measure, called once per entry. Over a
 * register, a stock counts every span and all other kinds count the first: the entering.
 */
export const compileContributions = (measure: Measure, ledger: Ledger): ((entry: Entry) => readonly Contribution[]) => {
  const definition = measure.definition
  if (definition.kind === 'formula') return () => none
  const read = reader(definition, measure.key, ledger)
  return (entry) => {
    if (entry.void) return none
    const first = entry.spans[0]
    if (first === undefined) return none
    if (entry.spans.length === 1 || definition.kind !== 'stock') return read(first.fields, first.from, first.to)
    return entry.spans.flatMap((span) => read(span.fields, span.from, span.to))
  }
}

type Reader = (fields: Fields, from: Day | null, to: Day | null) => readonly Contribution[]

const reader = (definition: Posting, measure: string, ledger: Ledger): Reader => {
  if (definition.kind === 'reported') return reportedReader(measure)
  const applies = compilePredicate(countedOf(definition, ledger), ledger)
  const orgField = ledger.orgField
  const dated = (fields: Fields, day: Value | undefined, amount: Value | undefined, key: string | null, cohort: Month | null): readonly Contribution[] =>
    typeof day === 'string' && typeof amount === 'string' && amount !== '0'
      ? [{ org: String(fields[orgField]), day: day as Day, cohort, amount: amount as Decimal, rows: 1, key }]
      : none
  const dateField = ledger.dateField ?? ''
  switch (definition.kind) {
    case 'count':
      return (fields, from) => (applies(fields) ? dated(fields, from ?? fields[dateField], ONE, null, null) : none)
    case 'sum':
      return (fields, from) => (applies(fields) ? dated(fields, from ?? fields[dateField], fields[definition.field], null, null) : none)
    case 'distinct': {
      const keyOf = compileKey(definition.fields, ledger)
      return (fields, from) => {
        const key = applies(fields) ? keyOf(fields) : null
        return key === null ? none : dated(fields, from ?? fields[dateField], ONE, key, null)
      }
    }
    case 'cohort':
      return (fields, from) => {
        const found = fields[definition.found]
        if (typeof found !== 'string' || !applies(fields)) return none
        const amount = definition.field === undefined ? ONE : fields[definition.field]
        return dated(fields, definition.event === undefined ? (from ?? found) : fields[definition.event], amount, null, monthOf(found as Day))
      }
    case 'stock':
      return (fields, from, to) => {
        if (from === null || !applies(fields)) return none
        const amount = definition.field === undefined ? ONE : fields[definition.field]
        const entered = dated(fields, from, amount, null, null)
        return to === null || typeof amount !== 'string' ? entered : [...entered, ...dated(fields, to, negate(amount as Decimal), null, null).map((each) => ({ ...each, rows: -1 as const }))]
      }
    default:
      return definition satisfies never
  }
}

/** A reported value stands at the last day of its own period, which its `day` repeats. */
const reportedReader =
  (measure: string): Reader =>
  (fields) => {
    const { value, day, org } = fields
    if (fields['measure'] !== measure || isStatedInDocument(fields) || typeof value !== 'string' || typeof day !== 'string') return none
    return [{ org: String(org), day: day as Day, cohort: null, amount: value as Decimal, rows: 1, key: null }]
  }

/** Joins the key fields into one text; null when any of them is empty. Sealed fields count by their blind index. */
const compileKey = (keys: readonly string[], ledger: Ledger): ((fields: Fields) => string | null) => {
  const parts = keys.map((key) => ({ key, sealed: getField(ledger, key).kind === 'sealed' }))
  return (fields) => {
    const values: string[] = []
    for (const { key, sealed } of parts) {
      const value = fields[key]
      if (value === undefined || value === null) return null
      values.push(sealed ? blindOf(String(value)) : String(value))
    }
    return values.join('\u001f')
  }
}
