import { useId, useState } from 'react'
import { Input } from 'antd'
import { call } from '../../app/call.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useSession } from '../../app/session.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FileInput } from '../../ui/FileInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import { contentOf, mostBytes } from '../source/document-file.ts'

/** Records an instruction: who gave it, when, its words, and a scan of the paper where there is one. */
export const InstructionDialog = ({ report, onClose }: { report: string | undefined; onClose: () => void }) => {
  const { m, w } = useSpeech()
  const { town } = useSession()
  const id = useId()
  const [leader, setLeader] = useState('')
  const [day, setDay] = useState(town.today)
  const [text, setText] = useState('')
  const [file, setFile] = useState<File>()
  const save = useBookAct(async () => {
    const scan = file === undefined ? {} : { scan: { name: file.name, content: await contentOf(file, new AbortController().signal) } }
    return call('instruction.create', { leader: leader.trim(), day, text: text.trim(), ...(report === undefined ? {} : { report }), ...scan })
  }, onClose)
  const large = file !== undefined && file.size > mostBytes
  const problem = (field: string): string | undefined => {
    const words = fieldWords(save.error, field)
    return words === undefined ? undefined : w(words)
  }
  return (
    <FormDialog title={m.agree.instruction.add} act={m.agree.instruction.save} ready={leader.trim().length >= 2 && day !== '' && text.trim().length >= 1 && !large} busy={save.isPending} error={save.error} onSubmit={() => save.mutate(undefined)} onClose={onClose}>
      <FormRow id={`${id}-leader`} label={m.agree.instruction.leader} required problem={problem('leader')}>
        <Input id={`${id}-leader`} maxLength={40} value={leader} onChange={(event) => setLeader(event.target.value)} />
      </FormRow>
      <FormRow id={`${id}-day`} label={m.agree.instruction.day} required problem={problem('day')}>
        <DayInput id={`${id}-day`} value={day} onChange={setDay} />
      </FormRow>
      <FormRow id={`${id}-text`} label={m.agree.instruction.text} required problem={problem('text')}>
        <Input.TextArea id={`${id}-text`} rows={4} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      </FormRow>
      <FormRow id={`${id}-scan`} label={m.agree.instruction.scan} hint={m.agree.instruction.scanHint} problem={large ? m.agree.instruction.tooLarge : problem('scan.content')}>
        <FileInput id={`${id}-scan`} accept=".pdf,.png,.jpg,.jpeg" onChoose={setFile} />
      </FormRow>
    </FormDialog>
  )
}
