import { useState } from 'react'
import { Button } from 'antd'
import { client } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Lamp } from '../../ui/Lamp.tsx'
import { numberText } from '../../ui/number-text.ts'

/** Walks the whole chain and recounts every figure when asked, and names every difference. */
export const VerifyPanel = () => {
  const { m } = useSpeech()
  const [asked, setAsked] = useState(false)
  const query = useCall('book.verify', {}, { enabled: asked, staleTime: 0 })
  return (
    <>
      <p className="form-about">{m.settings.verifyAbout}</p>
      <Button type="primary" loading={query.isFetching} onClick={() => (asked ? void query.refetch() : setAsked(true))}>
        {m.settings.verify}
      </Button>
      {query.isFetching && (
        <Button className="verify-cancel" onClick={() => void client.cancelQueries({ queryKey: ['book.verify'] })}>
          {m.ui.cancel}
        </Button>
      )}
      {(query.isFetching || query.data !== undefined || query.error !== null) && (
        <div className="verify-result" aria-live="polite">
          <Answer query={query} lines={3}>
            {(data) => (
              <>
                <Lamp state={data.ok ? 'kept' : 'overdue'} text={data.ok ? m.settings.verified : m.settings.differs(data.differences.length)} />
                <dl className="facts">
                  <dt>{m.settings.journalRows}</dt>
                  <dd className="number-text">{numberText(String(data.journal.rows))}</dd>
                  <dt>{m.settings.figures}</dt>
                  <dd className="number-text">{numberText(String(data.figures))}</dd>
                  <dt>{m.edition.headHash}</dt>
                  <dd>
                    <code className="hash">{data.journal.head}</code>
                  </dd>
                </dl>
                {data.differences.length > 0 && (
                  <DataTable
                    caption={m.settings.differences}
                    rows={data.differences}
                    keyOf={(row) => `${row.kind}/${row.where}`}
                    columns={[
                      { key: 'kind', title: m.settings.kind, lead: true, cell: (row) => row.kind },
                      { key: 'where', title: m.settings.where, cell: (row) => row.where },
                      { key: 'expected', title: m.settings.expected, numeric: true, cell: (row) => row.expected },
                      { key: 'found', title: m.settings.found, numeric: true, cell: (row) => row.found },
                    ]}
                  />
                )}
              </>
            )}
          </Answer>
        </div>
      )}
    </>
  )
}
