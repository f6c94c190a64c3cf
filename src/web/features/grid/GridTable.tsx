import { useCallback, useMemo, useRef, useState } from 'react'
import { Checkbox } from 'antd'
import type { RowOut } from '../../../api/entry.ts'
import type { Known } from '../../../core/importing/read-cell.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useOrgs } from '../../app/orgs.ts'
import { useSession } from '../../app/session.tsx'
import type { LedgerOutput } from '../../app/wire.ts'
import { NumberCell } from '../../ui/NumberCell.tsx'
import { headOf } from '../ledger/columns.ts'
import type { LedgerList } from '../ledger/useLedgerGrid.ts'
import type { GridColumn } from './grid-columns.ts'
import { columnsText } from './grid-columns.ts'
import { GridHeading } from './GridHeading.tsx'
import { GridRow } from './GridRow.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { blockOf } from './selection.ts'
import type { CellEdits } from './useCellEdits.ts'
import type { Block } from './useGridCells.ts'
import { useGridCells } from './useGridCells.ts'
import './grid.css'

type Props = {
  readonly ledger: Ledger
  readonly data: LedgerOutput<'list'>
  readonly grid: LedgerList
  readonly columns: readonly GridColumn[]
  readonly canEdit: boolean
  readonly edits: CellEdits
  readonly checked: ReadonlySet<number>
  readonly onCheck: (entries: readonly number[], checked: boolean) => void
}

const checkWidth = 40
const numberWidth = 104

/** The rows of a ledger as a spreadsheet shows them: cells one walks through, types in, copies and pastes over. */
export const GridTable = ({ ledger, data, grid, columns, canEdit, edits, checked, onCheck }: Props) => {
  const { m, w, lang } = useSpeech()
  const [block, setBlock] = useState<Block>()
  const known = useKnown()
  const titleOf = useCallback((column: GridColumn): string => (column.field === undefined ? (column.key === 'valid_from' ? m.ledger.from : m.ledger.to) : headOf(column.field, lang)), [m, lang])
  const { openEntry } = grid
  const onOpen = useCallback((entry: number, act?: 'correct') => openEntry(entry, act), [openEntry])
  const toggle = useCallback((entry: number, to?: boolean) => onCheck([entry], to ?? !checked.has(entry)), [onCheck, checked])
  const frame = useRef<HTMLDivElement>(null)
  const cells = useGridCells(frame, { rows: data.rows, columns, canEdit, known, edits, offset: grid.offset, total: data.total, size: grid.size, onTurn: grid.turnTo, onOpen, onCheck: toggle, onPaste: setBlock })
  const { selection } = cells
  const range = blockOf(selection)
  const frozen = Math.min(grid.freeze, columns.length)
  const lefts = useMemo(() => columns.slice(0, frozen).map((_, at) => checkWidth + numberWidth + columns.slice(0, at).reduce((sum, each) => sum + each.width, 0)), [columns, frozen])
  const width = checkWidth + numberWidth + columns.reduce((sum, column) => sum + column.width, 0)
  const ids = data.rows.filter((row) => !row.void).map((row) => row.id)
  const all = ids.length > 0 && ids.every((id) => checked.has(id))
  const wrongAt = edits.notice?.kind === 'refused' ? edits.notice : undefined
  const many = range.top !== range.bottom || range.left !== range.right
  return (
    <>
      <div className="grid-frame table-frame" ref={frame} {...cells.handlers}>
        <table className="table grid" role="grid" aria-label={w(ledger.title)} aria-rowcount={data.total} aria-colcount={columns.length + 2} aria-multiselectable="true" style={{ width }}>
          <colgroup>
            <col style={{ width: checkWidth }} />
            <col style={{ width: numberWidth }} />
            {columns.map((column) => (
              <col key={column.key} style={{ width: column.width }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col" className="grid-head-cell grid-frozen no-print">
                <Checkbox aria-label={m.grid.checkPage} checked={all} indeterminate={!all && ids.some((id) => checked.has(id))} onChange={(event) => onCheck(ids, event.target.checked)} />
              </th>
              <th scope="col" className="grid-head-cell grid-frozen grid-number" aria-sort={grid.order[0]?.key === 'id' ? (grid.order[0].desc ? 'descending' : 'ascending') : undefined}>
                <button type="button" className="table-sort" onClick={(event) => grid.sortBy('id', event.shiftKey)}>
                  {m.ledger.entry}
                  {grid.order[0]?.key === 'id' && <i aria-hidden="true">{grid.order[0].desc ? '↓' : '↑'}</i>}
                </button>
              </th>
              {columns.map((column, at) => (
                <GridHeading key={column.key} column={column} title={titleOf(column)} left={lefts[at]} grid={grid} onWidth={(next) => grid.showColumns(columnsText(ledger, columns.map((each) => (each.key === column.key ? { ...each, width: next } : each))), grid.freeze)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row: RowOut, at) => (
              <GridRow
                key={row.id}
                row={row}
                at={at}
                columns={columns}
                lefts={lefts}
                shown={edits.shown}
                active={selection.active.row === at ? selection.active.column : undefined}
                block={many && at >= range.top && at <= range.bottom ? [range.left, range.right] : undefined}
                draft={selection.active.row === at ? cells.draft : undefined}
                wrong={wrongAt?.entry === row.id ? wrongAt.field : undefined}
                checked={checked.has(row.id)}
                open={row.id === grid.entry}
                canEdit={canEdit}
                titleOf={titleOf}
                onCheck={toggle}
                onOpen={onOpen}
                onDraft={cells.onDraft}
                onChoose={cells.onChoose}
                onLeave={cells.onLeave}
                onCancel={cells.onCancel}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td className="grid-head-cell grid-frozen no-print" />
              <td className="grid-head-cell grid-frozen grid-number">{m.ledger.sums}</td>
              {columns.map((column, at) => {
                const sum = data.sums[column.key]
                return (
                  <td key={column.key} className={[sum === undefined ? '' : 'numeric', lefts[at] === undefined ? '' : 'grid-frozen'].join(' ').trim() || undefined} style={lefts[at] === undefined ? undefined : { left: lefts[at] }}>
                    {sum !== undefined && <NumberCell value={sum} />}
                  </td>
                )
              })}
            </tr>
          </tfoot>
        </table>
      </div>
      {block !== undefined && <PasteDialog ledger={ledger} rows={data.rows} columns={columns} block={block} known={known} edits={edits} titleOf={titleOf} onClose={() => setBlock(undefined)} />}
    </>
  )
}

/** What typed values are read with: organisations by every name they go by, and the year of a day written without one. */
const useKnown = (): Known => {
  const { orgs } = useOrgs()
  const { town } = useSession()
  return useMemo(() => ({ orgs: new Map(orgs.flatMap((org) => [org.zh, org.en, org.code].map((name) => [name, org.code] as const))), year: Number(town.today.slice(0, 4)) }), [orgs, town.today])
}
