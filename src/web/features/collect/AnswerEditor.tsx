import { lazy, Suspense, useCallback, useEffect, useRef } from 'react'
import type { AnswerOut } from '../../../api/answer.ts'
import type { Block } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import type { EditorHandle } from '../write/BlockEditor.tsx'
import type { AnswerWork } from './useAnswer.ts'
import type { FigureTells } from './useFigureTells.ts'

const BlockEditor = lazy(() => import('../write/BlockEditor.tsx').then((it) => ({ default: it.BlockEditor })))

type Props = { readonly answer: AnswerOut; readonly it: AnswerWork; readonly tells: FigureTells }

/** The desk's own editor for an office's answer; what comes from elsewhere (last time's words, a conflict decided) is shown in it. */
export const AnswerEditor = ({ answer, it, tells }: Props) => {
  const { m } = useSpeech()
  const editor = useRef<EditorHandle | null>(null)
  const { blocks } = it.draft
  const typed = useRef<readonly Block[]>(blocks)
  useEffect(() => {
    if (typed.current === blocks) return
    typed.current = blocks
    editor.current?.take(blocks)
  }, [blocks])
  const tell = useCallback(
    async (keys: readonly string[]): Promise<ReadonlyMap<string, Told>> => new Map((await call('report.tell', { period: answer.period, measures: keys.join(',') })).told.map((each) => [each.measure, each])),
    [answer.period],
  )
  return (
    <Suspense fallback={<LoadingState lines={6} />}>
      <div className="printed answer-editor" lang="zh-CN">
        <BlockEditor
          blocks={blocks}
          told={tells.told}
          measures={tells.measures}
          tell={tell}
          label={m.collect.editor.label}
          handle={editor}
          onChange={(next) => {
            const written = next.every((block) => block.kind === 'paragraph' && block.lead === undefined && block.runs.length === 0) ? [] : next
            typed.current = written
            it.set({ blocks: written })
          }}
        />
      </div>
    </Suspense>
  )
}
