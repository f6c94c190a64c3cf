import { useId, useState } from 'react'
import { Button, Popover, Select, Tag } from 'antd'
import { findField } from '../../../core/ledger/ledger.ts'
import type { Field } from '../../../core/ledger/field.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import type { Value } from '../../../core/ledger/value.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { viewOf } from '../../fields/fields.ts'
import { useTelling } from '../../fields/useTelling.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import type { Condition } from './where.ts'

type Props = { readonly ledger: Ledger; readonly conditions: readonly Condition[]; readonly onAdd: (condition: Condition) => void; readonly onDrop: (at: number) => void }

/** The conditions of a list as removable tags, and a small form that adds one. */
export const ConditionBar = ({ ledger, conditions, onAdd, onDrop }: Props) => {
  const { m, lang } = useSpeech()
  const telling = useTelling()
  const [open, setOpen] = useState(false)
  const tell = (condition: Condition): string => {
    const field = findField(ledger, condition.field)
    if (field === undefined) return `${condition.field} ${condition.value}`
    const value: Value = field.kind === 'flag' ? condition.value === 'true' : condition.value
    return `${field.title[lang]} ${m.ledger.signs[condition.sign]} ${viewOf(field).text(value, field, telling)}`
  }
  return (
    <>
      {conditions.map((condition, at) => (
        <Tag key={at} closable={{ closeIcon: '×', 'aria-label': m.ledger.dropCondition(tell(condition)) }} onClose={() => onDrop(at)}>
          {tell(condition)}
        </Tag>
      ))}
      <Popover
        trigger="click"
        placement="bottomLeft"
        open={open}
        onOpenChange={setOpen}
        destroyOnHidden
        content={
          <ConditionForm
            fields={ledger.fields.filter((field) => field.kind !== 'sealed' && field.kind !== 'document' && field.kind !== 'file' && field.kind !== 'note' && field.retired !== true)}
            onAdd={(condition) => {
              setOpen(false)
              onAdd(condition)
            }}
          />
        }
      >
        <Button>{m.ledger.addCondition}</Button>
      </Popover>
    </>
  )
}

const ordered = new Set(['integer', 'decimal', 'day'])

const ConditionForm = ({ fields, onAdd }: { fields: readonly Field[]; onAdd: (condition: Condition) => void }) => {
  const { m, lang } = useSpeech()
  const id = useId()
  const [key, setKey] = useState(fields[0]?.key ?? '')
  const [sign, setSign] = useState<Condition['sign']>(':')
  const [value, setValue] = useState<Value>(null)
  const field = fields.find((each) => each.key === key)
  if (field === undefined) return null
  const { Input } = viewOf(field)
  const signs: readonly Condition['sign'][] = ordered.has(field.kind) ? [':', '>=', '<='] : [':']
  return (
    <form
      className="condition-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (value !== null && value !== '') onAdd({ field: key, sign, value: String(value) })
      }}
    >
      <FormRow id={`${id}-field`} label={m.ledger.field}>
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
      {signs.length > 1 && (
        <FormRow id={`${id}-sign`} label={m.ledger.sign}>
          <Select id={`${id}-sign`} className="field-select" value={sign} onChange={setSign} options={signs.map((each) => ({ value: each, label: m.ledger.signs[each] }))} />
        </FormRow>
      )}
      <FormRow id={`${id}-value`} label={m.ledger.value}>
        <Input key={key} id={`${id}-value`} describedBy={`${id}-value-note`} invalid={false} field={{ ...field, required: false }} value={value} onChange={setValue} />
      </FormRow>
      <Button htmlType="submit" type="primary" block>
        {m.ledger.apply}
      </Button>
    </form>
  )
}
