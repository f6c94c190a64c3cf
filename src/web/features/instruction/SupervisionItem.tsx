import { useId, useState } from 'react'
import { Button, Input } from 'antd'
import type { SupervisionOut } from '../../../api/instruction.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { Lamp } from '../../ui/Lamp.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import './instruction.css'

/** A supervision item on one line with its state, and the step the reader may take. */
export const SupervisionItem = ({ item }: { item: SupervisionOut }) => {
  const { m, w } = useSpeech()
  const [reporting, setReporting] = useState(false)
  const seen = { supervision: item.entry, saw: item.version }
  const sign = useBookAct(() => call('supervision.sign', seen))
  const close = useBookAct(() => call('supervision.close', seen))
  return (
    <li className="supervision">
      <span className="supervision-what">
        <b className="number-text" lang="zh-CN">
          {item.number}
        </b>
        <span lang="zh-CN">{item.content}</span>
        <small>{w(item.orgName)}</small>
      </span>
      <span className="number-text">{m.agree.instruction.dueOn(item.due)}</span>
      <Lamp state={item.overdue ? 'overdue' : item.state === 'closed' ? 'kept' : item.state === 'raised' ? 'none' : 'behind'} text={item.overdue ? `${m.agree.instruction.states[item.state]} · ${m.agree.instruction.overdue}` : m.agree.instruction.states[item.state]} />
      {may(item.can, 'supervision.sign') && (
        <Button size="small" loading={sign.isPending} onClick={() => sign.mutate(undefined)}>
          {m.agree.instruction.sign}
        </Button>
      )}
      {may(item.can, 'supervision.report') && (
        <Button size="small" onClick={() => setReporting(true)}>
          {m.agree.instruction.report}
        </Button>
      )}
      {may(item.can, 'supervision.close') && (
        <Button size="small" loading={close.isPending} onClick={() => close.mutate(undefined)}>
          {m.agree.instruction.close}
        </Button>
      )}
      {item.progress !== null && <q className="supervision-progress">{item.progress}</q>}
      <Refused error={sign.error ?? close.error} />
      {reporting && <ReportDialog item={item} onClose={() => setReporting(false)} />}
    </li>
  )
}

const ReportDialog = ({ item, onClose }: { item: SupervisionOut; onClose: () => void }) => {
  const { m } = useSpeech()
  const id = useId()
  const [progress, setProgress] = useState(item.progress ?? '')
  const report = useBookAct(() => call('supervision.report', { supervision: item.entry, saw: item.version, progress: progress.trim() }), onClose)
  return (
    <FormDialog title={m.agree.instruction.reportTitle} about={`${item.number} ${item.content}`} act={m.agree.instruction.report} ready={progress.trim().length >= 2} busy={report.isPending} error={report.error} onSubmit={() => report.mutate(undefined)} onClose={onClose}>
      <FormRow id={id} label={m.agree.instruction.progress} required>
        <Input.TextArea id={id} rows={4} maxLength={2000} value={progress} onChange={(event) => setProgress(event.target.value)} />
      </FormRow>
    </FormDialog>
  )
}
