import { useState } from 'react'
import { Input, Select } from 'antd'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import type { Field } from '../../../core/ledger/field.ts'
import type { Fields } from '../../../core/ledger/value.ts'
import { parseDecimal } from '../../../core/quantity/decimal.ts'
import { fromScale, toScale } from '../../../core/quantity/unit.ts'
import type { Scale } from '../../../core/quantity/unit.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import type { InputProps } from '../../fields/field-view.ts'
import { unitWords } from '../../ui/unit-words.ts'

type Props = Omit<InputProps, 'field'> & { readonly values: Fields }

/** The input a field of a target or a place has instead of its kind's own; undefined for every other field. */
export const measureInputOf = (ledger: Ledger, field: Field): ((props: Props) => React.JSX.Element) | undefined => {
  if (ledger.key !== 'target' && ledger.key !== 'ranking') return undefined
  if (field.key === 'measure') return MeasureInput
  return ledger.key === 'target' && field.key === 'value' ? TargetInput : undefined
}

/** Chooses a measure by its title or the initials of its pinyin. */
const MeasureInput = ({ value, onChange, id, describedBy, invalid }: Props) => {
  const { w } = useSpeech()
  const list = useCall('figure.measures', {}, { staleTime: 300_000 })
  const options = (list.data?.measures ?? []).map((each) => ({ value: each.key, label: w(each.title), find: `${each.title.zh} ${each.title.en} ${each.initials} ${each.key}` }))
  return <Select id={id} className="field-select" aria-describedby={describedBy} aria-invalid={invalid} {...(invalid && { status: 'error' as const })} loading={list.isPending} value={value === null ? null : String(value)} onChange={onChange} options={options} showSearch={{ optionFilterProp: 'find' }} />
}

/** A target typed in the unit its measure is shown in; the entry keeps it in the base unit. */
const TargetInput = ({ value, values, onChange, id, describedBy, invalid }: Props) => {
  const { m, lang } = useSpeech()
  const list = useCall('figure.measures', {}, { staleTime: 300_000 })
  const unit = list.data?.measures.find((each) => each.key === values['measure'])?.unit
  const [typed, setTyped] = useState<string>()
  const scale = scaleIn(unit)
  const base = parseDecimal(String(value ?? ''))
  const take = (text: string): void => {
    const plain = text.replaceAll(/[,，\s]/g, '')
    const number = parseDecimal(plain)
    setTyped(plain)
    onChange(number === undefined ? plain : fromScale(number, scale))
  }
  const shown = typed !== undefined && (base === undefined || parseDecimal(typed) === toScale(base, scale)) ? typed : base === undefined ? String(value ?? '') : toScale(base, scale)
  return (
    <Input id={id} className="number-input" inputMode="decimal" maxLength={60} aria-describedby={describedBy} aria-invalid={invalid} {...(invalid && { status: 'error' as const })} disabled={unit === undefined} placeholder={unit === undefined ? m.indicator.measureFirst : undefined} suffix={unit === undefined ? undefined : unitWords(unit, lang)} value={shown} onChange={(event) => take(event.target.value)} />
  )
}

const scaleIn = (unit: string | undefined): Scale => (unit?.startsWith('亿') === true ? '亿' : unit?.startsWith('万') === true ? '万' : '')
