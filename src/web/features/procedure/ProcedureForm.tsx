import { useId, useState } from 'react'
import { Button, Input, InputNumber } from 'antd'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import type { Procedure, Step } from '../../../core/matter/procedure.ts'
import { ApiError } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { ClockTable } from './ClockTable.tsx'
import { ProblemLines } from './ProblemLines.tsx'
import { freeKey } from './procedure-text.ts'
import { ReminderFields } from './ReminderFields.tsx'
import { StateFields } from './StateFields.tsx'
import { StepDialog } from './StepDialog.tsx'
import { StepTable } from './StepTable.tsx'
import { useProcedureDraft } from './useProcedureDraft.ts'
import { ChangeList } from './VersionTable.tsx'

type Props = { readonly ledger: Ledger; readonly procedure: Procedure; /** How many matters stand in each state. */ readonly standing: Readonly<Record<string, number>>; readonly saw: number; readonly onSaved: () => void }

/** Changes a procedure as far as a town may, each problem beside its row, and saves it as a new version. */
export const ProcedureForm = ({ ledger, procedure, standing, saw, onSaved }: Props) => {
  const { m } = useSpeech()
  const told = m.procedure
  const id = useId()
  const it = useProcedureDraft(ledger, procedure, standing, saw, onSaved)
  const { draft, change } = it
  const [open, setOpen] = useState<Step>()
  const isNew = open !== undefined && !draft.steps.some(({ key }) => key === open.key)
  const put = (step: Step) => {
    change({ steps: isNew ? [...draft.steps, step] : draft.steps.map((each) => (each.key === step.key ? step : each)) })
    setOpen(undefined)
  }
  const [from] = draft.states
  const days = (field: 'acceptWithin' | 'stalledAfter') => (value: number | null) => {
    const { [field]: _, ...rest } = draft
    it.replace(value === null ? rest : { ...rest, [field]: value })
  }
  return (
    <>
      <form
        aria-label={ledger.title.zh}
        onSubmit={(event) => {
          event.preventDefault()
          if (it.changes.length > 0 && it.problems.length === 0) it.save.mutate(undefined)
        }}
      >
        <StateFields procedure={draft} standing={procedure.states} problems={(key) => it.problemsAt('state', key)} onChange={change} />
        <StepTable procedure={draft} edit={{ open: setOpen, problems: (key) => it.problemsAt('step', key) }} />
        <Button className="procedure-add" onClick={() => setOpen({ key: freeKey(draft.steps), title: { zh: told.newStep, en: 'New step' }, from: [from?.key ?? '*'], who: [{ is: 'holder' }], weight: 'more' })}>
          {told.addStep}
        </Button>
        <ClockTable procedure={draft} edit={{ change: (clock, at, more) => change({ clocks: draft.clocks.map((rule) => (rule.key === clock ? { ...rule, limits: rule.limits.map((limit, place) => (place === at ? { ...limit, ...more } : limit)) } : rule)) }), problems: (key) => it.problemsAt('clock', key) }} />
        <ReminderFields
          rules={draft.reminders}
          problems={(key) => it.problemsAt('reminder', key)}
          onChange={(reminders) => {
            const { reminders: _, ...rest } = draft
            it.replace(reminders === undefined ? rest : { ...rest, reminders })
          }}
        />
        <FormRow id={`${id}-accept`} label={told.acceptWithin} hint={told.acceptHint}>
          <InputNumber id={`${id}-accept`} aria-describedby={`${id}-accept-note`} min={1} max={30} precision={0} value={draft.acceptWithin ?? null} onChange={days('acceptWithin')} />
        </FormRow>
        <FormRow id={`${id}-stalled`} label={told.stalledAfter} hint={told.stalledHint}>
          <InputNumber id={`${id}-stalled`} aria-describedby={`${id}-stalled-note`} min={1} max={365} precision={0} value={draft.stalledAfter ?? null} onChange={days('stalledAfter')} />
        </FormRow>
        <div className="procedure-save">
          <h3>{told.changes}</h3>
          {it.changes.length === 0 ? <p className="faint">{told.noChanges}</p> : <ChangeList changes={[...it.changes]} />}
          {it.problems.length > 0 && <p>{told.problems}</p>}
          <ProblemLines said={it.problems.map(({ said }) => said)} />
          <Refused error={it.save.error} />
          <ProblemLines said={it.save.error instanceof ApiError ? it.save.error.fields.map(({ message }) => message) : []} />
          <FormRow id={`${id}-reason`} label={told.reason} hint={told.reasonHint}>
            <Input id={`${id}-reason`} aria-describedby={`${id}-reason-note`} maxLength={2000} value={it.reason} onChange={(event) => it.setReason(event.target.value)} />
          </FormRow>
          <div className="form-acts">
            <Button type="primary" htmlType="submit" disabled={it.changes.length === 0 || it.problems.length > 0} loading={it.save.isPending}>
              {told.save}
            </Button>
          </div>
        </div>
      </form>
      {open !== undefined && (
        <StepDialog
          procedure={draft}
          ledger={it.next}
          step={open}
          onDone={put}
          onClose={() => setOpen(undefined)}
          {...(!isNew && {
            onRemove: () => {
              change({ steps: draft.steps.filter(({ key }) => key !== open.key) })
              setOpen(undefined)
            },
          })}
        />
      )}
    </>
  )
}
