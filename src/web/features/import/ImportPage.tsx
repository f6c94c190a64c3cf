import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { Written } from '../../ui/Written.tsx'
import { useLedgers } from '../ledger/useLedgers.ts'
import { ImportHistory } from './ImportHistory.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import { useImport } from './useImport.ts'
import { WorkbookDrop } from './WorkbookDrop.tsx'
import './import.css'

/** Takes a workbook into a ledger: hand it over, see how it is read and what it will do, write it. */
export const ImportPage = () => {
  const { m, w } = useSpeech()
  const it = useImport()
  const { find } = useLedgers()
  const ledger = find(it.ledger)
  const title = ledger === undefined ? it.ledger : w(ledger.title)
  const { data, error } = it.query
  const waits = it.id === undefined || data?.state === 'stopped' || data?.state === 'failed' || error !== null
  return (
    <div className="page page-wide">
      <p className="crumb">
        <Link to="/ledgers/$ledger" params={{ ledger: it.ledger }}>
          {title}
        </Link>
      </p>
      <PageHead title={m.import.title(title)} note={data === undefined ? undefined : <Written text={data.name} />} />
      <Refused error={it.open.error} />
      {error !== null && <FailedState error={error} retry={it.restart} />}
      {data?.failure != null && <Alert type="error" showIcon role="alert" title={w(data.failure.message)} className="refused" />}
      {data?.state === 'stopped' && <p role="status">{m.import.stopped}</p>}
      {it.open.isPending ? <p role="status">{m.import.sending}</p> : waits && <WorkbookDrop onFile={(file) => it.open.mutate(file)} />}
      {it.id !== undefined && data === undefined && error === null && <LoadingState lines={8} />}
      {data !== undefined && data.state !== 'failed' && data.state !== 'stopped' && <ImportPreview it={it} data={data} register={ledger?.shape === 'register'} />}
      <ImportHistory ledger={it.ledger} />
    </div>
  )
}
