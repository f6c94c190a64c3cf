import { useId, useMemo, useState } from 'react'
import { Input } from 'antd'
import type { MatterOut } from '../../../api/matter.ts'
import { call } from '../../app/call.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { useBookAct } from '../agree/useBookAct.ts'

/** Splits a matter into parts, one a line. */
export const SplitDialog = ({ matter, onClose }: { readonly matter: MatterOut; readonly onClose: () => void }) => {
  const { m, w } = useSpeech()
  const told = m.matter.tie
  const id = useId()
  const once = useMemo(() => crypto.randomUUID(), [])
  const [text, setText] = useState('')
  const [note, setNote] = useState('')
  const parts = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const split = useBookAct(() => call('matter.split', { ledger: matter.ledger, entry: matter.entry, parts: parts.map((line) => ({ line })), note: note.trim(), once }), onClose)
  const wrong = parts.map((_, at) => fieldWords(split.error, `parts.${at}.line`)).find((each) => each !== undefined)
  return (
    <FormDialog title={told.split} about={told.splitAbout} act={told.splitAct(parts.length)} ready={parts.length > 0 && parts.length <= 20 && note.trim().length >= 2} busy={split.isPending} error={split.error} onSubmit={() => split.mutate(undefined)} onClose={onClose}>
      <FormRow id={`${id}-parts`} label={told.parts} required hint={told.partsHint} problem={wrong === undefined ? undefined : w(wrong)}>
        <Input.TextArea id={`${id}-parts`} aria-describedby={`${id}-parts-note`} value={text} autoSize={{ minRows: 3, maxRows: 10 }} onChange={(event) => setText(event.target.value)} />
      </FormRow>
      <FormRow id={`${id}-note`} label={told.note} required>
        <Input.TextArea id={`${id}-note`} aria-describedby={`${id}-note-note`} value={note} maxLength={2000} autoSize={{ minRows: 1, maxRows: 6 }} onChange={(event) => setNote(event.target.value)} />
      </FormRow>
    </FormDialog>
  )
}
