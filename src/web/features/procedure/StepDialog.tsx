import { useId, useState } from 'react'
import { Button, Checkbox, Input, Select } from 'antd'
import type { Field } from '../../../core/ledger/field.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { isOnClock, withClockEffects } from '../../../core/matter/clock-effects.ts'
import { effectProblems } from '../../../core/matter/procedure-problem.ts'
import type { Procedure, Step } from '../../../core/matter/procedure.ts'
import { calledClocks } from '../../../core/matter/procedure-parts.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { ClockEffects } from './ClockEffects.tsx'
import { whoChoices, whoKey, whoOf, whoText } from './procedure-text.ts'

type Props = { readonly procedure: Procedure; readonly ledger: Ledger; readonly step: Step; readonly onDone: (step: Step) => void; readonly onRemove?: () => void; readonly onClose: () => void }

const note: Field = { key: 'note', title: { zh: '说明', en: 'Note' }, kind: 'note', maxLength: 4000 }

/** One step of a procedure: what it is called, from where to where, who takes it, which limits it begins and ends, and what must be given with it. */
export const StepDialog = ({ procedure, ledger, step, onDone, onRemove, onClose }: Props) => {
  const { m, w } = useSpeech()
  const told = m.procedure
  const id = useId()
  const [draft, setDraft] = useState(step)
  const set = (more: Partial<Step>) => setDraft((before) => ({ ...before, ...more }))
  const asks = draft.asks ?? []
  const states = procedure.states.map(({ key, title }) => ({ value: key, label: w(title) }))
  const who = [...whoChoices, ...step.who.filter((each) => !whoChoices.some((other) => whoKey(other) === whoKey(each)))]
  const { to: _, ...stays } = draft
  const done = { ...draft, title: { zh: draft.title.zh.trim(), en: draft.title.en.trim() } }
  const said = effectProblems(procedure, ledger, draft)
  const effects = (draft.effects ?? []).flatMap((effect, at) => (isOnClock(effect) ? [{ effect, problem: said[at] }] : []))
  const beside = (draft.effects ?? []).length > effects.length
  return (
    <FormDialog title={told.stepForm(w(step.title))} act={told.apply} ready={done.title.zh !== '' && done.title.en !== '' && draft.from.length > 0 && draft.who.length > 0} busy={false} error={null} onSubmit={() => onDone(done)} onClose={onClose}>
      {(['zh', 'en'] as const).map((lang) => (
        <FormRow key={lang} id={`${id}-${lang}`} label={told[lang]} required>
          <Input id={`${id}-${lang}`} maxLength={60} value={draft.title[lang]} onChange={(event) => set({ title: { ...draft.title, [lang]: event.target.value } })} />
        </FormRow>
      ))}
      <FormRow id={`${id}-from`} label={told.columns.from} required>
        <Select id={`${id}-from`} className="field-select" mode="multiple" value={[...draft.from]} onChange={(from: string[]) => set({ from })} options={[{ value: '*', label: told.always }, ...states]} virtual={false} />
      </FormRow>
      <FormRow id={`${id}-to`} label={told.columns.to}>
        <Select id={`${id}-to`} className="field-select" value={draft.to ?? ''} onChange={(to: string) => setDraft(to === '' ? stays : { ...draft, to })} options={[{ value: '', label: told.stays }, ...states]} virtual={false} />
      </FormRow>
      <FormRow id={`${id}-who`} label={told.columns.who} required>
        <Select id={`${id}-who`} className="field-select" mode="multiple" value={draft.who.map(whoKey)} onChange={(keys: string[]) => set({ who: keys.map(whoOf) })} options={who.map((each) => ({ value: whoKey(each), label: whoText(each, told) }))} virtual={false} />
      </FormRow>
      <FormRow id={`${id}-effects`} label={told.columns.clocks} hint={beside ? told.effectsHint : undefined}>
        <ClockEffects id={`${id}-effects`} procedure={procedure} step={draft} effects={effects} onChange={(next) => setDraft((before) => withClockEffects(before, next, procedure.clocks))} />
      </FormRow>
      <FormRow id={`${id}-asks`} label={told.columns.asks}>
        <div id={`${id}-asks`} className="procedure-asks">
          {asks.map((ask) => (
            <Checkbox key={ask.key} checked={ask.required === true} onChange={(event) => set({ asks: asks.map((each) => (each.key === ask.key ? { ...each, required: event.target.checked } : each)) })}>
              {told.must(w(ask.title))}
            </Checkbox>
          ))}
          {!asks.some(({ key }) => key === 'note') && <Button size="small" onClick={() => set({ asks: [...asks, note] })}>{told.note}</Button>}
        </div>
      </FormRow>
      {calledClocks(procedure).size > 0 && (
        <Checkbox checked={draft.answers === 'all'} onChange={(event) => set({ answers: event.target.checked ? 'all' : 'lead' })}>
          {told.waitAll}
        </Checkbox>
      )}
      {onRemove !== undefined && (
        <Button danger size="small" onClick={onRemove}>
          {told.removeStep}
        </Button>
      )}
    </FormDialog>
  )
}
