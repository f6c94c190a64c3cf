import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { LedgerChoice } from './LedgerChoice.tsx'
import { StepActs } from './StepActs.tsx'
import { useLedgerChoice } from './useLedgerChoice.ts'
import type { StepProps } from './useSetup.ts'

/** Which ledgers of the pack the town begins with. */
export const LedgerStep = ({ setup, ...steps }: StepProps & { readonly setup: OutputOf<'setup.read'> }) => {
  const { m } = useSpeech()
  const it = useLedgerChoice(setup)
  const note = it.taking.length === 0 && it.open.length === it.all.length ? m.setup.noneTaken : undefined
  return (
    <>
      <LedgerChoice setup={setup} it={it} />
      <StepActs {...steps} go={() => it.save.mutate(undefined, { onSuccess: steps.go })} ready={it.ready} busy={it.save.isPending} note={note} />
    </>
  )
}
