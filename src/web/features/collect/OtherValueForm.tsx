import { Input, Select } from 'antd'
import type { AskedFigure } from '../../../api/answer.ts'
import type { OtherValue } from '../../../core/collecting/told-value.ts'
import type { Scale, UnitKey } from '../../../core/quantity/unit.ts'
import { unitKeys, unitOf, unitText } from '../../../core/quantity/unit.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormRow } from '../../ui/FormRow.tsx'

type Props = { readonly id: string; readonly title: string; readonly told: OtherValue; readonly index: number; readonly error: unknown; readonly onChange: (told: OtherValue) => void }

const scales: readonly Scale[] = ['', '万', '亿']

/** Another value of a figure, in the unit the office has it in, and why it differs. */
export const OtherValueForm = ({ id, title, told, index, error, onChange }: Props) => {
  const { m, w, lang } = useSpeech()
  const words = m.collect.answer
  const problem = (...fields: readonly string[]) => {
    const found = fields.map((field) => fieldWords(error, `told.${index}.${field}`)).find((each) => each !== undefined)
    return found === undefined ? undefined : w(found)
  }
  const units = unitKeys.filter((key) => unitOf(key).dimension === unitOf(told.unit).dimension).flatMap((unit) => scales.map((scale) => ({ value: `${scale}|${unit}`, label: unitText({ unit, scale }, lang) })))
  return (
    <div className="other-value">
      <FormRow id={`${id}-value`} label={words.value} required hint={words.otherHint} problem={problem('value', 'unit', 'measure')}>
        <span className="value-unit">
          <Input id={`${id}-value`} aria-label={`${words.value} ${title}`} aria-describedby={`${id}-value-note`} className="number-input" inputMode="decimal" maxLength={30} value={told.value} onChange={(event) => onChange({ ...told, value: event.target.value.replaceAll(/[,，\s]/g, '').replaceAll('－', '-') })} />
          <Select aria-label={`${words.unit} ${title}`} value={`${told.scale}|${told.unit}`} onChange={(value: string) => onChange({ ...told, ...unitIn(value) })} options={units} popupMatchSelectWidth={false} virtual={false} />
        </span>
      </FormRow>
      <FormRow id={`${id}-reason`} label={words.reason} required problem={problem('reason')}>
        <Input id={`${id}-reason`} aria-label={`${words.reason} ${title}`} aria-describedby={`${id}-reason-note`} maxLength={500} value={told.reason} onChange={(event) => onChange({ ...told, reason: event.target.value })} />
      </FormRow>
    </div>
  )
}

/** An empty value in the unit the figure is printed in. */
export const startOf = (figure: AskedFigure): OtherValue => {
  const printed = figure.figure?.unit ?? ''
  const found = scales.flatMap((scale) => unitKeys.map((unit) => ({ scale, unit }))).find(({ scale, unit }) => `${scale}${unitOf(unit).name.zh}` === printed)
  return { as: 'other', measure: figure.measure, value: '', scale: found?.scale ?? '', unit: found?.unit ?? '个', reason: '' }
}

const unitIn = (value: string): { readonly scale: Scale; readonly unit: UnitKey } => {
  const [scale, unit] = value.split('|')
  return { scale: scale as Scale, unit: unit as UnitKey }
}
