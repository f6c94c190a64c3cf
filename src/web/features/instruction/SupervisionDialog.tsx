import { useId, useState } from 'react'
import { Input } from 'antd'
import type { InstructionOut } from '../../../api/instruction.ts'
import { call } from '../../app/call.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { OrgPicker } from '../../ui/OrgPicker.tsx'
import { useBookAct } from '../agree/useBookAct.ts'

/** Raises a supervision item from an instruction: which office, what, until when. Its number is given by the book. */
export const SupervisionDialog = ({ instruction, onClose }: { instruction: InstructionOut; onClose: () => void }) => {
  const { m, w } = useSpeech()
  const id = useId()
  const [org, setOrg] = useState<string | null>(null)
  const [due, setDue] = useState('')
  const [content, setContent] = useState(instruction.text.slice(0, 1000))
  const raise = useBookAct(() => call('supervision.create', { instruction: instruction.entry, org: org ?? '', due, content: content.trim() }), onClose)
  const problem = (field: string): string | undefined => {
    const words = fieldWords(raise.error, field)
    return words === undefined ? undefined : w(words)
  }
  return (
    <FormDialog title={m.agree.instruction.raise} act={m.agree.instruction.raiseAct} ready={org !== null && due !== '' && content.trim().length >= 2} busy={raise.isPending} error={raise.error} onSubmit={() => raise.mutate(undefined)} onClose={onClose}>
      <FormRow id={`${id}-org`} label={m.agree.instruction.org} required problem={problem('org')}>
        <OrgPicker id={`${id}-org`} value={org} onChange={setOrg} />
      </FormRow>
      <FormRow id={`${id}-due`} label={m.agree.instruction.due} required problem={problem('due')}>
        <DayInput id={`${id}-due`} value={due} onChange={setDue} />
      </FormRow>
      <FormRow id={`${id}-content`} label={m.agree.instruction.content} required problem={problem('content')}>
        <Input.TextArea id={`${id}-content`} rows={3} maxLength={1000} value={content} onChange={(event) => setContent(event.target.value)} />
      </FormRow>
    </FormDialog>
  )
}
