import { useId, useState } from 'react'
import { Checkbox } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { sureScore } from './figure-draft.ts'
import { oneLine } from './item.ts'
import type { Desk } from './useDesk.ts'
import { sureItems } from './work.ts'

/** Says how many items are sure and by what measure before they are accepted together. */
export const SureDialog = ({ desk }: { desk: Desk }) => {
  const { m } = useSpeech()
  const id = useId()
  const [kinds, setKinds] = useState<readonly ('figure' | 'commitment')[]>(['figure'])
  const { figures, commitments, inBook } = sureItems(desk.work)
  const sure = { figure: figures, commitment: commitments }
  const chosen = kinds.flatMap((kind) => sure[kind])
  const lines = [
    { kind: 'figure', text: m.source.sureFigures(sure.figure.length, sureScore * 100) },
    { kind: 'commitment', text: m.source.sureCommitments(sure.commitment.length) },
  ] as const
  return (
    <FormDialog title={m.source.sureTitle} about={m.source.sureAbout} act={m.source.sureAct(chosen.length)} ready={chosen.length > 0} busy={false} error={null} onSubmit={() => desk.decideAll(chosen.map((each) => each.id), 'taken')} onClose={desk.endAsk}>
      {lines.map(({ kind, text }) => (
        <div key={kind} className="sure-line">
          <Checkbox id={`${id}-${kind}`} checked={kinds.includes(kind) && sure[kind].length > 0} disabled={sure[kind].length === 0} onChange={(event) => setKinds(event.target.checked ? [...kinds, kind] : kinds.filter((each) => each !== kind))}>
            {text}
          </Checkbox>
          {kind === 'figure' && inBook.length > 0 && <p className="sure-sample">{m.source.sureInBook(inBook.length)}</p>}
          {sure[kind].length > 0 && (
            <p className="sure-sample">
              {m.source.sureSample}
              {sure[kind].slice(0, 3).map((item) => (
                <q key={item.id} lang="zh-CN">
                  {oneLine(item.kind === 'figure' ? `${item.read.subject} ${item.read.quote}` : item.read.quote)}
                </q>
              ))}
            </p>
          )}
        </div>
      ))}
    </FormDialog>
  )
}
