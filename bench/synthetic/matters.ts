import type { Day } from '../../src/core/time/day.ts'
import { enterNotices } from '../../src/server/matter/enter-notices.ts'
import type { Town } from '../../src/store/town.ts'
import { installation } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import type { Context } from '../context.ts'
import { admit } from './one-ledger.ts'
import { entering, villages } from './rows.ts'
import { newTown, part } from './town.ts'

/** Hazards of twenty villages, kept by the one office. */
export const hazards = hazardLedger(undefined, { owner: 'office' })

/** A town that keeps hazards, with the working days of the country and people of these roles. */
export const mattersTown = async (context: Context, code: string, roles: readonly string[] = ['leader', 'village']): Promise<Town> => {
  const town = context.keep(await newTown(context.db, code, [hazards], []))
  await enterNotices(town)
  await admit(town, roles)
  return town
}

/** Fills the table of hazards with so many, a fiftieth of them open, by the database itself and beside the journal: for lines that read nothing else. */
export const fillMatters = async (town: Town, matters: number): Promise<void> => {
  await town.db.pool.query(
    `insert into "${town.schema}".ledger_hazard (id, span, version, void, org, day, place, level, closed, state, holder, handler, due, safe_due, due_clock, settled, on_time, stepped, steps, first_org, raiser)
     select n, 0, n, n % 97 = 0, 'v' || 1 + (r * 20)::int % 20, found, '示例路' || (r * 300)::int || '号', case when r < 0.05 then 'major' else 'general' end, case when not open then found + 9 end,
       case when open then (array['found','assigned','fixing','checking'])[1 + (r * 4000)::int % 4] else 'closed' end, case when (r * 1000)::int % 3 = 0 then 'office' else 'v' || 1 + (r * 20)::int % 20 end, case when (r * 100)::int % 4 > 0 then 1 + (r * 60)::int end,
       case when open then date '2023-06-01' + (r * 4100)::int % 90 end, case when open then date '2023-06-01' + (r * 4100)::int % 90 end, case when open then 'fix' end, case when not open then found + 9 end, case when not open then r < 0.9 end, found + 9, 3, 'office', 1 + (r * 60)::int
     from (select n::bigint, r, (r * 50000)::int % 50 = 0 as open, date '2021-01-01' + (n / ${matters}.0 * 900)::int as found from (select n, (hashint8(n)::bigint + 2147483648) / 4294967296.0::float8 as r from generate_series(1000, ${matters + 999}) as n) as drawn) as made`,
  )
  await town.db.pool.query(`vacuum analyze "${town.schema}".ledger_hazard`)
}

/** Enters so many hazards found on one day through the writer, in parts; answers their numbers. */
export const enterMatters = async (town: Town, matters: number, day: Day): Promise<readonly number[]> => {
  const entered: number[] = []
  for (let from = 0; from < matters; from += part) {
    const changes = Array.from({ length: Math.min(part, matters - from) }, (_, index) => entering('hazard', [{ from: null, to: null, fields: { org: villages[index % villages.length] ?? 'v1', day, place: `示例路${index % 300}号`, level: 'general' } }]))
    entered.push(...accepted(await town.commit({ by: installation, changes, batch: `hazard ${from}` }, { bulk: true })).numbers)
  }
  return entered
}
