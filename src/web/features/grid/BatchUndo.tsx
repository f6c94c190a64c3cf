import { useRef, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { rereadBook } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { numberText } from '../../ui/number-text.ts'
import type { Taken } from './undo-whole.ts'
import { undoWhole } from './undo-whole.ts'
import './grid.css'

/** Takes a batch back, and says how many entries went back and which stay because they were changed since. */
export const BatchUndo = ({ batch, title }: { batch: string; title: string }) => {
  const { m, w } = useSpeech()
  const [asking, setAsking] = useState(false)
  const [taken, setTaken] = useState<Taken>()
  const stop = useRef(false)
  const undo = useMutation({
    mutationFn: (reason: string) => undoWhole(batch, reason, setTaken, () => stop.current),
    onSuccess: () => setAsking(false),
    onSettled: () => rereadBook(),
  })
  return (
    <>
      {taken === undefined ? (
        <Button onClick={() => setAsking(true)}>{m.grid.undoBatch}</Button>
      ) : (
        <div role="status">
          <p>{m.grid.undone(numberText(String(taken.undone)), numberText(String(taken.stay)))}</p>
          {taken.reasons.map((reason) => (
            <p key={reason.code} className="grid-reason">
              {m.grid.refusedRows(numberText(String(reason.count)))}
              {w(reason.message)}
            </p>
          ))}
        </div>
      )}
      {asking && (
        <ReasonDialog
          title={m.grid.undoBatchOf(title)}
          about={m.grid.undoAbout}
          act={m.grid.undoBatch}
          busy={undo.isPending}
          error={undo.error}
          onClose={() => {
            stop.current = true
            setAsking(false)
          }}
          onReason={(reason) => {
            stop.current = false
            undo.mutate(reason)
          }}
        />
      )}
    </>
  )
}
