import { useCallback, useMemo, useState } from 'react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import type { SourceOpen } from '../../../api/source.ts'
import { fileAddress } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { AcceptedList } from './AcceptedList.tsx'
import { paperText } from './paper-text.ts'
import type { Span } from './pieces.ts'
import { SourcePaper } from './SourcePaper.tsx'
import './source.css'

/** A document that was accepted, with the places that stand in the book; each leads to its entry. */
export const SourcePage = () => {
  const { m } = useSpeech()
  const { source } = useParams({ from: '/sources/$source' })
  const query = useCall('source.open', { source })
  return (
    <div className="page page-wide source-page">
      <p className="crumb">
        <Link to="/sources">{m.source.list}</Link>
      </p>
      <Answer query={query} lines={14}>
        {(data) => (
          <>
            <PageHead
              title={data.title}
              note={
                <>
                  <span className="number-text">{data.day}</span> · {m.source.acceptedBy(data.acceptedBy, momentText(data.recordedAt))}
                </>
              }
            >
              <Button href={fileAddress('source.fetch', { source })} download>
                {m.source.download}
              </Button>
            </PageHead>
            <OpenSource data={data} />
          </>
        )}
      </Answer>
    </div>
  )
}

const OpenSource = ({ data }: { data: SourceOpen }) => {
  const { m, w } = useSpeech()
  const navigate = useNavigate()
  const [at, setAt] = useState<string>()
  const paper = useMemo(() => paperText(data.text, data.title), [data])
  const spans = useMemo(
    () =>
      data.accepted.map((it, n): Span => {
        const from = paper.indexOf(it.offset)
        return { id: String(n), kind: it.kind, from, to: from + it.quote.length }
      }),
    [data, paper],
  )
  const labelOf = useCallback((span: Span) => m.source.openEntry(w(data.accepted[Number(span.id)]?.title ?? { zh: '', en: '' })), [data, m, w])
  const open = useCallback(
    (id: string) => {
      const it = data.accepted[Number(id)]
      if (it !== undefined) void navigate({ to: '/ledgers/$ledger', params: { ledger: it.ledger }, search: { entry: String(it.entry) } })
    },
    [data, navigate],
  )
  const show = (id: string) => {
    setAt(id)
    document.getElementById(`mark-${id}`)?.scrollIntoView({ block: 'center' })
  }
  return (
    <div className="source-sheets">
      <SourcePaper paper={paper} spans={spans} lookOf={(id) => (data.accepted[Number(id)]?.void === true ? 'dropped' : 'kept')} labelOf={labelOf} role="link" at={at} title={data.title} label={m.source.paper} onPick={open} />
      <aside className="source-accepted" aria-label={m.source.accepted}>
        <AcceptedList accepted={data.accepted} at={at} onShow={show} />
      </aside>
    </div>
  )
}
