import { memo, useDeferredValue, useMemo } from 'react'
import type { Block } from '../../../core/report/document.ts'
import { plainBlock } from '../../../core/report/plain-text.ts'
import type { Told } from '../../../core/report/print.ts'
import { secondsFor, syllablesIn, syllablesPerMinute } from '../../../core/report/speech.ts'
import { useSpeech } from '../../app/i18n.tsx'

/** How long the report takes to read aloud, and each of its parts. */
export const SpeechLength = memo(({ blocks, told }: { blocks: readonly Block[]; told: ReadonlyMap<string, Told> }) => {
  const { m } = useSpeech()
  const telling = useDeferredValue(told)
  const parts = useMemo(() => spokenParts(blocks, telling), [blocks, telling])
  const all = parts.reduce((sum, part) => sum + part.syllables, 0)
  return (
    <details className="desk-findings desk-speech">
      <summary>
        {m.speech.length}
        <small>{m.speech.minutes(secondsFor(all))}</small>
      </summary>
      <ul>
        {parts.map((part) => (
          <li key={part.at}>
            <span lang="zh-CN">{part.title}</span>
            <span className="number-text">{m.speech.minutes(secondsFor(part.syllables))}</span>
          </li>
        ))}
      </ul>
      <p className="faint">
        {m.speech.syllables(all)} · {m.speech.rate(syllablesPerMinute)}
      </p>
    </details>
  )
})

type Part = { readonly at: number; readonly title: string; readonly syllables: number }

/** The report cut at its level-1 and level-2 headings, each part with what is spoken in it. */
const spokenParts = (blocks: readonly Block[], told: ReadonlyMap<string, Told>): readonly Part[] => {
  const parts: Part[] = []
  blocks.forEach((block, at) => {
    const syllables = syllablesIn(plainBlock(block, told))
    const last = parts.at(-1)
    if (last === undefined || (block.kind === 'heading' && block.level <= 2)) parts.push({ at, title: block.kind === 'heading' ? block.text : '—', syllables })
    else parts[parts.length - 1] = { ...last, syllables: last.syllables + syllables }
  })
  return parts
}
