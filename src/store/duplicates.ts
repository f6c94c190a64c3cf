import type { Ledger } from '../core/ledger/ledger.ts'
import { getField } from '../core/ledger/ledger.ts'
import type { DuplicateRule } from '../core/linking/duplicate-rules.ts'
import { column, whereSql } from './predicate-sql.ts'
import type { Handle, Sql } from './sql.ts'
import { ledgerTable, rowsOf, sql, table } from './sql.ts'

/** Entries that look like one by a rule: how many, and the first of them. */
export type DuplicateGroup = { readonly at: number; readonly entries: number; readonly ids: readonly number[] }

/** So many entries of a group are told. */
const mostInGroup = 10

/** Signs that do not make two names different. */
const unheeded = '[\\s()\\[\\]{}<>《》「」『』【】〔〕·•.,，。、;；:：\'"“”‘’_~!@#*&/\\\\|—-]'

/** A page of the groups of living entries that agree by a rule, `at` telling which; those with the most entries first. */
export const findDuplicates = async (handle: Handle, schema: string, ledger: Ledger, rules: readonly DuplicateRule[], page: { readonly offset: number; readonly limit: number }): Promise<readonly DuplicateGroup[]> => {
  if (rules.length === 0) return []
  const at = table(schema, ledgerTable(ledger.key))
  const grouped = rules.map(({ plain, folded, right }, index) => {
    const keys = [...plain.map((key) => plainKey(ledger, key)), ...folded.map((key) => foldedKey(ledger, key))]
    const given = [...plain.map((key) => sql`${column(ledger, 't', key)} is not null`), ...folded.map((key) => sql`${foldedKey(ledger, key)} <> ''`)]
    return sql`select ${index}::int as at, count(*)::int as entries, (array_agg(t.id order by t.id))[1:${sql.raw(String(mostInGroup))}]::bigint[] as ids
      from ${at} as t where not t.void and t.valid_to is null and ${sql.join(given, sql` and `)} and ${whereSql(right, ledger, 't')} group by ${sql.join(keys)} having count(*) > 1`
  })
  const rows = await rowsOf<{ at: number; entries: number; ids: readonly (string | number)[] }>(handle, sql`select * from (${sql.join(grouped, sql` union all `)}) as found order by at, entries desc, ids limit ${page.limit}::int offset ${page.offset}::bigint`)
  return rows.map((row) => ({ ...row, ids: row.ids.map(Number) }))
}

const plainKey = (ledger: Ledger, key: string): Sql => (getField(ledger, key).kind === 'sealed' ? sql`left(${column(ledger, 't', key)}, 32)` : column(ledger, 't', key))

const foldedKey = (ledger: Ledger, key: string): Sql => sql`lower(regexp_replace(normalize(${column(ledger, 't', key)}, nfkc), ${sql.lit(unheeded)}, '', 'g'))`
