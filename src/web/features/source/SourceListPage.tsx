import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { fileAddress } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { lastHalf } from '../../app/periods.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import type { OutputOf } from '../../app/wire.ts'
import { Answer } from '../../ui/Answer.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { NumberCell } from '../../ui/NumberCell.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { sizeText } from './document-file.ts'
import { tallyOf } from './work.ts'
import { useHeldWork } from './work-store.ts'
import './source.css'

type Row = OutputOf<'source.list'>['sources'][number]

/** The documents that were read into the book, and the one that is being read now. */
export const SourceListPage = () => {
  const { m } = useSpeech()
  const query = useCall('source.list', {})
  const navigate = useNavigate()
  const { town } = useSession()
  const work = useHeldWork()
  const tally = work === undefined ? undefined : tallyOf(work)
  const readNew = work === undefined && (
    <Button type="primary" onClick={() => void navigate({ to: '/sources/new' })}>
      {m.source.readNew}
    </Button>
  )
  const columns: readonly Column<Row>[] = [
    { key: 'title', title: m.source.column.title, lead: true, cell: (row) => <span lang="zh-CN">{row.title}</span> },
    { key: 'day', title: m.source.column.day, cell: (row) => <span className="number-text">{row.day}</span> },
    { key: 'figures', title: m.source.column.figures, numeric: true, cell: (row) => <NumberCell value={String(row.figures)} /> },
    { key: 'commitments', title: m.source.column.commitments, numeric: true, cell: (row) => <NumberCell value={String(row.commitments)} /> },
    { key: 'directions', title: m.source.column.directions, numeric: true, cell: (row) => <NumberCell value={String(row.directions)} /> },
    { key: 'by', title: m.source.column.by, cell: (row) => row.acceptedBy },
    { key: 'at', title: m.source.column.at, cell: (row) => <span className="number-text">{momentText(row.recordedAt)}</span> },
    { key: 'size', title: m.source.column.size, numeric: true, cell: (row) => <span className="number-text">{sizeText(row.size)}</span> },
  ]
  return (
    <div className="page">
      <p className="crumb">
        <Link to="/report">{m.source.toReport}</Link>
      </p>
      <PageHead title={m.source.list} note={(query.data?.sources.length ?? 0) > 0 ? m.source.about : undefined}>
        <Button href={fileAddress('figure.template', { period: lastHalf(town.today) })} download>
          {m.source.template}
        </Button>
        {(query.data?.sources.length ?? 0) > 0 && readNew}
      </PageHead>
      {work !== undefined && tally !== undefined && (
        <p className="source-resume" role="note">
          {m.source.resume(work.read.title, tally.decided, tally.all)}
          <Link to="/sources/new">{m.source.goOn}</Link>
        </p>
      )}
      <Answer query={query}>
        {(data) =>
          data.sources.length === 0 ? (
            <EmptyState title={m.source.none} hint={m.source.about} action={readNew} />
          ) : (
            <DataTable caption={m.source.list} columns={columns} rows={data.sources} keyOf={(row) => row.entry} onOpen={(row) => void navigate({ to: '/sources/$source', params: { source: String(row.entry) } })} />
          )
        }
      </Answer>
    </div>
  )
}
