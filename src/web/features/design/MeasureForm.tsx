import { useId, useState } from 'react'
import { Input, InputNumber, Radio, Select } from 'antd'
import { draftKinds } from '../../../core/designing/measure-draft.ts'
import type { MeasureDraft } from '../../../core/designing/measure-draft.ts'
import type { Field } from '../../../core/ledger/field.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { unitKeys, unitOf } from '../../../core/quantity/unit.ts'
import type { UnitKey } from '../../../core/quantity/unit.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { ConditionPicker } from './ConditionPicker.tsx'
import { retitled } from './draft-changes.ts'

type Props = { readonly ledger: Ledger; readonly start: MeasureDraft; readonly busy: boolean; readonly error: unknown; readonly onMake: (draft: MeasureDraft) => void; readonly onClose: () => void }

/** A measure of one's own: how it counts, over which rows, and what it is called. */
export const MeasureForm = ({ ledger, start, busy, error, onMake, onClose }: Props) => {
  const { m, w, lang } = useSpeech()
  const words = m.design.measures
  const id = useId()
  const [draft, setDraft] = useState(start)
  const set = (change: Partial<MeasureDraft>): void => setDraft((before) => ({ ...before, ...change }))
  const row = (part: string) => {
    const problem = fieldWords(error, `draft.${part}`)
    return { id: `${id}-${part}`, problem: problem === undefined ? undefined : w(problem) }
  }
  const control = (part: string) => ({ id: `${id}-${part}`, 'aria-describedby': `${id}-${part}-note` })
  const open = ledger.fields.filter((field) => field.retired !== true)
  const options = (fields: readonly Field[]) => fields.map((field) => ({ value: field.key, label: field.title[lang] }))
  const numbers = open.filter((field) => field.kind === 'integer' || field.kind === 'decimal')
  const days = open.filter((field) => field.kind === 'day' && field.key !== ledger.dateField)
  const once = open.filter((field) => ['text', 'sealed', 'reference', 'org', 'choice', 'integer'].includes(field.kind))
  const byDay = draft.event !== null
  const kinds = draftKinds.filter((kind) => (kind === 'stock' ? ledger.shape === 'register' : kind !== 'sum' || numbers.length > 0))
  const ready = draft.title.zh.trim() !== '' && draft.title.en.trim() !== '' && (draft.kind !== 'sum' && draft.kind !== 'distinct' ? true : draft.field !== null) && (draft.kind !== 'rate' || byDay || draft.of !== '')
  const become = (kind: MeasureDraft['kind']): void => set({ kind, field: null, event: null, of: '', unit: kind === 'rate' ? '%' : draft.unit === '%' ? '件' : draft.unit, decimals: kind === 'rate' ? 2 : 0 })
  const conditions = (part: 'where' | 'of') => (
    <div className="filters" id={`${id}-${part}`}>
      <ConditionPicker ledger={ledger} text={draft[part]} onText={(text) => set({ [part]: text })} />
      {draft[part] === '' && <span className="faint">{part === 'where' ? words.all : words.noConditions}</span>}
    </div>
  )
  return (
    <FormDialog title={words.own} act={words.make} ready={ready} busy={busy} error={error} onSubmit={() => onMake(draft)} onClose={onClose}>
      <FormRow {...row('title')} label={m.design.name} required>
        <Input {...control('title')} value={draft.title.zh} maxLength={60} onChange={(event) => set(retitled(draft, event.target.value))} />
      </FormRow>
      <FormRow {...row('english')} label={m.design.english} required>
        <Input {...control('english')} value={draft.title.en} maxLength={120} onChange={(event) => set({ title: { ...draft.title, en: event.target.value } })} />
      </FormRow>
      <FormRow {...row('kind')} label={words.kind} required hint={ledger.shape === 'register' && (draft.kind === 'count' || draft.kind === 'sum' || draft.kind === 'distinct') ? words.ofRegister : undefined}>
        <Select {...control('kind')} className="field-select" value={draft.kind} onChange={become} options={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
      </FormRow>
      {(draft.kind === 'sum' || draft.kind === 'stock' || draft.kind === 'distinct') && (
        <FormRow {...row('field')} label={words.field[draft.kind]} required={draft.kind !== 'stock'}>
          <Select {...control('field')} className="field-select" allowClear={draft.kind === 'stock'} value={draft.field} onChange={(field: string | undefined) => set({ field: field ?? null, ...unitOfField(ledger, field, draft.kind) })} options={options(draft.kind === 'distinct' ? once : numbers)} />
        </FormRow>
      )}
      {draft.kind === 'rate' && (
        <FormRow {...row('by')} label={words.rateBy} required>
          <Radio.Group {...control('by')} aria-label={words.rateBy} value={byDay} onChange={(event) => set(event.target.value === true ? { event: days[0]?.key ?? null, of: '' } : { event: null })} options={[{ value: false, label: words.byConditions }, ...(days.length > 0 && ledger.shape === 'event' ? [{ value: true, label: words.byDay }] : [])]} />
        </FormRow>
      )}
      {draft.kind === 'rate' && byDay && (
        <FormRow {...row('event')} label={words.event} required>
          <Select {...control('event')} className="field-select" value={draft.event} onChange={(event: string) => set({ event })} options={options(days)} />
        </FormRow>
      )}
      {draft.kind === 'rate' && !byDay && (
        <FormRow {...row('of')} label={words.of} required>
          {conditions('of')}
        </FormRow>
      )}
      <FormRow {...row('where')} label={words.where}>
        {conditions('where')}
      </FormRow>
      {draft.kind !== 'rate' && (
        <>
          <FormRow {...row('unit')} label={words.unit} required>
            <Select {...control('unit')} className="field-select" showSearch={{ optionFilterProp: 'label' }} value={draft.unit} onChange={(unit: UnitKey) => set({ unit })} options={unitKeys.map((unit) => ({ value: unit, label: unitOf(unit).name[lang] }))} />
          </FormRow>
          <FormRow {...row('scale')} label={words.scale} required>
            <Radio.Group {...control('scale')} aria-label={words.scale} value={draft.scale} onChange={(event) => set({ scale: event.target.value as MeasureDraft['scale'], ...(event.target.value !== '' && draft.decimals === 0 && { decimals: 2 }) })} options={(['', '万', '亿'] as const).map((scale) => ({ value: scale, label: words.scales[scale] }))} />
          </FormRow>
        </>
      )}
      <FormRow {...row('decimals')} label={words.decimals} required>
        <InputNumber {...control('decimals')} min={0} max={6} precision={0} value={draft.decimals} onChange={(decimals) => set({ decimals: decimals ?? 0 })} />
      </FormRow>
    </FormDialog>
  )
}

/** A sum is told in the unit of what is added up. */
const unitOfField = (ledger: Ledger, key: string | undefined, kind: MeasureDraft['kind']): Partial<MeasureDraft> => {
  const field = kind === 'distinct' ? undefined : ledger.fields.find((each) => each.key === key)
  return field === undefined ? {} : { ...(field.unit !== undefined && { unit: field.unit }), decimals: field.kind === 'decimal' ? Math.min(field.decimals ?? 2, 4) : 0 }
}
