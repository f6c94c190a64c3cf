import { columnFields } from '../../core/exporting/sheet-heads.ts'
import type { SaidOfBlanks } from '../../core/filling/map-blanks.ts'
import { readListQuery } from '../../core/ledger/list-query.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { Ask } from '../endpoint.ts'
import { fieldProblem } from '../read-scope.ts'
import { askingOf } from '../routes/entry-list.ts'
import { openLedgers } from '../routes/ledger.ts'

/** Refuses names the town does not know and ledgers the caller may not open. */
export const mappingProblem = ({ cells, lists }: SaidOfBlanks, ask: Ask<unknown>): Refusal | undefined => {
  const tree = ask.book.treeAt(ask.today)
  for (const { binding } of cells) {
    if (binding.kind !== 'figure') continue
    if (!ask.book.declared.measures.has(binding.measure)) return fieldProblem('cells', 'not-found', { what: binding.measure })
    if (binding.org !== null && !tree.orgs.has(binding.org)) return fieldProblem('cells', 'not-org', { value: binding.org })
  }
  const open = new Map(openLedgers(ask).map((each) => [each.ledger.key, each]))
  for (const { ledger: key, where, sort, desc, columns } of lists) {
    if (key === null) continue
    const found = open.get(key)
    if (found === undefined) return fieldProblem('lists', 'not-found', { what: key })
    const known = new Set([...(found.ledger.shape === 'register' ? ['valid_from', 'valid_to'] : []), ...columnFields(found.ledger).map((field) => field.key)])
    const unknown = columns.find(({ source }) => source.kind === 'field' && !known.has(source.field))
    if (unknown?.source.kind === 'field') return fieldProblem('lists', 'field-unknown', { field: unknown.source.field })
    const query = readListQuery(found.ledger, found.rights, { where, sort, desc }, askingOf(ask))
    if (isRefusal(query)) return fieldProblem('lists', query.fields?.[0]?.code ?? 'not-condition', query.fields?.[0]?.details ?? {})
  }
  return undefined
}
