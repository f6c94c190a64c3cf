import { useState } from 'react'
import { Radio } from 'antd'
import type { AnswerOut } from '../../../api/answer.ts'
import type { PutMode } from '../../../core/collecting/put-in-section.ts'
import type { Told } from '../../../core/report/print.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { PrintedBlocks } from './PrintedBlocks.tsx'

type Props = { readonly answer: AnswerOut; readonly busy: boolean; readonly error: unknown; readonly onAccept: (mode: PutMode) => void; readonly onClose: () => void }

/** Puts an answer into its section: in the place of what stands below the heading, which is shown, or after it. */
export const AcceptDialog = ({ answer, busy, error, onAccept, onClose }: Props) => {
  const { m } = useSpeech()
  const words = m.collect.answer
  const [mode, setMode] = useState<PutMode>(answer.standing?.mode ?? 'append')
  const empty = answer.blocks.length === 0
  const below = (answer.standing?.blocks ?? []).filter((block, at) => at > 0 || block.kind !== 'heading')
  const told = new Map<string, Told>(answer.told.map((each) => [each.measure, each]))
  return (
    <FormDialog title={words.acceptTitle(answer.sectionTitle)} {...(empty && { about: words.acceptNothing })} act={words.accept} ready busy={busy} error={error} onSubmit={() => onAccept(mode)} onClose={onClose}>
      {!empty && (
        <>
          {below.length > 0 && <Radio.Group className="accept-modes" value={mode} onChange={(event) => setMode(event.target.value as PutMode)} options={[{ value: 'replace', label: words.replace }, { value: 'append', label: words.append }]} />}
          <p className="faint">{words.standing}</p>
          {below.length === 0 ? <p className="faint">{words.empty}</p> : <div className={mode === 'replace' ? 'standing replaced' : 'standing'}><PrintedBlocks blocks={below} told={told} /></div>}
        </>
      )}
    </FormDialog>
  )
}
