import { useState } from 'react'
import { Input } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import type { OrgLine } from './org-draft.ts'
import { pastedLines } from './org-draft.ts'

type Props = { readonly lines: readonly OrgLine[]; readonly onDone: (more: readonly Pick<OrgLine, 'code' | 'zh'>[]) => void; readonly onClose: () => void }

/** Takes a list of names as it is copied from Excel or from a text. */
export const PasteDialog = ({ lines, onDone, onClose }: Props) => {
  const { m } = useSpeech()
  const [text, setText] = useState('')
  const more = pastedLines(text, lines)
  return (
    <FormDialog title={m.setup.paste} about={m.setup.pasteAbout} act={m.setup.pasteAct(more.length)} ready={more.length > 0} busy={false} error={null} onSubmit={() => onDone(more)} onClose={onClose}>
      <Input.TextArea aria-label={m.setup.paste} rows={10} value={text} onChange={(event) => setText(event.target.value)} autoFocus />
    </FormDialog>
  )
}
