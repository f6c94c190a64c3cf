import { createHash } from 'node:crypto'
import { everything } from '../core/access/predicate.ts'
import { expand } from '../core/measure/expand.ts'
import type { Figure } from '../core/measure/figure.ts'
import { windowOf } from '../core/measure/window.ts'
import { ONE } from '../core/quantity/decimal.ts'
import { behindSql, standingSql } from './behind-sql.ts'
import type { FigureScope } from './figures.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql } from './sql.ts'

/** SM3 over the sorted rows behind a figure (ledger, entry, span, version, amount): two equal sets hash alike. */
export const rowSetHash = async (handle: Handle, scope: FigureScope, figure: Pick<Figure, 'measure' | 'stated'>): Promise<string> => {
  const measure = scope.measures.get(figure.measure)
  const stated = new Map(figure.stated.map((part) => [part.measure, part.entry]))
  const hash = createHash('sm3')
  if (measure === undefined) return hash.digest('hex')
  const { numerator, denominator } = expand(measure, scope.measures, stated)
  const from = { schema: scope.schema, ledgers: scope.book.declared.ledgers, asOf: scope.moment.head ? undefined : scope.moment.number, factor: ONE, right: () => everything }
  for (const part of [...numerator, ...(denominator ?? [])]) {
    const { definition } = part.measure
    const entry = part.at === 'cutoff' ? stated.get(part.measure.key) : undefined
    const window = definition.kind === 'formula' ? undefined : windowOf(definition, scope.query.period, scope.query.cutoff, part.at)
    const orgs = scope.org === scope.tree.root ? undefined : scope.tree.subtree(scope.org)
    const behind = entry !== undefined ? standingSql(from, entry) : window === undefined ? undefined : behindSql({ ...from, measure: part.measure, window, orgs })
    if (behind === undefined) continue
    hash.update(`${part.measure.key}\n`)
    for (const row of await rowsOf<{ line: string }>(handle, sql`select concat_ws('|', ledger, entry, span, version, trim_scale(amount)) as line from ${behind} as behind order by ledger, entry, span`)) hash.update(`${row.line}\n`)
  }
  return hash.digest('hex')
}
