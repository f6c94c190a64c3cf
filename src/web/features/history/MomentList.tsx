import { Button } from 'antd'
import type { MomentOut } from '../../../api/history.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { momentText } from '../../ui/moment-text.ts'
import type { useHistory } from './useHistory.ts'

/** The moments, newest first; each can be the earlier or the later side of the comparison. Named ones stand out. */
export const MomentList = ({ it }: { it: ReturnType<typeof useHistory> }) => {
  const { m } = useSpeech()
  return (
    <nav className="moments" aria-label={m.agree.history.list}>
      <ol>
        {it.all.map((moment) => (
          <li key={moment.number} className={moment.named ? 'moment moment-named' : 'moment'}>
            <Said moment={moment} />
            <span className="moment-pick">
              <button type="button" aria-pressed={it.from === moment.number} onClick={() => it.choose({ from: String(moment.number), ...(it.to !== undefined && it.to <= moment.number ? { to: undefined } : {}) })}>
                {m.agree.history.from}
              </button>
              <button type="button" aria-pressed={it.to === moment.number} onClick={() => it.choose({ to: it.to === moment.number ? undefined : String(moment.number) })}>
                {m.agree.history.to}
              </button>
            </span>
          </li>
        ))}
      </ol>
      {it.moments.hasNextPage && (
        <Button onClick={() => void it.moments.fetchNextPage()} loading={it.moments.isFetchingNextPage}>
          {m.agree.history.earlier}
        </Button>
      )}
    </nav>
  )
}

const Said = ({ moment }: { moment: MomentOut }) => {
  const { m } = useSpeech()
  const sections = moment.verb.startsWith('section.') || moment.verb.startsWith('proposal.') ? moment.sections.map((section) => section.title).filter((title) => title !== '') : []
  return (
    <div>
      <strong>
        {m.agree.history.verbs[moment.verb] ?? moment.verb}
        {moment.state !== null && ` · ${m.agree.states[moment.state]}`}
      </strong>
      <span className="moment-by">
        {moment.by} <span className="number-text">{momentText(moment.recordedAt)}</span> <span className="number-text faint">#{moment.number}</span>
      </span>
      {moment.approvedBy !== null && <span className="moment-by">{m.agree.history.approvedBy(moment.approvedBy)}</span>}
      {sections.length > 0 && <span lang="zh-CN">{sections.slice(0, 2).join('、')}</span>}
      {moment.verb === 'section.write' && moment.steps > 1 && <span className="faint">{m.agree.history.steps(moment.steps)}</span>}
      {moment.reason !== null && <q>{moment.reason}</q>}
    </div>
  )
}
