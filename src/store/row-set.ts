import { createHash } from 'node:crypto'
import { everything } from '../core/access/predicate.ts'
import { expand } from '../core/measure/expand.ts'
import { windowOf } from '../core/measure/window.ts'
import { ONE } from '../core/quantity/decimal.ts'
import { behindSql } from './behind-sql.ts'
import type { FigureScope } from './figures.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql } from './sql.ts'

/** SM3 over the sorted rows behind a figure (ledger, entry, span, version, amount): two equal sets hash alike. */
export const rowSetHash = async (handle: Handle, scope: FigureScope, key: string): Promise<string> => {
  const measure = scope.measures.get(key)
  const hash = createHash('sm3')
  if (measure === undefined) return hash.digest('hex')
  const { numerator, denominator } = expand(measure, scope.measures)
  for (const part of [...numerator, ...(denominator ?? [])]) {
    const { definition } = part.measure
    const window = definition.kind === 'formula' ? undefined : windowOf(definition, scope.query.period, scope.query.cutoff, part.at)
    if (window === undefined) continue
    const behind = behindSql({
      schema: scope.schema,
      ledgers: scope.book.declared.ledgers,
      measure: part.measure,
      window,
      orgs: scope.org === scope.tree.root ? undefined : scope.tree.subtree(scope.org),
      asOf: scope.moment.head ? undefined : scope.moment.number,
      factor: ONE,
      right: () => everything,
    })
    hash.update(`${part.measure.key}\n`)
    for (const row of await rowsOf<{ line: string }>(handle, sql`select concat_ws('|', ledger, entry, span, version, trim_scale(amount)) as line from ${behind} as behind order by ledger, entry, span`)) hash.update(`${row.line}\n`)
  }
  return hash.digest('hex')
}
