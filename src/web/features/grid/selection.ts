/** A cell by its row on the page and its column, both from 0. */
export type Place = { readonly row: number; readonly column: number }

/** The cell the keys act on, and the corner the selected block was begun at. */
export type Selection = { readonly active: Place; readonly anchor: Place }

/** How large the grid is, and how many rows are in sight at once. */
export type Size = { readonly rows: number; readonly columns: number; readonly inSight: number }

export const moves = ['up', 'down', 'left', 'right', 'row-start', 'row-end', 'page-up', 'page-down', 'first', 'last'] as const
export type Move = (typeof moves)[number]

/** The way a key goes, undefined for a key that goes none. */
export const moveOf = (key: string, control: boolean): Move | undefined => {
  switch (key) {
    case 'ArrowUp':
      return 'up'
    case 'ArrowDown':
      return 'down'
    case 'ArrowLeft':
      return control ? 'row-start' : 'left'
    case 'ArrowRight':
      return control ? 'row-end' : 'right'
    case 'Home':
      return control ? 'first' : 'row-start'
    case 'End':
      return control ? 'last' : 'row-end'
    case 'PageUp':
      return 'page-up'
    case 'PageDown':
      return 'page-down'
    default:
      return undefined
  }
}

/** The selection after a move; extended, the block grows from where it was begun. */
export const moved = ({ active, anchor }: Selection, move: Move, size: Size, extend = false): Selection => {
  const to = within(step(active, move, size), size)
  return { active: to, anchor: extend ? anchor : to }
}

/** The cell that follows in reading order, or the one before: the next row's first after a row's last. */
export const stepped = ({ active }: Selection, by: 1 | -1, size: Size): Selection => {
  const at = active.row * size.columns + active.column + by
  const kept = Math.min(Math.max(at, 0), size.rows * size.columns - 1)
  return selectOnly(within({ row: Math.floor(kept / size.columns), column: kept % size.columns }, size))
}

/** One cell selected. */
export const selectOnly = (place: Place): Selection => ({ active: place, anchor: place })

/** The selected block, both ends included. */
export const blockOf = ({ active, anchor }: Selection): { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number } => ({
  top: Math.min(active.row, anchor.row),
  bottom: Math.max(active.row, anchor.row),
  left: Math.min(active.column, anchor.column),
  right: Math.max(active.column, anchor.column),
})

export const within = (place: Place, size: Pick<Size, 'rows' | 'columns'>): Place => ({ row: Math.min(Math.max(place.row, 0), Math.max(size.rows - 1, 0)), column: Math.min(Math.max(place.column, 0), Math.max(size.columns - 1, 0)) })

const step = ({ row, column }: Place, move: Move, size: Size): Place => {
  switch (move) {
    case 'up':
      return { row: row - 1, column }
    case 'down':
      return { row: row + 1, column }
    case 'left':
      return { row, column: column - 1 }
    case 'right':
      return { row, column: column + 1 }
    case 'row-start':
      return { row, column: 0 }
    case 'row-end':
      return { row, column: size.columns - 1 }
    case 'page-up':
      return { row: row - size.inSight, column }
    case 'page-down':
      return { row: row + size.inSight, column }
    case 'first':
      return { row: 0, column: 0 }
    case 'last':
      return { row: size.rows - 1, column: size.columns - 1 }
    default:
      return move satisfies never
  }
}
