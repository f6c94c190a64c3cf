import { Alert, Button } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { PrintedBlocks } from './PrintedBlocks.tsx'
import type { AnswerConflict, AnswerWork } from './useAnswer.ts'
import type { FigureTells } from './useFigureTells.ts'

type Props = { readonly conflict: AnswerConflict; readonly it: AnswerWork; readonly tells: FigureTells }

/** Two people wrote one answer: both texts, and the choice which is handed in. */
export const ConflictNote = ({ conflict, it, tells }: Props) => {
  const { m } = useSpeech()
  const words = m.collect.conflict
  const sides = [[words.theirs, conflict.theirs], [words.yours, it.draft]] as const
  return (
    <section className="answer-conflict" aria-label={words.title(conflict.by)}>
      <Alert type="warning" showIcon role="alert" title={words.title(conflict.by)} description={words.about} />
      <div className="conflict-sides">
        {sides.map(([title, side]) => (
          <div key={title} role="group" aria-label={title}>
            <h3>{title}</h3>
            {side.nothing ? <p>{m.collect.nothing}</p> : <PrintedBlocks blocks={side.blocks} told={tells.told} />}
          </div>
        ))}
      </div>
      <div className="form-acts">
        <Button type="primary" loading={it.write.isPending} onClick={it.insist}>
          {words.keepYours}
        </Button>
        <Button onClick={it.drop}>{words.keepTheirs}</Button>
      </div>
    </section>
  )
}
