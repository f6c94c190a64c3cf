import type { LedgerRights } from '../access/ledger-rights.ts'
import { compilePredicate } from '../access/predicate.ts'
import type { Predicate } from '../access/predicate.ts'
import { both } from '../access/predicate.ts'
import type { SheetCell } from '../exporting/sheet-columns.ts'
import { sheetColumns } from '../exporting/sheet-columns.ts'
import type { Entry } from '../ledger/entry.ts'
import { lastSpan, spanAt } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import { fromInteger } from '../quantity/decimal.ts'
import type { Period } from '../time/period.ts'
import type { BoundList } from './binding.ts'
import { inHeadUnit } from './figure-cell.ts'

/** A list as it was filled. `masked` names fields the asker may not see in full, which stay blank; `more` counts rows beyond those a form takes. */
export type FilledList = {
  readonly list: BoundList
  readonly rows: readonly (readonly SheetCell[])[]
  readonly more: number
  readonly masked: readonly string[]
  /** Personal fields that stand in it in full, by key: who gave them out is recorded. */
  readonly personal: readonly string[]
  /** Why it stays blank as a whole: nobody has it, or it is not the asker's to read. */
  readonly missing: 'no-source' | 'closed' | null
  /** Not every row of the ledger is the asker's to read. */
  readonly partial: boolean
}

/** A form takes so many rows of a list. */
export const mostRows = 5_000

/** A list that stays blank. */
export const blankList = (list: BoundList, missing: FilledList['missing']): FilledList => ({ list, rows: [], more: 0, masked: [], personal: [], missing, partial: false })

/** The rows of a ledger of events that fall in a period. */
export const inPeriod = (ledger: Ledger, where: Predicate, list: Pick<BoundList, 'inPeriod'>, period: Period): Predicate =>
  !list.inPeriod || ledger.shape === 'register' || ledger.dateField === undefined ? where : both(where, { kind: 'compare', field: ledger.dateField, op: '>=', value: period.from }, { kind: 'compare', field: ledger.dateField, op: '<=', value: period.to })

type Seen = { readonly rights: LedgerRights; readonly orgText: (code: string) => string; readonly where: Predicate; readonly period: Period; /** All entries that match, of which these are the first. */ readonly total: number; readonly partial: boolean }

/**
 * The rows of a list from the entries that match, in their order. Of a register each is as it stood at the end of the period, if it did. A
 * field the asker would see masked stays blank: what is sent on may not say less than it seems to.
 */
export const fillList = (list: BoundList, ledger: Ledger, entries: readonly Entry[], { rights, orgText, where, period, total, partial }: Seen): FilledList => {
  const fits = compilePredicate(where, ledger)
  const asked = list.inPeriod && ledger.shape === 'register'
  const then = entries.flatMap((entry): readonly Entry[] => {
    const span = asked ? spanAt(entry, period.to) : lastSpan(entry)
    return span === undefined || !fits(span.fields) || !rights.reads(span.fields) ? [] : [{ ...entry, spans: [span] }]
  })
  const columns = new Map(sheetColumns(ledger, { rights, orgText, lang: 'zh', voided: false }).map((column) => [column.key, column]))
  const [masked, personal] = [new Set<string>(), new Set<string>()]
  const rows = then.slice(0, mostRows).map((entry, at) =>
    list.columns.map(({ source, unit }): SheetCell => {
      if (source.kind === 'number') return { kind: 'number', value: fromInteger(at + 1), decimals: 0 }
      if (source.kind === 'none') return null
      const field = findField(ledger, source.field)
      if (field?.personal !== undefined && (field.personal === 'sealed' || !rights.writes(lastSpan(entry).fields))) {
        masked.add(field.title.zh)
        return null
      }
      const cell = inHeadUnit(columns.get(source.field)?.cell(entry) ?? null, field?.unit, unit)
      if (field?.personal !== undefined && cell !== null) personal.add(field.key)
      return cell
    }),
  )
  return { list, rows, more: Math.max(0, then.length - rows.length) + (total - entries.length), masked: [...masked], personal: [...personal], missing: null, partial }
}
