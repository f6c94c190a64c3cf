import { Button } from 'antd'
import type { AnswerOut } from '../../../api/answer.ts'
import type { Block } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { PrintedBlocks } from './PrintedBlocks.tsx'

type Props = { readonly answer: AnswerOut; readonly writes: boolean; readonly onReuse: (blocks: readonly Block[]) => void }

/** What this section said last time, with the numbers of then; its words may be taken over, its numbers become those of now. */
export const LastTime = ({ answer, writes, onReuse }: Props) => {
  const { m } = useSpeech()
  const { last } = answer
  const words = m.collect.answer
  if (last === null) return null
  const told = new Map<string, Told>(last.told.map((each) => [each.measure, each]))
  return (
    <details className="last-time" open={answer.state === 'asked'}>
      <summary>
        {words.last} <span className="faint">{words.lastOf(last.title)}</span>
      </summary>
      <PrintedBlocks blocks={last.blocks} told={told} />
      {writes && (
        <p className="last-acts">
          <Button size="small" onClick={() => onReuse(last.blocks)}>
            {words.reuse}
          </Button>
          <span className="form-hint">{words.reuseAbout}</span>
        </p>
      )}
    </details>
  )
}
