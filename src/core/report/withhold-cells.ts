/**
 * Small cells of a public breakdown are withheld, and enough others with them that no withheld one follows from the total
 * and from what is shown. What is withheld all looks alike: nobody can tell a small cell from one withheld for its sake.
 * Where one thing may count in several cells, the total tells less of the withheld than their sum would, and the same is withheld.
 */

/** What one org adds to a figure: its rows, and the value they make. */
export type Cell<Value> = { readonly org: string; readonly rows: number; readonly value: Value }

/** The cells that may be shown and the orgs whose cells may not; undefined where no breakdown can be shown at all. */
export type Breakdown<Value> = { readonly shown: readonly Cell<Value>[]; readonly withheld: readonly string[] }

/** Withholds cells of fewer rows than `least`. Orgs without rows are no cells. */
export const withholdCells = <Value>(cells: readonly Cell<Value>[], least: number): Breakdown<Value> | undefined => {
  const bySize = cells.filter((cell) => cell.rows > 0).sort((a, b) => a.rows - b.rows || (a.org < b.org ? -1 : 1))
  const small = bySize.filter((cell) => cell.rows < least).length
  if (small === 0) return { shown: inOrder(bySize), withheld: [] }
  for (let count = Math.max(small, 2); count <= bySize.length; count += 1) {
    const hidden = bySize.slice(0, count)
    if (isSafe(hidden, least)) return { shown: inOrder(bySize.slice(count)), withheld: hidden.map((cell) => cell.org).sort() }
  }
  return undefined
}

/** Whether the sum of the withheld leaves each of them open: neither the least it can be, each being 1, nor the most small ones could make. */
const isSafe = (hidden: readonly Cell<unknown>[], least: number): boolean => {
  const sum = hidden.reduce((rows, cell) => rows + cell.rows, 0)
  return sum >= least && sum > hidden.length && sum !== hidden.length * (least - 1)
}

const inOrder = <Value>(cells: readonly Cell<Value>[]): readonly Cell<Value>[] => [...cells].sort((a, b) => (a.org < b.org ? -1 : 1))
