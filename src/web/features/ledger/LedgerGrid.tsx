import type { RowOut } from '../../../api/entry.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { LedgerOutput } from '../../app/wire.ts'
import { isNumeric, viewOf } from '../../fields/fields.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { NumberCell } from '../../ui/NumberCell.tsx'
import { gridColumns, headOf } from './columns.ts'
import type { LedgerList } from './useLedgerGrid.ts'

type Props = { readonly ledger: Ledger; readonly data: LedgerOutput<'list'>; readonly grid: LedgerList }

/** The rows of a ledger under its declared columns, the sums of its numbers at the foot. */
export const LedgerGrid = ({ ledger, data, grid }: Props) => {
  const { m, w, lang } = useSpeech()
  const columns: Column<RowOut>[] = [
    {
      key: 'id',
      title: m.ledger.entry,
      cell: (row) => (
        <span className="number-text">
          #{row.id}
          {row.void && <span className="badge badge-void">{m.ledger.void}</span>}
        </span>
      ),
      foot: m.ledger.sums,
    },
    ...gridColumns(ledger).map((field): Column<RowOut> => {
      const { Output } = viewOf(field)
      const sum = data.sums[field.key]
      return {
        key: field.key,
        title: headOf(field, lang),
        numeric: isNumeric(field),
        sortable: field.kind !== 'sealed' && field.kind !== 'document' && field.kind !== 'file',
        cell: (row) => <Output field={field} value={row.fields[field.key] ?? null} />,
        ...(sum !== undefined && { foot: <NumberCell value={sum} /> }),
      }
    }),
    ...(ledger.shape === 'register'
      ? [
          { key: 'valid_from', title: m.ledger.from, sortable: true, cell: (row: RowOut) => <span className="number-text">{row.from ?? ''}</span> },
          { key: 'valid_to', title: m.ledger.to, cell: (row: RowOut) => <span className="number-text">{row.to ?? ''}</span> },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={w(ledger.title)}
      columns={columns}
      rows={data.rows}
      keyOf={(row) => row.id}
      sort={{ key: grid.order[0]?.key, desc: grid.order[0]?.desc === true, by: grid.sortBy }}
      onOpen={(row) => grid.openEntry(row.id)}
      isMuted={(row) => row.void}
      isOpen={(row) => row.id === grid.entry}
    />
  )
}
