import type { Entry } from '../core/ledger/entry.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import { kindOf } from '../core/ledger/kinds/kinds.ts'
import { blindOf } from '../core/ledger/kinds/protected.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { getField } from '../core/ledger/ledger.ts'
import type { Fields } from '../core/ledger/value.ts'
import { entriesOf } from './entries.ts'
import type { SpanRow } from './entries.ts'
import type { Handle } from './sql.ts'
import { ledgerTable, rowsOf, sql, table } from './sql.ts'

/** The text under which rows of a ledger are known by a key; undefined where a part of it is empty. A sealed value is known by its blind index. */
export const keyText = (ledger: Ledger, key: readonly string[], fields: Fields): string | undefined => {
  const parts = key.map((each) => {
    const value = fields[each]
    return value === undefined || value === null ? undefined : getField(ledger, each).kind === 'sealed' ? blindOf(String(value)) : String(value)
  })
  return parts.includes(undefined) ? undefined : JSON.stringify(parts)
}

/** Living entries by key, several where the key is shared; of a register those that have not ended. */
export const findByKey = async (handle: Handle, schema: string, ledger: Ledger, key: readonly string[], rows: readonly Fields[]): Promise<ReadonlyMap<string, readonly Entry[]>> => {
  const texts = [...new Set(rows.flatMap((fields) => keyText(ledger, key, fields) ?? []))].map((text) => JSON.parse(text) as string[])
  if (texts.length === 0) return new Map()
  const columns = key.map((each, at) => {
    const { kind, ...field } = getField(ledger, each)
    const type = sql.raw(kindOf({ kind, ...field }).sqlType)
    const column = kind === 'sealed' ? sql`left(t.${sql.id(each)}, 32)` : sql`t.${sql.id(each)}`
    return { column, values: sql`${texts.map((parts) => parts[at])}::${type}[]` }
  })
  const at = table(schema, ledgerTable(ledger.key))
  const living = ledger.shape === 'register' ? sql`not t.void and t.valid_to is null` : sql`not t.void`
  const found = await rowsOf<SpanRow>(
    handle,
    sql`select all_spans.* from ${at} as all_spans where all_spans.id in (select t.id from ${at} as t where ${living} and (${sql.join(columns.map((each) => each.column))}) in (select * from unnest(${sql.join(columns.map((each) => each.values))}))) order by all_spans.id, all_spans.span`,
  )
  return Map.groupBy(entriesOf(ledger, found), (entry) => keyText(ledger, key, lastSpan(entry).fields) ?? '')
}
