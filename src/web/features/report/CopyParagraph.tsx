import { useState } from 'react'
import type { Block } from '../../../core/report/document.ts'
import { plainBlock } from '../../../core/report/plain-text.ts'
import type { Told } from '../../../core/report/print.ts'
import { useSpeech } from '../../app/i18n.tsx'

type Props = { readonly block: Block; readonly told: ReadonlyMap<string, Told>; /** Whether the Tab key stops here. */ readonly stop: boolean }

/** Takes a paragraph away in plain words, its figures as they stand; beside the paragraph, and within reach of the keyboard. */
export const CopyParagraph = ({ block, told, stop }: Props) => {
  const { m } = useSpeech()
  const [copied, setCopied] = useState(false)
  if (block.kind === 'heading') return null
  const text = plainBlock(block, told)
  return (
    <button type="button" className="copy-paragraph" tabIndex={stop ? 0 : -1} aria-label={copied ? m.speech.copied : m.speech.copy} title={copied ? m.speech.copied : m.speech.copy} onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))} onBlur={() => setCopied(false)}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={copied ? 'M3 8.5l3.5 3.5L13 4.5' : 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3'} />
      </svg>
    </button>
  )
}
