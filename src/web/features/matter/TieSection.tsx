import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { MatterOut } from '../../../api/matter.ts'
import type { TiesOut } from '../../../api/matter-tie.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import type { Chosen } from './MatterFinder.tsx'
import { SplitDialog } from './SplitDialog.tsx'
import type { Tying } from './TieDialog.tsx'
import { TieDialog } from './TieDialog.tsx'
import { UntieDialog } from './UntieDialog.tsx'

/** What a matter belongs together with, both ways; others it may be the same as; and the ways to split, merge or link it. */
export const TieSection = ({ matter }: { readonly matter: MatterOut }) => {
  const { m } = useSpeech()
  const told = m.matter.tie
  const { data } = useCall('matter.ties', { ledger: matter.ledger, entry: matter.entry }, { keep: true })
  const [tying, setTying] = useState<Tying>()
  const [splitting, setSplitting] = useState(false)
  const [undoing, setUndoing] = useState<{ readonly id: number; readonly kind: TiesOut['ties'][number]['kind'] }>()
  if (data === undefined) return null
  const { ties, similar, can } = data
  if (ties.length === 0 && similar.length === 0 && !can.split && !can.link) return null
  return (
    <section className="matter-block matter-ties-block" aria-label={told.title}>
      <h2>{told.title}</h2>
      {ties.length > 0 && (
        <ul className="matter-ties">
          {ties.map(({ id, kind, away, other, day, by, note, undo }) => (
            <li key={id}>
              <span>
                {told.kinds[kind][away ? 'away' : 'here']} <Other other={other} />
              </span>
              <small className="faint">{[day, by, note].filter((each) => each !== null && each !== '').join(' · ')}</small>
              {undo && (
                <Button size="small" onClick={() => setUndoing({ id, kind })}>
                  {told.undo}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {similar.length > 0 && (
        <>
          <h3>{told.similar}</h3>
          <ul className="matter-ties">
            {similar.map(({ other, likeness }) => (
              <li key={other.entry}>
                <span>
                  <Other other={other} /> <small className="faint">{[told.likeness[likeness], other.day].join(' · ')}</small>
                </span>
                <span className="matter-acts">
                  {can.merge && !other.settled && (
                    <Button size="small" onClick={() => setTying({ how: 'merge', other: chosen(other) })}>
                      {told.mergeInto}
                    </Button>
                  )}
                  {can.link && (
                    <Button size="small" onClick={() => setTying({ how: other.settled ? 'recurrence' : 'duplicate', other: chosen(other) })}>
                      {other.settled ? told.how.recurrence : told.how.duplicate}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="matter-acts">
        {can.split && (
          <Button size="small" onClick={() => setSplitting(true)}>
            {told.split}
          </Button>
        )}
        {can.link && (
          <Button size="small" onClick={() => setTying({ how: can.merge ? 'merge' : 'related' })}>
            {told.tie}
          </Button>
        )}
      </div>
      {undoing !== undefined && <UntieDialog matter={matter} tie={undoing.id} merged={undoing.kind === 'merged'} onClose={() => setUndoing(undefined)} />}
      {splitting && <SplitDialog matter={matter} onClose={() => setSplitting(false)} />}
      {tying !== undefined && <TieDialog matter={matter} tying={tying} mayMerge={can.merge} onClose={() => setTying(undefined)} />}
    </section>
  )
}

const chosen = ({ ledger, entry, title }: TiesOut['ties'][number]['other']): Chosen => ({ ledger, entry, title: title ?? '' })

const Other = ({ other }: { readonly other: TiesOut['ties'][number]['other'] }) => {
  const { m, w } = useSpeech()
  if (other.title === null) return <span className="faint">{m.matter.tie.hidden(other.entry)}</span>
  return (
    <>
      <Link to="/matters/$ledger/$entry" params={{ ledger: other.ledger, entry: String(other.entry) }} lang="zh-CN">
        {other.title}
      </Link>{' '}
      <small className="faint">{[`#${other.entry}`, other.state === null ? '' : w(other.state)].filter((each) => each !== '').join(' · ')}</small>
    </>
  )
}
