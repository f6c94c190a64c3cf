import type { Org, OrgTree } from '../core/access/org-tree.ts'
import { orgTree } from '../core/access/org-tree.ts'
import type { Book, Series } from '../core/journal/fold.ts'
import type { Entry } from '../core/ledger/entry.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import type { JournalRow } from '../core/journal/row.ts'
import { Ledger } from '../core/ledger/ledger.ts'
import { mergeOf } from '../core/linking/merge-entries.ts'
import { Measure } from '../core/measure/measure.ts'
import { seriesOf } from '../core/measure/series.ts'
import type { Procedure } from '../core/matter/procedure.ts'
import type { Day } from '../core/time/day.ts'
import type { WorkCalendar, YearNotice } from '../core/time/work-calendar.ts'
import { workCalendar } from '../core/time/work-calendar.ts'
import { readMerged } from './merges.ts'
import type { KnownPeople } from './people.ts'
import { peopleLedgers } from './people.ts'
import type { Handle, Sql } from './sql.ts'
import { oneOf, rowsOf, sql, table } from './sql.ts'

/** Version of a measure in force: its number, the journal number it holds from, and where it posts. */
export type MeasureVersion = { readonly measure: Measure; readonly version: number; readonly number: number; readonly series: number | null }

/** A procedure as a ledger had it from a journal number on, and the office that kept the ledger then. */
export type DeclaredProcedure = { readonly number: number; readonly procedure: Procedure; readonly owner: string }

/** The book as a process knows it at one head: everything the fold and the readers need beside rows. */
export type TownBook = Book & {
  readonly hash: string
  readonly recordedAt: string
  readonly versions: readonly MeasureVersion[]
  readonly orgStates: readonly Org[]
  /** Procedures of each ledger that has one, from which journal number on, and the office that kept it; a matter follows the one it began under. */
  readonly procedures: ReadonlyMap<string, readonly DeclaredProcedure[]>
  /** What was read of people at a head at which nothing of theirs was written since. */
  readonly people: KnownPeople
  /** The tree in force at a day, as now known. */
  readonly treeAt: (day: Day) => OrgTree
}

/** Journalled ledgers whose change alters the book context itself. */
export const contextLedgers: readonly string[] = ['org', 'close', 'zhenwu-calendar', 'declaration-ledger', 'declaration-measure']

/** Whether a journal row may alter the book context itself, and not entries alone. */
export const altersBook = ({ ledger, entry, batch }: Pick<JournalRow, 'ledger' | 'entry' | 'batch'>, book: TownBook): boolean =>
  contextLedgers.includes(ledger) || (batch !== null && mergeOf(batch) !== undefined) || (entry !== null && book.merged.has(entry))

type WrittenRow = Pick<JournalRow, 'ledger' | 'entry' | 'batch'>

/** The context after rows that were written on it; undefined where they may alter it and it must be read anew. */
export const bookAfter = (book: TownBook, rows: readonly WrittenRow[], head: Head): TownBook | undefined =>
  rows.some((row) => altersBook(row, book)) ? undefined : { ...book, ...head, head: head.number, people: rows.some(({ ledger }) => peopleLedgers.includes(ledger)) ? new Map() : book.people }

/** Journal rows that are looked through before the whole context is read again. */
const mostRows = 1000

/** The context at the head a handle sees: the one known, moved on where only entries were written since, else read anew. */
export const bookAt = async (handle: Handle, schema: string, known: TownBook): Promise<TownBook> => {
  return bookAtHead(handle, schema, known, await readHead(handle, schema))
}

/** The context at a head that was read by the same handle, on the same snapshot. */
export const bookAtHead = async (handle: Handle, schema: string, known: TownBook, head: Head): Promise<TownBook> => {
  if (head.number === known.head) return known
  if (head.number < known.head || head.number - known.head > mostRows) return loadBook(handle, schema)
  const rows = await rowsOf<WrittenRow>(handle, sql`select ledger, entry, batch from ${table(schema, 'journal')} where number > ${known.head}::bigint and number <= ${head.number}::bigint`)
  return bookAfter(known, rows, head) ?? loadBook(handle, schema)
}

/** Reads the whole context at the present head. */
export const loadBook = async (handle: Handle, schema: string): Promise<TownBook> => {
  const head = await readHead(handle, schema)
  const declared = await rowsOf<{ kind: 'ledger' | 'measure'; key: string; version: number; number: number; declaration: unknown; series: number | null }>(
    handle,
    sql`select kind, key, version, number, declaration, series from ${table(schema, 'declarations')} order by number`,
  )
  const ledgers = new Map<string, Ledger>()
  const measures = new Map<string, Measure>()
  const procedures = new Map<string, DeclaredProcedure[]>()
  const versions: MeasureVersion[] = []
  for (const row of declared)
    if (row.kind === 'ledger') {
      const ledger = Ledger.parse(row.declaration)
      ledgers.set(row.key, ledger)
      if (ledger.procedure !== undefined) procedures.set(row.key, [...(procedures.get(row.key) ?? []), { number: row.number, procedure: ledger.procedure, owner: ledger.owner }])
    } else {
      const measure = Measure.parse(row.declaration)
      measures.set(row.key, measure)
      versions.push({ measure, version: row.version, number: row.number, series: row.series })
    }
  const orgStates = ledgers.has('org') ? await readOrgStates(handle, schema) : []
  const closed = ledgers.has('close') ? await rowsOf<{ ledger: string; month: string }>(handle, sql`select ledger, month from ${table(schema, 'ledger_close')} where not void`) : []
  const trees = new Map<Day, OrgTree>()
  const treeAt = (day: Day): OrgTree => {
    const known = trees.get(day) ?? orgTree(orgStates, day)
    trees.set(day, known)
    return known
  }
  return {
    ...head,
    head: head.number,
    declared: { ledgers, measures },
    series: postingSeries(versions, ledgers),
    versions,
    closed: new Set(closed.map((each) => `${each.ledger}|${each.month}`)),
    procedures,
    calendar: ledgers.has('zhenwu-calendar') ? await readCalendar(handle, schema) : workCalendar('', []),
    orgStates,
    orgs: treeAt(farDay),
    merged: await readMerged(handle, schema),
    people: new Map(),
    treeAt,
  }
}

const farDay = '2199-12-31' as Day

/** Number, hash (hex) and instant of the last journal row. */
export type Head = { readonly number: number; readonly hash: string; readonly recordedAt: string }

export const headQuery = (schema: string): Sql => sql`select number, encode(hash, 'hex') as hash, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt" from ${table(schema, 'head')}`

export const readHead = (handle: Handle, schema: string): Promise<Head> => oneOf<Head>(handle, headQuery(schema))

/** Only the newest version of a measure posts. */
const postingSeries = (versions: readonly MeasureVersion[], ledgers: ReadonlyMap<string, Ledger>): ReadonlyMap<string, readonly Series[]> => {
  const newest = new Map(versions.map((each) => [each.measure.key, each]))
  const series = new Map<string, Series[]>()
  for (const { measure, series: number } of newest.values())
    for (const each of number === null ? [] : seriesOf(measure, number, ledgers)) series.set(each.ledger, [...(series.get(each.ledger) ?? []), each])
  return series
}

/** The notices of the book; the number of the last one entered or withdrawn tells one state of the calendar from another. */
const readCalendar = async (handle: Handle, schema: string): Promise<WorkCalendar> => {
  const rows = await rowsOf<{ year: string; version: number; void: boolean; off: string; work: string }>(handle, sql`select year::text as year, version, void, off, work from ${table(schema, 'ledger_zhenwu_calendar')} order by version`)
  return workCalendar(`#${rows.at(-1)?.version ?? 0}`, rows.filter((row) => !row.void).map(noticeRead))
}

const noticeRead = ({ year, off, work }: { readonly year: string; readonly off: string; readonly work: string }): YearNotice => ({ year: Number(year), off: JSON.parse(off) as Day[], work: JSON.parse(work) as Day[] })

/** A notice of holidays, from its entry. */
export const noticeOf = (entry: Entry): YearNotice => {
  const { fields } = lastSpan(entry)
  return noticeRead({ year: String(fields['year']), off: String(fields['off'] ?? '[]'), work: String(fields['work'] ?? '[]') })
}

const readOrgStates = async (handle: Handle, schema: string): Promise<readonly Org[]> => {
  const rows = await rowsOf<{ code: string; zh: string; en: string; kind: Org['kind']; parent: string | null; successor: string | null; valid_from: Day; valid_to: Day | null }>(
    handle,
    sql`select code, zh, en, kind, parent, successor, valid_from, valid_to from ${table(schema, 'ledger_org')} where not void order by id, span`,
  )
  return rows.map(({ valid_from, valid_to, ...org }) => ({ ...org, from: valid_from, to: valid_to }))
}
