import { lazy, Suspense, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import type { LedgerOutput } from '../../app/wire.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { LedgerDesignLinks } from '../design/LedgerDesignLinks.tsx'
import { readColumns } from '../grid/grid-columns.ts'
import { GridNotice } from '../grid/GridNotice.tsx'
import { GridTable } from '../grid/GridTable.tsx'
import { GroupTable } from '../grid/GroupTable.tsx'
import { LedgerToolbar } from '../grid/LedgerToolbar.tsx'
import { useCellEdits } from '../grid/useCellEdits.ts'
import { DropToImport } from '../import/DropToImport.tsx'
import { FindSealed } from '../personal/FindSealed.tsx'
import { PrintList } from '../personal/PrintList.tsx'
import { WhyHidden } from '../personal/WhyHidden.tsx'
import { LedgerFiles } from './LedgerFiles.tsx'
import { LedgerGrid } from './LedgerGrid.tsx'
import type { LedgerList } from './useLedgerGrid.ts'
import { pageSizes, useLedgerGrid } from './useLedgerGrid.ts'
import { useLedgers } from './useLedgers.ts'
import './ledger.css'

const EntryDrawer = lazy(() => import('./EntryDrawer.tsx').then((it) => ({ default: it.EntryDrawer })))
const BulkDialog = lazy(() => import('../grid/BulkDialog.tsx').then((it) => ({ default: it.BulkDialog })))

/** One ledger: its rows, filtered, ordered and grouped by the server, with the sums of its numbers; entries open at the right. */
export const LedgerPage = () => {
  const { m } = useSpeech()
  const grid = useLedgerGrid()
  const { query, find } = useLedgers()
  const ledger = find(grid.key)
  return (
    <div className="page page-wide page-grid">
      <p className="crumb">
        <Link to="/ledgers">{m.ledger.title}</Link>
      </p>
      <Answer query={query}>{() => (ledger === undefined ? <EmptyState title={m.ledger.unknown(grid.key)} /> : <OpenLedger key={ledger.key} ledger={ledger} grid={grid} />)}</Answer>
    </div>
  )
}

const OpenLedger = ({ ledger, grid }: { ledger: Ledger; grid: LedgerList }) => {
  const { m, w } = useSpeech()
  const { can } = useSession()
  const edits = useCellEdits(ledger.key, m.grid.undoReason)
  const [checked, setChecked] = useState<ReadonlySet<number>>(new Set())
  const [bulk, setBulk] = useState(false)
  const columns = readColumns(ledger, grid.search.cols)
  const { data } = grid.list
  const writes = data !== undefined && may(data.can, `${ledger.key}.create`)
  const canEdit = writes && ledger.system !== true
  const check = (entries: readonly number[], on: boolean) => setChecked((before) => new Set(on ? [...before, ...entries] : [...before].filter((each) => !entries.includes(each))))
  return (
    <>
      <PageHead title={w(ledger.title)} note={ledger.about === undefined ? undefined : w(ledger.about)}>
        {data !== undefined && !writes && <WhyHidden about={{ ledger: ledger.key, verb: `${ledger.key}.create` }} label={m.personal.why.askActs} />}
        {writes && (
          <Button type="primary" onClick={() => grid.openEntry(undefined, 'create')}>
            {m.ledger.create}
          </Button>
        )}
        {canEdit && (
          <>
            <Link to="/ledgers/$ledger/import" params={{ ledger: ledger.key }} className="page-link">
              {m.import.act}
            </Link>
            <DropToImport ledger={ledger} />
          </>
        )}
        {ledger.shape === 'register' && ledger.system !== true && may(can, 'link.duplicates') && (
          <Link to="/ledgers/$ledger/duplicates" params={{ ledger: ledger.key }} className="page-link">
            {m.linking.duplicates}
          </Link>
        )}
        <LedgerDesignLinks ledger={ledger} />
        <LedgerFiles ledger={ledger} grid={grid} />
        <FindSealed ledger={ledger} onOpen={(entry) => grid.openEntry(entry)} />
        <PrintList ledger={ledger} grid={grid} />
      </PageHead>
      <LedgerToolbar ledger={ledger} grid={grid} columns={columns} onBulk={canEdit && grid.by === undefined ? () => setBulk(true) : undefined} />
      {grid.by === undefined ? (
        <Answer query={grid.list} lines={14}>
          {(rows) =>
            rows.rows.length === 0 ? (
              <EmptyState title={grid.q !== '' || grid.conditions.length > 0 ? m.ledger.noRowMatch : m.ledger.noRows} />
            ) : (
              <div className="grid-area" aria-busy={grid.list.isPlaceholderData}>
                <Rows ledger={ledger} data={rows} grid={grid} columns={columns} canEdit={canEdit} edits={edits} checked={checked} onCheck={check} />
                <div className="grid-foot">
                  <Pager offset={grid.offset} limit={grid.size} total={rows.total} onMove={grid.turnTo} />
                  {rows.total > grid.size && (
                    <Button size="small" className="no-print" disabled={grid.offset + grid.size >= rows.total} onClick={() => grid.turnTo(Math.floor((rows.total - 1) / grid.size) * grid.size)}>
                      {m.grid.lastPage}
                    </Button>
                  )}
                  {rows.total > (pageSizes[0] ?? 0) && <Select size="small" className="no-print" aria-label={m.grid.size} value={grid.size} virtual={false} onChange={grid.resize} options={pageSizes.map((size) => ({ value: size, label: m.grid.rowsOfPage(size) }))} />}
                </div>
              </div>
            )
          }
        </Answer>
      ) : (
        <GroupTable ledger={ledger} grid={grid} by={grid.by} />
      )}
      {bulk && data !== undefined && (
        <Suspense fallback={null}>
          <BulkDialog ledger={ledger} grid={grid} total={data.total} checked={checked} reason={edits.reason} onReason={edits.setReason} onClose={() => setBulk(false)} />
        </Suspense>
      )}
      {(grid.entry !== undefined || grid.act === 'create') && (
        <Suspense fallback={null}>
          <EntryDrawer key={grid.entry ?? 'new'} ledger={ledger} entry={grid.entry} act={grid.act} onAct={(act) => grid.openEntry(grid.entry, act)} onOpen={(entry) => grid.openEntry(entry)} onClose={() => grid.openEntry(undefined)} />
        </Suspense>
      )}
    </>
  )
}

type RowsProps = Parameters<typeof GridTable>[0] & { readonly data: LedgerOutput<'list'> }

/** A grid where there is room for one; on a phone the rows are blocks, and are changed in their entries. */
const Rows = (props: RowsProps) => {
  const narrow = useNarrow(720)
  if (narrow) return <LedgerGrid ledger={props.ledger} data={props.data} grid={props.grid} />
  return (
    <>
      <GridTable {...props} />
      {props.canEdit && <GridNotice ledger={props.ledger} edits={props.edits} onPropose={(entry) => props.grid.openEntry(entry, 'correct')} />}
    </>
  )
}
