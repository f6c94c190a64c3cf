import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { Binding, BoundList, FormMapping, ListSource } from './binding.ts'
import { placeOf } from './binding.ts'

/** What a person says of some blanks of a form. */
export type SaidOfBlanks = {
  readonly cells: readonly { readonly sheet: string; readonly cell: string; readonly binding: Binding }[]
  readonly lists: readonly (Pick<BoundList, 'sheet' | 'from' | 'ledger' | 'where' | 'sort' | 'desc' | 'inPeriod'> & { readonly columns: readonly { readonly column: number; readonly source: ListSource }[] })[]
}

/** The mapping once a person has said what fills some blanks; the others keep what they had. `form` is every blank the form has. */
export const mapBlanks = (before: FormMapping, form: FormMapping, said: SaidOfBlanks): FormMapping | Refusal => {
  const places = new Set(form.cells.map(placeOf))
  const stranger = said.cells.find((cell) => !places.has(placeOf(cell)))
  if (stranger !== undefined) return notBlank('cells', stranger.cell)
  const foreign = said.lists.find((list) => !form.lists.some((each) => each.sheet === list.sheet && each.from === list.from))
  if (foreign !== undefined) return notBlank('lists', String(foreign.from))
  const [known, told] = [new Map(before.cells.map((cell) => [placeOf(cell), cell.binding])), new Map(said.cells.map((cell) => [placeOf(cell), cell.binding]))]
  return {
    cells: form.cells.map((cell) => ({ ...cell, binding: told.get(placeOf(cell)) ?? known.get(placeOf(cell)) ?? { kind: 'none' } })),
    lists: form.lists.map((list) => {
      const now = said.lists.find((each) => each.sheet === list.sheet && each.from === list.from)
      if (now === undefined) return before.lists.find((each) => each.sheet === list.sheet && each.from === list.from) ?? { ...list, ledger: null }
      const sources = new Map(now.columns.map(({ column, source }) => [column, source]))
      const { ledger, where, sort, desc, inPeriod } = now
      return { ...list, ledger, where, sort, desc, inPeriod, columns: list.columns.map((column) => ({ ...column, source: sources.get(column.column) ?? { kind: 'none' } })) }
    }),
  }
}

const notBlank = (field: string, cell: string): Refusal => refuse('bad-input', {}, [{ field, code: 'form-not-blank', details: { cell } }])
