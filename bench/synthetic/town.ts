import type { Change } from '../../src/core/ledger/change.ts'
import type { Ledger } from '../../src/core/ledger/ledger.ts'
import type { Span } from '../../src/core/ledger/entry.ts'
import { readFields } from '../../src/core/ledger/read-fields.ts'
import type { RawFields } from '../../src/core/ledger/read-fields.ts'
import type { Fields } from '../../src/core/ledger/value.ts'
import type { Measure } from '../../src/core/measure/measure.ts'
import { isRefusal } from '../../src/core/refusal/refusal.ts'
import type { Database } from '../../src/store/database.ts'
import type { Town } from '../../src/store/town.ts'
import { createTown, declareAll, installation } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import { syntheticLedgers, syntheticMeasures } from './ledgers.ts'
import { entering, lastingSpans, randomOf, rawRow, registerFields, someDay, villages } from './rows.ts'

/** Rows an import commits at a time: half of what BOOK §13 allows, so that nobody waits long behind a part. */
export const part = 10_000

/** Makes a town with an office and twenty villages, and declares what is given. */
export const newTown = async (db: Database, code: string, ledgers: readonly Ledger[], measures: readonly Measure[]): Promise<Town> => {
  const town = await createTown(db, code, '示例镇', { schema: code })
  const orgs: readonly Fields[] = [
    { code: 'town', zh: '示例镇', en: 'Example', kind: 'town' },
    { code: 'office', zh: '示例办', en: 'Office', kind: 'office', parent: 'town' },
    ...villages.map((each) => ({ code: each, zh: `示例村${each}`, en: each, kind: 'village', parent: 'town' })),
  ]
  const changes = orgs.map((fields): Change => ({ act: 'create', verb: 'org.create', ledger: 'org', spans: [{ from: '2000-01-01', to: null, fields } as never] }))
  accepted(await town.commit({ by: installation, changes }))
  await declareAll(town, ledgers, measures)
  return town
}

/** Fields of a spreadsheet row, checked by the ledger's own rules. */
export const checked = (ledger: Ledger, raw: RawFields): Fields => {
  const fields = readFields(ledger, raw)
  if (isRefusal(fields)) throw new Error(`a synthetic row was refused: ${JSON.stringify(fields)}`)
  return fields
}

/** Makes a town of so many entries over ten ledgers, all entered through the writer. */
export const syntheticTown = async (db: Database, code: string, entries: number): Promise<Town> => {
  const town = await newTown(db, code, syntheticLedgers, syntheticMeasures)
  const random = randomOf(entries)
  let under: Promise<unknown> = Promise.resolve()
  for (const [ledger, own] of sharesOf(entries))
    for (let from = 0; from < own; from += part) {
      const changes = Array.from({ length: Math.min(part, own - from) }, (_, index) => entering(ledger.key, someSpans(ledger, random, (from + index) / own)))
      await under
      under = town.commit({ by: installation, changes, batch: `${ledger.key} ${from}` }, { bulk: true }).then(accepted)
    }
  await under
  await vacuum(town)
  return town
}

/** 11 % of the entries to each ledger of events, the rest to the registers. */
const sharesOf = (entries: number): readonly (readonly [Ledger, number])[] => {
  const [events, registers] = [syntheticLedgers.filter((each) => each.shape === 'event'), syntheticLedgers.filter((each) => each.shape === 'register')]
  const own = Math.floor(entries * 0.11)
  const rest = Math.ceil((entries - own * events.length) / registers.length)
  return [...events.map((ledger) => [ledger, own] as const), ...registers.map((ledger, index) => [ledger, index === 0 ? rest : entries - own * events.length - rest] as const)]
}

const someSpans = (ledger: Ledger, random: () => number, way: number): readonly Span[] => {
  const day = someDay(random, way)
  return ledger.shape === 'register' ? lastingSpans(random, day, registerFields(random)) : [{ from: null, to: null, fields: checked(ledger, rawRow(random, day)) }]
}

/** Leaves the tables as the database's own upkeep does after a while. */
export const vacuum = async (town: Town): Promise<void> => {
  const { rows } = await town.db.pool.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1`, [town.schema])
  await town.db.pool.query(`vacuum analyze ${rows.map((row) => row.name).join(', ')}`)
}
