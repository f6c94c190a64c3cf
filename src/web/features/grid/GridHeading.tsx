import { useRef, useState } from 'react'
import type { PointerEvent } from 'react'
import { Popover } from 'antd'
import type { Condition } from '../../../core/ledger/conditions.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { isNumeric } from '../../fields/fields.ts'
import type { LedgerList } from '../ledger/useLedgerGrid.ts'
import { FilterPanel } from './FilterPanel.tsx'
import type { GridColumn } from './grid-columns.ts'
import { clamp } from './grid-columns.ts'

type Props = { readonly column: GridColumn; readonly title: string; readonly left: number | undefined; readonly grid: LedgerList; readonly onWidth: (width: number) => void }

/** The head of a column: a click orders by it (with Shift beside others), the mark at its right filters, its edge is drawn to a width. */
export const GridHeading = ({ column, title, left, grid, onWidth }: Props) => {
  const { m } = useSpeech()
  const [open, setOpen] = useState(false)
  const { field, key } = column
  const at = grid.order.findIndex((each) => each.key === key)
  const order = grid.order[at]
  const own: readonly Condition[] = grid.conditions.filter((each) => each.field === key)
  const sortable = field?.kind !== 'sealed' && field?.kind !== 'file'
  return (
    <th
      scope="col"
      className={[left === undefined ? '' : 'grid-frozen', field !== undefined && isNumeric(field) ? 'numeric' : '', own.length > 0 ? 'grid-filtered' : ''].join(' ').trim() || undefined}
      style={left === undefined ? undefined : { left }}
      aria-sort={order === undefined ? undefined : order.desc ? 'descending' : 'ascending'}
    >
      <div className="grid-heading">
        {sortable ? (
          <button type="button" className="table-sort" title={m.grid.sortHint(title)} onClick={(event) => grid.sortBy(key, event.shiftKey)}>
            <span>{title}</span>
            {order !== undefined && (
              <i aria-hidden="true">
                {order.desc ? '↓' : '↑'}
                {grid.order.length > 1 && <sub>{at + 1}</sub>}
              </i>
            )}
          </button>
        ) : (
          <span>{title}</span>
        )}
        {field !== undefined && sortable && (
          <Popover
            trigger="click"
            placement="bottomRight"
            open={open}
            onOpenChange={setOpen}
            destroyOnHidden
            content={
              <FilterPanel
                field={field}
                grid={grid}
                own={own}
                onApply={(next) => {
                  setOpen(false)
                  grid.filter(key, next)
                }}
              />
            }
          >
            <button type="button" className="grid-filter no-print" aria-label={m.grid.filterBy(title)} aria-pressed={own.length > 0}>
              <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                <path d="M1 2h10L7.2 6.6V10L4.8 11V6.6z" />
              </svg>
            </button>
          </Popover>
        )}
      </div>
      <Edge width={column.width} onWidth={onWidth} />
    </th>
  )
}

/** The edge of a column, drawn with the pointer; by keyboard the width is set under the columns. */
const Edge = ({ width, onWidth }: { width: number; onWidth: (width: number) => void }) => {
  const from = useRef<{ readonly x: number; readonly width: number }>(undefined)
  const to = (event: PointerEvent): number | undefined => (from.current === undefined ? undefined : clamp(from.current.width + event.clientX - from.current.x))
  return (
    <span
      className="grid-edge no-print"
      aria-hidden="true"
      onPointerDown={(event) => {
        from.current = { x: event.clientX, width }
        event.currentTarget.setPointerCapture(event.pointerId)
        event.preventDefault()
      }}
      onPointerMove={(event) => {
        const next = to(event)
        if (next !== undefined) event.currentTarget.parentElement?.style.setProperty('--drawn', `${next}px`)
      }}
      onPointerUp={(event) => {
        const next = to(event)
        from.current = undefined
        event.currentTarget.parentElement?.style.removeProperty('--drawn')
        if (next !== undefined && next !== width) onWidth(next)
      }}
    />
  )
}
