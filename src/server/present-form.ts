import type { FillingOut, FormOut, FormPreview, FormRef, LookSheet } from '../api/form.ts'
import { placeOf } from '../core/filling/binding.ts'
import type { FormSheet } from '../core/filling/form-sheet.ts'
import { shownText } from '../core/filling/shown-text.ts'
import { period as periodOf, titleOf } from '../core/time/period.ts'
import type { StoredFilling, StoredForm } from '../store/forms.ts'
import type { FilledForm } from './filling/fill-loaded.ts'
import type { LoadedForm, SuggestedForm } from './filling/load-form.ts'

export const presentFormRef = ({ id, version, title, sender, due, day, name, state, blanks, bound }: StoredForm): Omit<FormRef, 'last'> => ({ form: id, version, title, sender, due, day, name, state, blanks, bound })

/** A filling for one reader: rows of ledgers in it were seen with the eyes of who filled it, and go to nobody else. */
export const presentFilling = (it: StoredFilling, reader: number, nameOf: (person: number) => string): FillingOut => ({
  filling: it.id,
  period: it.period,
  periodTitle: titleOf(periodOf(it.period)),
  day: it.day,
  by: nameOf(it.person),
  name: it.name,
  counts: { book: it.book, typed: it.typed, none: it.none },
  journal: it.journal,
  beside: it.source !== null,
  mayFetch: mayFetch(it, reader),
})

/** Whether a filled file may go to a reader. */
export const mayFetch = ({ lists, person }: Pick<StoredFilling, 'lists' | 'person'>, reader: number): boolean => !lists || person === reader

/** The sheets of a form as they look; hidden ones are not shown. */
export const presentSheets = (sheets: readonly FormSheet[]): LookSheet[] =>
  sheets.flatMap(({ name, hidden, cells, merges, widths }) => {
    if (hidden) return []
    const shown = cells.filter(({ text, boxed, formula }) => text !== '' || boxed || formula)
    const [rows, columns] = [shown.reduce((most, { row }) => Math.max(most, row), 0), shown.reduce((most, { column }) => Math.max(most, column + 1), 0)]
    return [
      {
        name,
        rows,
        columns,
        widths: widths.slice(0, columns),
        merges: merges.filter(({ fromRow, fromColumn }) => fromRow <= rows && fromColumn < columns).map((merge) => ({ ...merge, toRow: Math.min(merge.toRow, rows), toColumn: Math.min(merge.toColumn, columns - 1) })),
        cells: shown.map(({ row, column, text, boxed, align, formula }) => ({ at: [row, column] as [number, number], text, boxed, align, formula })),
      },
    ]
  })

/** The blanks of a form with what fills them, and what their words come near to; of a ledger the reader may not open nothing is told. */
export const presentBlanks = ({ found, mapping }: LoadedForm, suggested: SuggestedForm, opens: (ledger: string) => boolean): Pick<FormOut, 'cells' | 'lists'> => {
  const bound = new Map(mapping.cells.map((cell) => [placeOf(cell), cell.binding]))
  const near = new Map(suggested.cells.map((cell) => [placeOf(cell), cell]))
  return {
    cells: found.blanks.map((blank) => {
      const like = near.get(placeOf(blank))
      const { sheet, cell, row, column, unit, percent } = blank
      return { sheet, cell, row, column, unit, percent, heads: like?.heads ?? '', binding: bound.get(placeOf(blank)) ?? { kind: 'none' }, sure: like?.sure === true, near: [...(like?.near ?? [])], reading: like?.reading ?? null }
    }),
    lists: suggested.lists.map((list) => {
      const { near: ledgers, ...own } = list
      const kept = mapping.lists.find((each) => each.sheet === list.sheet && each.from === list.from) ?? own
      const closed = kept.ledger !== null && !opens(kept.ledger)
      const told = closed ? { ...kept, ledger: null, where: '', sort: '' } : kept
      return { ...told, columns: kept.columns.map((column) => (closed ? { ...column, source: { kind: 'none' as const } } : { ...column })), near: [...ledgers], closed }
    }),
  }
}

/** Rows of a list that a preview shows. */
const shownRows = 50

export const presentPreview = ({ found }: LoadedForm, { period, asOf, cells, lists, counts }: FilledForm): FormPreview => {
  const blanks = new Map(found.blanks.map((blank) => [placeOf(blank), blank]))
  return {
    period: period.key,
    periodTitle: titleOf(period),
    asOf,
    counts: { ...counts },
    cells: cells.map((filled) => {
      const { sheet, cell, heads, value, by, missing, from } = filled
      return { sheet, cell, heads, text: shownText(value, blanks.get(placeOf(filled))?.percent === true), by, missing, estimate: from?.status === 'estimate', figure: from === null ? null : { measure: from.measure, org: from.org, period: from.period, title: from.title } }
    }),
    lists: lists.map(({ list, rows, more, masked, partial, missing }) => ({
      sheet: list.sheet, from: list.from, to: list.to, heads: list.heads, ledger: missing === 'closed' ? null : list.ledger, count: rows.length, columns: list.columns.map(({ column }) => column), more, masked: [...masked], partial, missing,
      rows: rows.slice(0, shownRows).map((row) => row.map((cell) => shownText(cell, false))),
    })),
  }
}
