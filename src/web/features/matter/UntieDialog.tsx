import { useMemo } from 'react'
import type { MatterOut } from '../../../api/matter.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { useBookAct } from '../agree/useBookAct.ts'

/** Takes back a merge, or one part of a split, with its reason. */
export const UntieDialog = ({ matter, tie, merged, onClose }: { readonly matter: MatterOut; readonly tie: number; readonly merged: boolean; readonly onClose: () => void }) => {
  const told = useSpeech().m.matter.tie
  const once = useMemo(() => crypto.randomUUID(), [])
  const untie = useBookAct((note: string) => call('matter.untie', { ledger: matter.ledger, entry: matter.entry, tie, note, once }), onClose)
  const title = merged ? told.undoMerge : told.undoSplit
  return <ReasonDialog title={title} about={merged ? told.undoMergeAbout : told.undoSplitAbout} act={title} busy={untie.isPending} error={untie.error} onClose={onClose} onReason={untie.mutate} />
}
