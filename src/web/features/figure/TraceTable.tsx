import { Link } from '@tanstack/react-router'
import type { TraceRow } from '../../../api/figure.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { numberText } from '../../ui/number-text.ts'
import { NumberCell } from '../../ui/NumberCell.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { unitWords } from '../../ui/unit-words.ts'
import { pageSize } from './useFigurePanel.ts'

type Props = { readonly trace: OutputOf<'figure.trace'>; readonly onMove: (offset: number) => void }

/** The rows behind a number, each with its share of it, who entered it and the way to its entry. */
export const TraceTable = ({ trace, onMove }: Props) => {
  const { m, w, lang } = useSpeech()
  if (trace.rows.length === 0 && trace.rowCount === 0) return <EmptyState title={trace.withheldRows > 0 ? m.figure.allWithheld(numberText(String(trace.withheldRows))) : m.figure.noRows} />
  const columns: readonly Column<TraceRow>[] = [
    {
      key: 'summary',
      title: m.figure.row,
      lead: true,
      cell: (row) => (
        <>
          <Link to="/ledgers/$ledger" params={{ ledger: row.ledger }} search={{ entry: String(row.entry) }} className="trace-row" title={`${w(row.ledgerTitle)} #${row.entry}`}>
            {row.summary.length === 0 ? `${w(row.ledgerTitle)} #${row.entry}` : row.summary.map((part) => w(part.text)).join(' · ')}
          </Link>
          {row.stated && <span className="badge">{m.figure.source.stated}</span>}
        </>
      ),
    },
    { key: 'day', title: m.figure.day, cell: (row) => <span className="number-text">{row.day}</span> },
    { key: 'org', title: m.figure.org, cell: (row) => w(row.orgName) },
    { key: 'amount', title: trace.unit === '' ? m.figure.amount : m.figure.amountIn(unitWords(trace.unit, lang)), numeric: true, cell: (row) => <NumberCell value={row.amount} /> },
    {
      key: 'who',
      title: m.figure.who,
      cell: (row) => row.enteredBy,
    },
    { key: 'journal', title: m.figure.journal, numeric: true, cell: (row) => <span className="number-text faint">#{row.journal}</span> },
  ]
  return (
    <>
      <DataTable caption={m.figure.rows} columns={columns} rows={trace.rows} keyOf={(row) => `${row.ledger}/${row.entry}/${row.day}/${row.amount}`} />
      <Pager offset={trace.offset} limit={pageSize} total={trace.rowCount} onMove={onMove} />
    </>
  )
}
