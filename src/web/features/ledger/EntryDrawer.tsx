import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { EntryPlaceContext } from '../../fields/entry-place.ts'
import { Answer } from '../../ui/Answer.tsx'
import { PanelDrawer } from '../../ui/PanelDrawer.tsx'
import { EntryLinks } from '../linking/EntryLinks.tsx'
import { EntryReads } from '../personal/EntryReads.tsx'
import { WhyHidden } from '../personal/WhyHidden.tsx'
import { EntryComparison } from './EntryComparison.tsx'
import { EntryForm } from './EntryForm.tsx'
import { EntryHistory } from './EntryHistory.tsx'
import { EntrySpans } from './EntrySpans.tsx'
import { EntryTime } from './EntryTime.tsx'
import type { EntryOut } from './useEntry.ts'
import { useEntry } from './useEntry.ts'
import { useEntryTime } from './useEntryTime.ts'
import type { EntryAct } from './useLedgerGrid.ts'

type Props = {
  readonly ledger: Ledger
  readonly entry: number | undefined
  readonly act: EntryAct | undefined
  readonly onAct: (act: EntryAct | undefined) => void
  readonly onOpen: (entry: number) => void
  readonly onClose: () => void
}

/** One entry over the grid: what it says, since when, who changed it and why, how it stood before, and what may be done with it. */
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
          {(data) =>
            act === undefined || act === 'create' ? (
              <EntryAtMoment ledger={ledger} data={data} onAct={onAct} />
            ) : (
              <>
                <EntryForm key={`${act}/${data.id}`} ledger={ledger} act={act} entry={data} onDone={() => onAct(undefined)} onCancel={() => onAct(undefined)} />
                <EntryContent ledger={ledger} data={data} />
                <EntryHistory history={data.history} />
              </>
            )
          }
        </Answer>
      )}
    </PanelDrawer>
  )
}

/** The entry as it stands, or as it stood, or both. */
const EntryAtMoment = ({ ledger, data, onAct }: { ledger: Ledger; data: EntryOut; onAct: (act: EntryAct) => void }) => {
  const time = useEntryTime(ledger.key, data.id, data.history)
  const { asOf } = time
  const personal = ledger.fields.some((field) => field.personal !== undefined)
  return (
    <>
      {asOf === undefined && <EntryActs ledger={ledger} data={data} onAct={onAct} />}
      <EntryTime time={time} history={data.history} />
      {asOf === undefined ? (
        <EntryContent ledger={ledger} data={data} masked={data.masked} />
      ) : time.comparing ? (
        <EntryComparison ledger={ledger.key} entry={data.id} from={asOf} />
      ) : (
        <Answer query={time.past}>{(past) => <EntryContent ledger={ledger} data={past} />}</Answer>
      )}
      {asOf === undefined && <EntryLinks ledger={ledger} entry={data.id} />}
      <EntryHistory history={data.history} />
      {personal && <EntryReads ledger={ledger.key} entry={data.id} />}
    </>
  )
}

const EntryContent = ({ ledger, data, masked = [] }: { ledger: Ledger; data: EntryOut; masked?: EntryOut['masked'] }) => {
  const place = useMemo(() => ({ ledger: ledger.key, entry: data.id }), [ledger.key, data.id])
  return (
    <EntryPlaceContext value={place}>
      <EntrySpans ledger={ledger} entry={data} masked={masked} />
    </EntryPlaceContext>
  )
}

const EntryActs = ({ ledger, data, onAct }: { ledger: Ledger; data: EntryOut; onAct: (act: EntryAct) => void }) => {
  const { m } = useSpeech()
  if (data.void) return <p className="badge badge-void">{m.ledger.voided}</p>
  const acts: readonly EntryAct[] = ledger.shape === 'register' ? ['correct', 'change', 'end', 'void'] : ['correct', 'void']
  const allowed = acts.filter((act) => may(data.can, `${ledger.key}.${act}`))
  return (
    <div className="entry-acts">
      {ledger.procedure !== undefined && (
        <Link to="/matters/$ledger/$entry" params={{ ledger: ledger.key, entry: String(data.id) }}>
          {m.matter.handle}
        </Link>
      )}
      {allowed.map((act) => (
        <Button key={act} danger={act === 'void'} onClick={() => onAct(act)}>
          {m.ledger.acts[act]}
        </Button>
      ))}
      {allowed.length === 0 && <WhyHidden about={{ ledger: ledger.key, verb: `${ledger.key}.correct` }} label={m.personal.why.askActs} />}
    </div>
  )
}
