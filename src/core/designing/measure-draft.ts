import type { Predicate } from '../access/predicate.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import type { Definition, Measure } from '../measure/measure.ts'
import type { Display } from '../quantity/unit.ts'
import type { Words } from '../words.ts'
import { words } from '../words.ts'

/** How a measure can be made on screen over one ledger. */
export const draftKinds = ['count', 'sum', 'distinct', 'stock', 'rate'] as const

/** A measure as a form asks for it; conditions are the list's own, `field:value` joined by `;`. */
export type MeasureDraft = {
  readonly kind: (typeof draftKinds)[number]
  readonly key: string
  readonly title: Words
  readonly unit: Display['unit']
  readonly scale: Display['scale']
  readonly decimals: number
  /** What is added up (sum, stock), or counted once (distinct); null counts rows. */
  readonly field: string | null
  /** Rows that count at all. */
  readonly where: string
  /** Of a rate: rows that fulfil it by these conditions, or by having this day. */
  readonly of: string
  readonly event: string | null
}

/** The conditions of a draft, read. */
export type ReadConditions = { readonly where: Predicate | undefined; readonly of: Predicate | undefined }

/**
 * The measures a draft amounts to, operands first. A rate is a quotient of two counts, kept as working parts; by the day of an event both belong to the
 * month a row was found in. Undefined where the draft leaves out what its kind needs.
 */
export const measuresOf = (draft: MeasureDraft, ledger: Ledger, { where, of }: ReadConditions, about: Words): readonly Measure[] | undefined => {
  const over = { ledger: ledger.key, ...(where !== undefined && { where }) }
  const make = (key: string, title: Words, definition: Definition, more: Partial<Measure> = {}): Measure => ({
    key, title, about, line: ledger.line, owner: ledger.owner, change: 'percent', definition,
    display: { unit: draft.unit, scale: draft.scale, decimals: draft.decimals, changeDecimals: 2 },
    ...more,
  })
  const field = draft.field ?? ''
  switch (draft.kind) {
    case 'count':
      return [make(draft.key, draft.title, { kind: 'count', ...over })]
    case 'sum':
      return isNumber(ledger, field) ? [make(draft.key, draft.title, { kind: 'sum', ...over, field })] : undefined
    case 'distinct':
      return findField(ledger, field) === undefined ? undefined : [make(draft.key, draft.title, { kind: 'distinct', ...over, fields: [field] })]
    case 'stock':
      return ledger.shape !== 'register' || (field !== '' && !isNumber(ledger, field)) ? undefined : [make(draft.key, draft.title, { kind: 'stock', ...over, ...(field !== '' && { field }) })]
    case 'rate': {
      const parts = rateOf(draft, ledger, { where, of })
      if (parts === undefined) return undefined
      const rows: Partial<Measure> = { part: true, display: { unit: '件', scale: '', decimals: 0, changeDecimals: 2 } }
      const [base, part] = [`${draft.key}-base`, `${draft.key}-part`]
      return [
        make(base, words(`${draft.title.zh}·分母`, `${draft.title.en}: base`), parts.base, rows),
        make(part, words(`${draft.title.zh}·分子`, `${draft.title.en}: part`), parts.part, rows),
        make(draft.key, draft.title, { kind: 'formula', numerator: [{ measure: part, times: '1', at: 'cutoff' }], denominator: [{ measure: base, times: '1', at: 'cutoff' }], times: '100' }, { change: 'points', display: { unit: '%', scale: '', decimals: draft.decimals, changeDecimals: 2 } }),
      ]
    }
    default:
      return draft.kind satisfies never
  }
}

const isNumber = (ledger: Ledger, key: string): boolean => ['integer', 'decimal'].includes(findField(ledger, key)?.kind ?? '')

const rateOf = (draft: MeasureDraft, ledger: Ledger, { where, of }: ReadConditions): { readonly base: Definition; readonly part: Definition } | undefined => {
  const over = { ledger: ledger.key, ...(where !== undefined && { where }) }
  if (draft.event !== null) {
    if (ledger.dateField === undefined || findField(ledger, draft.event)?.kind !== 'day') return undefined
    return { base: { kind: 'cohort', ...over, found: ledger.dateField }, part: { kind: 'cohort', ...over, found: ledger.dateField, event: draft.event } }
  }
  if (of === undefined) return undefined
  const both: Predicate = where === undefined ? of : { kind: 'all', of: [where, of] }
  const kind = ledger.shape === 'register' ? 'stock' : 'count'
  return { base: { kind, ...over }, part: { kind, ledger: ledger.key, where: both } }
}

/** The form before anything is filled in: the rows of a ledger counted. An empty key is given when it is made. */
export const blankMeasure = (ledger: Ledger): MeasureDraft => ({ kind: ledger.shape === 'register' ? 'stock' : 'count', key: '', title: { zh: '', en: '' }, unit: '件', scale: '', decimals: 0, field: null, where: '', of: '', event: null })
