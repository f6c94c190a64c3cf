import { memo } from 'react'
import { Checkbox } from 'antd'
import type { RowOut } from '../../../api/entry.ts'
import type { Value } from '../../../core/ledger/value.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { isNumeric, viewOf } from '../../fields/fields.ts'
import { ChoiceEditor, isChosen, TextEditor } from './CellEditor.tsx'
import { isEditable } from './cell-value.ts'
import type { GridColumn } from './grid-columns.ts'

/** What is being typed in the active cell; `whole` when what stood there is edited, not replaced. */
export type Draft = { readonly text: string; readonly whole: boolean }

type Props = {
  readonly row: RowOut
  readonly at: number
  readonly columns: readonly GridColumn[]
  /** How far from the left each frozen column stands. */
  readonly lefts: readonly number[]
  readonly shown: ReadonlyMap<string, Value>
  readonly active: number | undefined
  readonly block: readonly [left: number, right: number] | undefined
  readonly draft: Draft | undefined
  readonly wrong: string | undefined
  readonly checked: boolean
  readonly open: boolean
  readonly canEdit: boolean
  readonly titleOf: (column: GridColumn) => string
  readonly onCheck: (entry: number, checked: boolean) => void
  readonly onOpen: (entry: number) => void
  readonly onDraft: (text: string) => void
  readonly onChoose: (value: Value) => void
  readonly onLeave: () => void
  readonly onCancel: () => void
}

/** One row of the grid; only the active cell can be typed in. */
export const GridRow = memo(({ row, at, columns, lefts, shown, active, block, draft, wrong, checked, open, canEdit, titleOf, onCheck, onOpen, onDraft, onChoose, onLeave, onCancel }: Props) => {
  const { m } = useSpeech()
  return (
    <tr aria-selected={checked} className={[row.void ? 'muted' : '', open ? 'open' : '', checked ? 'checked' : ''].join(' ').trim() || undefined}>
      <td className="grid-head-cell grid-frozen no-print">
        <Checkbox aria-label={m.grid.checkRow(row.id)} checked={checked} disabled={row.void} tabIndex={-1} onChange={(event) => onCheck(row.id, event.target.checked)} />
      </td>
      <td className="grid-head-cell grid-frozen grid-number">
        <button type="button" className="row-open" tabIndex={-1} onClick={() => onOpen(row.id)}>
          #{row.id}
        </button>
        {row.void && <span className="badge badge-void">{m.ledger.void}</span>}
      </td>
      {columns.map((column, index) => {
        const { field, key } = column
        const pending = shown.get(`${row.id}/${key}`)
        const value = pending !== undefined ? pending : key === 'valid_from' ? row.from : key === 'valid_to' ? row.to : (row.fields[key] ?? null)
        const isActive = active === index
        const inBlock = block !== undefined && index >= block[0] && index <= block[1]
        const left = lefts[index]
        const edits = isActive && canEdit && !row.void && isEditable(field)
        const Output = field === undefined ? undefined : viewOf(field).Output
        return (
          <td
            key={key}
            data-place={`${at},${index}`}
            tabIndex={isActive ? 0 : -1}
            aria-readonly={canEdit && !row.void && isEditable(field) ? undefined : true}
            aria-invalid={wrong === key ? true : undefined}
            className={[field !== undefined && isNumeric(field) ? 'numeric' : '', left !== undefined ? 'grid-frozen' : '', isActive ? 'grid-active' : '', inBlock ? 'grid-block' : '', pending !== undefined ? 'grid-pending' : '', wrong === key ? 'grid-wrong' : ''].join(' ').trim() || undefined}
            style={left === undefined ? undefined : { left }}
          >
            {edits && isChosen(field) && draft !== undefined ? (
              <ChoiceEditor field={field} label={titleOf(column)} value={value} onChoose={onChoose} onCancel={onCancel} />
            ) : (
              <div className="grid-text" title={typeof value === 'string' && value.length > 12 && (field?.kind === 'text' || field?.kind === 'note') ? value : undefined}>
                {field === undefined || Output === undefined ? value : <Output field={field} value={value} />}
              </div>
            )}
            {edits && !isChosen(field) && <TextEditor label={titleOf(column)} draft={draft?.text} whole={draft?.whole === true} numeric={isNumeric(field)} longest={field.maxLength ?? (field.kind === 'note' ? 20_000 : 400)} onDraft={onDraft} onLeave={onLeave} />}
          </td>
        )
      })}
    </tr>
  )
})
