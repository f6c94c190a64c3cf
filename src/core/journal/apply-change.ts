import type { Change } from '../ledger/change.ts'
import type { Entry, Span } from '../ledger/entry.ts'
import { lastSpan } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Fields, Value } from '../ledger/value.ts'
import { matterKeys } from '../matter/matter-fields.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'

type EntryChange = Exclude<Change, { act: 'declare' }>

/**
 * The entry after one change, or why it may not be. `number` becomes its version, and its number when it
 * is new; `handles` resolves `@name` references to entries created earlier in the same change set.
 */
export const applyChange = (ledger: Ledger, change: EntryChange, current: Entry | undefined, number: number, handles: ReadonlyMap<string, number>): Entry | Refusal => {
  if (change.act === 'create') {
    const spans = handles.size === 0 ? change.spans : change.spans.map((span) => ({ ...span, fields: resolve(ledger, span.fields, handles) }))
    return checkSpans(ledger, { id: number, ledger: ledger.key, version: number, void: false, spans })
  }
  if (current === undefined || current.ledger !== ledger.key) return refuse('not-found', { what: `${ledger.title.zh} #${change.entry}` })
  if (current.version !== change.saw) return refuse('stale-version', { entry: current.id, version: current.version, saw: change.saw })
  if (current.void && change.act !== 'restore') return refuse('entry-void')
  const next = { ...current, version: number }
  const last = lastSpan(current)
  switch (change.act) {
    case 'void':
      return { ...next, void: true }
    case 'step': {
      const span: Span = { ...last, fields: merge(last.fields, change.set) }
      return sameSpan(last, span) ? refuse('nothing-changed') : checkSpans(ledger, { ...next, spans: current.spans.with(-1, span) }, current)
    }
    case 'correct': {
      const wrong = columnProblem(ledger, change.set)
      if (wrong !== undefined) return wrong
      const index = change.span ?? current.spans.length - 1
      const span = current.spans[index]
      if (span === undefined) return refuse('not-found', { what: `#${change.entry}` })
      const corrected: Span = { from: change.from ?? span.from, to: change.to === undefined ? span.to : change.to, fields: merge(span.fields, change.set) }
      if (sameSpan(span, corrected)) return refuse('nothing-changed')
      return checkSpans(ledger, { ...next, spans: current.spans.with(index, corrected) }, current)
    }
    case 'change': {
      if (ledger.shape !== 'register') return refuse('not-a-register', { ledger: ledger.title.zh })
      if (last.from === null || change.from <= last.from) return refuse('change-before-start', { from: last.from })
      const fields = merge(last.fields, change.set)
      return checkSpans(ledger, { ...next, spans: [...current.spans.slice(0, -1), { ...last, to: change.from }, { from: change.from, to: last.to, fields }] }, current)
    }
    case 'end': {
      if (ledger.shape !== 'register') return refuse('not-a-register', { ledger: ledger.title.zh })
      const ended: Span = { from: last.from, to: change.to, fields: merge(last.fields, change.set ?? {}) }
      if (sameSpan(last, ended)) return refuse('nothing-changed')
      return checkSpans(ledger, { ...next, spans: [...current.spans.slice(0, -1), ended] }, current)
    }
    case 'restore': {
      const restored: Entry = { ...next, void: change.void, spans: change.spans }
      return checkSpans(ledger, restored, restored)
    }
    case 'repoint': {
      const spans = current.spans.map((span) => ({ ...span, fields: repointed(span.fields, change) }))
      return spans.every((span, index) => sameFields(span.fields, current.spans[index]?.fields ?? {})) ? refuse('nothing-changed') : { ...next, spans }
    }
    default:
      return change satisfies never
  }
}

/** Where a matter stands is told by its steps and by nothing else (BOOK §1). */
const columnProblem = (ledger: Ledger, set: Fields): Refusal | undefined => {
  const wrongly = ledger.procedure === undefined ? [] : Object.keys(set).filter((key) => matterKeys.includes(key))
  return wrongly.length === 0 ? undefined : refuse('bad-input', {}, wrongly.map((field) => ({ field, code: 'field-fixed', details: {} })))
}

/** The fields of a state, with what named one entry naming another. */
const repointed = (fields: Fields, { fields: keys, from, to }: { readonly fields: readonly string[]; readonly from: number; readonly to: number }): Fields =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, keys.includes(key) && value === String(from) ? String(to) : value]))

/** Sets fields; null clears one. */
export const merge = (fields: Fields, set: Fields): Fields => {
  const merged: Record<string, Value> = { ...fields, ...set }
  for (const key of Object.keys(set)) if (set[key] === null) delete merged[key]
  return merged
}

/** A span that stood already is not asked for fields that became required since. */
const checkSpans = (ledger: Ledger, entry: Entry, stood?: Entry): Entry | Refusal => {
  const standing = new Set(stood?.spans.map((span) => span.fields))
  let before: Span | undefined
  if (entry.spans.length === 0) return refuse('bad-input')
  for (const span of entry.spans) {
    if (ledger.shape === 'event' && (entry.spans.length !== 1 || span.from !== null || span.to !== null)) return refuse('not-a-register', { ledger: ledger.title.zh })
    if (ledger.shape === 'register' && span.from === null) return refuse('bad-input', {}, [{ field: 'valid_from', code: 'field-required', details: {} }])
    if (span.from !== null && span.to !== null && span.to <= span.from) return refuse('dates-reversed')
    if (before !== undefined && (before.to === null || span.from === null || before.to > span.from)) return refuse('dates-reversed')
    for (const field of standing.has(span.fields) ? [] : ledger.fields)
      if (field.required === true && (span.fields[field.key] ?? null) === null) return refuse('bad-input', {}, [{ field: field.key, code: 'field-required', details: {} }])
    before = span
  }
  return entry
}

const resolve = (ledger: Ledger, fields: Fields, handles: ReadonlyMap<string, number>): Fields => {
  const resolved: Record<string, Value> = { ...fields }
  for (const { key, kind } of ledger.fields) {
    const value = fields[key]
    const target = kind === 'reference' && typeof value === 'string' && value.startsWith('@') ? handles.get(value.slice(1)) : undefined
    if (target !== undefined) resolved[key] = String(target)
  }
  return resolved
}

const sameSpan = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to && sameFields(a.fields, b.fields)

/** Whether two states say the same; an absent field and an empty one do. */
export const sameFields = (a: Fields, b: Fields): boolean => agrees(a, b) && agrees(b, a)

const agrees = (a: Fields, b: Fields): boolean => {
  for (const key in a) if ((a[key] ?? null) !== (b[key] ?? null)) return false
  return true
}
