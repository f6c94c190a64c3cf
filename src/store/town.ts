import type { Json } from '../core/journal/canonical.ts'
import { canonical } from '../core/journal/canonical.ts'
import type { Outcome } from '../core/journal/fold.ts'
import type { Actor } from '../core/journal/row.ts'
import type { ChangeSet } from '../core/ledger/change.ts'
import { systemLedgers } from '../core/ledger/system.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Measure } from '../core/measure/measure.ts'
import { isRefusal } from '../core/refusal/refusal.ts'
import type { TownBook } from './book.ts'
import type { Database } from './database.ts'
import { migrateShared, migrateTown } from './migrate.ts'
import type { Committing, Writer } from './writer.ts'
import { openWriter } from './writer.ts'

/** One town of the database: its schema, its book and its writer. */
export type Town = {
  readonly code: string
  readonly name: string
  readonly schema: string
  readonly db: Database
  readonly book: () => Promise<TownBook>
  readonly commit: (set: ChangeSet, options?: Committing) => Promise<Outcome>
  readonly onBook: Writer['onBook']
  readonly waiting: () => number
  readonly close: () => Promise<void>
}

/** Who acts where no person does: installation, replay. */
export const installation: Actor = { person: 0 }

export type OpenTown = { readonly now?: () => string; readonly told?: (group: { sets: number; rows: number }) => void }

/** Opens a town that exists. */
export const openTown = (db: Database, place: { readonly code: string; readonly name: string; readonly schema: string }, options: OpenTown = {}): Town => {
  const writer = openWriter(db, place.schema, options.now ?? (() => new Date().toISOString()), options.told)
  return { ...place, db, ...writer }
}

/** Towns this database holds, in order of code. */
export const listTowns = async (db: Database): Promise<readonly { readonly code: string; readonly name: string; readonly schema: string }[]> => {
  const client = await db.connect()
  try {
    await migrateShared(client)
    const { rows } = await client.query<{ code: string; name: string; schema: string }>('select code, name, schema from zhenwu.towns order by code')
    for (const { schema } of rows) await migrateTown(client, schema)
    return rows
  } finally {
    client.release()
  }
}

/** Makes the schema of a new town: tables, then the ledgers of the product itself as its first journal rows. */
export const createTown = async (db: Database, code: string, name: string, options: OpenTown & { readonly schema?: string } = {}): Promise<Town> => {
  const schema = options.schema ?? `town_${code}`
  const client = await db.connect()
  try {
    await migrateShared(client)
    await migrateTown(client, schema)
    await client.query('insert into zhenwu.towns (code, name, schema) values ($1, $2, $3) on conflict (code) do nothing', [code, name, schema])
  } finally {
    client.release()
  }
  const town = openTown(db, { code, name, schema }, options)
  await declareAll(town, systemLedgers, [])
  return town
}

/** Declares ledgers, then measures, each with its own journal row, skipping what stands already unchanged. */
export const declareAll = async (town: Town, ledgers: readonly Ledger[], measures: readonly Measure[]): Promise<void> => {
  const { declared } = await town.book()
  const changes = [
    ...ledgers.filter((ledger) => outdated(declared.ledgers.get(ledger.key), ledger)).map((ledger) => ({ act: 'declare' as const, verb: 'ledger.declare', declaration: { kind: 'ledger' as const, ledger } })),
    ...inOrder(measures)
      .filter((measure) => outdated(declared.measures.get(measure.key), measure))
      .map((measure) => ({ act: 'declare' as const, verb: 'measure.declare', declaration: { kind: 'measure' as const, measure } })),
  ]
  if (changes.length === 0) return
  const outcome = await town.commit({ by: installation, changes })
  if (isRefusal(outcome)) throw new Error(`declarations refused: ${JSON.stringify(outcome.details)}`)
}

/** Whether a declaration says anything else than what stands; the order in which its parts were written does not matter. */
export const outdated = (standing: Ledger | Measure | undefined, wanted: Ledger | Measure): boolean => {
  const text = (value: Ledger | Measure): string => canonical(JSON.parse(JSON.stringify(value)) as Json, 'kept')
  return standing === undefined || text(standing) !== text(wanted)
}

/** Operands before the formulas made of them. */
const inOrder = (measures: readonly Measure[]): readonly Measure[] => [...measures.filter((each) => each.definition.kind !== 'formula'), ...measures.filter((each) => each.definition.kind === 'formula')]
