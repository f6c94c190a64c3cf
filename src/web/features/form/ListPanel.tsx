import { useId, useState } from 'react'
import { Button, Checkbox, Select } from 'antd'
import type { ListOut } from '../../../api/form.ts'
import type { ListSource } from '../../../core/filling/binding.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { PanelDrawer } from '../../ui/PanelDrawer.tsx'
import { ConditionPicker } from '../design/ConditionPicker.tsx'
import { useLedgers } from '../ledger/useLedgers.ts'
import type { FormDesk } from './useForm.ts'

/** Fields of a ledger that a list may hold or be put in order by. */
const columnFieldsOf = (ledger: Ledger | undefined): Ledger['fields'] => (ledger?.fields ?? []).filter((field) => field.kind !== 'document' && field.kind !== 'file' && field.retired !== true)

/** Which ledger a list of a form holds: which field each column, which rows, in what order. */
export const ListPanel = ({ it, list }: { readonly it: FormDesk; readonly list: ListOut }) => {
  const { m, w } = useSpeech()
  const id = useId()
  const { query, find } = useLedgers()
  const [now, setNow] = useState(list)
  const words = m.form
  const ledger = now.ledger === null ? undefined : find(now.ledger)
  const all = (query.data?.ledgers ?? []).filter((each) => each.ledger.system !== true)
  const first = list.near.flatMap((key) => all.filter((each) => each.ledger.key === key))
  const options = [...first, ...all.filter((each) => !first.includes(each))].map((each) => ({ value: each.ledger.key, label: w(each.ledger.title), find: `${each.ledger.title.zh} ${each.ledger.title.en} ${each.ledger.key}` }))
  const fields = columnFieldsOf(ledger).map((field) => ({ value: `field:${field.key}`, label: w(field.title) }))
  const close = (): void => it.set({ cell: undefined })
  const choose = (key: string): void => {
    const next = find(key === '' ? '' : key)
    const named = new Map(columnFieldsOf(next).map((field) => [field.title.zh, field.key]))
    setNow({ ...now, ledger: key === '' ? null : key, where: '', sort: next?.dateField ?? '', columns: now.columns.map((column) => ({ ...column, source: column.source.kind === 'number' ? column.source : sourceNamed(named, column.heads) })) })
  }
  const setColumn = (column: number, source: ListSource): void => setNow({ ...now, columns: now.columns.map((each) => (each.column === column ? { ...each, source } : each)) })
  return (
    <PanelDrawer title={words.listPanel(`${list.from}–${list.to}`)} label={words.listPanel(`${list.from}–${list.to}`)} onClose={close} className="form-panel">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          it.edit([], [now])
          close()
        }}
      >
        <FormRow id={`${id}-ledger`} label={words.ledger}>
          <Select id={`${id}-ledger`} className="field-select" value={now.ledger ?? ''} onChange={choose} options={[{ value: '', label: words.noLedger, find: words.noLedger }, ...options]} showSearch={{ optionFilterProp: 'find' }} />
        </FormRow>
        {ledger !== undefined && (
          <>
            <Checkbox className="form-check" checked={now.inPeriod} onChange={(event) => setNow({ ...now, inPeriod: event.target.checked })}>
              {words.inPeriod}
            </Checkbox>
            <FormRow id={`${id}-sort`} label={words.sort}>
              <Select id={`${id}-sort`} className="field-select" value={now.sort} onChange={(sort: string) => setNow({ ...now, sort })} options={[{ value: '', label: words.sortNone }, ...columnFieldsOf(ledger).filter((field) => field.personal === undefined).map((field) => ({ value: field.key, label: w(field.title) }))]} />
              {now.sort !== '' && (
                <Checkbox checked={now.desc} onChange={(event) => setNow({ ...now, desc: event.target.checked })}>
                  {words.desc}
                </Checkbox>
              )}
            </FormRow>
            <FormRow id={`${id}-where`} label={words.where}>
              <div className="filters" id={`${id}-where`}>
                <ConditionPicker ledger={ledger} text={now.where} onText={(where) => setNow({ ...now, where })} />
                {now.where === '' && <span className="faint">{words.whereAll}</span>}
              </div>
            </FormRow>
            <h3>{words.listColumns}</h3>
            {now.columns.map(({ column, heads, source }) => (
              <FormRow key={column} id={`${id}-${column}`} label={heads}>
                <Select id={`${id}-${column}`} className="field-select" value={source.kind === 'field' ? `field:${source.field}` : source.kind} onChange={(value: string) => setColumn(column, value === 'number' || value === 'none' ? { kind: value } : { kind: 'field', field: value.slice('field:'.length) })} options={[{ value: 'none', label: words.noField }, { value: 'number', label: words.number }, ...fields]} showSearch />
              </FormRow>
            ))}
          </>
        )}
        <div className="form-acts">
          <Button type="primary" htmlType="submit">
            {words.ok}
          </Button>
        </div>
      </form>
    </PanelDrawer>
  )
}

/** The field a head names; a person chooses the others. */
const sourceNamed = (named: ReadonlyMap<string, string>, heads: string): ListSource => {
  const bare = (heads.split('｜').at(-1) ?? '').replace(/[(（].*$/, '')
  const field = named.get(bare)
  return field === undefined ? { kind: 'none' } : { kind: 'field', field }
}
