import { useId, useMemo, useState } from 'react'
import { Button, Input } from 'antd'
import type { ReportOut } from '../../../api/report.ts'
import type { Block } from '../../../core/report/document.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import type { Place } from '../remark/useRemarks.ts'
import { LazyEditor } from '../write/LazyEditor.tsx'
import { proposedBlocks } from './proposed-blocks.ts'

type Props = { readonly place: Place; readonly report: ReportOut; readonly onDone: () => void }

/** Writes other words for one paragraph; its bound numbers stay bound. The text stands until someone accepts them. */
export const ProposalForm = ({ place, report, onDone }: Props) => {
  const { m } = useSpeech()
  const id = useId()
  // Kept as they were when the form was opened: a proposal names the version it was made from.
  const [made] = useState(() => report)
  const section = made.sections.find((each) => each.entry === place.section)
  const blocks = made.document.blocks.slice(section?.from, section?.to)
  const [written, setWritten] = useState<readonly Block[]>(() => blocks.filter((block) => block.id === place.block))
  const [begun] = useState(written)
  const [note, setNote] = useState('')
  const measures = useCall('figure.measures', { period: report.period })
  const send = useBookAct(
    () => call('proposal.create', { section: place.section, saw: section?.version ?? 0, blocks: [...proposedBlocks(blocks, place.block, written)], ...(note.trim() === '' ? {} : { note: note.trim() }) }),
    onDone,
  )
  const told = useMemo(() => new Map(report.told.map((each) => [each.measure, each])), [report])
  const ready = written !== begun && section !== undefined
  return (
    <form
      className="remark-form"
      aria-label={m.agree.proposal.propose}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !send.isPending) send.mutate(undefined)
      }}
    >
      <b>{m.agree.proposal.propose}</b>
      <p className="form-hint">{m.agree.proposal.about}</p>
      <Refused error={send.error} />
      <Answer query={measures} lines={4}>
        {(data) => <LazyEditor blocks={begun} period={report.period} told={told} measures={data.measures} label={m.agree.proposal.text} onChange={setWritten} />}
      </Answer>
      <label htmlFor={`${id}-note`}>{m.agree.proposal.note}</label>
      <Input id={`${id}-note`} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      <div className="remark-acts">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={send.isPending}>
          {m.agree.proposal.send}
        </Button>
        <Button onClick={onDone}>{m.agree.remark.cancel}</Button>
      </div>
    </form>
  )
}
