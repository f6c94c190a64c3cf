import { useId } from 'react'
import { Button, Input } from 'antd'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DropArea } from '../../ui/DropArea.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { fileKinds } from './document-file.ts'
import { useIntake } from './useIntake.ts'

/** A text to paste or a file to choose or drop; what is wrong with either is told beneath it. */
export const IntakeForm = () => {
  const { m, w } = useSpeech()
  const it = useIntake()
  const id = useId()
  const told = (['content', 'text', 'name'] as const).map((field) => fieldWords(it.error, field)).find((words) => words !== undefined)
  const problemAt = (at: 'text' | 'file') => (it.problem?.at === at ? it.problem.words : told !== undefined && it.sent === at ? w(told) : undefined)
  const textProblem = problemAt('text')
  const fileProblem = problemAt('file')
  if (it.stage !== undefined)
    return (
      <div className="intake-stage" role="status" aria-live="polite">
        <p>{it.stage.kind === 'loading' ? m.source.intake.loading(it.stage.name) : it.stage.kind === 'sending' ? m.source.intake.sending(it.stage.percent) : m.source.intake.reading}</p>
        <progress aria-label={m.source.intake.reading} {...(it.stage.kind === 'sending' && { value: it.stage.percent })} max={100} />
        <Button onClick={it.cancel}>{m.source.intake.cancel}</Button>
      </div>
    )
  return (
    <>
      {told === undefined && <Refused error={it.error} />}
      <div className="intake">
        <form
          aria-label={m.source.intake.paste}
          onSubmit={(event) => {
            event.preventDefault()
            it.readText()
          }}
        >
          <label htmlFor={`${id}-text`}>{m.source.intake.paste}</label>
          <Input.TextArea id={`${id}-text`} className="intake-text" lang="zh-CN" aria-describedby={`${id}-text-note`} aria-invalid={textProblem !== undefined} {...(textProblem !== undefined && { status: 'error' as const })} placeholder={m.source.intake.pasteHint} value={it.text} onChange={(event) => it.write(event.target.value)} />
          <p id={`${id}-text-note`} className="form-problem" role="alert">
            {textProblem}
          </p>
          <Button type="primary" htmlType="submit" disabled={it.busy}>
            {m.source.intake.read}
          </Button>
        </form>
        <DropArea className="intake-drop" onFiles={it.readFiles}>
          <FileButton accept={fileKinds.join()} disabled={it.busy} describedBy={`${id}-file-note`} onFiles={it.readFiles}>
            {m.source.intake.file}
          </FileButton>
          <p>{m.source.intake.drop}</p>
          <p id={`${id}-file-note`} className={fileProblem === undefined ? 'form-hint' : 'form-problem'} {...(fileProblem !== undefined && { role: 'alert' })}>
            {fileProblem ?? m.source.intake.kinds}
          </p>
        </DropArea>
      </div>
    </>
  )
}
