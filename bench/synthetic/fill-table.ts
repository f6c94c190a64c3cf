import type { Town } from '../../src/store/town.ts'

/** Fills the table of the ledger `work-1` with so many entries, by the database itself and beside the journal: for lines that read nothing else. */
export const fillTable = async (town: Town, entries: number): Promise<void> => {
  await town.db.pool.query(
    `insert into "${town.schema}".ledger_work_1 (id, span, version, void, org, day, kind, head, money, area, closed, firm, name, place, urgent, note)
     select n, 0, n, n % 97 = 0, 'v' || 1 + (r * 20)::int % 20, date '2021-01-01' + (n / ${entries}.0 * 1020)::int + (r * 13)::int, (array['a','b','c','d'])[1 + (r * 4000)::int % 4], (r * 500)::int,
       round((r * 100000)::numeric, 2), round((r * 200)::numeric, 2), case when r < 0.66 then date '2021-01-15' + (n / ${entries}.0 * 1020)::int end, '示例企业' || (r * 240)::int, '示例条目' || n, '示例路' || (r * 300)::int || '号', r < 0.1, case when r < 0.3 then '巡查时发现，已通知整改，限期复查。' end
     from (select n::bigint, (hashint8(n)::bigint + 2147483648) / 4294967296.0::float8 as r from generate_series(1000, ${entries + 999}) as n) as made`,
  )
  await town.db.pool.query(`vacuum analyze "${town.schema}".ledger_work_1`)
}
