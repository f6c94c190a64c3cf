import { Fragment } from 'react'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useCall } from '../../app/useCall.ts'
import type { OutputOf } from '../../app/wire.ts'
import { viewOf } from '../../fields/fields.ts'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Written } from '../../ui/Written.tsx'
import { gridColumns, headOf } from '../ledger/columns.ts'
import { useLedgers } from '../ledger/useLedgers.ts'
import { MergePanel } from './MergePanel.tsx'
import './linking.css'

type Group = OutputOf<'link.duplicates'>['groups'][number]

const pageSize = 20
const mostColumns = 6

/** Entries of a register that may be one thing, group by group, and the two of them that are held side by side. */
export const DuplicatesPage = () => {
  const { m, w } = useSpeech()
  const { ledger: key } = useParams({ from: '/ledgers/$ledger/duplicates' })
  const { query, find } = useLedgers()
  const ledger = find(key)
  return (
    <div className="page page-wide">
      <p className="crumb">
        {ledger === undefined ? (
          <Link to="/ledgers">{m.ledger.title}</Link>
        ) : (
          <Link to="/ledgers/$ledger" params={{ ledger: key }}>
            {w(ledger.title)}
          </Link>
        )}
      </p>
      <Answer query={query}>{() => (ledger === undefined ? <EmptyState title={m.ledger.unknown(key)} /> : <Duplicates ledger={ledger} />)}</Answer>
    </div>
  )
}

const Duplicates = ({ ledger }: { readonly ledger: Ledger }) => {
  const { m, w } = useSpeech()
  const search = useSearch({ from: '/ledgers/$ledger/duplicates' })
  const navigate = useNavigate({ from: '/ledgers/$ledger/duplicates' })
  const set = (next: Partial<typeof search>) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false })
  const page = Math.max(1, Math.floor(Number(search.page ?? '1')) || 1)
  const rule = rules.find((each) => each === search.rule)
  const query = useCall('link.duplicates', { ledger: ledger.key, ...(rule !== undefined && { rule }), offset: (page - 1) * pageSize, limit: pageSize }, { keep: true })
  const pair = search.keep === undefined || search.drop === undefined ? undefined : { keep: Number(search.keep), drop: Number(search.drop) }
  return (
    <>
      <PageHead title={m.linking.duplicatesOf(w(ledger.title))} note={m.linking.duplicatesAbout} />
      <Answer query={query} lines={8}>
        {(data) => (
          <>
            {data.rules.length > 1 && <Segmented className="duplicate-rules" aria-label={m.linking.rule} value={rule ?? 'all'} onChange={(next) => set({ rule: rules.find((each) => each === next), page: undefined })} options={[{ value: 'all', label: m.linking.allRules }, ...[...new Set(data.rules.map((each) => each.rule))].map((each) => ({ value: each, label: m.linking.rules[each] }))]} />}
            {data.groups.length === 0 ? (
              <EmptyState title={data.rules.length === 0 ? m.linking.noRules : m.linking.noDuplicates} />
            ) : (
              <div aria-busy={query.isPlaceholderData}>
                {data.groups.map((group) => (
                  <GroupTable key={`${group.rule}/${group.rows[0]?.id ?? 0}`} group={group} ledger={ledger} mayMerge={may(data.can, 'link.merge')} onCompare={(keep, drop) => set({ keep: String(keep), drop: String(drop) })} />
                ))}
              </div>
            )}
            {(page > 1 || data.more) && (
              <nav className="pager" aria-label={m.ui.pages}>
                <Button size="small" disabled={page === 1} onClick={() => set({ page: page === 2 ? undefined : String(page - 1) })}>
                  {m.ui.previousPage}
                </Button>
                <Button size="small" disabled={!data.more} onClick={() => set({ page: String(page + 1) })}>
                  {m.ui.nextPage}
                </Button>
              </nav>
            )}
          </>
        )}
      </Answer>
      {pair !== undefined && <MergePanel key={`${pair.keep}/${pair.drop}`} ledger={ledger} keep={pair.keep} drop={pair.drop} onTurn={() => set({ keep: String(pair.drop), drop: String(pair.keep) })} onClose={() => set({ keep: undefined, drop: undefined })} />}
    </>
  )
}

const rules = ['code', 'name', 'phone'] as const

const GroupTable = ({ group, ledger, mayMerge, onCompare }: { readonly group: Group; readonly ledger: Ledger; readonly mayMerge: boolean; readonly onCompare: (keep: number, drop: number) => void }) => {
  const { m, w, lang } = useSpeech()
  const [first] = group.rows
  if (first === undefined) return null
  const fields = gridColumns(ledger).slice(0, mostColumns)
  const title = `${m.linking.rules[group.rule]}${m.linking.colon}${group.by.map(w).join(m.ui.comma)}`
  return (
    <section className="duplicate-group" aria-label={title}>
      <h2>
        <span>
          {m.linking.rules[group.rule]}
          {m.linking.colon}
          {group.by.map((each, at) => (
            <Fragment key={at}>
              {at > 0 && m.ui.comma}
              <Written text={w(each)} />
            </Fragment>
          ))}
        </span>
        <small>{m.linking.entries(String(group.entries))}</small>
      </h2>
      <DataTable
        caption={`${m.linking.rules[group.rule]} #${first.id}`}
        rows={group.rows}
        keyOf={(row) => row.id}
        columns={[
          {
            key: 'id',
            title: m.linking.number,
            lead: true,
            line: true,
            cell: (row) => (
              <Link to="/ledgers/$ledger" params={{ ledger: ledger.key }} search={{ entry: String(row.id) }}>
                #{row.id}
              </Link>
            ),
          },
          ...fields.map((field) => {
            const { Output } = viewOf(field)
            return { key: field.key, title: headOf(field, lang), cell: (row: Group['rows'][number]) => <Output field={field} value={row.fields[field.key] ?? null} /> }
          }),
          { key: 'from', title: m.ledger.from, line: true, cell: (row) => <span className="number-text">{row.from}</span> },
          {
            key: 'compare',
            title: m.linking.compare,
            line: true,
            cell: (row) =>
              row.id === first.id ? null : (
                <Button size="small" onClick={() => onCompare(first.id, row.id)} aria-label={m.linking.compareWith(row.id, first.id)} title={w(ledger.title)}>
                  {mayMerge ? m.linking.compareWith(row.id, first.id) : m.linking.compare}
                </Button>
              ),
          },
        ]}
      />
    </section>
  )
}
