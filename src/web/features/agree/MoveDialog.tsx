import { useId, useState } from 'react'
import { Input, Select } from 'antd'
import type { ReportOut } from '../../../api/report.ts'
import { writingStates } from '../../../core/report/state.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { useBookAct } from './useBookAct.ts'

/** Moves a report to another state of its making; back only with a reason. */
export const MoveDialog = ({ report, onClose }: { report: ReportOut; onClose: () => void }) => {
  const { m } = useSpeech()
  const id = useId()
  const order: readonly string[] = writingStates
  const next = report.moves.find((state) => order.indexOf(state) > order.indexOf(report.state)) ?? report.moves[0] ?? report.state
  const [state, setState] = useState(next)
  const [reason, setReason] = useState('')
  const back = order.includes(state) && order.indexOf(state) < order.indexOf(report.state)
  const move = useBookAct(() => call('report.move', { report: report.entry, saw: report.version, state, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }), onClose)
  return (
    <FormDialog title={m.agree.move} about={m.agree.moveAbout} act={m.ui.ok} ready={!back || reason.trim().length >= 2} busy={move.isPending} error={move.error} onSubmit={() => move.mutate(undefined)} onClose={onClose}>
      <FormRow id={`${id}-state`} label={m.agree.moveTo} required>
        <Select id={`${id}-state`} className="field-select" value={state} onChange={setState} options={report.moves.map((each) => ({ value: each, label: m.agree.states[each] }))} virtual={false} />
      </FormRow>
      {back && (
        <FormRow id={`${id}-reason`} label={m.agree.moveReason} required>
          <Input.TextArea id={`${id}-reason`} rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </FormRow>
      )}
    </FormDialog>
  )
}
