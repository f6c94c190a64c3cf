import type pg from 'pg'
import type { Entry } from '../../core/ledger/entry.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Fields } from '../../core/ledger/value.ts'
import { valueOf } from '../../core/ledger/value.ts'
import type { Told } from '../../core/matter/kept-columns.ts'
import { toldColumns } from '../../core/matter/kept-columns.ts'
import type { WorkCalendar } from '../../core/time/work-calendar.ts'
import type { TownBook } from '../book.ts'
import type { SpanRow } from '../entries.ts'
import { entriesOf } from '../entries.ts'
import { findSteps, procedureOf } from '../matters.ts'
import { ledgerTable, rowsOf, sql, table } from '../sql.ts'
import type { CalendarHistory } from './calendar-history.ts'
import { readCalendarHistory } from './calendar-history.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'
import { readVersion } from './read-version.ts'

/** Matters read at once. */
const page = 10_000

/**
 * The columns of every matter against the fold of its steps and the work calendar: as its table has them, and as each journal row that tells of it has
 * them. A column by now is reckoned by the notices of now; one of then, and one of a matter that is settled, by those that were known then.
 */
export const compareMatters = async (client: pg.PoolClient, schema: string, book: TownBook): Promise<readonly Difference[]> => {
  const differences: Difference[] = []
  const matters = [...book.declared.ledgers.values()].filter(({ procedure }) => procedure !== undefined)
  const calendars = matters.length === 0 ? undefined : await readCalendarHistory(client, schema)
  for (const ledger of calendars === undefined ? [] : matters)
    for (let after = 0; differences.length < mostOfAKind; ) {
      const entries = entriesOf(ledger, await rowsOf<SpanRow>(client, sql`select * from ${table(schema, ledgerTable(ledger.key))} where id > ${after}::bigint order by id, span limit ${page}::int`))
      const last = entries.at(-1)
      if (last === undefined || calendars === undefined) break
      differences.push(...(await comparePage(client, schema, book, ledger, entries, calendars)))
      after = last.id
    }
  return differences.slice(0, mostOfAKind)
}

const comparePage = async (client: pg.PoolClient, schema: string, book: TownBook, ledger: Ledger, entries: readonly Entry[], calendars: CalendarHistory): Promise<readonly Difference[]> => {
  const ids = entries.map(({ id }) => id)
  const steps = await findSteps(client, schema, book, ledger.key, ids)
  const versions = await readVersions(client, schema, ledger, ids)
  return entries.flatMap((entry) => {
    const procedure = procedureOf(book, ledger.key, entry.id)
    if (procedure === undefined) return []
    const actions = steps.get(entry.id) ?? []
    const told: Told = { procedure, actions }
    const at = `${ledger.key} #${entry.id}`
    const before = versions.get(entry.id) ?? []
    const now = entry.void ? [] : columnsApart(ledger, entry, told, valueOf(lastSpan(entry).fields, 'settled') === null ? [book.calendar] : calendars.between(before.at(-2)?.version ?? entry.version, entry.version))
    const then = before.flatMap((version, index) => {
      const taken = Number(valueOf(lastSpan(version).fields, 'steps') ?? 0)
      const lost = actions.filter(({ id }) => id < version.version).length
      if (version.void || (index === before.length - 1 && now.length > 0)) return []
      if (lost > taken) return [{ column: 'steps', expected: String(lost), found: String(taken) }].map(named(`${at} at #${version.version}`))
      return columnsApart(ledger, version, { procedure, actions: actions.slice(0, taken) }, calendars.between(before[index - 1]?.version ?? version.version, version.version)).map(named(`${at} at #${version.version}`))
    })
    return [...now.map(named(at)), ...then]
  })
}

type Apart = { readonly column: string; readonly expected: string; readonly found: string }

const named = (where: string) => ({ column, expected, found }: Apart): Difference => ({ kind: 'matter', where: `${where} ${column}`, expected, found })

/** Columns that say something else than the steps do by any of some calendars; told against the last of these. */
const columnsApart = (ledger: Ledger, entry: Entry, told: Told, calendars: readonly WorkCalendar[]): readonly Apart[] => {
  const { fields } = lastSpan(entry)
  let apart: readonly Apart[] = []
  for (const calendar of calendars) {
    apart = differing(toldColumns(ledger, entry, told, calendar) ?? {}, fields)
    if (apart.length === 0) return []
  }
  return apart
}

const differing = (expected: Fields, found: Fields): readonly Apart[] =>
  Object.keys(expected).flatMap((column) => {
    const [should, does] = [valueOf(expected, column), valueOf(found, column)]
    return should === does ? [] : [{ column, expected: String(should ?? ''), found: String(does ?? '') }]
  })

/** All that the journal tells of some matters, each one's rows in order. */
const readVersions = async (client: pg.PoolClient, schema: string, ledger: Ledger, ids: readonly number[]): Promise<ReadonlyMap<number, readonly Entry[]>> => {
  const rows = await rowsOf<{ number: number; entry: number; payload: string }>(client, sql`select number, entry, payload from ${table(schema, 'journal')} where ledger = ${ledger.key} and entry = any(${[...ids]}::bigint[]) order by entry, number`)
  const found = new Map<number, Entry[]>()
  for (const row of rows) {
    const version = readVersion({ ...row, ledger: ledger.key })
    const known = found.get(row.entry) ?? []
    if (version !== undefined) known.push(version)
    found.set(row.entry, known)
  }
  return found
}
