import { useEffect, useRef } from 'react'
import type { AnswerOut } from '../../../api/answer.ts'
import type { Block } from '../../../core/report/document.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { EditorHandle } from '../write/BlockEditor.tsx'
import { LazyEditor } from '../write/LazyEditor.tsx'
import type { AnswerWork } from './useAnswer.ts'
import type { FigureTells } from './useFigureTells.ts'

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
  return (
    <LazyEditor
      blocks={blocks}
      period={answer.period}
      told={tells.told}
      measures={tells.measures}
      label={m.collect.editor.label}
      handle={editor}
      waits
      onChange={(next) => {
        const written = next.every((block) => block.kind === 'paragraph' && block.lead === undefined && block.runs.length === 0) ? [] : next
        typed.current = written
        it.set({ blocks: written })
      }}
    />
  )
}
