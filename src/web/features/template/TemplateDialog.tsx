import { useId, useState } from 'react'
import { Input } from 'antd'
import type { TemplateOut } from '../../../api/template.ts'
import { call } from '../../app/call.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FileInput } from '../../ui/FileInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import { contentOf, mostBytes } from '../source/document-file.ts'

/** Uploads a Word file as a layout, under a name of its own. */
export const UploadTemplateDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { m, w } = useSpeech()
  const id = useId()
  const [title, setTitle] = useState('')
  const [file, setFile] = useState<File>()
  const save = useBookAct(async (chosen: File) => call('template.create', { title: title.trim(), name: chosen.name, content: await contentOf(chosen, new AbortController().signal) }), onClose)
  const large = file !== undefined && file.size > mostBytes
  const problem = (field: string): string | undefined => {
    const words = fieldWords(save.error, field)
    return words === undefined ? undefined : w(words)
  }
  const choose = (chosen: File | undefined) => {
    setFile(chosen)
    if (title === '' && chosen !== undefined) setTitle(chosen.name.replace(/\.docx$/i, '').slice(0, 60))
  }
  return (
    <FormDialog title={m.template.add} act={m.template.add} ready={title.trim().length >= 2 && file !== undefined && !large} busy={save.isPending} error={save.error} onSubmit={() => file !== undefined && save.mutate(file)} onClose={onClose}>
      <FormRow id={`${id}-file`} label={m.template.file} hint={m.template.fileHint} required problem={large ? m.template.tooLarge : problem('content')}>
        <FileInput id={`${id}-file`} accept=".docx" onChoose={choose} />
      </FormRow>
      <FormRow id={`${id}-title`} label={m.template.name} hint={m.template.nameHint} required problem={problem('title')}>
        <Input id={`${id}-title`} maxLength={60} value={title} onChange={(event) => setTitle(event.target.value)} />
      </FormRow>
    </FormDialog>
  )
}

/** Takes a layout out of use, for a reason that stays in the book. */
export const RemoveTemplateDialog = ({ template, onClose }: { readonly template: TemplateOut; readonly onClose: () => void }) => {
  const { m } = useSpeech()
  const id = useId()
  const [reason, setReason] = useState('')
  const remove = useBookAct(() => call('template.void', { entry: template.entry, saw: template.version, reason: reason.trim() }), onClose)
  return (
    <FormDialog title={m.template.removeOf(template.title)} about={m.template.removeAbout} act={m.template.remove} danger ready={reason.trim().length >= 2} busy={remove.isPending} error={remove.error} onSubmit={() => remove.mutate(undefined)} onClose={onClose}>
      <FormRow id={`${id}-reason`} label={m.template.reason} required>
        <Input id={`${id}-reason`} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </FormRow>
    </FormDialog>
  )
}
