/** A form that was filled for a period: how many cells the book filled, and which filling it was. */
export type CountedFilling = { readonly form: number; readonly period: string; readonly filling: number; readonly book: number }

/** Cells nobody had to type, by what saved them. */
export type SavedCells = { readonly forms: number; readonly total: number }

/** Adds up what was saved. A form filled again for the same period saves nothing more: its last filling counts. */
export const savedCells = (fillings: readonly CountedFilling[]): SavedCells => {
  const last = new Map<string, CountedFilling>()
  for (const each of fillings) {
    const key = `${each.form}|${each.period}`
    if ((last.get(key)?.filling ?? 0) < each.filling) last.set(key, each)
  }
  const forms = [...last.values()].reduce((sum, { book }) => sum + book, 0)
  return { forms, total: forms }
}
