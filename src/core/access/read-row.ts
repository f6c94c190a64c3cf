import { findField } from '../ledger/ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'

/** What is recorded of one read of personal data (BOOK §5): who, when, what and for which purpose. */
export type PersonalRead = {
  readonly person: number
  /** Whom the reader stood in for as a deputy (AB岗). */
  readonly actingFor: number | null
  readonly verb: ReadVerb
  readonly ledger: string
  /** Null for a list. */
  readonly entry: number | null
  /** Key of the field; of a list all its personal fields, joined by commas. */
  readonly field: string
  /** How many rows a list had. */
  readonly rows: number | null
  readonly purpose: string
}

/** The ways in which personal data leaves the book. */
export const readVerbs = ['entry.reveal', 'entry.find', 'entry.print', 'entry.export', 'form.fill'] as const
export type ReadVerb = (typeof readVerbs)[number]

/** A read with its place in the chain. */
export type ReadRow = PersonalRead & { readonly number: number; readonly recordedAt: string }

/** The text whose SM3, after the previous row's hash, is the row's own hash. */
export const readText = (row: ReadRow): string => JSON.stringify([row.number, row.recordedAt, row.person, row.actingFor, row.verb, row.ledger, row.entry, row.field, row.rows, row.purpose])

/** Keys of the personal fields among those shown, as a read of a list names them; empty where there are none. */
export const personalKeys = (ledger: Ledger, shown: readonly string[] = ledger.fields.map((field) => field.key)): readonly string[] => shown.filter((key) => findField(ledger, key)?.personal !== undefined)
