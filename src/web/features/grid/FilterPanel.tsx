import { useId, useState } from 'react'
import { Button, Checkbox, Input, Radio } from 'antd'
import { useQuery } from '@tanstack/react-query'
import type { Condition } from '../../../core/ledger/conditions.ts'
import { conditionsText } from '../../../core/ledger/conditions.ts'
import type { Field } from '../../../core/ledger/field.ts'
import { groupKinds } from '../../../core/ledger/group-kinds.ts'
import { callLedger } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { LedgerOutput } from '../../app/wire.ts'
import { viewOf } from '../../fields/fields.ts'
import { useTelling } from '../../fields/useTelling.ts'
import { Answer } from '../../ui/Answer.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { OrgPicker } from '../../ui/OrgPicker.tsx'
import { numberText } from '../../ui/number-text.ts'
import type { LedgerList } from '../ledger/useLedgerGrid.ts'

type Props = { readonly field: Field; readonly grid: LedgerList; readonly own: readonly Condition[]; readonly onApply: (next: readonly Condition[]) => void }

type Has = 'any' | 'known' | 'empty'

/** The conditions on one column, in the form its kind has: text it contains, a range, a list of its values with their counts, an organisation with those below it. */
export const FilterPanel = ({ field, grid, own, onApply }: Props) => {
  const { m } = useSpeech()
  const id = useId()
  const valueOf = (sign: Condition['sign']): string => own.find((each) => each.sign === sign)?.values[0] ?? ''
  const [text, setText] = useState(valueOf('~') === '' && field.kind !== 'org' ? valueOf(':') : valueOf('~'))
  const [from, setFrom] = useState(valueOf('>='))
  const [to, setTo] = useState(valueOf('<='))
  const [under, setUnder] = useState<string | null>(valueOf('^') === '' ? null : valueOf('^'))
  const [listed, setListed] = useState<readonly string[]>(own.find((each) => each.sign === ':')?.values ?? [])
  const [has, setHas] = useState<Has>(own.some((each) => each.sign === '!') ? 'empty' : own.some((each) => each.sign === '?') ? 'known' : 'any')
  const ranged = field.kind === 'integer' || field.kind === 'decimal' || field.kind === 'day'
  const lists = groupKinds.includes(field.kind) && field.kind !== 'day'
  const on = (sign: Condition['sign'], ...values: readonly string[]): Condition => ({ field: field.key, sign, values })
  const apply = () => {
    if (has === 'empty') return onApply([on('!')])
    onApply([
      ...(has === 'known' ? [on('?')] : []),
      ...(ranged && from.trim() !== '' ? [on('>=', plain(field, from))] : []),
      ...(ranged && to.trim() !== '' ? [on('<=', plain(field, to))] : []),
      ...(field.kind === 'org' && under !== null ? [on('^', under)] : []),
      ...(lists && listed.length > 0 ? [on(':', ...listed)] : []),
      ...(!ranged && !lists && text.trim() !== '' ? [on(field.kind === 'reference' ? ':' : '~', field.kind === 'reference' ? text.trim().replace('#', '') : text.trim())] : []),
    ])
  }
  return (
    <form
      className="grid-filter-form"
      aria-label={m.grid.filter}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      {has !== 'empty' && ranged && (
        <div className="grid-range">
          {field.kind === 'day' ? <DayInput label={m.grid.from} placeholder={m.grid.from} value={from} onChange={setFrom} /> : <Input aria-label={m.grid.from} placeholder={m.grid.from} inputMode="decimal" value={from} onChange={(event) => setFrom(event.target.value)} />}
          <span aria-hidden="true">—</span>
          {field.kind === 'day' ? <DayInput label={m.grid.to} placeholder={m.grid.to} value={to} onChange={setTo} /> : <Input aria-label={m.grid.to} placeholder={m.grid.to} inputMode="decimal" value={to} onChange={(event) => setTo(event.target.value)} />}
        </div>
      )}
      {has !== 'empty' && !ranged && !lists && <Input autoFocus aria-label={m.grid.contains} placeholder={field.kind === 'reference' ? m.ledger.entry : m.grid.contains} value={text} onChange={(event) => setText(event.target.value)} />}
      {has !== 'empty' && field.kind === 'org' && (
        <label className="grid-under" htmlFor={`${id}-under`}>
          {m.grid.under}
          <OrgPicker id={`${id}-under`} clearable className="field-select" value={under} onChange={setUnder} />
        </label>
      )}
      {has !== 'empty' && lists && <ValueList field={field} grid={grid} listed={listed} onList={setListed} />}
      <Radio.Group
        className="grid-has"
        aria-label={m.grid.empty}
        value={has}
        onChange={(event) => setHas(event.target.value as Has)}
        options={[
          { value: 'any', label: m.grid.has.any },
          { value: 'known', label: m.grid.has.known },
          { value: 'empty', label: m.grid.has.empty },
        ]}
      />
      <div className="form-acts">
        <Button type="primary" htmlType="submit">
          {m.ledger.apply}
        </Button>
        <Button disabled={own.length === 0} onClick={() => onApply([])}>
          {m.grid.clear}
        </Button>
      </div>
    </form>
  )
}

/** The values of a column among the rows the other conditions leave, each with its count. */
const ValueList = ({ field, grid, listed, onList }: { field: Field; grid: LedgerList; listed: readonly string[]; onList: (next: readonly string[]) => void }) => {
  const { m } = useSpeech()
  const telling = useTelling()
  const input = { ...grid.which, where: conditionsText(grid.conditions.filter((each) => each.field !== field.key)), by: field.key }
  const query = useQuery<LedgerOutput<'group'>>({ queryKey: [`${grid.key}.group`, input], queryFn: ({ signal }) => callLedger(grid.key, 'group', input, signal) })
  const textOf = (value: string | null): string => (value === null ? m.ui.blank : viewOf(field).text(field.kind === 'flag' ? value === 'true' : value, field, telling))
  return (
    <Answer query={query} lines={3}>
      {({ groups }) => (
        <ul className="grid-values">
          {groups.map((group) => {
            const [value = null] = group.values
            const key = value ?? ''
            return (
              <li key={key}>
                <Checkbox checked={listed.includes(key)} onChange={(event) => onList(event.target.checked ? [...listed, key] : listed.filter((each) => each !== key))}>
                  {textOf(value)}
                </Checkbox>
                <span className="number-text faint">{numberText(String(group.count))}</span>
              </li>
            )
          })}
        </ul>
      )}
    </Answer>
  )
}

const plain = (field: Field, text: string): string => (field.kind === 'day' ? text.trim() : text.replaceAll(/[,，\s]/g, ''))
