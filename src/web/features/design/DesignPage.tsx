import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { blankDraft } from '../../../core/designing/blank-draft.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useSession } from '../../app/session.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { numberText } from '../../ui/number-text.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Written } from '../../ui/Written.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { WorkbookDrop } from '../import/WorkbookDrop.tsx'
import { Designer } from './Designer.tsx'
import { SheetHead } from './SheetHead.tsx'
import { useDesign } from './useDesign.ts'
import './design.css'

/** A new ledger: the sheet an office works with is handed over, what was read from it is confirmed or changed, and the ledger stands. */
export const DesignPage = () => {
  const { m, w } = useSpeech()
  const { posts, can } = useSession()
  const it = useDesign()
  const { data, error } = it.query
  const mine = can['ledger.declare'] === true
  const waits = !it.blank && (it.id === undefined || error !== null || data?.state === 'failed' || data?.state === 'stopped')
  return (
    <div className="page page-wide">
      <p className="crumb">
        <Link to="/ledgers">{m.ledger.title}</Link>
      </p>
      <PageHead title={m.design.title} note={data === undefined ? undefined : <Written text={data.name} />}>
        {mine && !waits && <Button onClick={it.restart}>{m.import.again}</Button>}
      </PageHead>
      <Refused error={it.open.error ?? it.map.error} />
      {error !== null && <FailedState error={error} retry={it.restart} />}
      {data?.failure != null && <Alert type="error" showIcon role="alert" title={w(data.failure.message)} className="refused" />}
      {!mine ? (
        <EmptyState title={m.design.notYours} />
      ) : it.open.isPending ? (
        <p role="status">{m.import.sending}</p>
      ) : (
        waits && (
          <>
            <p className="design-about">{m.design.about}</p>
            <WorkbookDrop onFile={(file) => it.open.mutate(file)} />
            <Button onClick={it.startBlank}>{m.design.noSheet}</Button>
          </>
        )
      )}
      {it.id !== undefined && data === undefined && error === null && <LoadingState lines={8} />}
      {data?.state === 'reading' && <p role="status">{m.design.reading(numberText(String(data.rows)))}</p>}
      {data !== undefined && data.state === 'ready' && <SheetHead data={data} busy={it.map.isPending} onMap={it.map.mutate} />}
      {data !== undefined && data.state === 'ready' && data.draft !== null && <Designer key={`${data.design} ${data.sheet} ${data.headerTo}`} design={data} start={data.draft} />}
      {mine && it.blank && <Designer key="blank" design={undefined} start={blankDraft(posts.find((post) => post.role === 'head')?.org.code ?? posts[0]?.org.code ?? '', 'government')} />}
    </div>
  )
}
