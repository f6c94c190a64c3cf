import type { Entry } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { readHead } from './book.ts'
import type { Database } from './database.ts'
import type { SpanRow } from './entries.ts'
import { entriesOf } from './entries.ts'
import type { ListPage } from './list-entries.ts'
import { listedSql } from './list-entries.ts'
import { textOf } from './sql.ts'

/** Rows fetched at once: many enough to be quick, few enough never to fill memory. */
const fetched = 500

/** Tells the journal number of the snapshot the entries are read on. */
export type OnHead = (head: number) => void

/**
 * Every entry of a list in its order, by its last state, a batch at a time through a cursor on one snapshot of its own. The connection is
 * given back when the last batch was taken or whoever reads stops.
 */
export async function* eachListed(db: Database, schema: string, ledger: Ledger, page: Omit<ListPage, 'offset' | 'limit' | 'sums'>, onHead: OnHead): AsyncGenerator<readonly Entry[], void, undefined> {
  const client = await db.connect()
  let open = false
  try {
    await client.query('begin isolation level repeatable read read only')
    open = true
    onHead((await readHead(client, schema)).number)
    const { text, values } = textOf(listedSql(schema, ledger, page))
    await client.query(`declare listed no scroll cursor for ${text}`, [...values])
    for (;;) {
      const { rows } = await client.query<SpanRow>(`fetch ${fetched} from listed`)
      if (rows.length === 0) return
      yield entriesOf(ledger, rows)
    }
  } finally {
    if (open) await client.query('rollback').catch(() => undefined)
    client.release()
  }
}
