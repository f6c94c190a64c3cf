import type { Words } from '../../core/words.ts'
import { useSpeech } from '../app/i18n.tsx'

type Change = { readonly percent: string | null; readonly points: string | null; readonly direction: 'up' | 'down' | 'flat'; readonly text: Words }

/** A change against the same period last year: an arrow and the amount, the full phrase for those who listen. */
export const ChangeText = ({ change }: { change: Change | null }) => {
  const { m, w } = useSpeech()
  if (change === null) return <span className="faint">—</span>
  const amount = change.percent !== null ? `${change.percent}%` : change.points !== null ? m.ui.points(change.points) : ''
  return (
    <span className="change" title={w(change.text)}>
      <i aria-hidden="true">{arrows[change.direction]}</i>
      <span aria-hidden="true">{amount}</span>
      <span className="only-read">{w(change.text)}</span>
    </span>
  )
}

const arrows = { up: '↑', down: '↓', flat: '→' } as const
