import { lazy, Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { FindSealed } from '../personal/FindSealed.tsx'
import { PrintList } from '../personal/PrintList.tsx'
import { WhyHidden } from '../personal/WhyHidden.tsx'
import { ConditionBar } from './ConditionBar.tsx'
import { LedgerFiles } from './LedgerFiles.tsx'
import { LedgerGrid } from './LedgerGrid.tsx'
import { gridSize, useLedgerGrid } from './useLedgerGrid.ts'
import { useLedgers } from './useLedgers.ts'
import './ledger.css'

const EntryDrawer = lazy(() => import('./EntryDrawer.tsx').then((it) => ({ default: it.EntryDrawer })))

/** One ledger: its rows, filtered and sorted by the server, with the sums of its numbers; entries open at the right. */
export const LedgerPage = () => {
  const { m, w } = useSpeech()
  const grid = useLedgerGrid()
  const { query, find } = useLedgers()
  const ledger = find(grid.key)
  return (
    <div className="page page-wide">
      <p className="crumb">
        <Link to="/ledgers">{m.ledger.title}</Link>
      </p>
      <Answer query={query}>
        {() =>
          ledger === undefined ? (
            <EmptyState title={m.ledger.unknown(grid.key)} />
          ) : (
            <>
              <PageHead title={w(ledger.title)} note={ledger.about === undefined ? undefined : w(ledger.about)}>
                {grid.list.data !== undefined && !may(grid.list.data.can, `${ledger.key}.create`) && <WhyHidden about={{ ledger: ledger.key, verb: `${ledger.key}.create` }} label={m.personal.why.askActs} />}
                {grid.list.data !== undefined && may(grid.list.data.can, `${ledger.key}.create`) && (
                  <Button type="primary" onClick={() => grid.openEntry(undefined, 'create')}>
                    {m.ledger.create}
                  </Button>
                )}
                {grid.list.data !== undefined && may(grid.list.data.can, `${ledger.key}.create`) && ledger.system !== true && (
                  <Link to="/ledgers/$ledger/import" params={{ ledger: ledger.key }} className="page-link">
                    {m.import.act}
                  </Link>
                )}
                <LedgerFiles ledger={ledger} grid={grid} />
                <FindSealed ledger={ledger} onOpen={(entry) => grid.openEntry(entry)} />
                <PrintList ledger={ledger} rows={grid.list.data?.rows.length ?? 0} />
              </PageHead>
              <div className="filters" role="search">
                <Input.Search key={grid.q} allowClear className="filter-text" aria-label={m.ledger.seek} placeholder={m.ledger.seek} defaultValue={grid.q} onSearch={grid.seek} />
                <ConditionBar ledger={ledger} conditions={grid.conditions} onAdd={grid.addCondition} onDrop={grid.dropCondition} />
                <Checkbox checked={grid.withVoid} onChange={(event) => grid.showVoid(event.target.checked)}>
                  {m.ledger.showVoid}
                </Checkbox>
              </div>
              <Answer query={grid.list} lines={14}>
                {(data) =>
                  data.rows.length === 0 ? (
                    <EmptyState title={grid.q !== '' || grid.conditions.length > 0 ? m.ledger.noRowMatch : m.ledger.noRows} />
                  ) : (
                    <div aria-busy={grid.list.isPlaceholderData}>
                      <LedgerGrid ledger={ledger} data={data} grid={grid} />
                      <Pager offset={grid.input.offset as number} limit={gridSize} total={data.total} onMove={grid.turnTo} />
                    </div>
                  )
                }
              </Answer>
              {(grid.entry !== undefined || grid.act === 'create') && (
                <Suspense fallback={null}>
                  <EntryDrawer key={grid.entry ?? 'new'} ledger={ledger} entry={grid.entry} act={grid.act} onAct={(act) => grid.openEntry(grid.entry, act)} onOpen={(entry) => grid.openEntry(entry)} onClose={() => grid.openEntry(undefined)} />
                </Suspense>
              )}
            </>
          )
        }
      </Answer>
    </div>
  )
}
