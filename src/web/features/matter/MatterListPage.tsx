import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import type { MatterRow, WaitingGroup } from '../../../api/matter.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { DueText } from './DueText.tsx'
import { MatterBoard } from './MatterBoard.tsx'
import { MatterCalendar } from './MatterCalendar.tsx'
import './matter.css'

const scopes = ['mine', 'office', 'all'] as const
const lists = ['open', 'found', 'due', 'warning', 'settled'] as const
const views = ['table', 'board', 'calendar'] as const
const urgencies = ['overdue', 'today', 'asked', 'called', 'check', 'near', 'found', 'rest'] as const satisfies readonly WaitingGroup['urgency'][]
const size = 50

const oneOf = <Key extends string>(keys: readonly Key[], text: string | undefined): Key => keys.find((key) => key === text) ?? (keys[0] as Key)

/** The desk of matters: what waits for me, for my office, or all I may read, by what is due first; the three lists over the same ledgers. */
export const MatterListPage = () => {
  const { m, w } = useSpeech()
  const search = useSearch({ from: '/matters' })
  const navigate = useNavigate({ from: '/matters' })
  const [whose, list, view] = [oneOf(scopes, search.whose), oneOf(lists, search.list), oneOf(views, search.view)]
  const urgency = urgencies.find((each) => each === search.urgency)
  const offset = (Number(search.page ?? '1') - 1) * size
  const answer = useCall('matter.list', { whose, list, ...(urgency !== undefined && { urgency }), offset, limit: view === 'board' ? 200 : size, ...(search.ledger !== undefined && { ledger: search.ledger }) }, { keep: true })
  const go = (next: Readonly<Record<string, string | undefined>>) => void navigate({ search: { ...search, page: undefined, ...next } as never })
  return (
    <div className="page">
      <PageHead title={m.matter.title} note={m.matter.about} />
      <div className="matter-tools">
        <Segmented aria-label={m.matter.whoseLabel} value={whose} onChange={(next) => go({ whose: next })} options={scopes.map((value) => ({ value, label: m.matter.whose[value] }))} />
        {view !== 'calendar' && <Segmented aria-label={m.matter.listLabel} value={list} onChange={(next) => go({ list: next, urgency: undefined })} options={lists.map((value) => ({ value, label: m.matter.list[value] }))} />}
        <Select aria-label={m.matter.ledger} value={search.ledger ?? ''} onChange={(next: string) => go({ ledger: next === '' ? undefined : next })} options={[{ value: '', label: m.matter.every }, ...(answer.data?.ledgers ?? []).map(({ key, title }) => ({ value: key, label: w(title) }))]} popupMatchSelectWidth={false} />
        <Segmented className="matter-view" aria-label={m.matter.viewLabel} value={view} onChange={(next) => go({ view: next })} options={views.map((value) => ({ value, label: m.matter.view[value] }))} />
      </div>
      {view !== 'calendar' && <p className="faint">{m.matter.listAbout[list]}</p>}
      {urgency !== undefined && view !== 'calendar' && (
        <p>
          {m.matter.urgencyOnly(m.matter.urgency[urgency])} <Button size="small" onClick={() => go({ urgency: undefined })}>{m.matter.urgencyOff}</Button>
        </p>
      )}
      <Answer query={answer}>
        {(data) =>
          view === 'calendar' ? (
            <MatterCalendar whose={whose} ledger={search.ledger} month={search.month} day={search.day} onGo={(next) => go({ day: undefined, ...next })} />
          ) : data.total === 0 ? (
            <EmptyState title={whose === 'mine' ? m.matter.noneMine : m.matter.none} />
          ) : view === 'board' ? (
            <MatterBoard ledgers={data.ledgers} rows={data.rows} />
          ) : (
            <>
              <MatterTable rows={data.rows} of={search.ledger} />
              <Pager offset={offset} limit={size} total={data.total} onMove={(next) => go({ page: String(next / size + 1) })} />
            </>
          )
        }
      </Answer>
    </div>
  )
}

const MatterTable = ({ rows, of }: { readonly rows: readonly MatterRow[]; /** The one ledger they are all of, where one was chosen. */ readonly of: string | undefined }) => {
  const { m, w, lang } = useSpeech()
  return (
    <DataTable
      caption={m.matter.title}
      rows={rows}
      keyOf={(row) => `${row.ledger} ${row.entry}`}
      columns={[
        {
          key: 'title', title: m.matter.columns.title, wide: true, lead: true,
          cell: (row) => (
            <>
              <Link to="/matters/$ledger/$entry" params={{ ledger: row.ledger, entry: String(row.entry) }} lang="zh-CN">
                {row.title}
              </Link>
              {row.listed && <b className="matter-mark">{m.matter.listed}</b>}
              {row.stalled && <i className="matter-mark faint">{m.matter.stalled}</i>}
            </>
          ),
        },
        ...(of === undefined ? [{ key: 'ledger', title: m.matter.columns.ledger, cell: (row: MatterRow) => w(row.ledgerTitle) }] : []),
        { key: 'org', title: m.matter.columns.org, cell: (row) => row.org[lang] },
        { key: 'state', title: m.matter.columns.state, line: true, cell: (row) => w(row.state.title) },
        { key: 'holder', title: m.matter.columns.holder, cell: (row) => (row.asked !== null ? m.matter.askedOf(row.asked[lang]) : `${row.holder?.[lang] ?? ''}${row.owner === null ? '' : ` ${row.owner.name}`}`) },
        { key: 'due', title: m.matter.columns.due, line: true, cell: (row) => <DueText row={row} /> },
        { key: 'stepped', title: m.matter.columns.stepped, line: true, cell: (row) => <span className="number-text">{row.settled ?? row.stepped}</span> },
      ]}
    />
  )
}
