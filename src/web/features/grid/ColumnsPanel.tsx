import { useState } from 'react'
import { Button, Checkbox, InputNumber, Popover } from 'antd'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { headOf } from '../ledger/columns.ts'
import type { LedgerList } from '../ledger/useLedgerGrid.ts'
import type { GridColumn } from './grid-columns.ts'
import { allColumns, clamp, columnsText, moveColumn, narrowest, widest } from './grid-columns.ts'

type Props = { readonly ledger: Ledger; readonly columns: readonly GridColumn[]; readonly grid: LedgerList }

/** Which columns are shown, in what order, how wide, and how many of the first stand still. */
export const ColumnsPanel = ({ ledger, columns, grid }: Props) => {
  const { m, lang } = useSpeech()
  const [open, setOpen] = useState(false)
  const show = (next: readonly GridColumn[], freeze = grid.freeze) => next.length > 0 && grid.showColumns(columnsText(ledger, next), freeze)
  const titleOf = ({ field, key }: GridColumn): string => (field === undefined ? (key === 'valid_from' ? m.ledger.from : m.ledger.to) : headOf(field, lang))
  const hidden = allColumns(ledger).filter((column) => !columns.some((each) => each.key === column.key))
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <div className="grid-columns">
          <ol>
            {columns.map((column, at) => (
              <li key={column.key}>
                <Checkbox checked disabled={columns.length === 1} onChange={() => show(columns.filter((each) => each.key !== column.key))}>
                  {titleOf(column)}
                </Checkbox>
                <InputNumber size="small" aria-label={m.grid.widthOf(titleOf(column))} min={narrowest} max={widest} step={8} value={column.width} onChange={(width) => width !== null && show(columns.map((each) => (each.key === column.key ? { ...each, width: clamp(width) } : each)))} />
                <Button size="small" aria-label={m.grid.moveUp(titleOf(column))} disabled={at === 0} onClick={() => show(moveColumn(columns, at, at - 1))}>
                  ↑
                </Button>
                <Button size="small" aria-label={m.grid.moveDown(titleOf(column))} disabled={at === columns.length - 1} onClick={() => show(moveColumn(columns, at, at + 1))}>
                  ↓
                </Button>
              </li>
            ))}
            {hidden.map((column) => (
              <li key={column.key}>
                <Checkbox checked={false} onChange={() => show([...columns, column])}>
                  {titleOf(column)}
                </Checkbox>
              </li>
            ))}
          </ol>
          <label className="grid-freeze">
            {m.grid.freeze}
            <InputNumber size="small" min={0} max={5} value={grid.freeze} onChange={(freeze) => freeze !== null && show(columns, freeze)} />
          </label>
          <Button size="small" onClick={() => grid.showColumns(undefined, 1)}>
            {m.grid.usualColumns}
          </Button>
        </div>
      }
    >
      <Button>{m.grid.columns}</Button>
    </Popover>
  )
}
