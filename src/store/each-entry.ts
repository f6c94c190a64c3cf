import type pg from 'pg'
import type { Entry } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { SpanRow } from './entries.ts'
import { entriesOf } from './entries.ts'
import type { Handle } from './sql.ts'
import { ledgerTable, quote } from './sql.ts'

const page = 20_000

/** Visits every entry of a ledger in order of number, a page at a time, the void ones too. */
export const eachEntry = async (handle: Handle, schema: string, ledger: Ledger, visit: (entry: Entry) => void): Promise<void> => {
  const at = `${quote(schema)}.${quote(ledgerTable(ledger.key))}`
  let after = 0
  for (;;) {
    const { rows } = await (handle as pg.PoolClient).query<SpanRow>(
      `select * from ${at} where id > $1::bigint and id <= coalesce((select max(id) from (select id from ${at} where id > $1::bigint order by id limit ${page}) as part), 0) order by id, span`,
      [after],
    )
    const last = rows[rows.length - 1]
    if (last === undefined) return
    for (const entry of entriesOf(ledger, rows)) visit(entry)
    after = last.id
  }
}
