import type { FreezeRef } from '../../../api/report.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

type Row = FreezeRef['moved'][number]

/** The figures that are no longer what a frozen report says, both values as told. */
export const MovedFigures = ({ moved }: { moved: readonly Row[] }) => {
  const { m, w } = useSpeech()
  const columns: readonly Column<Row>[] = [
    { key: 'measure', title: m.agree.measure, lead: true, line: true, cell: (row) => w(row.title) },
    { key: 'then', title: m.agree.then, cell: (row) => <span className="told-value">{row.then}</span> },
    { key: 'now', title: m.agree.now, cell: (row) => <span className="told-value">{row.now}</span> },
  ]
  return moved.length === 0 ? <p>{m.agree.moved(0)}</p> : <DataTable caption={m.agree.movedCaption} columns={columns} rows={moved} keyOf={(row) => row.measure} />
}
