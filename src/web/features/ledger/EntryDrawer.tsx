import { Button } from 'antd'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { Answer } from '../../ui/Answer.tsx'
import { PanelDrawer } from '../../ui/PanelDrawer.tsx'
import { EntryForm } from './EntryForm.tsx'
import { EntryHistory } from './EntryHistory.tsx'
import { EntrySpans } from './EntrySpans.tsx'
import type { EntryOut } from './useEntry.ts'
import { useEntry } from './useEntry.ts'
import type { EntryAct } from './useLedgerGrid.ts'

type Props = {
  readonly ledger: Ledger
  readonly entry: number | undefined
  readonly act: EntryAct | undefined
  readonly onAct: (act: EntryAct | undefined) => void
  readonly onOpen: (entry: number) => void
  readonly onClose: () => void
}

/** One entry over the grid: what it says, since when, who changed it and why, and what may be done with it. */
export const EntryDrawer = ({ ledger, entry, act, onAct, onOpen, onClose }: Props) => {
  const { m, w } = useSpeech()
  const query = useEntry(ledger.key, entry)
  const title = entry === undefined ? m.ledger.newIn(w(ledger.title)) : m.ledger.entryOf(w(ledger.title), entry)
  return (
    <PanelDrawer title={title} label={title} onClose={onClose}>
      {entry === undefined ? (
        <EntryForm ledger={ledger} act="create" entry={undefined} onDone={onOpen} onCancel={onClose} />
      ) : (
        <Answer query={query}>
          {(data) => (
            <>
              {act === undefined || act === 'create' ? (
                <EntryActs ledger={ledger} data={data} onAct={onAct} />
              ) : (
                <EntryForm key={`${act}/${data.id}`} ledger={ledger} act={act} entry={data} onDone={() => onAct(undefined)} onCancel={() => onAct(undefined)} />
              )}
              <EntrySpans ledger={ledger} entry={data} />
              <EntryHistory history={data.history} />
            </>
          )}
        </Answer>
      )}
    </PanelDrawer>
  )
}

const EntryActs = ({ ledger, data, onAct }: { ledger: Ledger; data: EntryOut; onAct: (act: EntryAct) => void }) => {
  const { m } = useSpeech()
  if (data.void) return <p className="badge badge-void">{m.ledger.voided}</p>
  const acts: readonly EntryAct[] = ledger.shape === 'register' ? ['correct', 'change', 'end', 'void'] : ['correct', 'void']
  const allowed = acts.filter((act) => may(data.can, `${ledger.key}.${act}`))
  return allowed.length === 0 ? null : (
    <div className="entry-acts">
      {allowed.map((act) => (
        <Button key={act} danger={act === 'void'} onClick={() => onAct(act)}>
          {m.ledger.acts[act]}
        </Button>
      ))}
    </div>
  )
}
