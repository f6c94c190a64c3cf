import { useId, useState } from 'react'
import { Input } from 'antd'
import type { FormOut } from '../../../api/form.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { useBookAct } from '../agree/useBookAct.ts'

/** What a form is called, who sent it, and by when it is wanted. */
export const FormDetails = ({ form, onClose }: { readonly form: FormOut; readonly onClose: () => void }) => {
  const { m } = useSpeech()
  const id = useId()
  const [title, setTitle] = useState(form.title)
  const [sender, setSender] = useState(form.sender)
  const [due, setDue] = useState(form.due ?? '')
  const save = useBookAct(() => call('form.describe', { form: form.form, saw: form.version, title: title.trim(), sender: sender.trim(), due: due === '' ? null : due }), onClose)
  return (
    <FormDialog title={m.form.edit} act={m.form.save} ready={title.trim().length >= 2} busy={save.isPending} error={save.error} onClose={onClose} onSubmit={() => save.mutate(undefined)}>
      <FormRow id={`${id}-title`} label={m.form.name} required>
        <Input id={`${id}-title`} maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
      </FormRow>
      <FormRow id={`${id}-sender`} label={m.form.sender}>
        <Input id={`${id}-sender`} maxLength={120} value={sender} onChange={(event) => setSender(event.target.value)} />
      </FormRow>
      <FormRow id={`${id}-due`} label={m.form.due}>
        <DayInput id={`${id}-due`} value={due} onChange={setDue} />
      </FormRow>
    </FormDialog>
  )
}
