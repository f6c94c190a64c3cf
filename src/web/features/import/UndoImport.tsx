import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReadBatch } from '../../../api/batch.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { numberText } from '../../ui/number-text.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'

/** Takes an import back: says first how many entries go back and how many stay, then goes through its parts. */
export const UndoImport = ({ batch, name }: { readonly batch: string; readonly name: string }) => {
  const { m } = useSpeech()
  const [asking, setAsking] = useState(false)
  const plan = useQuery({ queryKey: ['batch.read', batch], queryFn: () => planOf(batch), enabled: asking, staleTime: 0 })
  const undo = useMutation({
    mutationFn: async (reason: string): Promise<void> => {
      for (let after: number | null = 0; after !== null; ) ({ next: after } = await call('batch.undo', { batch, seen: plan.data?.seen ?? 1, after, reason }))
    },
    onSuccess: async () => {
      setAsking(false)
      await rereadBook()
    },
  })
  const number = (value: number): string => numberText(String(value))
  return (
    <>
      <Button size="small" type="text" onClick={() => setAsking(true)}>
        {m.import.undo}
      </Button>
      {asking && <ReasonDialog title={m.import.undoTitle(name)} about={plan.data === undefined ? m.ui.loading : m.import.undoAbout(number(plan.data.undone), number(plan.data.stay))} act={m.import.undo} danger busy={undo.isPending || plan.isPending} error={undo.error ?? plan.error} onClose={() => setAsking(false)} onReason={(reason) => undo.mutate(reason)} />}
    </>
  )
}

const planOf = async (batch: string): Promise<{ readonly undone: number; readonly stay: number; readonly seen: number }> => {
  let [undone, stay, seen] = [0, 0, 0]
  for (let after: number | null = 0; after !== null; ) {
    const told: ReadBatch = await call('batch.read', { batch, after })
    undone += told.part.void + told.part.restore
    stay += told.part.stay
    seen = seen === 0 ? told.seen : seen
    after = told.next
  }
  return { undone, stay, seen }
}
