import { lastSpan } from '../../core/ledger/entry.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Fields } from '../../core/ledger/value.ts'
import { valueOf } from '../../core/ledger/value.ts'
import { toldColumns } from '../../core/matter/kept-columns.ts'
import type { WorkCalendar } from '../../core/time/work-calendar.ts'
import { findOpen, findSteps, procedureOf } from '../../store/matters.ts'
import type { Ask, Reader } from '../endpoint.ts'

/** An open matter whose due day would be another. */
export type Moving = { readonly ledger: Ledger; readonly entry: Entry; readonly columns: Fields }

/** What another calendar would do to the open matters: how many there are, how many move, the first of those, and how many keep a day that is no longer provisional. */
export type RecountPreview = { readonly open: number; readonly moved: number; readonly settled: number; readonly first: readonly Moving[] }

/** Matters read at once, and the most that are named. */
const [part, most] = [5000, 200]

/** Reckons the open matters by a calendar that is not the book's; writes nothing. Only matters a caller may read are named; all are counted. */
export const previewRecount = async ({ book, town }: Ask<unknown>, reader: Reader, calendar: WorkCalendar, mayRead: (ledger: Ledger, entry: Entry) => boolean): Promise<RecountPreview> => {
  const seen = { open: 0, moved: 0, settled: 0 }
  const first: Moving[] = []
  for (const ledger of book.declared.ledgers.values()) {
    if (ledger.procedure === undefined) continue
    for (let after = 0; ; ) {
      const entries = await findOpen(reader, town.schema, ledger, after, part)
      const actions = await findSteps(reader, town.schema, book, ledger.key, entries.map(({ id }) => id))
      for (const entry of entries) {
        const procedure = procedureOf(book, ledger.key, entry.id)
        const columns = procedure === undefined ? undefined : toldColumns(ledger, entry, { procedure, actions: actions.get(entry.id) ?? [] }, calendar)
        if (columns === undefined) continue
        seen.open += 1
        const { fields } = lastSpan(entry)
        const changed = (key: string): boolean => valueOf(fields, key) !== valueOf(columns, key)
        if (changed('due') || changed('safe_due')) {
          seen.moved += 1
          if (first.length < most && mayRead(ledger, entry)) first.push({ ledger, entry, columns })
        } else if (changed('provisional')) seen.settled += 1
      }
      if (entries.length < part) break
      after = entries[entries.length - 1]?.id ?? after
    }
  }
  return { ...seen, first }
}
