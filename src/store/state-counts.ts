import type { Listing } from '../core/ledger/list-tally.ts'
import type { ListMemory } from './list-memory.ts'
import type { MattersOf } from './matters.ts'
import { whereSql } from './predicate-sql.ts'
import type { Handle } from './sql.ts'
import { ledgerTable, rowsOf, sql, table } from './sql.ts'

/** How many matters of a ledger are in each state. */
export type StateCounts = ReadonlyMap<string, number>

/** The bucket of a list that is counted by state. */
const byState = 'state'

/** How many matters of each ledger stand in each state, by ledger key. With `memory` the counts of before are moved on by what the journal says has happened since; the handle then shows the journal up to `head`. */
export const stateCounts = async (handle: Handle, schema: string, of: readonly MattersOf[], memory?: { readonly lists: ListMemory; readonly head: number }): Promise<ReadonlyMap<string, StateCounts>> => {
  const found = new Map<string, StateCounts>()
  const unknown: MattersOf[] = []
  for (const each of of) {
    const known = (await memory?.lists.recall(handle, schema, listingOf(each), memory.head))?.buckets.get(byState)
    if (known === undefined) unknown.push(each)
    else found.set(each.ledger.key, known)
  }
  if (unknown.length === 0) return found
  const counted = unknown.map(({ ledger, where }) => sql`select ${ledger.key}::text as ledger, coalesce(t.state, '') as state, count(*)::int as matters from ${table(schema, ledgerTable(ledger.key))} as t where not t.void and ${whereSql(where, ledger, 't')} group by t.state`)
  const rows = await rowsOf<{ ledger: string; state: string; matters: number }>(handle, sql.join(counted, sql` union all `))
  for (const each of unknown) {
    const states = new Map(rows.filter((row) => row.ledger === each.ledger.key).map(({ state, matters }) => [state, matters]))
    memory?.lists.keep(listingOf(each), memory.head, { total: totalOf(states), sums: {}, buckets: new Map([[byState, states]]) })
    found.set(each.ledger.key, states)
  }
  return found
}

const listingOf = ({ ledger, where }: MattersOf): Listing => ({ ledger, where, voided: false })

/** All of some counts, or those of one state. */
export const totalOf = (states: StateCounts | undefined, state?: string): number => (state === undefined ? [...(states ?? [])].reduce((sum, [, matters]) => sum + matters, 0) : (states?.get(state) ?? 0))
