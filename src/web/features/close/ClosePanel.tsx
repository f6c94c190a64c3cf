import { useId, useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Modal, Select } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { recentPeriods } from '../../app/periods.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { Refused } from '../../ui/Refused.tsx'
import { useLedgers } from '../ledger/useLedgers.ts'
import { WhyHidden } from '../personal/WhyHidden.tsx'
import { MonthPreview } from './MonthPreview.tsx'
import { useCloses } from './useCloses.ts'

/** A month of a ledger is looked at, then closed; closing asks once more, because a closed month opens only by correction. Beneath: what is closed. */
export const ClosePanel = () => {
  const { m, w, lang } = useSpeech()
  const { town } = useSession()
  const id = useId()
  const { ledger, month } = useSearch({ from: '/settings' })
  const navigate = useNavigate({ from: '/settings' })
  const { query, close } = useCloses()
  const ledgers = useLedgers()
  const [asking, setAsking] = useState(false)
  const set = (next: { readonly ledger?: string; readonly month?: string }) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false })
  const own = (ledgers.query.data?.ledgers ?? []).filter((each) => each.ledger.system !== true)
  const chosen = own.find((each) => each.ledger.key === ledger)?.ledger
  const ready = chosen !== undefined && month !== undefined
  const preview = useCall('close.preview', { ledger: ledger ?? '', month: month ?? '' }, { enabled: ready, keep: true })
  return (
    <Answer query={query}>
      {(data) => (
        <>
          <p className="form-about">{m.close.about}</p>
          <div className="filters">
            <label htmlFor={`${id}-ledger`}>{m.close.ledger}</label>
            <Select id={`${id}-ledger`} className="filter-line" value={ledger} onChange={(key) => set({ ledger: key })} showSearch={{ optionFilterProp: 'label' }} options={own.map((each) => ({ value: each.ledger.key, label: each.ledger.title[lang] }))} popupMatchSelectWidth={false} />
            <label htmlFor={`${id}-month`}>{m.close.month}</label>
            <Select id={`${id}-month`} className="month-picker" value={month} onChange={(key) => set({ month: key })} options={recentPeriods(town.today, 'month', 24).map((key) => ({ value: key, label: key }))} />
            {may(data.can, 'close.create') ? (
              <Button danger disabled={!ready || preview.data === undefined || !may(preview.data.can, 'close.create')} onClick={() => setAsking(true)}>
                {m.close.act}
              </Button>
            ) : (
              <WhyHidden about={{ verb: 'close.create' }} label={m.personal.why.askActs} />
            )}
          </div>
          {ready && <Answer query={preview}>{(seen) => <MonthPreview ledger={chosen} month={month} preview={seen} />}</Answer>}
          {data.closes.length === 0 ? (
            <EmptyState title={m.close.none} />
          ) : (
            <DataTable
              caption={m.close.title}
              rows={data.closes}
              keyOf={(row) => row.entry}
              columns={[
                { key: 'month', title: m.close.month, lead: true, cell: (row) => <span className="number-text">{row.month}</span> },
                { key: 'ledger', title: m.close.ledger, cell: (row) => w(row.ledgerTitle) },
                { key: 'by', title: m.close.by, cell: (row) => row.by },
                { key: 'at', title: m.close.at, cell: (row) => <span className="number-text">{momentText(row.recordedAt)}</span> },
              ]}
            />
          )}
          {asking && ready && (
            <Modal
              open
              title={m.close.ask(w(chosen.title), month)}
              okText={m.close.act}
              okButtonProps={{ danger: true }}
              confirmLoading={close.isPending}
              onOk={() => close.mutate({ ledger: chosen.key, month }, { onSuccess: () => setAsking(false) })}
              onCancel={() => {
                close.reset()
                setAsking(false)
              }}
            >
              <Refused error={close.error} />
              <p>{m.close.askAbout}</p>
            </Modal>
          )}
        </>
      )}
    </Answer>
  )
}
