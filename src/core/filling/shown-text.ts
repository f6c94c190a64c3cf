import type { SheetCell } from '../exporting/sheet-columns.ts'
import { decimal, round, scaleOf, times } from '../quantity/decimal.ts'

/** What a cell will show once it is opened: a share as percent where its format says so. */
export const shownText = (cell: SheetCell, percent: boolean): string => {
  if (cell === null) return ''
  if (cell.kind === 'text') return cell.text
  if (cell.kind === 'day') return cell.day
  const decimals = Math.max(0, percent ? cell.decimals - 2 : cell.decimals)
  const value = round(percent ? times(cell.value, decimal('100')) : cell.value, decimals)
  const missing = decimals - scaleOf(value)
  return `${value}${missing > 0 ? `${scaleOf(value) === 0 ? '.' : ''}${'0'.repeat(missing)}` : ''}${percent ? '%' : ''}`
}
