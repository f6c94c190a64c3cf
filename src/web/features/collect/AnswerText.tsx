import { Checkbox } from 'antd'
import type { AnswerOut } from '../../../api/answer.ts'
import { printedLength } from '../../../core/collecting/answer-length.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { AnswerEditor } from './AnswerEditor.tsx'
import { PrintedBlocks } from './PrintedBlocks.tsx'
import type { AnswerWork } from './useAnswer.ts'
import type { FigureTells } from './useFigureTells.ts'

type Props = { readonly answer: AnswerOut; readonly it: AnswerWork; readonly writes: boolean; readonly tells: FigureTells }

/** The text of this period: written here, printed beneath as it will stand, its length held against the budget and never refused for it. */
export const AnswerText = ({ answer, it, writes, tells }: Props) => {
  const { m, w } = useSpeech()
  const words = m.collect.answer
  const { blocks, nothing } = it.draft
  const length = printedLength(blocks, tells.told)
  const over = answer.budget === null ? 0 : length - answer.budget
  const problem = ['blocks', 'nothing', ...blocks.map((_, at) => `blocks.${at}`)].map((field) => fieldWords(it.write.error, field)).find((each) => each !== undefined)
  return (
    <section aria-labelledby="answer-text">
      <h2 id="answer-text">
        {words.text}
        {!nothing && <small className={over > 0 ? 'over-budget' : undefined}>{answer.budget === null ? words.length(length) : words.lengthOf(length, answer.budget)}</small>}
      </h2>
      {writes && (
        <p className="answer-nothing">
          <Checkbox checked={nothing} onChange={(event) => it.set(event.target.checked ? { nothing: true, blocks: [], told: it.draft.told.filter((each) => each.as === 'book') } : { nothing: false })}>
            {words.nothing}
          </Checkbox>
          <span className="form-hint">{words.nothingAbout}</span>
        </p>
      )}
      {writes && !nothing && <AnswerEditor answer={answer} it={it} tells={tells} />}
      {over > 0 && !nothing && (
        <p className="over-budget" role="status">
          {words.over(over)}
        </p>
      )}
      {problem !== undefined && (
        <p className="form-problem" role="alert">
          {w(problem)}
        </p>
      )}
      {blocks.length > 0 && (!writes || nothing) && (
        <div className="answer-preview" role="region" aria-label={words.preview}>
          <PrintedBlocks blocks={blocks} told={tells.told} period={answer.period} />
        </div>
      )}
      {blocks.length === 0 && !writes && <p className="faint">{nothing ? m.collect.nothing : words.noText}</p>}
    </section>
  )
}
