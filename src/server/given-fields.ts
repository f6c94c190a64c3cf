import { ledgerRights } from '../core/access/ledger-rights.ts'
import type { Attached } from '../core/ledger/attached.ts'
import { attachedOf } from '../core/ledger/attached.ts'
import { carryFields, referencesIn } from '../core/ledger/carry.ts'
import type { Entry, Span } from '../core/ledger/entry.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { RawFields } from '../core/ledger/read-fields.ts'
import { readFields } from '../core/ledger/read-fields.ts'
import type { Fields } from '../core/ledger/value.ts'
import type { FieldProblem, Refusal } from '../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../core/refusal/refusal.ts'
import { findEntries } from '../store/entries.ts'
import { holdFiles } from '../store/files.ts'
import { broughtBy } from '../store/uploads.ts'
import { sealFields } from '../store/seal/seal-fields.ts'
import type { Ask, Reader } from './endpoint.ts'

/**
 * Reads the fields a caller gave for an entry: references are looked up among the entries she may read, what
 * they carry is copied, and then every field is read by its kind. All problems are told together.
 */
export const readGivenFields = async (ask: Ask<unknown>, reader: Reader, ledger: Ledger, given: RawFields, options: { readonly partial?: boolean; readonly entry?: Entry } = {}): Promise<Fields | Refusal> => {
  const found = new Map<string, Entry>()
  for (const reference of referencesIn(ledger, given)) {
    const target = ask.book.declared.ledgers.get(reference.ledger)
    const entry = target === undefined ? undefined : (await findEntries(reader, ask.town.schema, target, [reference.entry])).get(reference.entry)
    if (target === undefined || entry === undefined) continue
    const rights = ledgerRights(ask.caller.posts, target, ask.book.treeAt(ask.today))
    if (rights.reads(lastSpan(entry).fields)) found.set(`${reference.ledger}|${reference.entry}`, rights.writes(lastSpan(entry).fields) ? entry : withoutPersonal(target, entry))
  }
  const carried = carryFields(ledger, given, (key, id) => found.get(`${key}|${id}`))
  const { raw } = carried
  const problems = [...carried.problems, ...fixedProblems(ledger, given)]
  const fields = readPlain(ledger, raw, options)
  if (problems.length === 0) return isRefusal(fields) ? fields : ((await foreignFiles(ask, reader, ledger, fields, options.entry)) ?? fields)
  const known = new Set(problems.map((each) => each.field))
  return refuse('bad-input', {}, [...problems, ...(isRefusal(fields) ? (fields.fields ?? []).filter((each) => !known.has(each.field)) : [])])
}

/** What only a verb of its own writes, and what is asked for no longer, may be left empty and no more. */
const fixedProblems = (ledger: Ledger, given: RawFields): readonly FieldProblem[] =>
  ledger.fields.filter((field) => (field.fixed === true || field.retired === true) && (given[field.key] ?? '') !== '').map((field) => ({ field: field.key, code: field.retired === true ? 'field-retired' : 'field-fixed', details: {} }))

/** A file may be named by whoever brought it; one the entry names already stays. So nobody reaches a file by its digest alone. */
export const foreignFiles = async (ask: Ask<unknown>, reader: Reader, ledger: Ledger, fields: Fields, entry: Entry | undefined): Promise<Refusal | undefined> => {
  const named = filesIn(ledger, fields)
  if (named.length === 0) return undefined
  const known = new Set((entry?.spans ?? []).flatMap((span) => ledger.fields.flatMap((field) => (field.kind === 'file' ? attachedOf(span.fields[field.key]).map((file) => file.hash) : []))))
  const fresh = named.filter((file) => !known.has(file.hash))
  const brought = await broughtBy(reader, ask.town.schema, ask.caller.person, fresh.map((file) => file.hash))
  const foreign = fresh.filter((file) => !brought.has(file.hash))
  return foreign.length === 0 ? undefined : notYours(foreign)
}

/** What a reader sees masked is not carried into a row of her own, where she would read it. */
const withoutPersonal = (ledger: Ledger, entry: Entry): Entry => {
  const personal = new Set(ledger.fields.filter((field) => field.personal !== undefined).map((field) => field.key))
  return { ...entry, spans: entry.spans.map((span): Span => ({ ...span, fields: Object.fromEntries(Object.entries(span.fields).filter(([key]) => !personal.has(key))) })) }
}

/** Reads sealed fields as the plain text they are given in; `keepGiven` must follow before anything is decided. */
const readPlain = (ledger: Ledger, raw: RawFields, options: { readonly partial?: boolean }): Fields | Refusal =>
  readFields({ ...ledger, fields: ledger.fields.map((field) => (field.kind === 'sealed' ? { ...field, kind: 'text' as const, maxLength: 200 } : field)) }, raw, options)

/** Keeps beside the book what an entry is about to name: sealed fields are sealed, and files are held from the clean-up of what nobody named. */
export const keepGiven = async (ledger: Ledger, fields: Fields, { house, town }: Ask<unknown>): Promise<Fields | Refusal> => {
  const lost = await holdNamed(ledger, fields, town)
  if (lost !== undefined) return lost
  const given = ledger.fields.filter((field) => field.kind === 'sealed' && typeof fields[field.key] === 'string')
  if (given.length === 0) return fields
  if (house.master === undefined) return refuse('bad-input', {}, given.map((field) => ({ field: field.key, code: 'not-sealed', details: {} })))
  const sealed = await sealFields(town.db.pool, town.schema, house.master, ledger, [fields])
  return isRefusal(sealed) ? sealed : (sealed[0] ?? fields)
}

/** Holds the files that fields name from the clean-up; a refusal where one is gone by now. */
export const holdNamed = async (ledger: Ledger, fields: Fields, { db, schema }: Ask<unknown>['town']): Promise<Refusal | undefined> => {
  const named = filesIn(ledger, fields)
  if (named.length === 0) return undefined
  const held = await holdFiles(db.pool, schema, named.map(({ hash }) => hash))
  const lost = named.filter(({ hash }) => !held.has(hash))
  return lost.length === 0 ? undefined : notYours(lost)
}

type NamedFile = Attached & { readonly field: string }

const filesIn = (ledger: Ledger, fields: Fields): readonly NamedFile[] => ledger.fields.filter((field) => field.kind === 'file').flatMap((field) => attachedOf(fields[field.key]).map((file) => ({ ...file, field: field.key })))

const notYours = (files: readonly NamedFile[]): Refusal => refuse('bad-input', {}, files.map(({ field, name, hash }) => ({ field, code: 'file-not-yours', details: { name: name || hash.slice(0, 8) } })))
