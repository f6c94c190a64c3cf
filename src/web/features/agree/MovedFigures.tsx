import type { FreezeRef } from '../../../api/report.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

type Row = FreezeRef['moved'][number]

/** The figures that are no longer what a frozen report says, both values as told. */
export const MovedFigures = ({ moved }: { moved: readonly Row[] }) => {
  const { m, w } = useSpeech()
  const columns: readonly Column<Row>[] = [
    { key: 'measure', title: m.agree.measure, lead: true, cell: (row) => w(row.title) },
    { key: 'then', title: m.agree.then, numeric: true, cell: (row) => <span className="number-text">{row.then}</span> },
    { key: 'now', title: m.agree.now, numeric: true, cell: (row) => <span className="number-text">{row.now}</span> },
  ]
  return moved.length === 0 ? <p>{m.agree.moved(0)}</p> : <DataTable caption={m.agree.movedCaption} columns={columns} rows={moved} keyOf={(row) => row.measure} />
}
