import { useEffect, useMemo, useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import type { RowOut } from '../../../api/entry.ts'
import type { Known } from '../../../core/importing/read-cell.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import type { Value } from '../../../core/ledger/value.ts'
import type { Words } from '../../../core/words.ts'
import { callLedger } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useTelling } from '../../fields/useTelling.ts'
import { viewOf } from '../../fields/fields.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { Refused } from '../../ui/Refused.tsx'
import type { GridColumn } from './grid-columns.ts'
import { editsOf } from './pasted-edits.ts'
import { problemWords } from './problem-words.ts'
import type { CellEdits } from './useCellEdits.ts'
import type { Block } from './useGridCells.ts'

type Props = { readonly ledger: Ledger; readonly rows: readonly RowOut[]; readonly columns: readonly GridColumn[]; readonly block: Block; readonly known: Known; readonly edits: CellEdits; readonly titleOf: (column: GridColumn) => string; readonly onClose: () => void }

/** A block before it is put over the grid: what each cell will say, what stays, and each problem at its cell; then all good rows as one batch. */
export const PasteDialog = ({ ledger, rows, columns, block, known, edits, titleOf, onClose }: Props) => {
  const { m, w } = useSpeech()
  const telling = useTelling()
  const [reason, setReason] = useState(edits.reason ?? '')
  const pasted = useMemo(() => editsOf(rows, columns, block, known), [rows, columns, block, known])
  const [local, setLocal] = useState<ReadonlyMap<string, Words>>(new Map())
  useEffect(() => {
    void Promise.all(pasted.problems.map(async ({ entry, field, problem }) => [`${entry}/${field}`, await problemWords(problem)] as const)).then((told) => setLocal(new Map(told)))
  }, [pasted])
  const asked = pasted.edits.map(({ entry, saw, set }) => ({ entry, saw, set }))
  const preview = useQuery({ queryKey: [`${ledger.key}.edit`, asked], queryFn: ({ signal }) => callLedger(ledger.key, 'edit', { edits: asked, rows: 'good', dry: true }, signal), enabled: asked.length > 0, gcTime: 0 })
  const told = new Map((preview.data?.rows ?? []).map((row) => [row.entry, row]))
  const wrong = new Set(pasted.problems.map(({ entry }) => entry))
  const good = asked.filter(({ entry }) => !wrong.has(entry) && told.get(entry)?.does === 'correct')
  const refused = (preview.data?.refused ?? 0) + [...wrong].filter((entry) => told.get(entry)?.does !== 'refused').length
  const write = useMutation({
    mutationFn: () => callLedger(ledger.key, 'edit', { edits: good, rows: 'good', dry: false, reason: reason.trim() }),
    onSuccess: async ({ batch }) => {
      edits.setReason(reason.trim())
      if (batch !== null) edits.wrote(batch)
      await rereadBook()
      onClose()
    },
  })
  const textOf = (column: GridColumn, value: Value): string => (value === null || column.field === undefined ? m.ui.blank : viewOf(column.field).text(value, column.field, telling))
  const ready = good.length > 0 && reason.trim().length >= 2 && !preview.isFetching
  return (
    <Modal open width="min(1080px, 94vw)" title={m.grid.pasteTitle} okText={m.grid.pasteAct(good.length)} okButtonProps={{ disabled: !ready }} confirmLoading={write.isPending} onOk={() => ready && write.mutate()} onCancel={onClose} destroyOnHidden>
      <Refused error={write.error ?? preview.error} />
      <p className="form-about" role="status">
        {m.grid.pasteCounts(good.length, preview.data?.same ?? 0, refused)}
        {pasted.rowsBeyond > 0 && ` ${m.grid.rowsBeyond(pasted.rowsBeyond)}`}
        {pasted.columnsBeyond > 0 && ` ${m.grid.columnsBeyond(pasted.columnsBeyond)}`}
        {pasted.skipped.length > 0 && ` ${m.grid.columnsSkipped(pasted.skipped.map(titleOf).join(m.grid.and))}`}
      </p>
      {asked.length > 0 && preview.isPending ? (
        <LoadingState lines={4} />
      ) : (
        <div className="grid-preview table-frame" tabIndex={0} role="region" aria-label={m.grid.pasteTitle}>
          <table className="table">
            <caption className="only-read">{m.grid.pasteTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{m.ledger.entry}</th>
                {pasted.columns.map((column) => (
                  <th key={column.key} scope="col">
                    {titleOf(column)}
                  </th>
                ))}
                <th scope="col">{m.grid.outcome}</th>
              </tr>
            </thead>
            <tbody>
              {pasted.rows.map(({ entry, cells }) => {
                const row = told.get(entry.id)
                return (
                  <tr key={entry.id} className={row?.does === 'same' && !wrong.has(entry.id) ? 'muted-row' : undefined}>
                    <th scope="row">#{entry.id}</th>
                    {pasted.columns.map((column, at) => {
                      const cell = cells[at]
                      const before = entry.fields[column.key] ?? null
                      const problem = local.get(`${entry.id}/${column.key}`) ?? row?.fields.find((each) => each.field === column.key)?.message
                      const changes = cell !== undefined && 'value' in cell && cell.value !== before
                      return (
                        <td key={column.key} data-label={titleOf(column)} className={problem !== undefined ? 'grid-wrong' : changes ? 'grid-changes' : undefined}>
                          {cell === undefined ? '' : 'value' in cell ? textOf(column, cell.value) : cell.text}
                          {problem !== undefined && <em className="grid-problem">{w(problem)}</em>}
                          {problem === undefined && changes && <s>{textOf(column, before)}</s>}
                        </td>
                      )
                    })}
                    <td data-label={m.grid.outcome}>{wrong.has(entry.id) ? m.grid.does.refused : row === undefined ? '' : row.does === 'refused' && row.message !== null && row.fields.length === 0 ? w(row.message) : m.grid.does[row.does]}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      <FormRow id="paste-reason" label={m.ui.reason} required hint={m.ledger.reasonHint}>
        <Input id="paste-reason" aria-describedby="paste-reason-note" maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} onPressEnter={() => ready && write.mutate()} />
      </FormRow>
    </Modal>
  )
}
