import { expect, test } from 'vitest'
import { blockOf, moved, moveOf, selectOnly, stepped } from './selection.ts'

const size = { rows: 50, columns: 6, inSight: 20 }
const from = selectOnly({ row: 10, column: 3 })

test('the keys of a spreadsheet go where they go there, and no further than the grid', () => {
  const to = (key: string, control = false) => {
    const move = moveOf(key, control)
    return move === undefined ? undefined : moved(from, move, size).active
  }
  expect([to('ArrowUp'), to('ArrowRight'), to('Home'), to('End'), to('PageDown'), to('PageUp')]).toEqual([
    { row: 9, column: 3 }, { row: 10, column: 4 }, { row: 10, column: 0 }, { row: 10, column: 5 }, { row: 30, column: 3 }, { row: 0, column: 3 },
  ])
  expect([to('Home', true), to('End', true), to('ArrowLeft', true), to('x')]).toEqual([{ row: 0, column: 0 }, { row: 49, column: 5 }, { row: 10, column: 0 }, undefined])
  expect(moved(selectOnly({ row: 0, column: 0 }), 'up', size).active).toEqual({ row: 0, column: 0 })
})

test('a block grows from where it was begun, and shrinks again', () => {
  const grown = moved(moved(from, 'down', size, true), 'left', size, true)
  expect(blockOf(grown)).toEqual({ top: 10, bottom: 11, left: 2, right: 3 })
  expect(blockOf(moved(moved(grown, 'up', size, true), 'up', size, true))).toEqual({ top: 9, bottom: 10, left: 2, right: 3 })
  expect(blockOf(moved(grown, 'down', size))).toEqual({ top: 12, bottom: 12, left: 2, right: 2 })
})

test('tab reads on in the next row, and stops at the end', () => {
  expect(stepped(selectOnly({ row: 4, column: 5 }), 1, size).active).toEqual({ row: 5, column: 0 })
  expect(stepped(selectOnly({ row: 5, column: 0 }), -1, size).active).toEqual({ row: 4, column: 5 })
  expect(stepped(selectOnly({ row: 49, column: 5 }), 1, size).active).toEqual({ row: 49, column: 5 })
})
