import type { Json } from './canonical.ts'
import type { Entry, Span } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Value } from '../ledger/value.ts'

/** Who acts: the person, and whom she stands in for when she is a deputy (AB岗). */
export type Actor = { readonly person: number; readonly actingFor?: number }

/** A journal row before it is chained. */
export type JournalRow = {
  readonly number: number
  /** UTC instant with milliseconds, never earlier than the row before. */
  readonly recordedAt: string
  readonly person: number
  readonly actingFor: number | null
  readonly approvedBy: number | null
  readonly verb: string
  readonly ledger: string
  /** Null for a declaration. */
  readonly entry: number | null
  readonly batch: string | null
  readonly reason: string | null
  /** Canonical JSON, kept as the very text that was hashed. */
  readonly payload: string
}

/** The text whose SM3, after the previous row's hash, is the row's own hash. */
export const hashText = (row: JournalRow): string =>
  `${JSON.stringify([row.number, row.recordedAt, row.person, row.actingFor, row.approvedBy, row.verb, row.ledger, row.entry, row.batch, row.reason])}\n${row.payload}`

/** Payload of a change of an entry: its whole state after, and the version it replaced. The same text as `canonical` makes of it. */
export const entryPayload = (ledger: Ledger, after: Entry, was: number | null): string => {
  const keys = sortedKeys(ledger)
  const [first] = after.spans
  const spans = after.spans.length === 1 && first !== undefined ? spanText(keys, first) : after.spans.map((span) => spanText(keys, span)).join(',')
  return `{"after":[${spans}]${after.void ? ',"void":true' : ''}${was === null ? '' : `,"was":${was}`}}`
}

/** The fields are copied in the order of their keys, which makes the runtime's own JSON canonical. */
const spanText = (keys: readonly string[], span: Span): string => {
  const sorted: Record<string, Value> = {}
  for (const key of keys) {
    const value = key === 'valid_from' ? span.from : key === 'valid_to' ? span.to : span.fields[key]
    if (value !== undefined && value !== null) sorted[key] = value
  }
  return JSON.stringify(sorted)
}

const known = new WeakMap<Ledger, readonly string[]>()

const sortedKeys = (ledger: Ledger): readonly string[] => {
  const keys = known.get(ledger) ?? [...ledger.fields.map((field) => field.key), 'valid_from', 'valid_to'].sort()
  known.set(ledger, keys)
  return keys
}

/** Reads a payload back into the entry it describes. */
export const entryOfPayload = (row: { number: number; ledger: string; entry: number; payload: string }): Entry => {
  const parsed = JSON.parse(row.payload) as { after: Record<string, Json>[]; void?: boolean }
  return {
    id: row.entry,
    ledger: row.ledger,
    version: row.number,
    void: parsed.void === true,
    spans: parsed.after.map(({ valid_from, valid_to, ...fields }) => ({ from: valid_from ?? null, to: valid_to ?? null, fields })) as unknown as Entry['spans'],
  }
}
