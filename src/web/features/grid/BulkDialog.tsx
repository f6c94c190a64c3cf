import { useId, useRef, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal, Radio, Select } from 'antd'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import type { Value } from '../../../core/ledger/value.ts'
import { callLedger } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { LedgerOutput } from '../../app/wire.ts'
import { viewOf } from '../../fields/fields.ts'
import { useTelling } from '../../fields/useTelling.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { numberText } from '../../ui/number-text.ts'
import { headOf } from '../ledger/columns.ts'
import type { LedgerList } from '../ledger/useLedgerGrid.ts'
import { isEditable } from './cell-value.ts'
import { added } from './undo-whole.ts'
import { BatchUndo } from './BatchUndo.tsx'
import '../ledger/ledger.css'
import './grid.css'

type Part = LedgerOutput<'fill'>['part']
type Filled = { readonly seen: number; readonly batch: string | null; readonly part: Part; readonly over: boolean }

type Props = { readonly ledger: Ledger; readonly grid: LedgerList; readonly total: number; readonly checked: ReadonlySet<number>; readonly reason: string | undefined; readonly onReason: (reason: string) => void; readonly onClose: () => void }

/** One field set in many rows: first what would happen, then all of it as one batch, part by part, which can be stopped and taken back. */
export const BulkDialog = ({ ledger, grid, total, checked, reason: given, onReason, onClose }: Props) => {
  const { m, w, lang } = useSpeech()
  const id = useId()
  const fields = ledger.fields.filter(isEditable)
  const [scope, setScope] = useState<'checked' | 'all'>(checked.size > 0 ? 'checked' : 'all')
  const [key, setKey] = useState(fields[0]?.key ?? '')
  const [value, setValue] = useState<Value>(null)
  const [reason, setReason] = useState(given ?? '')
  const [preview, setPreview] = useState<Filled>()
  const [result, setResult] = useState<Filled>()
  const stop = useRef(false)
  const field = fields.find((each) => each.key === key)

  const run = async (dry: boolean, told: (so: Filled) => void): Promise<void> => {
    stop.current = false
    let so: Filled | undefined
    for (let after: number | null = 0; after !== null && !stop.current; ) {
      const input = { q: grid.which.q, where: grid.which.where, set: { [key]: value === '' ? null : value }, dry, after, ...(scope === 'checked' && { entries: [...checked] }), ...(so !== undefined ? { seen: so.seen } : dry || preview === undefined ? {} : { seen: preview.seen }), ...(!dry && { reason: reason.trim() }) }
      const part: LedgerOutput<'fill'> = await callLedger(ledger.key, 'fill', input)
      after = part.next
      so = { seen: part.seen, batch: part.batch, part: so === undefined ? part.part : joined(so.part, part.part), over: after === null }
      told(so)
    }
  }
  const look = useMutation({ mutationFn: () => run(true, setPreview) })
  const write = useMutation({
    mutationFn: () => run(false, setResult),
    onSettled: async () => {
      onReason(reason.trim())
      await rereadBook()
    },
  })
  const ask = (change: () => void) => {
    change()
    setPreview(undefined)
  }
  if (field === undefined) return null
  const { Input: FieldInput } = viewOf(field)
  const ready = preview?.over === true && preview.part.correct > 0 && reason.trim().length >= 2
  const busy = look.isPending || write.isPending
  const close = () => {
    stop.current = true
    onClose()
  }
  return (
    <Modal
      open
      width="min(760px, 94vw)"
      title={m.grid.bulkTitle}
      onCancel={close}
      destroyOnHidden
      footer={
        result !== undefined && !write.isPending ? (
          <Button onClick={close}>{m.ui.close}</Button>
        ) : (
          <>
            <Button onClick={busy ? () => void (stop.current = true) : close}>{busy ? m.grid.stop : m.ui.cancel}</Button>
            <Button disabled={busy} onClick={() => look.mutate()}>
              {m.grid.preview}
            </Button>
            <Button type="primary" disabled={!ready || busy} loading={write.isPending} onClick={() => write.mutate()}>
              {m.grid.bulkAct(preview?.part.correct ?? 0)}
            </Button>
          </>
        )
      }
    >
      <Refused error={write.error ?? look.error} />
      {result === undefined && (
        <form className="entry-form" onSubmit={(event) => event.preventDefault()}>
          <FormRow id={`${id}-scope`} label={m.grid.scope}>
            <Radio.Group
              id={`${id}-scope`}
              value={scope}
              onChange={(event) => ask(() => setScope(event.target.value as 'checked' | 'all'))}
              options={[
                { value: 'checked', label: m.grid.scopeChecked(checked.size), disabled: checked.size === 0 },
                { value: 'all', label: m.grid.scopeAll(numberText(String(total))) },
              ]}
            />
          </FormRow>
          <FormRow id={`${id}-field`} label={m.ledger.field}>
            <Select id={`${id}-field`} className="field-select" value={key} virtual={false} showSearch={{ optionFilterProp: 'label' }} onChange={(next) => ask(() => [setKey(next), setValue(null)])} options={fields.map((each) => ({ value: each.key, label: headOf(each, lang) }))} />
          </FormRow>
          <FormRow id={`${id}-value`} label={m.grid.setTo} hint={field.required === true ? undefined : m.grid.emptyClears}>
            <FieldInput key={key} id={`${id}-value`} describedBy={`${id}-value-note`} invalid={false} field={field} value={value} onChange={(next) => ask(() => setValue(next))} />
          </FormRow>
          <FormRow id={`${id}-reason`} label={m.ui.reason} required hint={m.ledger.reasonHint}>
            <Input id={`${id}-reason`} aria-describedby={`${id}-reason-note`} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
          </FormRow>
        </form>
      )}
      <div role="status">
        {result === undefined && preview !== undefined && <p className="form-about">{m.grid.fillCounts(numberText(String(preview.part.correct)), numberText(String(preview.part.same)), numberText(String(preview.part.refused)), preview.over)}</p>}
        {result !== undefined && <p className="form-about">{m.grid.filled(numberText(String(result.part.correct)), numberText(String(result.part.refused)), result.over)}</p>}
      </div>
      <Outcome ledger={ledger} fieldKey={key} part={(result ?? preview)?.part} />
      {result?.batch !== undefined && result.batch !== null && result.part.correct > 0 && !write.isPending && <BatchUndo batch={result.batch} title={w(ledger.title)} />}
    </Modal>
  )
}

/** The first rows before and after, and what is refused and why. */
const Outcome = ({ ledger, fieldKey, part }: { ledger: Ledger; fieldKey: string; part: Part | undefined }) => {
  const { m, w } = useSpeech()
  const telling = useTelling()
  const field = ledger.fields.find((each) => each.key === fieldKey)
  if (part === undefined || field === undefined) return null
  const text = (value: Value | undefined): string => (value === undefined || value === null ? m.ui.blank : viewOf(field).text(value, field, telling))
  return (
    <>
      {part.examples.length > 0 && (
        <ul className="grid-examples">
          {part.examples.slice(0, 8).map((example) => (
            <li key={example.entry}>
              <span className="number-text">#{example.entry}</span> <s>{text(example.before[fieldKey])}</s> → {text(example.after[fieldKey])}
            </li>
          ))}
          {part.correct > 8 && <li className="faint">{m.grid.andMore(numberText(String(part.correct - 8)))}</li>}
        </ul>
      )}
      {part.reasons.map((reason) => (
        <p key={reason.code} className="grid-reason">
          {m.grid.refusedRows(numberText(String(reason.count)))}
          {w(reason.message)}
          <span className="faint number-text">
            {part.refusals.filter((each) => each.code === reason.code).slice(0, 6).map((each) => ` #${each.entry}`).join('')}
          </span>
        </p>
      ))}
    </>
  )
}

const joined = (a: Part, b: Part): Part => ({
  rows: a.rows + b.rows,
  correct: a.correct + b.correct,
  same: a.same + b.same,
  refused: a.refused + b.refused,
  reasons: added(a.reasons, b.reasons),
  refusals: [...a.refusals, ...b.refusals].slice(0, 20),
  examples: [...a.examples, ...b.examples].slice(0, 20),
})
