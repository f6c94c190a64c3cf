import { Button, Checkbox, Input, Select } from 'antd'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { groupKinds } from '../../../core/ledger/group-kinds.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { LedgerList } from '../ledger/useLedgerGrid.ts'
import { ColumnsPanel } from './ColumnsPanel.tsx'
import { ConditionTags } from './ConditionTags.tsx'
import type { GridColumn } from './grid-columns.ts'
import { ViewPicker } from './ViewPicker.tsx'

type Props = { readonly ledger: Ledger; readonly grid: LedgerList; readonly columns: readonly GridColumn[]; readonly onBulk: (() => void) | undefined }

/** What a list is asked for: a view, words, conditions, groups, columns. */
export const LedgerToolbar = ({ ledger, grid, columns, onBulk }: Props) => {
  const { m, lang } = useSpeech()
  const groups = ledger.fields.filter((field) => groupKinds.includes(field.kind) && field.personal === undefined && field.retired !== true)
  return (
    <div className="filters" role="search">
      <Input.Search key={grid.q} allowClear className="filter-text" aria-label={m.ledger.seek} placeholder={m.grid.seekHint} defaultValue={grid.q} onSearch={grid.seek} />
      <ViewPicker ledger={ledger.key} grid={grid} />
      <ConditionTags ledger={ledger} conditions={grid.conditions} onDrop={grid.dropCondition} />
      {groups.length > 0 && (
        <Select
          mode="multiple"
          maxCount={2}
          className="grid-by"
          aria-label={m.grid.groupBy}
          placeholder={m.grid.groupBy}
          allowClear
          virtual={false}
          popupMatchSelectWidth={false}
          value={grid.by === undefined ? [] : grid.by.split(',')}
          onChange={(keys) => grid.groupBy(keys.length === 0 ? undefined : keys.join(','))}
          options={groups.map((field) => ({ value: field.key, label: field.kind === 'day' ? m.grid.monthOf(field.title[lang]) : field.title[lang] }))}
        />
      )}
      {grid.by === undefined && <ColumnsPanel ledger={ledger} columns={columns} grid={grid} />}
      {onBulk !== undefined && <Button onClick={onBulk}>{m.grid.bulk}</Button>}
      <Checkbox checked={grid.withVoid} onChange={(event) => grid.showVoid(event.target.checked)}>
        {m.ledger.showVoid}
      </Checkbox>
    </div>
  )
}
