import type { FormMapping } from '../../core/filling/binding.ts'
import type { Blanks } from '../../core/filling/find-blanks.ts'
import type { FormSheet } from '../../core/filling/form-sheet.ts'
import { formTitle } from '../../core/filling/form-title.ts'
import type { SuggestedCell } from '../../core/filling/suggest-bindings.ts'
import { suggestBindings } from '../../core/filling/suggest-bindings.ts'
import type { SuggestedList } from '../../core/filling/suggest-list.ts'
import { suggestList } from '../../core/filling/suggest-list.ts'
import { measureWords } from '../../core/reading/suggest-measure.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { getFile } from '../../store/files.ts'
import type { StoredForm } from '../../store/forms.ts'
import { findForms, mappingOf } from '../../store/forms.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { openLedgers } from '../routes/ledger.ts'
import type { ReadForm } from './read-forms.ts'
import { readKeptForm } from './read-forms.ts'
import type { Filler } from './fill-loaded.ts'

/** A form whose file was read, with its blanks and what fills them. */
export type FillableForm = ReadForm & { readonly title: string; readonly bytes: Uint8Array; readonly mapping: FormMapping }

/** A form of the town as it is kept. */
export type LoadedForm = FillableForm & { readonly stored: StoredForm }

/** What the words of a form leave little doubt of. */
export type SuggestedForm = { readonly cells: readonly SuggestedCell[]; readonly lists: readonly SuggestedList[] }

export const findForm = async (ask: Ask<{ readonly form: number }>, reader: Reader): Promise<StoredForm | Refusal> => {
  const [stored] = await findForms(reader, ask.town.schema, { entry: ask.input.form })
  return stored ?? refuse('not-found', { what: `#${ask.input.form}` })
}

export const loadForm = async (ask: Ask<{ readonly form: number }>, reader: Reader): Promise<LoadedForm | Refusal> => {
  const stored = await findForm(ask, reader)
  if (isRefusal(stored)) return stored
  const mapping = await mappingOf(reader, ask.town.schema, stored.id)
  const { bytes } = await getFile(reader, ask.town.schema, stored.hash)
  const read = await readKeptForm(stored.hash, bytes)
  return isRefusal(read) ? read : { stored, title: stored.title, bytes, ...read, mapping }
}

/** Takes the blanks of a form for what their words say, from what the caller may read. */
export const suggestForm = ({ blanks, lists }: Blanks, sheets: readonly FormSheet[], ask: Filler): SuggestedForm => {
  const title = formTitle(sheets, '')
  const open = openLedgers(ask).map(({ ledger }) => ledger).filter((ledger) => ledger.system !== true)
  return { cells: suggestBindings(blanks, { measures: measureWords(ask.book.declared.measures.values()), tree: ask.book.treeAt(ask.today), title }), lists: lists.map((list) => suggestList(list, open, `${formTitle(sheets.filter(({ name }) => name === list.sheet), '')} ${list.sheet}`)) }
}

/** So many earlier forms are looked through for one with the same heads. */
export const mostEarlier = 400

/** What is kept of a mapping. */
export const keptMapping = ({ cells, lists }: SuggestedForm): FormMapping => ({
  cells: cells.map(({ sheet, cell, heads, unit, binding }) => ({ sheet, cell, heads, unit, binding })),
  lists: lists.map(({ sheet, from, to, heads, ledger, where, sort, desc, inPeriod, columns }) => ({ sheet, from, to, heads, ledger, where, sort, desc, inPeriod, columns })),
})

/** The blanks of a mapping, and those that have a source. */
export const countBlanks = ({ cells, lists }: FormMapping): { readonly blanks: number; readonly bound: number } => ({ blanks: cells.length + lists.length, bound: cells.filter(({ binding }) => binding.kind !== 'none').length + lists.filter(({ ledger }) => ledger !== null).length })
