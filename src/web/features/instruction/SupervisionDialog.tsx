import { useId, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import type { InstructionOut } from '../../../api/instruction.ts'
import { call } from '../../app/call.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { OrgPicker } from '../../ui/OrgPicker.tsx'
import { useBookAct } from '../agree/useBookAct.ts'

const sources = ['meeting', 'report', 'superior', 'advice'] as const
type Source = (typeof sources)[number]

/** Raises a supervision item, from an instruction or something else: which office, what, until when; then its matter opens. Its number is given by the book. */
export const SupervisionDialog = ({ instruction, onClose }: { instruction?: InstructionOut; onClose: () => void }) => {
  const { m, w } = useSpeech()
  const id = useId()
  const navigate = useNavigate()
  const [source, setSource] = useState<Source>('meeting')
  const [org, setOrg] = useState<string | null>(null)
  const [due, setDue] = useState('')
  const [content, setContent] = useState(instruction?.text.slice(0, 1000) ?? '')
  const from = instruction === undefined ? { source } : { instruction: instruction.entry }
  const raise = useBookAct(async () => {
    const raised = await call('supervision.create', { ...from, org: org ?? '', due, content: content.trim() })
    if (instruction === undefined) void navigate({ to: '/matters/$ledger/$entry', params: { ledger: raised.ledger, entry: String(raised.entry) } })
    return raised
  }, onClose)
  const problem = (field: string): string | undefined => {
    const words = fieldWords(raise.error, field)
    return words === undefined ? undefined : w(words)
  }
  return (
    <FormDialog title={m.agree.instruction.raise} act={m.agree.instruction.raiseAct} ready={org !== null && due !== '' && content.trim().length >= 2} busy={raise.isPending} error={raise.error} onSubmit={() => raise.mutate(undefined)} onClose={onClose}>
      {instruction === undefined && (
        <FormRow id={`${id}-source`} label={m.agree.instruction.source}>
          <Select id={`${id}-source`} value={source} onChange={setSource} options={sources.map((value) => ({ value, label: m.agree.instruction.sources[value] }))} />
        </FormRow>
      )}
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
