import { useId, useState } from 'react'
import { Button, Input, Select } from 'antd'
import { useMutation } from '@tanstack/react-query'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import type { Purpose } from './PurposeRows.tsx'
import { isSaid, PurposeRows } from './PurposeRows.tsx'

type Props = { readonly ledger: Ledger; readonly onOpen: (entry: number) => void }

/** Finds the rows whose sealed field is exactly what is typed; there is nothing here for a ledger without one. */
export const FindSealed = ({ ledger, onOpen }: Props) => {
  const { m, w, lang } = useSpeech()
  const id = useId()
  const sealed = ledger.fields.filter((field) => field.kind === 'sealed')
  const [open, setOpen] = useState(false)
  const [field, setField] = useState(sealed[0]?.key ?? '')
  const [value, setValue] = useState('')
  const [purpose, setPurpose] = useState<Purpose>({ purpose: 'handle', note: '' })
  const find = useMutation({ mutationFn: () => call('entry.find', { ledger: ledger.key, field, value: value.trim(), purpose: purpose.purpose, note: purpose.note.trim() }), gcTime: 0 })
  const close = () => {
    setOpen(false)
    setValue('')
    find.reset()
  }
  if (sealed.length === 0) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{m.personal.find.act}</Button>
      {open && (
        <FormDialog title={m.personal.find.title(w(ledger.title))} about={m.personal.find.about} act={m.ui.find} ready={value.trim().length >= 4 && isSaid(purpose)} busy={find.isPending} error={find.error} onSubmit={() => find.mutate()} onClose={close}>
          {sealed.length > 1 && (
            <FormRow id={`${id}-field`} label={m.personal.find.field} required>
              <Select id={`${id}-field`} className="field-select" value={field} onChange={setField} options={sealed.map((each) => ({ value: each.key, label: each.title[lang] }))} virtual={false} />
            </FormRow>
          )}
          <FormRow id={`${id}-value`} label={sealed.length > 1 ? m.personal.find.value : w(sealed[0]?.title ?? ledger.title)} required>
            <Input id={`${id}-value`} autoComplete="off" maxLength={200} value={value} onChange={(event) => setValue(event.target.value)} />
          </FormRow>
          <PurposeRows id={id} value={purpose} onChange={setPurpose} />
          {find.data !== undefined && (
            <div role="status">
              <p>{find.data.rows.length === 0 ? m.personal.find.none : m.personal.find.found(find.data.rows.length)}</p>
              {find.data.rows.map((row) => (
                <Button
                  key={row.id}
                  onClick={() => {
                    close()
                    onOpen(row.id)
                  }}
                >
                  {m.personal.find.open(row.id)}
                </Button>
              ))}
            </div>
          )}
        </FormDialog>
      )}
    </>
  )
}
