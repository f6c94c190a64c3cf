import { Button, Popconfirm } from 'antd'
import type { Words } from '../../../core/words.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { KeptFinding } from './outbox.ts'

type Props = { readonly kept: readonly KeptFinding[]; readonly others: number; readonly refusals: ReadonlyMap<string, Words>; readonly sending: boolean; readonly onSend: () => void; readonly onDrop: (once: string) => void }

/** Findings that are still on this device: why, and what can be done. Of another person's it only says how many wait for her. */
export const OutboxList = ({ kept, others, refusals, sending, onSend, onDrop }: Props) => {
  const { m, w } = useSpeech()
  const told = m.finding
  const ofOthers = others > 0 && <p role="note">{told.ofOthers(others)}</p>
  if (kept.length === 0) return ofOthers
  return (
    <section aria-labelledby="finding-outbox">
      <h2 id="finding-outbox">
        {told.outbox} <small>{kept.length}</small>
      </h2>
      <p className="faint">{told.outboxAbout}</p>
      <ul className="finding-outbox">
        {kept.map(({ once, line, day, photos }) => {
          const why = refusals.get(once)
          return (
            <li key={once}>
              <span>
                <b lang="zh-CN">{line ?? told.photoOnly}</b>
                <small className="faint">{[day, told.photos(photos.length)].join(' · ')}</small>
                {why !== undefined && <small role="alert">{w(why)}</small>}
              </span>
              <Popconfirm title={told.dropSure} okText={told.drop} cancelText={told.keep} onConfirm={() => onDrop(once)}>
                <Button size="small">{told.drop}</Button>
              </Popconfirm>
            </li>
          )
        })}
      </ul>
      <Button onClick={onSend} loading={sending}>
        {told.sendNow}
      </Button>
      {ofOthers}
    </section>
  )
}
