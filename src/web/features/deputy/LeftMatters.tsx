import { useState } from 'react'
import { Button } from 'antd'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import { MatterItems } from '../matter/MatterItems.tsx'

/** Matters whose handler has no post at the office any more, taken back together by who heads it. */
export const LeftMatters = () => {
  const { m } = useSpeech()
  const told = m.deputy
  const { data } = useCall('matter.left', {})
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState<number>()
  const rows = data?.rows ?? []
  const release = useBookAct(
    (note: string) => call('matter.release', { matters: rows.map(({ ledger, entry }) => ({ ledger, entry })), note }),
    ({ released }) => {
      setDone(released)
      setAsking(false)
    },
  )
  if (rows.length === 0 && done === undefined) return null
  return (
    <section aria-labelledby="left-matters">
      <h3 id="left-matters">
        {told.left} <small className="faint">{data?.total}</small>
      </h3>
      <p className="faint">{told.leftAbout}</p>
      {done !== undefined && <p role="status">{told.released(done)}</p>}
      {rows.length > 0 && (
        <>
          <MatterItems rows={rows} />
          <p>
            <Button onClick={() => setAsking(true)}>{told.release(rows.length)}</Button>
          </p>
        </>
      )}
      {asking && <ReasonDialog title={told.release(rows.length)} act={told.releaseAct} busy={release.isPending} error={release.error} onReason={(note) => release.mutate(note)} onClose={() => setAsking(false)} />}
    </section>
  )
}
