import { useId, useState } from 'react'
import { Button, Popover, Select } from 'antd'
import type { Condition, ConditionSign } from '../../../core/ledger/conditions.ts'
import { conditionsText, parseConditions } from '../../../core/ledger/conditions.ts'
import type { Field } from '../../../core/ledger/field.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import type { Value } from '../../../core/ledger/value.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { viewOf } from '../../fields/fields.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { ConditionTags } from '../grid/ConditionTags.tsx'
import './design.css'

type Props = { readonly ledger: Ledger; readonly text: string; readonly onText: (text: string) => void }

/** Conditions on the rows of a ledger, as a list has them: in words, each removable, and a small form that adds one. */
export const ConditionPicker = ({ ledger, text, onText }: Props) => {
  const { m } = useSpeech()
  const [open, setOpen] = useState(false)
  const standing = parseConditions(text).filter((each) => typeof each !== 'string')
  const put = (next: readonly Condition[]): void => onText(conditionsText(next) ?? '')
  return (
    <>
      <ConditionTags ledger={ledger} conditions={standing} onDrop={(at) => put(standing.filter((_, each) => each !== at))} />
      <Popover
        trigger="click"
        placement="bottomLeft"
        open={open}
        onOpenChange={setOpen}
        destroyOnHidden
        content={
          <ConditionForm
            fields={ledger.fields.filter((field) => !unasked.has(field.kind) && field.personal === undefined && field.retired !== true)}
            onAdd={(condition) => {
              setOpen(false)
              put([...standing, condition])
            }}
          />
        }
      >
        <Button>{m.design.measures.addCondition}</Button>
      </Popover>
    </>
  )
}

const unasked: ReadonlySet<Field['kind']> = new Set(['sealed', 'document', 'file', 'note', 'reference'])

const signsOf = ({ kind }: Field): readonly ConditionSign[] => [...(kind === 'org' ? ([':', '^'] as const) : kind === 'text' ? ([':', '~'] as const) : ['integer', 'decimal', 'day'].includes(kind) ? ([':', '>=', '<='] as const) : ([':'] as const)), '?', '!']

/** A form that adds one condition. It stands in a window above the form it belongs to; sending it is not sending that. */
const ConditionForm = ({ fields, onAdd }: { readonly fields: readonly Field[]; readonly onAdd: (condition: Condition) => void }) => {
  const { m, lang } = useSpeech()
  const id = useId()
  const [key, setKey] = useState(fields[0]?.key ?? '')
  const [sign, setSign] = useState<ConditionSign>(':')
  const [value, setValue] = useState<Value>(null)
  const field = fields.find((each) => each.key === key)
  if (field === undefined) return null
  const { Input } = viewOf(field)
  const valued = sign !== '?' && sign !== '!'
  return (
    <form
      className="design-condition"
      aria-label={m.design.measures.addCondition}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        if (!valued) onAdd({ field: key, sign, values: [] })
        else if (value !== null && value !== '') onAdd({ field: key, sign, values: [String(value)] })
      }}
    >
      <FormRow id={`${id}-field`} label={m.import.field}>
        <Select
          id={`${id}-field`}
          className="field-select"
          value={key}
          virtual={false}
          onChange={(next) => {
            setKey(next)
            setSign(':')
            setValue(null)
          }}
          options={fields.map((each) => ({ value: each.key, label: each.title[lang] }))}
        />
      </FormRow>
      <FormRow id={`${id}-sign`} label={m.design.measures.sign}>
        <Select id={`${id}-sign`} className="field-select" value={sign} onChange={setSign} options={signsOf(field).map((each) => ({ value: each, label: m.grid.signs[each] }))} />
      </FormRow>
      {valued && (
        <FormRow id={`${id}-value`} label={m.design.measures.value}>
          <Input key={key} id={`${id}-value`} describedBy={`${id}-value-note`} invalid={false} field={{ ...field, required: false }} value={value} onChange={setValue} />
        </FormRow>
      )}
      <Button htmlType="submit" type="primary" block>
        {m.ui.ok}
      </Button>
    </form>
  )
}
