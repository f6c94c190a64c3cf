import { Link } from '@tanstack/react-router'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { NoticeOut } from '../../../api/notice.ts'
import { call } from '../../app/call.ts'
import { client } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { Refused } from '../../ui/Refused.tsx'
import './notice.css'

/** What its reader was told of matters, newest first; each opens its matter, and with that is read. */
export const NoticeList = ({ onOpen }: { readonly onOpen: () => void }) => {
  const { m } = useSpeech()
  const query = useCall('notice.list', { limit: 50 }, { staleTime: 0 })
  const reading = useMutation({ mutationFn: () => call('notice.read', {}), onSuccess: () => client.invalidateQueries({ queryKey: ['notice.list'] }) })
  return (
    <section aria-label={m.notice.title} className="notices">
      <Refused error={reading.error} />
      <Answer query={query}>
        {({ rows, unread }) =>
          rows.length === 0 ? (
            <EmptyState title={m.notice.none} hint={m.notice.noneAbout} />
          ) : (
            <>
              <div className="notices-head">
                <b>{m.notice.title}</b>
                <Button size="small" disabled={unread === 0} loading={reading.isPending} onClick={() => reading.mutate()}>
                  {m.notice.readAll}
                </Button>
              </div>
              <ol>
                {rows.map((row) => (
                  <Row key={row.id} row={row} onOpen={onOpen} />
                ))}
              </ol>
            </>
          )
        }
      </Answer>
    </section>
  )
}

const Row = ({ row, onOpen }: { readonly row: NoticeOut; readonly onOpen: () => void }) => {
  const { m, w } = useSpeech()
  const clock = row.clock === null ? '' : w(row.clock)
  const step = row.step === null ? null : w(row.step)
  const said = row.kind === 'due' ? m.notice.due(clock, row.mark ?? '', row.due) : row.kind === 'overdue' ? m.notice.overdue(clock, row.due) : m.notice.kind[row.kind](step)
  return (
    <li className={`notice notice-${row.kind}${row.read ? '' : ' notice-unread'}`}>
      <p>
        {said}
        {!row.read && <span className="only-read">{m.notice.unread}</span>}
      </p>
      {row.title === null ? (
        <p className="faint">{m.notice.hidden}</p>
      ) : (
        <Link to="/matters/$ledger/$entry" params={{ ledger: row.ledger, entry: String(row.entry) }} onClick={onOpen} lang="zh-CN">
          {row.title}
        </Link>
      )}
      <p className="notice-when">
        {w(row.ledgerTitle)} #{row.entry} · {momentText(row.madeAt)}
      </p>
    </li>
  )
}
