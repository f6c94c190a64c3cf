import { useId, useState } from 'react'
import { Alert, Button, Checkbox, Input } from 'antd'
import type { Field } from '../../../core/ledger/field.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useCall } from '../../app/useCall.ts'
import type { OutputOf } from '../../app/wire.ts'
import { viewOf } from '../../fields/fields.ts'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { numberText } from '../../ui/number-text.ts'
import { PanelDrawer } from '../../ui/PanelDrawer.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import { BatchUndo } from '../grid/BatchUndo.tsx'
import { headOf } from '../ledger/columns.ts'
import '../grid/grid.css'
import './linking.css'

type Weighed = OutputOf<'link.weigh'>
type Props = { readonly ledger: Ledger; readonly keep: number; readonly drop: number; readonly onTurn: () => void; readonly onClose: () => void }

/** Two entries side by side: which one stays, what it takes over, what would be moved; and their merging. */
export const MergePanel = ({ ledger, keep, drop, onTurn, onClose }: Props) => {
  const { m } = useSpeech()
  const query = useCall('link.weigh', { ledger: ledger.key, keep, drop }, { staleTime: 0 })
  const [done, setDone] = useState<{ readonly batch: string; readonly moved: number } | { readonly proposed: number }>()
  const title = m.linking.mergeTitle(drop, keep)
  return (
    <PanelDrawer title={title} label={title} onClose={onClose}>
      {done === undefined ? <Answer query={query}>{(weighed) => <MergeForm key={`${weighed.kept.version}/${weighed.dropped.version}`} ledger={ledger} weighed={weighed} onTurn={onTurn} onDone={setDone} />}</Answer> : <Done ledger={ledger} done={done} onClose={onClose} />}
    </PanelDrawer>
  )
}

const Done = ({ ledger, done, onClose }: { readonly ledger: Ledger; readonly done: { readonly batch: string; readonly moved: number } | { readonly proposed: number }; readonly onClose: () => void }) => {
  const { m, w } = useSpeech()
  return (
    <div className="state" role="status">
      <p className="state-title">{'batch' in done ? m.linking.mergedNow(numberText(String(done.moved))) : m.ledger.proposed(done.proposed)}</p>
      <p>{'batch' in done ? m.linking.mergedAbout : m.ledger.proposedAbout}</p>
      <div className="form-acts merge-done">
        <Button type="primary" onClick={onClose}>
          {m.ui.close}
        </Button>
        {'batch' in done && <BatchUndo batch={done.batch} title={w(ledger.title)} />}
      </div>
    </div>
  )
}

type FormProps = { readonly ledger: Ledger; readonly weighed: Weighed; readonly onTurn: () => void; readonly onDone: (done: { readonly batch: string; readonly moved: number } | { readonly proposed: number }) => void }

const MergeForm = ({ ledger, weighed, onTurn, onDone }: FormProps) => {
  const { m, w } = useSpeech()
  const id = useId()
  const { kept, dropped } = weighed
  const [take, setTake] = useState<readonly string[]>(weighed.fields.filter((each) => each.missing && each.take).map(({ field }) => field))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const short = reason.trim().length < 2
  const input = { ledger: ledger.key, keep: kept.id, sawKeep: kept.version, drop: dropped.id, sawDrop: dropped.version, take: [...take], reason: reason.trim() }
  const merge = useBookAct(() => call('link.merge', input), onDone)
  const propose = useBookAct(() => call('link.propose', input), (done) => onDone({ proposed: done.id }))
  const able = may(weighed.can, 'link.merge')
  const proposes = may(weighed.can, 'link.propose')
  return (
    <form
      className="merge-form"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (short) return
        if (able) merge.mutate(undefined)
        else if (proposes) propose.mutate(undefined)
      }}
    >
      <p className="form-about">
        {m.linking.mergeAbout}{' '}
        <Button size="small" onClick={onTurn}>
          {m.linking.turn}
        </Button>
      </p>
      <SideBySide ledger={ledger} weighed={weighed} take={take} onTake={able || proposes ? setTake : undefined} />
      <Referring weighed={weighed} />
      {weighed.problem !== null && <Alert type="warning" showIcon role="note" className="refused" title={w(weighed.problem.message)} />}
      {!able && !proposes && weighed.problem === null && <Alert type="info" showIcon role="note" className="refused" title={m.linking.notYours} />}
      <Refused error={merge.error ?? propose.error} />
      {(able || proposes) && (
        <>
          <FormRow id={`${id}-reason`} label={m.ui.reason} required hint={m.ledger.reasonHint} problem={tried && short ? m.ui.reasonShort : undefined}>
            <Input.TextArea id={`${id}-reason`} aria-describedby={`${id}-reason-note`} rows={2} maxLength={1900} value={reason} onChange={(event) => setReason(event.target.value)} />
          </FormRow>
          <div className="form-acts">
            <Button type="primary" htmlType="submit" loading={merge.isPending || propose.isPending}>
              {able ? m.linking.merge : m.linking.propose}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}

/** Field by field; what differs stands out, and may be taken over from the entry that goes. */
const SideBySide = ({ ledger, weighed, take, onTake }: { readonly ledger: Ledger; readonly weighed: Weighed; readonly take: readonly string[]; readonly onTake: ((take: readonly string[]) => void) | undefined }) => {
  const { m, lang } = useSpeech()
  const rows = weighed.fields.flatMap((each) => {
    const field = ledger.fields.find(({ key }) => key === each.field)
    return field === undefined || ((weighed.kept.fields[each.field] ?? null) === null && (weighed.dropped.fields[each.field] ?? null) === null) ? [] : [{ ...each, of: field }]
  })
  const shown = (of: Field, value: string | boolean | null | undefined) => {
    const { Output } = viewOf(of)
    return value === null || value === undefined ? <span className="faint">{m.ui.blank}</span> : <Output field={of} value={value} />
  }
  return (
    <DataTable
      caption={m.linking.sideBySide}
      rows={rows}
      keyOf={(row) => row.field}
      columns={[
        { key: 'field', title: m.linking.field, lead: true, cell: (row) => headOf(row.of, lang) },
        { key: 'kept', title: m.linking.kept(weighed.kept.id), wide: true, cell: (row) => <span className={take.includes(row.field) ? 'merge-replaced' : row.differs ? undefined : 'faint'}>{shown(row.of, weighed.kept.fields[row.field])}</span> },
        { key: 'dropped', title: m.linking.dropped(weighed.dropped.id), wide: true, cell: (row) => <span className={row.differs ? undefined : 'faint'}>{shown(row.of, weighed.dropped.fields[row.field])}</span> },
        {
          key: 'take',
          title: m.linking.take,
          cell: (row) =>
            !row.take || onTake === undefined ? null : (
              <Checkbox checked={take.includes(row.field)} aria-label={m.linking.takeField(headOf(row.of, lang))} onChange={(event) => onTake(event.target.checked ? [...take, row.field] : take.filter((each) => each !== row.field))} />
            ),
        },
      ]}
    />
  )
}

const Referring = ({ weighed }: { readonly weighed: Weighed }) => {
  const { m, w } = useSpeech()
  const moved = weighed.refers.filter(({ dropped }) => dropped > 0)
  return (
    <p className="merge-moves">
      {moved.length === 0 ? m.linking.movesNothing : m.linking.moves(moved.map((each) => m.linking.movesOf(w(each.title), numberText(String(each.dropped)))).join(m.ui.comma))}
      {m.linking.movesHidden}
    </p>
  )
}
