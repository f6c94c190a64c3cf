import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'antd'
import type { ReportOut } from '../../../api/report.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { Refused } from '../../ui/Refused.tsx'
import { useBookAct } from './useBookAct.ts'
import './agree.css'

const StateDialogs = lazy(() => import('./StateDialogs.tsx').then((it) => ({ default: it.StateDialogs })))

const states = ['collect', 'draft', 'ask', 'leaders', 'meeting', 'committee', 'frozen', 'sent', 'published', 'archived'] as const

export type StateAct = 'move' | 'freeze' | 'ask' | 'approve' | 'refuse'

type Props = { readonly report: ReportOut; readonly now: boolean; readonly errors: number; readonly children?: ReactNode }

/** Where a report stands on its way to the archive, and what the reader may do about that; `children` lead to what is said about it. */
export const StateLine = ({ report, now, errors, children }: Props) => {
  const { m } = useSpeech()
  const [act, setAct] = useState<StateAct>()
  const { freeze, state, moves } = report
  const at = states.indexOf(state)
  const open = useBookAct(() => call('report.open', { report: report.entry, saw: report.version }))
  return (
    <div className="state-line">
      <ol aria-label={m.agree.line}>
        {states.map((each, n) => (
          <li key={each} className={n < at ? 'state-past' : n === at ? 'state-here' : undefined} {...(n === at && { 'aria-current': 'step' as const })}>
            {m.agree.states[each]}
          </li>
        ))}
      </ol>
      <div className="state-acts">
        {children}
        {now && may(report.can, 'report.open') && (
          <Button size="small" loading={open.isPending} onClick={() => open.mutate(undefined)}>
            {m.agree.open}
          </Button>
        )}
        {now && moves.length > 0 && (
          <Button size="small" onClick={() => setAct('move')}>
            {m.agree.move}
          </Button>
        )}
        {now && may(report.can, 'freeze.create') && (
          <Button size="small" onClick={() => setAct('freeze')}>
            {m.agree.freeze}
          </Button>
        )}
        {now && freeze !== null && may(freeze.can, 'freeze.ask') && state !== 'archived' && (
          <Button size="small" onClick={() => setAct('ask')}>
            {m.agree.askThaw}
          </Button>
        )}
      </div>
      <Refused error={open.error} />
      {freeze !== null && (
        <p className="state-freeze" role="note">
          <b>{m.agree.frozen(`#${freeze.number}`)}</b>
          <span>{freeze.state === 'thaw-asked' && freeze.asker !== null ? m.agree.thawAsked(freeze.asker) : m.agree.moved(freeze.moved.length)}</span>
          {freeze.reason !== null && <q>{freeze.reason}</q>}
          {now && may(freeze.can, 'freeze.approve') && (
            <Button size="small" type="primary" onClick={() => setAct('approve')}>
              {m.agree.approve}
            </Button>
          )}
          {now && may(freeze.can, 'freeze.refuse') && (
            <Button size="small" onClick={() => setAct('refuse')}>
              {m.agree.refuse}
            </Button>
          )}
        </p>
      )}
      {act !== undefined && (
        <Suspense fallback={null}>
          <StateDialogs act={act} report={report} errors={errors} onClose={() => setAct(undefined)} />
        </Suspense>
      )}
    </div>
  )
}
