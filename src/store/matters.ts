import type { Predicate } from '../core/access/predicate.ts'
import type { ChangeSet } from '../core/ledger/change.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Told } from '../core/matter/kept-columns.ts'
import { correctsMatter } from '../core/matter/kept-columns.ts'
import type { Action, Matter } from '../core/matter/matter.ts'
import { foldMatter } from '../core/matter/matter.ts'
import type { Procedure } from '../core/matter/procedure.ts'
import { actionLedger, actionOf, openingOf } from '../core/matter/take-step.ts'
import type { TownBook } from './book.ts'
import type { SpanRow } from './entries.ts'
import { entriesOf, fieldsOf } from './entries.ts'
import { whereSql } from './predicate-sql.ts'
import { findRecorded } from './recorded.ts'
import type { Handle, Sql } from './sql.ts'
import { openPartsOf } from './matter-ties.ts'
import { ledgerTable, oneOf, rowSetsOf, rowsOf, sql, table } from './sql.ts'

/** A recorded step with its number in the book and the instant it was recorded. */
export type RecordedAction = Numbered & { readonly recordedAt: string }

/** The procedure a matter follows: the one its ledger had when it was entered, or the first it ever had. */
export const procedureOf = (book: TownBook, ledger: string, entry: number): Procedure | undefined => {
  const known = book.procedures.get(ledger) ?? []
  return (known.findLast((each) => each.number <= entry) ?? known[0])?.procedure
}

/** A step as it was recorded, by its number in the book. */
export type Numbered = Action & { readonly id: number }

/** All steps of some matters of one ledger, each matter's in their order. */
export const findSteps = async (handle: Handle, schema: string, book: TownBook, ledger: string, matters: readonly number[]): Promise<ReadonlyMap<number, readonly Numbered[]>> => {
  const actions = book.declared.ledgers.get(actionLedger)
  if (actions === undefined || matters.length === 0) return new Map()
  return stepsIn(book, actions, ledger, await rowsOf<SpanRow>(handle, sql`select * from ${table(schema, ledgerTable(actionLedger))} where ledger = ${ledger} and matter = any(${[...matters]}::bigint[]) and not void order by matter, number`))
}

const stepsIn = (book: TownBook, actions: Ledger, ledger: string, rows: readonly SpanRow[]): ReadonlyMap<number, readonly Numbered[]> => {
  const keeperAt = keepers(book, ledger)
  const found = new Map<number, Numbered[]>()
  for (const row of rows) {
    const fields = fieldsOf(actions, row)
    const matter = Number(fields['matter'])
    const steps = found.get(matter) ?? []
    steps.push({ ...actionOf(fields), ...keeperAt(row.id), id: row.id })
    found.set(matter, steps)
  }
  return found
}

/** An entry with its steps and with how many of the parts it was split into are not settled: what a matter is judged by, in one round trip. An entry of a ledger that never had a procedure has none. */
export const findMatter = async (handle: Handle, schema: string, book: TownBook, ledger: Ledger, id: number): Promise<{ readonly entry: Entry; readonly actions: readonly Numbered[]; readonly openParts: number } | undefined> => {
  const actions = book.declared.ledgers.get(actionLedger)
  const entryQuery = sql`select * from ${table(schema, ledgerTable(ledger.key))} where id = ${id}::bigint order by span`
  const of = actions === undefined || !book.procedures.has(ledger.key) ? [] : [sql`select * from ${table(schema, ledgerTable(actionLedger))} where ledger = ${ledger.key} and matter = ${id}::bigint and not void order by number`, openPartsOf(schema, ledger, id)]
  const [spans = [], steps = [], parts = []] = await rowSetsOf(handle, [entryQuery, ...of])
  const [entry] = entriesOf(ledger, spans as readonly SpanRow[])
  if (entry === undefined) return undefined
  const [counted] = parts as readonly { readonly parts: number }[]
  return { entry, actions: actions === undefined ? [] : (stepsIn(book, actions, ledger.key, steps as readonly SpanRow[]).get(id) ?? []), openParts: counted?.parts ?? 0 }
}

/** The office that kept a ledger when a step was recorded, where another does now. */
const keepers = (book: TownBook, ledger: string): ((number: number) => { readonly keeper?: string }) => {
  const known = book.procedures.get(ledger) ?? []
  const now = book.declared.ledgers.get(ledger)?.owner
  if (known.every(({ owner }) => owner === now)) return () => ({})
  return (number) => {
    const owner = known.findLast((each) => each.number < number)?.owner ?? now
    return owner === undefined || owner === now ? {} : { keeper: owner }
  }
}

/** Steps with the instants at which they were recorded. */
export const recordedActions = async (handle: Handle, schema: string, steps: readonly Numbered[]): Promise<readonly RecordedAction[]> => {
  const recorded = await findRecorded(handle, schema, steps.map(({ id }) => id))
  return steps.map((step) => ({ ...step, recordedAt: recorded.get(step.id)?.recordedAt ?? '' }))
}

/** What is recorded beside the entries that change sets correct, of those that are matters. */
export const findTold = async (handle: Handle, schema: string, book: TownBook, sets: readonly ChangeSet[]): Promise<ReadonlyMap<number, Told>> => {
  const wanted = new Map<string, number[]>()
  for (const change of sets.flatMap(({ changes }) => changes)) {
    if (change.act === 'create' || change.act === 'declare' || !correctsMatter(change) || book.declared.ledgers.get(change.ledger)?.procedure === undefined) continue
    const entries = wanted.get(change.ledger) ?? []
    entries.push(change.entry)
    wanted.set(change.ledger, entries)
  }
  const found = new Map<number, Told>()
  for (const [ledger, entries] of wanted) {
    const actions = await findSteps(handle, schema, book, ledger, entries)
    for (const entry of entries) {
      const procedure = procedureOf(book, ledger, entry)
      if (procedure !== undefined) found.set(entry, { procedure, actions: actions.get(entry) ?? [] })
    }
  }
  return found
}

/** A matter as its actions have it; undefined where its ledger never had a procedure. */
export const foldEntry = (book: TownBook, ledger: Ledger, entry: Entry, actions: readonly Action[]): { readonly procedure: Procedure; readonly matter: Matter } | undefined => {
  const procedure = procedureOf(book, ledger.key, entry.id)
  return procedure === undefined ? undefined : { procedure, matter: foldMatter(procedure, openingOf(ledger, entry), actions, ledger.owner) }
}

/** The step that was taken under a mark against repetition, if it was: the same call sent twice is one step. */
export const findTaken = async (handle: Handle, schema: string, once: string): Promise<{ readonly ledger: string; readonly matter: number; readonly step: string; readonly person: number; readonly number: number } | undefined> => {
  const rows = await rowsOf<{ ledger: string; matter: number; step: string; person: number; id: number }>(handle, sql`select ledger, matter, step, person, id from ${table(schema, ledgerTable(actionLedger))} where once = ${once}`)
  const [row] = rows
  return row === undefined ? undefined : { ledger: row.ledger, matter: row.matter, step: row.step, person: row.person, number: row.id }
}

/** One ledger's matters among those asked for, and which of them. */
export type MattersOf = { readonly ledger: Ledger; readonly where: Predicate }

/** A matter in a list: its entry, and the ledger it is of. */
export type ListedMatter = { readonly ledger: Ledger; readonly entry: Entry }

/** In which order a list of matters is read: what is due first, or what moved last. */
export type MatterOrder = 'due' | 'stepped'

/** Matters of several ledgers in one list, those without a due day at its end, with how many there are; a `total` that is known is not counted again. */
export const listMatters = async (handle: Handle, schema: string, of: readonly MattersOf[], page: { readonly order: MatterOrder; readonly offset: number; readonly limit: number; readonly total?: number }): Promise<{ readonly rows: readonly ListedMatter[]; readonly total: number }> => {
  if (of.length === 0) return { rows: [], total: 0 }
  const from = ({ ledger, where }: MattersOf): Sql => sql`from ${table(schema, ledgerTable(ledger.key))} as t where not t.void and ${whereSql(where, ledger, 't')}`
  const order = page.order === 'due' ? sql`due nulls last, day desc, id` : sql`stepped desc nulls last, id desc`
  const most = page.offset + page.limit
  const parts = of.map((each) => sql`(select ${each.ledger.key}::text as ledger, t.id, t.due, t.stepped, t.${sql.id(each.ledger.dateField ?? 'day')} as day ${from(each)} order by ${order} limit ${most}::int)`)
  const places = await rowsOf<{ ledger: string; id: number }>(handle, sql`select ledger, id from (${sql.join(parts, sql` union all `)}) as found order by ${order} limit ${page.limit}::int offset ${page.offset}::int`)
  const total = page.total ?? (await oneOf<{ total: number }>(handle, sql`select (${sql.join(of.map((each) => sql`(select count(*) ${from(each)})`), sql` + `)})::int as total`)).total
  const entries = new Map<string, Entry>()
  for (const { ledger } of of) {
    const ids = places.filter((place) => place.ledger === ledger.key).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const entry of entriesOf(ledger, await rowsOf<SpanRow>(handle, sql`select * from ${table(schema, ledgerTable(ledger.key))} where id = any(${ids}::bigint[]) order by id`))) entries.set(`${ledger.key} ${entry.id}`, entry)
  }
  const known = new Map(of.map(({ ledger }) => [ledger.key, ledger]))
  return {
    total,
    rows: places.flatMap((place) => {
      const [ledger, entry] = [known.get(place.ledger), entries.get(`${place.ledger} ${place.id}`)]
      return ledger === undefined || entry === undefined ? [] : [{ ledger, entry }]
    }),
  }
}

/** Open matters of one ledger that another org is asked to take over. */
export const findAsked = async (handle: Handle, schema: string, ledger: Ledger): Promise<readonly Entry[]> =>
  entriesOf(ledger, await rowsOf<SpanRow>(handle, sql`select * from ${table(schema, ledgerTable(ledger.key))} where not void and settled is null and asked is not null order by id`))

/** Matters of one ledger that are not settled, by their number. */
export const findOpen = async (handle: Handle, schema: string, ledger: Ledger, after: number, limit: number): Promise<readonly Entry[]> =>
  entriesOf(ledger, await rowsOf<SpanRow>(handle, sql`select * from ${table(schema, ledgerTable(ledger.key))} where not void and settled is null and id > ${after}::bigint order by id limit ${limit}::int`))
