import { useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { CallListed } from '../../../api/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { CallDialog } from './CallDialog.tsx'
import './collect.css'

/** The calls that were sent, and the way to send one. An office finds those that asked it. */
export const CallListPage = () => {
  const { m } = useSpeech()
  const query = useCall('call.list', {})
  const navigate = useNavigate()
  const [sending, setSending] = useState(false)
  const { data } = query
  const start = data !== undefined && may(data.can, 'call.create') && (
    <Button type="primary" onClick={() => setSending(true)}>
      {m.collect.start}
    </Button>
  )
  const open = (call: number) => void navigate({ to: '/report/calls/$call', params: { call: String(call) } })
  const columns: readonly Column<CallListed>[] = [
    { key: 'title', title: m.collect.column.title, lead: true, cell: (row) => row.title },
    { key: 'report', title: m.collect.column.report, cell: (row) => <span lang="zh-CN">{row.reportTitle}</span> },
    { key: 'due', title: m.collect.column.due, cell: (row) => <span className="number-text">{row.due}</span> },
    {
      key: 'progress',
      title: m.collect.column.progress,
      cell: (row) => (
        <>
          {m.collect.progress(row.parts, row.owed)}
          {row.late > 0 && <span className="badge badge-void">{m.collect.lateCount(row.late)}</span>}
        </>
      ),
    },
    { key: 'state', title: m.collect.column.state, cell: (row) => m.collect.callState[row.state] },
  ]
  return (
    <div className="page">
      <p className="crumb">
        <Link to="/report">{m.collect.toReport}</Link>
      </p>
      <PageHead title={m.collect.title}>{(data?.calls.length ?? 0) > 0 && start}</PageHead>
      <Answer query={query}>
        {({ calls }) => (calls.length === 0 ? <EmptyState title={m.collect.none} hint={m.collect.about} action={start} /> : <DataTable caption={m.collect.title} columns={columns} rows={calls} keyOf={(row) => row.entry} onOpen={(row) => open(row.entry)} />)}
      </Answer>
      {sending && data !== undefined && <CallDialog reports={data.reports} onClose={() => setSending(false)} onSent={open} />}
    </div>
  )
}
