import { useId } from 'react'
import { Input, Select } from 'antd'
import type { Scale, UnitKey } from '../../../core/quantity/unit.ts'
import { unitKeys, unitOf } from '../../../core/quantity/unit.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { OrgPicker } from '../../ui/OrgPicker.tsx'
import type { Binding } from './figure-draft.ts'
import type { Field } from './work.ts'

type NewBinding = Extract<Binding, { kind: 'new' }>
type Props = { readonly binding: NewBinding; readonly problem: (field: Field) => string | undefined; readonly onChange: (binding: NewBinding) => void }

const scales: readonly Scale[] = ['', '万', '亿']

/** Title, unit, scale and office of a reported measure made on the spot. */
export const NewMeasureFields = ({ binding, problem, onChange }: Props) => {
  const { m, lang } = useSpeech()
  const id = useId()
  const display = (next: Partial<NewBinding['display']>) => onChange({ ...binding, display: { ...binding.display, ...next } })
  return (
    <div className="new-measure">
      <p className="form-hint">{m.source.createAbout}</p>
      <FormRow id={`${id}-title`} label={m.source.measureTitle} required problem={problem('title')}>
        <Input id={`${id}-title`} aria-describedby={`${id}-title-note`} aria-invalid={problem('title') !== undefined} maxLength={60} value={binding.title} onChange={(event) => onChange({ ...binding, title: event.target.value })} />
      </FormRow>
      <FormRow id={`${id}-unit`} label={m.source.printed}>
        <span className="value-unit">
          <Select id={`${id}-unit`} value={binding.display.unit} onChange={(unit: UnitKey) => display({ unit })} options={unitKeys.map((key) => ({ value: key, label: unitOf(key).name[lang] }))} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} />
          <Select aria-label={m.source.scale} value={binding.display.scale} onChange={(scale: Scale) => display({ scale })} options={scales.map((scale) => ({ value: scale, label: m.source.scales[scale] }))} />
        </span>
      </FormRow>
      <FormRow id={`${id}-owner`} label={m.source.owner} required problem={problem('owner')}>
        <OrgPicker id={`${id}-owner`} className="field-select" invalid={problem('owner') !== undefined} value={binding.owner === '' ? null : binding.owner} onChange={(owner) => onChange({ ...binding, owner: owner ?? '' })} />
      </FormRow>
    </div>
  )
}
