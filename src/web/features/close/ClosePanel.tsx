import { useId, useState } from 'react'
import { Button, Modal, Select } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { recentPeriods } from '../../app/periods.ts'
import { useSession } from '../../app/session.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { Refused } from '../../ui/Refused.tsx'
import { useLedgers } from '../ledger/useLedgers.ts'
import { useCloses } from './useCloses.ts'

/** Which months of which ledgers are closed; closing asks once more, because a closed month opens only by correction. */
export const ClosePanel = () => {
  const { m, w, lang } = useSpeech()
  const { town } = useSession()
  const id = useId()
  const { query, close } = useCloses()
  const ledgers = useLedgers()
  const [ledger, setLedger] = useState<string>()
  const [month, setMonth] = useState<string>()
  const [asking, setAsking] = useState(false)
  const own = (ledgers.query.data?.ledgers ?? []).filter((each) => each.ledger.system !== true)
  const chosen = own.find((each) => each.ledger.key === ledger)
  return (
    <Answer query={query}>
      {(data) => (
        <>
          <p className="form-about">{m.close.about}</p>
          {may(data.can, 'close.create') && (
            <div className="filters">
              <label htmlFor={`${id}-ledger`}>{m.close.ledger}</label>
              <Select id={`${id}-ledger`} className="filter-line" value={ledger} onChange={setLedger} showSearch={{ optionFilterProp: 'label' }} options={own.map((each) => ({ value: each.ledger.key, label: each.ledger.title[lang] }))} popupMatchSelectWidth={false} />
              <label htmlFor={`${id}-month`}>{m.close.month}</label>
              <Select id={`${id}-month`} className="month-picker" value={month} onChange={setMonth} options={recentPeriods(town.today, 'month', 24).map((key) => ({ value: key, label: key }))} />
              <Button danger disabled={ledger === undefined || month === undefined} onClick={() => setAsking(true)}>
                {m.close.act}
              </Button>
            </div>
          )}
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
          {asking && ledger !== undefined && month !== undefined && (
            <Modal
              open
              title={m.close.ask(chosen === undefined ? ledger : w(chosen.ledger.title), month)}
              okText={m.close.act}
              okButtonProps={{ danger: true }}
              confirmLoading={close.isPending}
              onOk={() => close.mutate({ ledger, month }, { onSuccess: () => setAsking(false) })}
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
