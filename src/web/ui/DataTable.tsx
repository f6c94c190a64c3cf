import type { ReactNode } from 'react'
import { useSpeech } from '../app/i18n.tsx'
import { Written } from './Written.tsx'

export type Column<Row> = {
  readonly key: string
  readonly title: string
  readonly numeric?: boolean
  /** May be sorted by its heading. */
  readonly sortable?: boolean
  /** Kept on one line. */
  readonly line?: boolean
  /** Holds words: never squeezed to a few letters by the others. */
  readonly wide?: boolean
  /** Heads the row where a phone shows rows as blocks. */
  readonly lead?: boolean
  readonly cell: (row: Row) => ReactNode
  readonly foot?: ReactNode
}

type Props<Row> = {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string | number
  readonly sort?: { readonly key: string | undefined; readonly desc: boolean; readonly by: (key: string) => void }
  readonly onOpen?: (row: Row) => void
  readonly isMuted?: (row: Row) => boolean
  readonly isOpen?: (row: Row) => boolean
}

/**
 * A dense table of 32 px rows that stays a table for the ear and the keyboard. On a phone each row becomes a
 * block whose cells carry their headings. A row that opens does so by its first cell's button, or by a click anywhere.
 */
export const DataTable = <Row,>({ caption, columns, rows, keyOf, sort, onOpen, isMuted, isOpen }: Props<Row>) => {
  const { m } = useSpeech()
  const hasFoot = columns.some((column) => column.foot !== undefined)
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={caption}>
      <table className={onOpen === undefined ? 'table' : 'table table-opens'}>
        <caption className="only-read">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric === true ? 'numeric' : undefined} aria-sort={sort?.key === column.key ? (sort.desc ? 'descending' : 'ascending') : undefined}>
                {sort !== undefined && column.sortable === true ? (
                  <button type="button" className="table-sort" onClick={() => sort.by(column.key)} title={m.ui.sortBy(column.title)}>
                    {column.title}
                    <i aria-hidden="true">{sort.key === column.key ? (sort.desc ? '↓' : '↑') : '↕'}</i>
                  </button>
                ) : (
                  <Written text={column.title} />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={[isMuted?.(row) === true ? 'muted' : '', isOpen?.(row) === true ? 'open' : ''].join(' ').trim() || undefined} onClick={onOpen === undefined ? undefined : (event) => (event.target instanceof Element && event.target.closest('a, button') !== null ? undefined : onOpen(row))}>
              {columns.map((column, at) => (
                <td key={column.key} data-label={column.title} className={classOf(column)}>
                  {at === 0 && onOpen !== undefined ? (
                    <button type="button" className="row-open" onClick={() => onOpen(row)}>
                      {column.cell(row)}
                    </button>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {hasFoot && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.key} data-label={column.title} className={column.numeric === true ? 'numeric' : undefined}>
                  {column.foot}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

const classOf = ({ numeric, lead, line, wide }: Pick<Column<never>, 'numeric' | 'lead' | 'line' | 'wide'>): string | undefined =>
  [numeric === true && 'numeric', lead === true && 'lead', line === true && 'line', wide === true && 'wide'].filter((name) => name !== false).join(' ') || undefined
