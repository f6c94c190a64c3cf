import { Button } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import type { OutputOf } from '../../app/wire.ts'
import { Answer } from '../../ui/Answer.tsx'
import { LedgerChoice } from './LedgerChoice.tsx'
import { useLedgerChoice } from './useLedgerChoice.ts'

/** Ledgers of the pack that the town did not take when it began, to be taken now. */
export const PackPanel = () => <Answer query={useCall('setup.read', {})}>{(setup) => <Choice setup={setup} />}</Answer>

const Choice = ({ setup }: { setup: OutputOf<'setup.read'> }) => {
  const { m } = useSpeech()
  const it = useLedgerChoice(setup)
  return (
    <>
      <LedgerChoice setup={setup} it={it} />
      {it.open.length > 0 && (
        <div className="setup-acts">
          <Button type="primary" disabled={it.taking.length === 0 || !it.ready} loading={it.save.isPending} onClick={() => it.save.mutate()}>
            {m.setup.take(it.taking.length)}
          </Button>
        </div>
      )}
    </>
  )
}
