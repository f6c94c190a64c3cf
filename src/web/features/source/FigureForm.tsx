import { useId } from 'react'
import { Input, Select } from 'antd'
import { parsePeriod, titleOf } from '../../../core/time/period.ts'
import { readUnit } from '../../../core/reading/read-unit.ts'
import type { ReadFigureOut } from '../../../api/source.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { OrgPicker } from '../../ui/OrgPicker.tsx'
import { unitWords } from '../../ui/unit-words.ts'
import type { FigureDraft } from './figure-draft.ts'
import { longestSource, unitOfBinding, valueInMeasure } from './figure-draft.ts'
import type { Item } from './item.ts'
import { MeasureChoice } from './MeasureChoice.tsx'
import { readable } from './quantity-in-unit.ts'
import type { Desk } from './useDesk.ts'
import { useItemProblem } from './useItemProblem.ts'

type Props = { readonly item: Item & { readonly kind: 'figure'; readonly read: ReadFigureOut }; readonly draft: FigureDraft; readonly desk: Desk }

/** As which measure, for which period and organisation, and with which value a figure would be kept. */
export const FigureForm = ({ item, draft, desk }: Props) => {
  const { m, lang } = useSpeech()
  const id = useId()
  const problem = useItemProblem(desk, item)
  const set = (next: Partial<FigureDraft>) => desk.mend(item, { ...draft, ...next })
  const row = (field: 'period' | 'org' | 'value' | 'growth') => ({ id: `${id}-${field}`, problem: problem(field) })
  const wired = (field: 'period' | 'value' | 'growth') => ({ id: `${id}-${field}`, 'aria-describedby': `${id}-${field}-note`, 'aria-invalid': problem(field) !== undefined, ...(problem(field) !== undefined && { status: 'error' as const }) })
  const period = parsePeriod(draft.period)
  const base = valueInMeasure(draft, item.read)
  const told = base === undefined || draft.binding === null ? undefined : readable(base, unitOfBinding(draft.binding), lang)
  return (
    <>
      <MeasureChoice item={item} draft={draft} problem={problem} onChange={(binding) => set({ binding })} />
      <FormRow {...row('value')} label={m.source.value} hint={told === undefined || (draft.binding !== null && readUnit(unitOfBinding(draft.binding))?.unit === readUnit(draft.unit)?.unit) ? undefined : m.source.inBase(told.number, told.unit)}>
        <span className="value-unit">
          <Input {...wired('value')} data-mend className="number-input" inputMode="decimal" maxLength={40} value={draft.value} onChange={(event) => set({ value: plain(event.target.value) })} />
          <Select aria-label={m.source.valueUnit} value={draft.unit} onChange={(unit) => set({ unit })} options={unitsFor(draft, item.read).map((unit) => ({ value: unit, label: unit === '' ? '—' : unitWords(unit, lang) }))} popupMatchSelectWidth={false} virtual={false} />
        </span>
      </FormRow>
      <FormRow {...row('growth')} label={m.source.growth} hint={m.source.growthHint}>
        <Input {...wired('growth')} className="number-input" inputMode="decimal" maxLength={20} suffix="%" value={draft.growth} onChange={(event) => set({ growth: plain(event.target.value) })} />
      </FormRow>
      <FormRow {...row('period')} label={m.source.periodField} hint={m.source.periodHint}>
        <Input {...wired('period')} maxLength={20} value={draft.period} suffix={period === undefined ? undefined : titleOf(period)[lang]} onChange={(event) => set({ period: event.target.value.trim().toUpperCase() })} />
      </FormRow>
      <FormRow {...row('org')} label={m.source.org}>
        <OrgPicker id={`${id}-org`} describedBy={`${id}-org-note`} className="field-select" invalid={problem('org') !== undefined} value={draft.org === '' ? null : draft.org} onChange={(org) => set({ org: org ?? '' })} />
      </FormRow>
      {item.read.row !== undefined && (
        <FormRow id={`${id}-source`} label={m.source.rowSource} hint={m.source.rowSourceHint}>
          <Input id={`${id}-source`} aria-describedby={`${id}-source-note`} maxLength={longestSource} value={draft.source} onChange={(event) => set({ source: event.target.value })} />
        </FormRow>
      )}
    </>
  )
}

const plain = (typed: string): string => typed.replaceAll(/[,，\s]/g, '').replaceAll('－', '-')

/** The unit as written, and the scales of the measure's own. */
const unitsFor = ({ binding, unit }: FigureDraft, read: ReadFigureOut): readonly string[] => {
  const own = binding === null ? undefined : readUnit(unitOfBinding(binding))?.unit
  return [...new Set([unit, read.unit ?? unit, ...(own === undefined ? [] : [own, `万${own}`, `亿${own}`])])]
}
