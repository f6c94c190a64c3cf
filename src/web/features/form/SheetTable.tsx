import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { Button } from 'antd'
import type { BlankOut, ListOut, LookSheet } from '../../../api/form.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { LaidCell } from './sheet-rows.ts'
import { isTitle, sheetRows, sheetSize } from './sheet-rows.ts'

type Props = {
  readonly sheet: LookSheet
  readonly blanks: readonly BlankOut[]
  readonly lists: readonly ListOut[]
  /** What stands in a blank, and in a column of a list `at` so many rows from its first. */
  readonly blank: (blank: BlankOut) => ReactNode
  readonly listCell: (list: ListOut, column: number, at: number) => ReactNode
}

/** Rows shown at first, and more each time. */
const shownRows = 200

/** A sheet of a form as it looks, with its merged cells; blanks hold what the caller puts there. */
export const SheetTable = ({ sheet, blanks, lists, blank, listCell }: Props) => {
  const { m } = useSpeech()
  const [most, setMost] = useState(shownRows)
  const rows = useMemo(() => sheetRows(sheet, blanks, lists), [sheet, blanks, lists])
  const [, width] = sheetSize(sheet, blanks)
  const asked = useMemo(() => new Set([...blanks.map(({ column }) => column), ...lists.flatMap(({ columns }) => columns.map(({ column }) => column))]), [blanks, lists])
  const content = (cell: LaidCell): ReactNode => {
    if (cell.blank !== undefined) return cell.blank.cell === cell.name && cell.text !== '' ? <>{cell.text}{blank(cell.blank)}</> : blank(cell.blank)
    if (cell.list !== undefined) return listCell(cell.list, cell.column, cell.row - cell.list.from)
    return cell.formula ? <span className="faint" title={m.form.computed}>∑</span> : cell.text
  }
  return (
    <>
      <div className="form-sheet" tabIndex={0} role="region" aria-label={m.form.tableOf(sheet.name)}>
        <table lang="zh-CN">
          <caption className="only-read">{m.form.tableOf(sheet.name)}</caption>
          <colgroup>
            {Array.from({ length: width }, (_, column) => (
              <col key={column} style={{ width: `${Math.min(Math.max(sheet.widths[column] ?? 9, asked.has(column) ? 12 : 5), 60) * 8}px` }} />
            ))}
          </colgroup>
          <tbody>
            {rows.slice(0, most).map(({ row, cells }) => (
              <tr key={row}>
                {cells.map((cell) => (
                  <td key={cell.column} rowSpan={cell.rows} colSpan={cell.columns} className={classOf(cell, width)}>
                    {content(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most && <Button onClick={() => setMost(most + shownRows)}>{m.form.moreRows(Math.min(shownRows, rows.length - most))}</Button>}
    </>
  )
}

const classOf = (cell: LaidCell, width: number): string | undefined => {
  const names = [cell.boxed || cell.list !== undefined ? 'form-boxed' : '', isTitle(cell, width) ? 'form-title' : '', cell.align === null ? '' : `form-${cell.align}`, cell.blank !== undefined || cell.list !== undefined ? 'form-blank' : ''].filter((name) => name !== '')
  return names.length === 0 ? undefined : names.join(' ')
}
