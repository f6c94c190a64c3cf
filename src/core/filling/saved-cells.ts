/** A form that was filled for a period, in a month: how many cells the book filled, and which filling it was. */
export type CountedFilling = { readonly form: number; readonly period: string; readonly filling: number; readonly month: string; readonly book: number }

/** Cells nobody had to type in a month: those of forms from above, and those of entries that a register filled. */
export type SavedMonth = { readonly month: string; readonly forms: number; readonly entries: number }

/** Adds up what was saved, the latest month first. A form filled again for the same period saves nothing more: its last filling counts. */
export const savedCells = (fillings: readonly CountedFilling[], entries: readonly { readonly month: string; readonly cells: number }[]): { readonly total: number; readonly months: readonly SavedMonth[] } => {
  const last = new Map<string, CountedFilling>()
  for (const each of fillings) {
    const key = `${each.form}|${each.period}`
    if ((last.get(key)?.filling ?? 0) < each.filling) last.set(key, each)
  }
  const months = new Map<string, SavedMonth>()
  const add = (month: string, more: { readonly forms?: number; readonly entries?: number }) => {
    const before = months.get(month) ?? { month, forms: 0, entries: 0 }
    months.set(month, { month, forms: before.forms + (more.forms ?? 0), entries: before.entries + (more.entries ?? 0) })
  }
  for (const { month, book } of last.values()) add(month, { forms: book })
  for (const { month, cells } of entries) add(month, { entries: cells })
  return { total: [...months.values()].reduce((sum, { forms, entries: filled }) => sum + forms + filled, 0), months: [...months.values()].sort((a, b) => (a.month < b.month ? 1 : -1)) }
}
