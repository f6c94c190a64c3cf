import { useId } from 'react'
import { Input, Radio, Select } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { OrgPicker } from '../../ui/OrgPicker.tsx'
import type { CommitmentDraft } from './commitment-draft.ts'
import type { Item } from './item.ts'
import type { Desk } from './useDesk.ts'
import { useItemProblem } from './useItemProblem.ts'

type Props = { readonly item: Exclude<Item, { kind: 'figure' }>; readonly draft: CommitmentDraft; readonly desk: Desk }

const natures = ['commitment', 'direction'] as const
const modalities = ['plain', 'strive', 'ensure'] as const
const qualifiers = ['at_least', 'over', 'about', 'at_most', 'range'] as const

/** What is promised, by which office, how much and by when; or a direction, which has neither. */
export const CommitmentForm = ({ item, draft, desk }: Props) => {
  const { m } = useSpeech()
  const id = useId()
  const problem = useItemProblem(desk, item)
  const set = (next: Partial<CommitmentDraft>) => desk.mend(item, { ...draft, ...next })
  const row = (field: 'text' | 'org' | 'target' | 'deadline') => ({ id: `${id}-${field}`, problem: problem(field) })
  const suggested = item.kind === 'commitment' && item.read.owner !== null && item.read.owner === draft.org
  return (
    <>
      <FormRow {...row('text')} label={m.source.text} required>
        <Input.TextArea id={`${id}-text`} data-mend lang="zh-CN" aria-describedby={`${id}-text-note`} aria-invalid={problem('text') !== undefined} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} value={draft.text} onChange={(event) => set({ text: event.target.value })} />
      </FormRow>
      <FormRow id={`${id}-kind`} label={m.source.nature}>
        <Radio.Group id={`${id}-kind`} aria-label={m.source.nature} value={draft.kind} onChange={(event) => set({ kind: event.target.value as CommitmentDraft['kind'] })} options={natures.map((kind) => ({ value: kind, label: m.source.natures[kind] }))} />
      </FormRow>
      <FormRow {...row('org')} label={m.source.office} required hint={suggested ? m.source.officeSuggested : item.kind === 'commitment' && item.read.owner === null ? m.source.officeUnknown : undefined}>
        <OrgPicker id={`${id}-org`} describedBy={`${id}-org-note`} className="field-select" invalid={problem('org') !== undefined} value={draft.org === '' ? null : draft.org} onChange={(org) => set({ org: org ?? '' })} />
      </FormRow>
      {draft.kind === 'commitment' && (
        <>
          <FormRow {...row('target')} label={m.source.target}>
            <span className="value-unit value-bound">
              <Select<NonNullable<CommitmentDraft['qualifier']> | ''> aria-label={m.source.targetQualifier} value={draft.qualifier ?? ''} onChange={(qualifier) => set({ qualifier: qualifier === '' ? null : qualifier })} options={[{ value: '' as const, label: m.source.noQualifier }, ...qualifiers.map((each) => ({ value: each, label: m.source.qualifier[each] }))]} popupMatchSelectWidth={false} />
              <Input id={`${id}-target`} className="number-input" inputMode="decimal" maxLength={40} aria-describedby={`${id}-target-note`} aria-invalid={problem('target') !== undefined} value={draft.value} onChange={(event) => set({ value: event.target.value.replaceAll(/[,，\s]/g, '') })} />
              <Input aria-label={m.source.targetUnit} lang="zh-CN" maxLength={20} value={draft.unit} onChange={(event) => set({ unit: event.target.value })} />
            </span>
          </FormRow>
          <FormRow {...row('deadline')} label={m.source.deadline}>
            <span className="value-unit value-day">
              <DayInput id={`${id}-deadline`} describedBy={`${id}-deadline-note`} invalid={problem('deadline') !== undefined} value={draft.deadline} onChange={(deadline) => set({ deadline })} />
              <Input aria-label={m.source.deadlineText} placeholder={m.source.deadlineText} lang="zh-CN" maxLength={40} value={draft.deadlineText} onChange={(event) => set({ deadlineText: event.target.value })} />
            </span>
          </FormRow>
          <FormRow id={`${id}-modality`} label={m.source.modality}>
            <Select id={`${id}-modality`} className="field-select" value={draft.modality} onChange={(modality) => set({ modality })} options={modalities.map((each) => ({ value: each, label: m.source.modalities[each] }))} />
          </FormRow>
        </>
      )}
    </>
  )
}
